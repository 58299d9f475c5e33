"""Converters of the generated constructors: copies of exact types, and `Unusual` for all else."""

from collections.abc import Callable
from inspect import signature
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from attrs import frozen
from attrs.exceptions import FrozenInstanceError

from smaws_kms._runtime.serde.construction import constructor, dict_of, exactly, tuple_of
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual


class _Row(NamedTuple):
    one: str


def constructed() -> tuple[Any, Any, list[object]]:
    """Return a class, what its decorator returned, and a list of the calls of its function."""

    @frozen(kw_only=True)
    class Pair:
        one: str
        two: object = None

    seen: list[object] = []

    @constructor(Pair)
    def create(shape: UnfrozenShape, one: str, two: object = None) -> None:
        seen.append((one, two))
        shape.one = exactly(str, one)
        shape.two = two

    return Pair, create, seen


def test_constructor() -> None:
    """The class and the returned function make equal frozen shapes, each through the function."""
    cls, create, seen = constructed()
    made = [cls(one="a", two=1), create("a", 1)]

    assert [("a", 1)] * 2 == seen
    assert [(cls, "a", 1)] * 2 == [(type(it), it.one, it.two) for it in made]
    assert ["one", "two"] == list(signature(cls).parameters)
    for shape in made:
        with pytest.raises(FrozenInstanceError):
            shape.one = "b"


def test_what_the_function_leaves() -> None:
    """What is unusual goes to the constructor of attrs, with all arguments by name."""
    cls, create, _ = constructed()
    made = [cls(one=1, two=2), create(1, 2)]

    assert [(cls, 1, 2)] * 2 == [(type(it), it.one, it.two) for it in made]


def test_wrong_arguments() -> None:
    """Too few and too many arguments are errors, and so are positional ones of the class."""
    cls, create, _ = constructed()
    wrong: list[Callable[[], object]] = [
        lambda: cls(two=1),
        lambda: cls("a"),
        lambda: cls(one="a", three=3),
        lambda: create(1, 2, 3),
        lambda: create(1),
        create,
    ]
    for call in wrong:
        with pytest.raises((TypeError, ValueError)):
            call()


def test_subclass() -> None:
    """A subclass is made by the constructor of attrs."""
    cls, _, seen = constructed()
    subclass = type("Subclass", (cls,), {})

    assert "a" == subclass(one="a").one
    assert [] == seen


def test_copies() -> None:
    """Lists and dicts are copied, so that the caller may change them later."""
    items, entries = ["a", "b"], {"a": 1}
    made, copied = tuple_of(str, items), dict_of(str, int, entries)
    items.clear()
    entries.clear()

    assert (("a", "b"), {"a": 1}) == (made, copied)
    assert ("a",) == tuple_of(str, ("a",))
    assert "a" == exactly(str, "a")


@pytest.mark.parametrize(
    "make",
    [
        lambda: exactly(int, True),  # noqa: FBT003 - a value of another type
        lambda: exactly(str, None),
        lambda: tuple_of(str, "a"),
        lambda: tuple_of(str, {"a"}),
        lambda: tuple_of(str, _Row("a")),
        lambda: tuple_of(int, [1, True]),
        lambda: tuple_of(int, [True, 1]),
        lambda: dict_of(str, int, [("a", 1)]),
        lambda: dict_of(str, int, MappingProxyType({"a": 1})),
        lambda: dict_of(str, int, {"a": 1, 1: 1}),
        lambda: dict_of(str, int, {"a": 1, "b": True}),
        lambda: dict_of(str, int, {1: 1, "a": 1}),
        lambda: dict_of(str, int, {"a": True, "b": 1}),
    ],
)
def test_unusual(make: Callable[[], object]) -> None:
    """Other types are left to the constructor of attrs, subclasses too."""
    with pytest.raises(Unusual):
        make()
