"""Generated codecs and constructors member by member: set, absent, below its minimum, of another type.

The random values of other tests rarely show that one member of one shape is wrong.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

import attrs
import pytest

from smaws_kms import to_wire
from smaws_kms._runtime.serde.annotations import arms_of, is_union
from smaws_kms._runtime.serde.converter import read
from tests.property.classes import OPERATIONS, SHAPES, AnyOperation
from tests.property.constructor_arguments import has_generated_constructor, members_of
from tests.property.decoders import OF_GOLDEN, OF_KMS, Decoder
from tests.property.encoding import build, generated_and_general, is_usual
from tests.property.exactness import exactly_same
from tests.property.whole import below_minimum, whole

_ODD: Final[list[Any]] = [None, "text", b"x", 1, True, 0.5, (), ["text"], {"a": "b"}]
_ODD_JSON: Final[list[Any]] = [None, "text", "", 1, True, 0.5, [], ["text"], [None], {"a": "b"}]

_each_operation: Final = pytest.mark.parametrize(
    "operation", OPERATIONS, ids=[it.name for it in OPERATIONS]
)


@_each_operation
def test_request(operation: AnyOperation) -> None:
    """The encoder writes a request with all members like cattrs, and leaves subclasses to it."""
    request = whole(operation.input)
    generated, general = generated_and_general(operation, request, "basic")

    assert is_usual(operation, request)
    assert general == generated
    assert not is_usual(operation, whole(type("Subclass", (operation.input,), {})))


@_each_operation
def test_member_of_request(operation: AnyOperation) -> None:
    """The encoder agrees with cattrs if one member is absent, or the only optional one."""
    request = whole(operation.input)
    optional = [it.name for it in attrs.fields(operation.input) if it.default is None]
    bare = attrs.evolve(request, **dict.fromkeys(optional))
    for name in optional:
        for changed in (
            attrs.evolve(request, **{name: None}),
            attrs.evolve(bare, **{name: getattr(request, name)}),
        ):
            generated, general = generated_and_general(operation, changed, "basic")

            assert general == generated, name
            assert is_usual(operation, changed), name


@_each_operation
def test_minimum_of_member(operation: AnyOperation) -> None:
    """The encoder leaves a member below its minimum to the checks."""
    request = whole(operation.input)
    for field in attrs.fields(operation.input):
        low = below_minimum(field)
        if low is not None:
            assert not is_usual(operation, attrs.evolve(request, **{field.name: low})), field.name


@pytest.mark.parametrize("decoder", [*OF_KMS, *OF_GOLDEN], ids=lambda it: it.name)
def test_response(decoder: Decoder) -> None:
    """The decoder reads an object with all members, and each odd member, as cattrs does."""
    for wire in _wires(decoder.annotation):
        (found,) = decoder.attempt(wire)

        assert exactly_same(read(decoder.annotation, wire), found)
        for name in wire:
            others = {key: value for key, value in wire.items() if key != name}
            for odd in (others, *({**wire, name: value} for value in _ODD_JSON)):
                left = decoder.attempt(odd)

                assert all(exactly_same(read(decoder.annotation, odd), it) for it in left), odd


def _wires(annotation: Any) -> Iterator[dict[str, Any]]:
    """Yield an object with all members, for each member of a union."""
    for cls in arms_of(annotation) if is_union(annotation) else [annotation]:
        yield json.loads(json.dumps(to_wire(whole(cls))))


@pytest.mark.parametrize(
    "cls", [it for it in SHAPES if has_generated_constructor(it)], ids=lambda it: it.__name__
)
def test_constructor(cls: type[Any]) -> None:
    """The constructor takes all members, and each odd one, as that of attrs does."""
    members = members_of(whole(cls))

    assert build(cls, members, generated=False) == build(cls, members, generated=True)
    for name in members:
        others = {key: value for key, value in members.items() if key != name}
        for odd in (others, *({**members, name: value} for value in _ODD)):
            expected = build(cls, odd, generated=False)

            assert expected == build(cls, odd, generated=True), odd
