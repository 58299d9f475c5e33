"""Type checks of constructor arguments: refused types, their messages, no values in messages."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum
from types import MappingProxyType
from typing import Any

import pytest
from attrs import field, frozen, resolve_types

import smaws_kms as kms
from smaws_kms import KeySpec, Tag, UnknownValue
from smaws_kms._runtime.serde.fields import (
    DateTimeText,
    Document,
    member,
    members,
    to_optional_bytes,
    to_optional_strings,
)
from smaws_kms._runtime.serde.type_checks import checker

NOW = datetime(2026, 1, 2, tzinfo=UTC)


class Level(IntEnum):
    """An integer enum."""

    LOW = 1


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (str, "text"),
        (str, KeySpec.RSA_2048),
        (bool, True),
        (int, 1),
        (float, 1.5),
        (float, 1),
        (Decimal, Decimal(1)),
        (bytes, b""),
        (datetime, NOW),
        (DateTimeText, NOW),
        (str | None, None),
        (KeySpec | UnknownValue, KeySpec.RSA_2048),
        (KeySpec | UnknownValue | None, UnknownValue("NEW")),
        (KeySpec | UnknownValue | None, None),
        (Level | int, 7),
        (tuple[str, ...], ()),
        (tuple[str | None, ...], ("a", None)),
        (tuple[Tag, ...] | None, (Tag(tag_key="k", tag_value="v"),)),
        (Mapping[str, str], MappingProxyType({"a": "b"})),
        (Document, {"any": [1, None]}),
    ],
)
def test_accepted(annotation: Any, value: object) -> None:
    """A value of the annotated type passes, and an integer as a number."""
    assert checker(annotation)(value) is None


@pytest.mark.parametrize(
    ("annotation", "value", "problem"),
    [
        (str, 1, " must be str, not int: pass str(value)"),
        (str, None, " must be str, not None"),
        (str, b"secret", " must be str, not bytes: decode it, value.decode()"),
        (bool, 1, " must be bool, not int: pass True or False"),
        (int, True, " must be int, not bool"),
        (int, 1.0, " must be int, not float: pass int(value)"),
        (float, True, " must be float, not bool"),
        (float, "1", " must be float, not str: pass float(value)"),
        (
            bytes,
            "secret",
            " must be bytes, bytearray or memoryview, not str: encode it, value.encode()",
        ),
        (
            datetime,
            date(2026, 1, 2),
            " must be datetime, not datetime.date: pass datetime.combine(value, time(), UTC)",
        ),
        (DateTimeText, 0, " must be datetime, not int: pass datetime.fromtimestamp(value, UTC)"),
        (str | None, 1, " must be str, not int: pass str(value)"),
        (
            KeySpec | UnknownValue,
            "RSA_2048",
            " must be KeySpec or UnknownValue, not str: write KeySpec.RSA_2048",
        ),
        (
            KeySpec | UnknownValue | None,
            "RSA_2048",
            " must be KeySpec, UnknownValue or None, not str: write KeySpec.RSA_2048",
        ),
        (KeySpec | UnknownValue, None, " must be KeySpec or UnknownValue, not None"),
        (Level | int, True, " must be Level or int, not bool"),
        (
            tuple[str, ...],
            "abc",
            " must be a sequence such as a list or a tuple, not str: put it in a list, [value]",
        ),
        (
            tuple[str, ...],
            {"a"},
            " must be a sequence such as a list or a tuple, not set: pass list(value)",
        ),
        (tuple[str, ...], ("a", 1), "[1] must be str, not int: pass str(value)"),
        (tuple[str, ...] | None, ("a", None), "[1] must be str, not None"),
        (tuple[tuple[Tag, ...], ...], ((), ("x",)), "[1][0] must be Tag, not str"),
        (Mapping[str, str], [], " must be a mapping such as a dict, not list: pass dict(value)"),
        (Mapping[str, str], {1: "a"}, " keys must be str, not int: pass str(value)"),
        (Mapping[str, str], {"secret": 1}, " values must be str, not int: pass str(value)"),
        (
            Mapping[str, tuple[str, ...]],
            {"secret": (1,)},
            " values[0] must be str, not int: pass str(value)",
        ),
    ],
)
def test_refused(annotation: Any, value: object, problem: str) -> None:
    """The message has the expected and the actual type."""
    assert problem == checker(annotation)(value)


@frozen(kw_only=True, field_transformer=members)
class Tree:
    """A shape with forward references, like generated recursive shapes."""

    left: "Tree | None" = field(default=None, metadata=member("Left"))
    more: "tuple[Tree, ...]" = field(default=(), metadata=member("More"))


resolve_types(Tree, globals())


def test_forward_references() -> None:
    """Members of recursive shapes are checked."""
    unchecked: Any = Tree

    assert Tree(left=Tree(), more=(Tree(),)).left == Tree()
    with pytest.raises(TypeError, match=r"^Tree\.left must be Tree, not str$"):
        unchecked(left="x")
    with pytest.raises(TypeError, match=r"^Tree\.more\[1\] must be Tree, not int$"):
        unchecked(more=(Tree(), 1))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({}, "missing 2 required keyword-only arguments: 'key_id' and 'plaintext'"),
        ({"key_id": "k", "plaintext": b"p", "x": 1}, "unexpected keyword argument 'x'"),
        ({"key_id": None, "plaintext": b"p"}, "EncryptRequest.key_id must be str, not None"),
        ({"key_id": "k", "plaintext": "p"}, "EncryptRequest.plaintext must be bytes, bytearray or"),
        ({"key_id": "k", "plaintext": b"p", "dry_run": 1}, "EncryptRequest.dry_run must be bool,"),
        (
            {"key_id": "k", "plaintext": b"p", "grant_tokens": "token"},
            "EncryptRequest.grant_tokens must be a sequence such as a list or a tuple, not str",
        ),
        (
            {"key_id": "k", "plaintext": b"p", "grant_tokens": b"token"},
            "EncryptRequest.grant_tokens must be a sequence such as a list or a tuple, not bytes",
        ),
        (
            {"key_id": "k", "plaintext": b"p", "encryption_context": {"a": 1}},
            "EncryptRequest.encryption_context values must be str, not int",
        ),
    ],
)
def test_request(arguments: dict[str, object], problem: str) -> None:
    """A wrong argument is a `TypeError` with the member, the expected and the actual type."""
    unchecked: Any = kms.EncryptRequest

    with pytest.raises(TypeError) as caught:
        unchecked(**arguments)
    assert problem in str(caught.value)


def test_values_are_converted() -> None:
    """Blobs become bytes, sequences tuples, and mappings are copied."""
    context = {"a": "b"}
    request = kms.EncryptRequest(
        key_id="k",
        plaintext=memoryview(b"abcd")[::2],
        grant_tokens=["t"],
        encryption_context=context,
    )
    context["a"] = "changed"

    assert (b"ac", ("t",), {"a": "b"}) == (
        request.plaintext, request.grant_tokens, request.encryption_context,
    )  # fmt: skip
    assert b"ab" == kms.EncryptRequest(key_id="k", plaintext=bytearray(b"ab")).plaintext
    assert (None, None) == (to_optional_bytes(None), to_optional_strings(None))


def test_sensitive_members() -> None:
    """The `repr` shows whether a sensitive member is set, and never its value."""
    request = kms.EncryptRequest(key_id="k", plaintext=b"secret")

    assert "plaintext=<redacted>" in repr(request)
    assert "secret" not in repr(request)


def test_unknown_value() -> None:
    """`UnknownValue` has a telling `repr` and equals its text."""
    value = UnknownValue("NEW")

    assert "UnknownValue('NEW')" == repr(value)
    assert value == "NEW"
    assert "NEW" == str(value)
