"""Shapes to and from JSON: strict types, lenient names, errors with a path and without values."""

import json
import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any, NoReturn

import pytest
from attrs import field, frozen, resolve_types
from cattrs import Converter
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms import KeySpec, ResponseParseError, UnknownValue, from_wire, to_wire
from smaws_kms._runtime.serde import converter, scalars
from smaws_kms._runtime.serde.fields import DateTimeText, Document, HttpDate, member, members


class Level(IntEnum):
    """An integer enum."""

    LOW = 1


class Alias(str, Enum):  # noqa: UP042 - StrEnum behaves differently
    """An enum whose `str(...)` is not its value."""

    ORDERS = "alias/orders"


@frozen(kw_only=True, field_transformer=members)
class Node:
    """One member for each kind of type; only the first is required."""

    name: str = field(metadata=member("Name"))
    flag: bool | None = field(default=None, metadata=member("Flag"))
    number: int | None = field(default=None, metadata=member("Number"))
    ratio: float | None = field(default=None, metadata=member("Ratio"))
    exact: Decimal | None = field(default=None, metadata=member("Exact"))
    blob: bytes | None = field(default=None, metadata=member("Blob"))
    at: datetime | None = field(default=None, metadata=member("At"))
    at_text: DateTimeText | None = field(default=None, metadata=member("AtText"))
    at_http: HttpDate | None = field(default=None, metadata=member("AtHttp"))
    spec: KeySpec | UnknownValue | None = field(default=None, metadata=member("Spec"))
    level: Level | int | None = field(default=None, metadata=member("Level"))
    dense: tuple[str, ...] | None = field(default=None, metadata=member("Dense"))
    sparse: tuple[str | None, ...] | None = field(default=None, metadata=member("Sparse"))
    labels: Mapping[str, str] | None = field(default=None, metadata=member("Labels"))
    holes: Mapping[str, int | None] | None = field(default=None, metadata=member("Holes"))
    document: Document = field(default=None, metadata=member("Document"))
    next: "Node | None" = field(default=None, metadata=member("Next"))
    kids: "tuple[Node, ...] | None" = field(default=None, metadata=member("Kids"))
    by_name: "Mapping[str, Node] | None" = field(default=None, metadata=member("ByName"))


resolve_types(Node, globals())

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SECONDS = int(AT.timestamp())
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


def read(**members_: object) -> Node:
    """Read a node with these members from JSON."""
    return from_wire(Node, {"Name": "n", **members_})


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


def test_null_elements() -> None:
    """Lists and maps drop `null` elements, sparse ones keep them."""
    node = read(
        Dense=["a", None, "b"], Labels={"a": None, "b": "c"}, Sparse=[None], Holes={"a": None}
    )

    assert (("a", "b"), {"b": "c"}, (None,), {"a": None}) == (
        node.dense, node.labels, node.sparse, node.holes,
    )  # fmt: skip


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


@pytest.mark.parametrize(
    ("data", "time"),
    [
        (SECONDS, AT),
        (SECONDS + 0.25, AT + timedelta(seconds=0.25)),
        (-1, datetime(1969, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (0, datetime(1970, 1, 1, tzinfo=UTC)),
        ("2026-01-02T03:04:05Z", AT),
        ("2026-01-02T04:04:05.5+01:00", AT + timedelta(seconds=0.5)),
        ("Fri, 02 Jan 2026 03:04:05 GMT", AT),
    ],
)
def test_timestamps(data: object, time: datetime) -> None:
    """A time in any format is read as an aware UTC datetime."""
    at = read(At=data).at

    assert (time, UTC) == (at, at and at.tzinfo)


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


def test_numbers() -> None:
    """An integer may have a fraction of zero; a decimal may be text of any size."""
    node = read(Number=5.0, Ratio=10**300, Exact="0.10")

    assert (5, 1e300, Decimal("0.10")) == (node.number, node.ratio, node.exact)
    assert 10**400 == read(Number=10**400).number


MISFITS: list[tuple[dict[str, Any] | list[Any] | None, str, str]] = [
    ({}, "$.Name", "missing, though the service always sends it"),
    ({"Name": None}, "$.Name", "missing, though the service always sends it"),
    ({"Name": 1}, "$.Name", "expected a string, got a number"),
    ({"Flag": "secret"}, "$.Flag", "expected a boolean, got a string"),
    ({"Number": True}, "$.Number", "expected an integer, got a boolean"),
    ({"Number": 1.5}, "$.Number", "expected an integer, got a number"),
    ({"Number": math.inf}, "$.Number", "expected an integer, got a number"),
    ({"Number": math.nan}, "$.Number", "expected an integer, got a number"),
    ({"Ratio": "secret"}, "$.Ratio", "expected a number, got a string"),
    ({"Ratio": 10**400}, "$.Ratio", "expected a number that a double can hold, got a number"),
    ({"Exact": "secret"}, "$.Exact", "expected a number, got a string"),
    ({"Exact": True}, "$.Exact", "expected a number, got a boolean"),
    ({"Blob": "c2VjcmV0!"}, "$.Blob", "expected base64 text, got a string"),
    ({"Blob": "c2VjcmV"}, "$.Blob", "expected base64 text, got a string"),
    ({"Blob": "é"}, "$.Blob", "expected base64 text, got a string"),
    ({"Blob": []}, "$.Blob", "expected base64 text, got an array"),
    ({"At": "secret"}, "$.At", "expected a timestamp, got a string"),
    ({"At": math.nan}, "$.At", "expected a timestamp, got a number"),
    ({"At": math.inf}, "$.At", "expected a timestamp, got a number"),
    ({"At": 10**400}, "$.At", "expected a timestamp, got a number"),
    ({"At": False}, "$.At", "expected a timestamp, got a boolean"),
    ({"Spec": 1}, "$.Spec", "expected a string, got a number"),
    ({"Level": "secret"}, "$.Level", "expected an integer, got a string"),
    ({"Dense": {}}, "$.Dense", "expected an array, got an object"),
    ({"Dense": ["a", None, 1]}, "$.Dense[2]", "expected a string, got a number"),
    ({"Labels": []}, "$.Labels", "expected an object, got an array"),
    ({"Labels": {"k": 1}}, "$.Labels.k", "expected a string, got a number"),
    ({"Next": "secret"}, "$.Next", "expected an object, got a string"),
    ({"Kids": [{"Name": "k", "Next": {}}]}, "$.Kids[0].Next.Name", "missing, though"),
    ({"ByName": {"b": {"Name": 1}}}, "$.ByName.b.Name", "expected a string, got a number"),
    ([], "$", "expected an object, got an array"),
    (None, "$", "expected an object, got null"),
]


@pytest.mark.parametrize(("data", "path", "text"), MISFITS)
def test_wrong_values(data: dict[str, Any] | list[Any] | None, path: str, text: str) -> None:
    """An error has the path, the expected JSON type and the actual one."""
    # Other objects than the empty one get the required member.
    whole = {"Name": "n", **data} if isinstance(data, dict) and data else data
    error = converter.read(Node, whole)

    assert isinstance(error, ResponseParseError)
    assert (path, True) == (error.path, error.message.startswith(text))
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)


@pytest.mark.parametrize("key", ["Next", "Kids", "ByName"])
@pytest.mark.parametrize("depth", [300, 900, 20_000])
def test_too_deep(key: str, depth: int) -> None:
    """JSON that is nested beyond Python's recursion limit is an error without a long path."""
    data: object = {"Name": "n"}
    for _ in range(depth):
        data = {"Name": "n", key: {"Next": data, "Kids": [data], "ByName": {"b": data}}[key]}
    error = converter.read(Node, data)

    assert isinstance(error, ResponseParseError)
    assert ("$", "nested too deeply") == (error.path, error.message)


def test_hooks_that_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hooks of users may raise anything; the error drops the text of the exception."""

    def refuse(*_: object) -> NoReturn:
        raise ValueError("secret")

    def mislead(*_: object) -> str:
        return "no bytes"

    hooked: Converter = converter.converter.copy()
    hooked.register_structure_hook(str, refuse)
    hooked.register_structure_hook(bytes, mislead)
    monkeypatch.setattr(converter, "converter", hooked)
    errors: list[Any] = [converter.read(kms.Tag, {"TagKey": "k", "TagValue": "v"})]
    errors += [converter.read(kms.GenerateRandomResponse, {"Plaintext": ""})]

    assert [("$.TagKey", "ValueError"), ("$", "ClassValidationError")] == [
        (error.path, error.message) for error in errors
    ]


@given(st.text() | st.floats() | st.integers())
def test_any_timestamp(data: object) -> None:
    """Reading any value as a time returns an aware time or raises `WrongValue`."""
    try:
        zone: object = scalars.read_timestamp(data).tzinfo
    except scalars.WrongValue as error:
        zone = str(error).startswith("expected a timestamp, got a ")

    assert zone in (UTC, True)
