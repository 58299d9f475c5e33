"""Values from JSON that need conversion, and wrong values: errors with a path, without values."""

import math
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, NoReturn

import pytest
from cattrs import Converter

import smaws_kms as kms
from smaws_kms import ResponseParseError
from smaws_kms._runtime.serde import converter
from tests.unit.serde.example_shape import AT, SECONDS, Node, read


def test_null_elements() -> None:
    """Lists and maps drop `null` elements, sparse ones keep them."""
    node = read(
        Dense=["a", None, "b"], Labels={"a": None, "b": "c"}, Sparse=[None], Holes={"a": None}
    )

    assert (("a", "b"), {"b": "c"}, (None,), {"a": None}) == (
        node.dense, node.labels, node.sparse, node.holes,
    )  # fmt: skip


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
