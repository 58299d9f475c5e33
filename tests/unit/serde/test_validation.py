"""Checks of limits before a request is sent, in each mode, and their messages."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import field, fields, frozen, has, resolve_types

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import DateTimeText, Limits, member, member_of, members
from smaws_kms._runtime.serde.request_body import encode
from smaws_kms._runtime.serde.unknown_values import UnknownMember
from smaws_kms._runtime.serde.validation import validate
from smaws_kms._runtime.values import Validate

NAIVE = datetime(2026, 1, 2)  # noqa: DTZ001 - naive on purpose
AWARE = datetime(2026, 1, 2, tzinfo=UTC)


@frozen(kw_only=True, field_transformer=members)
class Inner:
    """A nested structure."""

    at: datetime | None = field(default=None, metadata=member("At"))
    name: str = field(default="name", metadata=member("Name", Limits(min=2, max=4)))


@frozen(kw_only=True, field_transformer=members)
class Outer:
    """One member for each kind of limit."""

    text: str = field(
        default="abc", metadata=member("Text", Limits(min=1, max=3, pattern="^[a-z]+$"))
    )
    blob: bytes = field(default=b"", metadata=member("Blob", Limits(max=3)))
    count: int = field(default=0, metadata=member("Count", Limits(min=0, max=9)))
    ratio: float = field(default=0, metadata=member("Ratio", Limits(min=-0.5)))
    names: tuple[str, ...] = field(
        default=(), metadata=member("Names", Limits(max=2, unique=True, item=Limits(min=1)))
    )
    labels: Mapping[str, str] = field(
        factory=dict[str, str],
        metadata=member("Labels", Limits(key=Limits(min=1), value=Limits(min=1))),
    )
    inner: Inner | None = field(default=None, metadata=member("Inner"))
    inners: tuple[Inner, ...] = field(default=(), metadata=member("Inners"))
    by_name: Mapping[str, Inner] = field(factory=dict[str, Inner], metadata=member("ByName"))
    until: DateTimeText | None = field(default=None, metadata=member("Until"))
    times: tuple[datetime, ...] = field(default=(), metadata=member("Times"))
    unlimited: str | None = field(default=None, metadata=member("Unlimited"))
    next: "Outer | None" = field(default=None, metadata=member("Next"))


resolve_types(Outer, globals())


def problem(request: object, mode: Validate) -> str | None:
    """Return the text of the error, or `None`."""
    error = validate(request, mode)
    if error is None:
        return None

    assert error.message.startswith(f"{error.member} ")
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    return error.message


TOO_SMALL: list[tuple[Outer, str]] = [
    (Outer(text=""), "text must have 1 to 3 characters, got 0"),
    (Outer(count=-1), "count must be 0 to 9, got -1"),
    (Outer(ratio=-0.75), "ratio must be at least -0.5, got -0.75"),
    (Outer(names=("a", "")), "names[1] must have at least 1 characters, got 0"),
    (Outer(labels={"": "v"}), "labels has a key that must have at least 1 characters, got 0"),
    (Outer(labels={"k": ""}), "labels has a value that must have at least 1 characters, got 0"),
    (Outer(inner=Inner(name="s")), "inner.name must have 2 to 4 characters, got 1"),
    (Outer(inners=(Inner(), Inner(name=""))), "inners[1].name must have 2 to 4 characters, got 0"),
    (
        Outer(by_name={"secret": Inner(name="")}),
        "by_name has a value whose name must have 2 to 4 characters, got 0",
    ),
]
TOO_LARGE: list[tuple[Outer, str]] = [
    (Outer(text="secr"), "text must have 1 to 3 characters, got 4"),
    (Outer(text="A"), "text must match '^[a-z]+$', and its 1 characters do not"),
    (Outer(text="ab\n"), "text must match '^[a-z]+$', and its 3 characters do not"),
    (Outer(blob=b"secret"), "blob must have at most 3 bytes, got 6"),
    (Outer(count=10), "count must be 0 to 9, got 10"),
    (Outer(names=("a", "b", "c")), "names must have at most 2 elements, got 3"),
    (Outer(names=("a", "a")), "names must have no two equal elements"),
    (Outer(inner=Inner(name="secret")), "inner.name must have 2 to 4 characters, got 6"),
]
NAIVE_TIMES: list[tuple[Outer, str]] = [
    (Outer(until=NAIVE), "until"),
    (Outer(times=(AWARE, NAIVE)), "times[1]"),
    (Outer(inner=Inner(at=NAIVE)), "inner.at"),
    (Outer(inners=(Inner(at=NAIVE),)), "inners[0].at"),
    (Outer(next=Outer(until=NAIVE)), "next.until"),
]
MODES: list[Validate] = ["basic", "full", "off"]


@pytest.mark.parametrize(("request_", "text"), TOO_SMALL)
def test_too_small(request_: Outer, text: str) -> None:
    """Values below a minimum are errors unless checks are off; text and bytes are not shown."""
    assert [text, text, None] == [problem(request_, mode) for mode in MODES]


@pytest.mark.parametrize(("request_", "text"), TOO_LARGE)
def test_too_large(request_: Outer, text: str) -> None:
    """Maxima and patterns are checked in mode `full` only."""
    assert [None, text, None] == [problem(request_, mode) for mode in MODES]


@pytest.mark.parametrize(("request_", "name"), NAIVE_TIMES)
def test_naive_datetime(request_: Outer, name: str) -> None:
    """A timestamp without a time zone is an error in every mode, since it cannot be sent."""
    text = (
        f"{name} must be a datetime with a time zone, got a naive one: "
        "write value.replace(tzinfo=UTC) if it is in UTC, else value.astimezone()"
    )

    assert [text] * 3 == [problem(request_, mode) for mode in MODES]


@pytest.mark.parametrize("mode", MODES)
def test_nothing_wrong(mode: Validate) -> None:
    """A request within the limits passes, also at the limits."""
    request = Outer(
        text="abc",
        blob=b"abc",
        count=9,
        ratio=-0.5,
        names=("a", "b"),
        labels={"k": "v"},
        inner=Inner(at=AWARE, name="name"),
        inners=(Inner(name="ab"),),
        by_name={"": Inner()},
        until=AWARE,
        times=(AWARE,),
        unlimited="",
        next=Outer(),
    )

    assert validate(request, mode) is None


@frozen(kw_only=True, field_transformer=members)
class Choosing:
    """A shape with a union."""

    choice: Inner | UnknownMember = field(metadata=member("Choice"))


@pytest.mark.parametrize("mode", MODES)
def test_unknown_member(mode: Validate) -> None:
    """An unknown member of a union is not checked."""
    assert validate(Choosing(choice=UnknownMember("New", "")), mode) is None


def test_first_problem_is_reported() -> None:
    """Only the first problem in the order of members is reported."""
    assert "text must have 1 to 3 characters, got 0" == problem(Outer(text="", count=-1), "basic")


@pytest.mark.parametrize("mode", MODES)
def test_too_deep(mode: Validate) -> None:
    """A request nested beyond Python's recursion limit is an error, not a `RecursionError`."""
    request = Outer()
    for _ in range(2000):
        request = Outer(next=request)
    error = validate(request, mode)

    assert error is not None
    assert "the request is nested too deeply" == error.message


def test_kms_request() -> None:
    """Generated classes have the limits of the model."""
    error = validate(kms.EncryptRequest(key_id="", plaintext=b"secret"), "basic")

    assert error is not None
    assert ("key_id must have 1 to 2048 characters, got 0", "key_id") == (
        error.message, error.member,
    )  # fmt: skip


def test_unwritable_document() -> None:
    """A document that passes all checks and is not valid JSON is an error without the value."""

    @frozen(kw_only=True, field_transformer=members)
    class Documented:
        anything: object = field(metadata=member("Anything"))

    errors = [encode(Documented(anything=value)) for value in (float("nan"), b"secret", {1j: 0})]

    assert ["the request cannot be written as JSON (ValueError)"] + [
        "the request cannot be written as JSON (TypeError)"
    ] * 2 == [getattr(error, "message", None) for error in errors]


def patterns(limits: Limits | None) -> list[str]:
    """Return all patterns in limits, at any depth."""
    if limits is None:
        return []
    inner = [text for part in (limits.item, limits.key, limits.value) for text in patterns(part)]
    return inner if limits.pattern is None else [limits.pattern, *inner]


def test_patterns_compile() -> None:
    """Python compiles every pattern of the model."""
    shapes: list[Any] = [shape for name in dir(kms) if has(shape := getattr(kms, name))]
    with_facts = [a for s in shapes for a in fields(s) if "smaws_kms" in a.metadata]
    found = {text for attribute in with_facts for text in patterns(member_of(attribute).limits)}

    assert found
    assert found == {re.compile(text).pattern for text in found}
