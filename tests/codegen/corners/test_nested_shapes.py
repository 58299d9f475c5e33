"""Nested shapes: unions, lists, mixins and defaults."""

import math
from datetime import UTC, datetime
from typing import Any, Final, get_args

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode


def test_unions_narrow(nesting: Any) -> None:
    """A union is an alias of one class per member and one for unknown members."""
    assert "EndLeaf" == get_args(nesting.End)[0].__name__
    assert kms.UnknownMember is get_args(nesting.End)[-1]


_NESTED: Final[list[dict[str, Any]]] = [
    {"end": {"leaf": {}}},
    {"end": {"fruit": {"stone": {"ends": [{"leaf": {}}, {"secret": "s"}]}, "weight": "NaN"}}},
    {"end": {"seeds": {"a": ["AAE=", None]}}},
    {"end": {"juice": {"any": [1, None, {"thing": True}]}}},
    {"end": {"root": {"deep": 3}}},
    {"layers": [None, {"a": [{"leaf": {}}]}], "named": {"oak": {}, "elm": {}}},
    {"grid": [{"a": [None, ""]}], "branches": [{"branches": [{}]}]},
]


@pytest.mark.parametrize("wire", _NESTED)
def test_nested_shapes_round_trip(nesting: Any, wire: dict[str, Any]) -> None:
    """JSON is read and written unchanged, including unknown members of unions."""
    assert wire == kms.to_wire(kms.from_wire(nesting.Branch, wire))


@pytest.mark.parametrize("wire", [{}, {"leaf": {}, "secret": "hush"}, {"leaf": None}, 3, "hush"])
def test_union_with_other_than_one_member_is_an_error(nesting: Any, wire: object) -> None:
    """The error has the path and not the value."""
    with pytest.raises(kms.ResponseParseError, match=r"^\$\.end: expected an object") as caught:
        kms.from_wire(nesting.Branch, {"end": wire})

    assert "hush" not in repr(caught.value)


def test_secrets_in_unions_and_errors_are_not_shown(nesting: Any) -> None:
    """A `repr` shows neither secrets nor the values of unknown members."""
    secret = nesting.EndSecret("hush")
    unknown = kms.UnknownMember("new", "hush")
    error = nesting.Stony("text", secret="hush", ends=(secret, unknown))
    felled = nesting.Felled("hush")

    assert "hush" == felled.message
    for shown in (secret, unknown, error, felled, felled.args, str(error), str(felled)):
        assert "hush" not in repr(shown)


def test_error_member_that_does_not_fit_is_left_out(nesting: Any) -> None:
    """An error keeps its message even if a member cannot be parsed."""
    body = b'{"__type": "Stony", "secret": 3, "since": 1, "Message": "no soil"}'
    error: Any = decode(nesting.PlantTree, WireResponse(400, {}, body))

    assert (nesting.Stony, "no soil") == (type(error), error.message)
    assert (None, datetime.fromtimestamp(1, UTC)) == (error.secret, error.since)


def test_wrong_types_name_the_member(nesting: Any) -> None:
    """A value that a converter cannot convert fails the type check with the member's name."""
    with pytest.raises(TypeError, match=r"Branch\.layers must be a sequence"):
        nesting.Branch(layers=3)
    with pytest.raises(TypeError, match=r"Branch\.blobs must be a mapping"):
        nesting.Branch(blobs=[])
    with pytest.raises(TypeError, match=r"Branch\.layers\[0\] must be a mapping|must be Mapping"):
        nesting.Branch(layers=["x"])


def test_mappings_are_copied(nesting: Any) -> None:
    """A shape copies mappings and sequences, at any depth."""
    given = {"a": [b"x", bytearray(b"y")]}
    branch = nesting.Branch(grid=[given], blobs=given)
    given["a"] = []

    assert ({"a": (b"x", b"y")},) == nesting.Branch(grid=[{"a": [b"x", bytearray(b"y")]}]).grid
    assert {"a": (b"x", b"y")} == branch.blobs


def test_defaults(nesting: Any) -> None:
    """Outside inputs, unset members have the model's default, except with `null` or clientOptional."""
    seed = nesting.Seed()

    assert (3, 0.5, {}, (), ()) == (
        seed.count,
        seed.sown.timestamp(),
        seed.notes,
        seed.list,
        seed.kinds,
    )
    assert "2000-01-02T02:04:05+00:00" == seed.reaped.isoformat()
    assert (None, None) == (seed.gone, seed.perhaps)
    assert "2000-01-02T02:04:05Z" == kms.to_wire(seed)["reaped"]


def test_mixins_are_flattened(nesting: Any) -> None:
    """Members of a mixin come first, with applied traits and without the mixin's local ones."""
    fields = nesting.ListTreesInput.__attrs_attrs__

    assert ["token", "kind"] == [field.name for field in fields]
    assert "'x'" in repr(nesting.ListTreesInput(token="x"))
    assert 2 == fields[0].metadata["smaws_kms"].limits.min


def test_floats_that_json_lacks(nesting: Any) -> None:
    """NaN and the infinities are written as their names."""
    fruit = nesting.Fruit(stone=nesting.EndLeaf(), weight=-math.inf)

    assert {"stone": {"leaf": {}}, "weight": "-Infinity"} == kms.to_wire(fruit)
