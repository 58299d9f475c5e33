"""Converters of the generated constructors: copies of exact types, and `Unusual` for all else."""

from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple

import pytest

from smaws_kms._runtime.serde.construction import dict_of, exactly, tuple_of
from smaws_kms._runtime.serde.unusual import Unusual


class _Row(NamedTuple):
    one: str


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
