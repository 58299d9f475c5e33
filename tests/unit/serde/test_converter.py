"""Shapes to and from JSON: strict types, lenient names, errors with a path and without values."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms import KeySpec, ResponseParseError, UnknownValue, from_wire, to_wire
from smaws_kms._runtime.serde import scalars
from tests.unit.serde.example_shape import AT, SECONDS, Level, Node, read


class Alias(str, Enum):  # noqa: UP042 - StrEnum behaves differently
    """An enum whose `str(...)` is not its value."""

    ORDERS = "alias/orders"


FULL = Node(
    name="n", flag=False, number=0, ratio=0.5, exact=Decimal("1.5"), blob=b"\x00\xff", at=AT,
    at_text=AT, at_http=AT, spec=KeySpec.RSA_2048, level=Level.LOW, dense=("a",),
    sparse=("a", None), labels={"k": "v"}, holes={"k": None, "l": 1}, document={"x": [1, None]},
    next=Node(name="m"), kids=(Node(name="k"),), by_name={"b": Node(name="b")},
)  # fmt: skip
FULL_WIRE = {
    "Name": "n", "Flag": False, "Number": 0, "Ratio": 0.5, "Exact": 1.5, "Blob": "AP8=",
    "At": SECONDS, "AtText": "2026-01-02T03:04:05Z", "AtHttp": "Fri, 02 Jan 2026 03:04:05 GMT",
    "Spec": "RSA_2048", "Level": 1, "Dense": ["a"], "Sparse": ["a", None], "Labels": {"k": "v"},
    "Holes": {"k": None, "l": 1}, "Document": {"x": [1, None]}, "Next": {"Name": "m"},
    "Kids": [{"Name": "k"}], "ByName": {"b": {"Name": "b"}},
}  # fmt: skip


def test_round_trip() -> None:
    """Every kind of member is written as the protocol requires, and read back unchanged."""
    assert FULL_WIRE == json.loads(json.dumps(to_wire(FULL)))
    assert from_wire(Node, FULL_WIRE) == FULL


def test_unset_members_are_not_sent() -> None:
    """An unset member is absent in JSON, not `null`."""
    assert {"Name": "n"} == to_wire(Node(name="n"))
    assert {"KeyId": "k", "Plaintext": "cA=="} == to_wire(
        kms.EncryptRequest(key_id="k", plaintext=b"p")
    )


def test_null_is_absent() -> None:
    """A member that is `null` counts as absent, and an unknown member is ignored."""
    nulls = dict.fromkeys(FULL_WIRE)

    assert Node(name="n") == from_wire(Node, {**nulls, "Name": "n", "Invented": {"x": [1]}})
    assert not from_wire(kms.VerifyResponse, {"SignatureValid": None}).signature_valid
    assert () == from_wire(kms.ListKeysResponse, {"Keys": None}).keys


def test_unknown_enum_values() -> None:
    """An unknown enum value is read, and can be sent."""
    node = read(Spec="NEW", Level=7)

    assert (UnknownValue("NEW"), UnknownValue, 7) == (node.spec, type(node.spec), node.level)
    assert {"Name": "n", "Spec": "NEW", "Level": 7} == to_wire(node)


def test_enum_by_itself() -> None:
    """`from_wire` reads a bare enum, and refuses an unknown value of it."""
    assert KeySpec.RSA_2048 is from_wire(KeySpec, "RSA_2048")
    assert Level.LOW is from_wire(Level, 1)
    with pytest.raises(ResponseParseError, match="expected a value of KeySpec"):
        from_wire(KeySpec, "NEW")
    with pytest.raises(ResponseParseError, match="got an array"):
        from_wire(KeySpec, [])


def test_text_of_another_enum() -> None:
    """A text enum of a user is sent as its value, also as a key of a map."""
    node = Node(name=Alias.ORDERS, labels={Alias.ORDERS: Alias.ORDERS})

    assert {"Name": "alias/orders", "Labels": {"alias/orders": "alias/orders"}} == to_wire(node)


def test_timestamps_are_written_in_utc() -> None:
    """Time zones and fractions of a second survive writing."""
    time = AT.astimezone(timezone(timedelta(hours=5, minutes=30))) + timedelta(microseconds=500_000)

    assert {
        "Name": "n", "At": SECONDS + 0.5, "AtText": "2026-01-02T03:04:05.500000Z",
        "AtHttp": "Fri, 02 Jan 2026 03:04:05 GMT",
    } == to_wire(Node(name="n", at=time, at_text=time, at_http=time))  # fmt: skip
    with pytest.raises(ValueError, match="needs a time zone"):
        to_wire(Node(name="n", at=datetime(2026, 1, 2)))  # noqa: DTZ001 - naive on purpose


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_lacks(name: str) -> None:
    """NaN and the infinities are written and read as text."""
    ratio = read(Ratio=name).ratio

    assert repr(float(name)) == repr(ratio)
    assert {"Name": "n", "Ratio": name} == to_wire(Node(name="n", ratio=float(name)))


@given(st.text() | st.floats() | st.integers())
def test_any_timestamp(data: object) -> None:
    """Reading any value as a time returns an aware time or raises `WrongValue`."""
    try:
        zone: object = scalars.read_timestamp(data).tzinfo
    except scalars.WrongValue as error:
        zone = str(error).startswith("expected a timestamp, got a ")

    assert zone in (UTC, True)
