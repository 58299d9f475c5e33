"""Responses that are read and mean nothing."""

from typing import Any, Final

import httpx
from attrs import field, frozen, resolve_types

import smaws_kms as kms
from smaws_kms._runtime.serde.containers import union_reader
from smaws_kms._runtime.serde.fields import member, members
from smaws_kms._runtime.serde.scalars import read_string
from tests.operations.fake_kms import http_response
from tests.texts.place import Cases, Place, answering, raised

TITLE: Final = "Responses that cannot be read"

_KEY: Final = {"KeyId": "k", "Arn": "arn:aws:kms:eu-west-1:123456789012:key/k"}


def cases(_: Place) -> Cases:
    """Return the cases of successful responses whose body is no output."""
    bodies: dict[str, object] = {
        "empty body": None,
        "HTML": b"<!doctype html><title>Sign in</title>",
        "text that is not JSON": b"hello",
        "JSON that is cut": b'{"KeyMetadata": {"KeyId":',
        "bytes that are not UTF-8": b'{"KeyMetadata": "\xff"}',
        "array": [],
        "null": b"null",
        "missing member": {},
        "missing member of a structure": {"KeyMetadata": {}},
        "number for text": {"KeyMetadata": {**_KEY, "KeyId": 7}},
        "text for a boolean": {"KeyMetadata": {**_KEY, "Enabled": "yes"}},
        "text for a structure": {"KeyMetadata": "k"},
        "number for an array": {"KeyMetadata": {**_KEY, "EncryptionAlgorithms": 1}},
        "text for a time": {"KeyMetadata": {**_KEY, "CreationDate": "yesterday"}},
        "text for a number": {"KeyMetadata": {**_KEY, "PendingDeletionWindowInDays": "7"}},
        "too many values": b'{"KeyMetadata": [' + b"1," * 600_000 + b"1]}",
        "too many levels": b"[" * 300 + b"]" * 300,
        "too many digits": b'{"KeyMetadata": ' + b"1" * 5000 + b"}",
    }
    for name, body in bodies.items():
        yield name, _described(http_response(body))
    yield "number for base64", _encrypted({"CiphertextBlob": 1})
    yield "text that is not base64", _encrypted({"CiphertextBlob": "?"})
    yield "repeated page token", _repeated_token()
    yield from _of_other_services()


def _described(response: httpx.Response) -> kms.SmawsError:
    result: Any = answering(response).describe_key(key_id="k")
    error: kms.SmawsError = result.error
    return error


def _encrypted(body: object) -> kms.SmawsError:
    result: Any = answering(http_response(body)).encrypt(key_id="k", plaintext=b"p")
    error: kms.SmawsError = result.error
    return error


def _repeated_token() -> BaseException:
    page: dict[str, object] = {"Keys": [], "Truncated": True, "NextMarker": "again"}
    client = answering(http_response(page), http_response(page))
    return raised(lambda: list(client.list_keys.items()))


@frozen(kw_only=True, field_transformer=members)
class _Nested:
    """What KMS does not have: a number with a fraction, and a structure within itself."""

    ratio: float | None = field(default=None, metadata=member("Ratio"))
    next: "_Nested | None" = field(default=None, metadata=member("Next"))


resolve_types(_Nested, globals())


def _of_other_services() -> Cases:
    yield "number that is too large", raised(lambda: kms.from_wire(_Nested, {"Ratio": 10**400}))
    deep: dict[str, object] = {}
    for _ in range(2000):
        deep = {"Next": deep}
    yield "structure within itself", raised(lambda: kms.from_wire(_Nested, deep))
    choice = union_reader({"A": read_string, "B": read_string})
    yield "union with two members", str(raised(lambda: choice({"A": "a", "B": "b"})))
    yield "enum of your own request", raised(lambda: kms.from_wire(kms.KeySpec, "NEW"))
