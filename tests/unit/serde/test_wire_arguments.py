"""Wrong arguments of `to_wire` and `from_wire`."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import ResponseParseError

TO_WIRE: Any = kms.to_wire
FROM_WIRE: Any = kms.from_wire
TAG = kms.Tag(tag_key="geheim", tag_value="v")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "int"),
        ("geheim", "str"),
        (None, "None"),
        ({"KeyId": "geheim"}, "dict: it is a JSON object already"),
        ([TAG], "list: convert each element"),
        (kms.Ok(TAG), "smaws_kms.Ok: pass its unwrap()"),
        (kms.NotFoundException("geheim"), "smaws_kms.NotFoundException: an error has members()"),
        (kms.Tag, "the class smaws_kms.Tag: pass an instance"),
        (kms.Credentials("AKID", "geheim"), "smaws_kms.Credentials"),
        (kms.KeySpec.RSA_2048, "smaws_kms.KeySpec"),
        (kms.Encrypt, "smaws_kms.Operation"),
    ],
)
def test_to_wire(value: object, text: str) -> None:
    """Only shapes are converted; anything else is named."""
    with pytest.raises(TypeError) as caught:
        TO_WIRE(value)

    assert text == str(caught.value).partition(", not ")[2]
    assert "geheim" not in str(caught.value)


def test_unknown_member() -> None:
    """A union member that this version does not know is a shape."""
    assert {"New": 1} == kms.to_wire(kms.UnknownMember("New", 1))


@pytest.mark.parametrize(
    ("cls", "data", "text"),
    [
        (int, 5, "the class int"),
        ("Tag", {}, "str"),
        (kms.Credentials, {}, "the class smaws_kms.Credentials"),
        (kms.Encrypt, {}, "smaws_kms.Operation: pass its `output` or `input`"),
        (TAG, {}, "smaws_kms.Tag: pass its class"),
        ({}, kms.Tag, "dict: the class is the first argument, the data the second"),
    ],
)
def test_from_wire(cls: object, data: object, text: str) -> None:
    """The class is one of the package, and comes first."""
    with pytest.raises(TypeError) as caught:
        FROM_WIRE(cls, data)

    assert text == str(caught.value).partition(", not ")[2]


def keys(value: object) -> Callable[[], object]:
    """Return a call that reads a list of keys from a value."""
    return lambda: FROM_WIRE(kms.ListKeysResponse, {"Keys": value})


@pytest.mark.parametrize(
    ("call", "path", "text"),
    [
        (lambda: FROM_WIRE(kms.Tag, b"{}"), "$", "JSON text or other text: call json.loads first"),
        (lambda: FROM_WIRE(kms.Tag, '{"a": "geheim"}'), "$", "JSON text or other text: call json"),
        (lambda: FROM_WIRE(kms.Tag, MappingProxyType({})), "$", "mappingproxy, which JSON does not"),
        (keys(("geheim",)), "$.Keys", "tuple, which JSON does not have: pass a list"),
        (keys({"geheim"}), "$.Keys", "set, which JSON does not have: pass a list"),
        (keys([TAG]), "$.Keys[0]", "smaws_kms.Tag, which JSON does not have"),
        (keys(datetime(2026, 1, 1, tzinfo=UTC)), "$.Keys", "datetime.datetime, which JSON does not"),
        (keys(b"geheim"), "$.Keys", "bytes, which JSON does not have: base64 text stands for bytes"),
        (keys(Decimal(1)), "$.Keys", "a number"),
        (lambda: FROM_WIRE(kms.Tag, {"TagKey": kms.KeySpec}), "$.TagKey", "the class smaws_kms.KeyS"),
        (lambda: FROM_WIRE(kms.ListKeysResponse, {"Truncated": kms.KeySpec.RSA_2048}), "$.Truncated",
         "smaws_kms.KeySpec, which JSON does not have: pass its value"),
    ],
)  # fmt: skip
def test_what_came(call: Callable[[], object], path: str, text: str) -> None:
    """Values that JSON does not have are named by their type, with their path."""
    with pytest.raises(ResponseParseError) as caught:
        call()

    assert path == caught.value.path
    assert f", got {text}" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_alias() -> None:
    """The alias of a union is no class, and is read."""
    assert FROM_WIRE(kms.Tag | None, {"TagKey": "k", "TagValue": "v"}) == kms.Tag(
        tag_key="k", tag_value="v"
    )
