"""Type errors say what to write instead, and never show the value."""

import io
from array import array
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

import pytest

import smaws_kms as kms
from smaws_kms import KeySpec, KeyUsageType, UnknownValue
from smaws_kms._runtime.serde.type_advice import advise
from smaws_kms._runtime.serde.type_checks import checker

TAG = "write Tag(tag_key=..., tag_value=...)"
UNKNOWN = 'UnknownValue("...") for a value that this version does not know'
BASE64 = "if it is base64 text, pass base64.b64decode(value), else value.encode()"
OPEN = KeySpec | UnknownValue


class Mine(StrEnum):
    """A user's own enum with one value of KMS's and one of its own."""

    RSA = "RSA_2048"
    OTHER = "secret"


class Tag:
    """A class of another package that has the name of one of ours."""


@pytest.mark.parametrize(
    ("annotation", "value", "advice"),
    [
        (OPEN, "RSA_2048", "write KeySpec.RSA_2048"),
        (OPEN | None, Mine.RSA, "write KeySpec.RSA_2048"),
        (OPEN, "rsa-2048", f"write KeySpec.RSA_2048 or {UNKNOWN}"),
        (OPEN, "KeySpec.RSA_2048", f"write KeySpec.RSA_2048 or {UNKNOWN}"),
        (OPEN, "secret", f"write {UNKNOWN}"),
        (OPEN, Mine.OTHER, ""),
        (OPEN, KeyUsageType.SIGN_VERIFY, ""),
        (OPEN, KeySpec, "pass one of its members"),
        (OPEN, 1, ""),
        (KeySpec, "secret", ""),
        (bytes, "secret", "encode it, value.encode()"),
        (bytes, "c2VjcmV0c2VjcmV0", BASE64),
        (bytes, "c2VjcmV0c2VjcmV0cw==\n", BASE64),
        (bytes, [1, 2], "pass bytes(value)"),
        (bytes, array("B", [1]), "pass bytes(value)"),
        (bytes, io.BytesIO(b"secret"), "pass value.read()"),
        (bytes, 5, ""),
        (str, b"secret", "decode it, value.decode()"),
        (str, {"Version": "1"}, "if it is a JSON document such as a policy, pass json.dumps(value)"),
        (str, UUID(int=1), "pass str(value)"),
        (str, PurePosixPath("secret"), "pass str(value)"),
        (str, kms.KeyListEntry(key_id="secret", key_arn="secret"), "pass one of its members"),
        (str, Tag(), ""),
        (bool, "true", "pass True or False"),
        (bool, None, ""),
        (int, "1", "pass int(value)"),
        (int, True, ""),
        (float, Decimal(1), "pass float(value)"),
        (float, None, ""),
        (datetime, "2026-01-01", "pass datetime.fromisoformat(value), with a time zone"),
        (datetime, 1.5, "pass datetime.fromtimestamp(value, UTC)"),
        (datetime, date(2026, 1, 1), "pass datetime.combine(value, time(), UTC)"),
        (datetime, timedelta(1), "pass datetime.now(UTC) + value"),
        (datetime, None, ""),
        (kms.Tag, {"TagKey": "secret", "TagValue": "secret"}, TAG),
        (kms.Tag, ("secret", "secret"), TAG),
        (kms.Tag, 5, ""),
        (kms.Tag, kms.Tag, "pass an instance"),
        (kms.GrantConstraints, {"EncryptionContextSubset": {}}, ("write GrantConstraints("
         "encryption_context_subset=...)")),
        (tuple[kms.Tag, ...], {"TagKey": "secret"}, "write [Tag(tag_key=..., tag_value=...)]"),
        (tuple[kms.Tag, ...], kms.Tag(tag_key="k", tag_value="v"), "put it in a list, [value]"),
        (tuple[str, ...], "secret", "put it in a list, [value]"),
        (tuple[str, ...], {"secret"}, "pass list(value)"),
        (tuple[str, ...], {"secret": 1}, "pass list(value)"),
        (tuple[str, ...], 5, ""),
        (Mapping[str, str], '{"secret": 1}', "if it is JSON text, pass json.loads(value)"),
        (Mapping[str, str], [("secret", "secret")], "pass dict(value)"),
        (Mapping[str, str], 5, ""),
        (Mapping[str, str], {"secret": None}, "leave the entry out"),
        (str, kms.Ok("secret"), "it is the result of a call; pass what you need of its unwrap()"),
        (tuple[str, ...], kms.Ok("secret"), ("it is the result of a call; pass what you need of its"
         " unwrap()")),
        (Decimal, "secret", ""),
    ],
)  # fmt: skip
def test_advice(annotation: Any, value: object, advice: str) -> None:
    """The text ends with what to write, if that is known."""
    problem = checker(annotation)(value)

    assert problem is not None
    assert advice == problem.partition(": ")[2]
    assert "secret" not in problem


async def test_coroutine() -> None:
    """A forgotten `await` is named."""

    async def read() -> bytes:
        return b""

    waiting = read()
    problem = checker(bytes)(waiting)
    await waiting

    assert problem is not None
    assert problem.endswith("not coroutine: await it first")


def test_sensitive_enum() -> None:
    """The value of a sensitive member selects no suggestion."""
    problem = checker(OPEN, sensitive=True)("RSA_2048")

    assert " must be KeySpec or UnknownValue, not str" == problem


def test_union() -> None:
    """A dict for a union gets no advice, as its members have a class each."""
    assert "" == advise((kms.Tag, kms.UnknownMember), {})


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (Tag, f"must be smaws_kms.Tag, not {__name__}.Tag"),
        (type("Tag", (), {"__module__": "smaws_kms"}),
         "must be smaws_kms.Tag, not smaws_kms.Tag of another definition: its module was loaded"),
        (Fraction, "must be Tag, not fractions.Fraction"),
    ],
)  # fmt: skip
def test_same_names(make: Callable[[], object], text: str) -> None:
    """A class of the same name is told apart by its module."""
    problem = checker(kms.Tag)(make())

    assert problem is not None
    assert text in problem
