"""The bodies that the server sends, and the complete responses. Standard library only."""

import base64
import json
from typing import Final

from tests.benchmarks.setup import ENTRIES, KEY_ID

_BLOB: Final = base64.b64encode(bytes(range(180))).decode()
_ALGORITHM: Final = "SYMMETRIC_DEFAULT"


def _encrypted(size: int) -> bytes:
    blob = base64.b64encode(bytes(size)).decode()
    return _json({"CiphertextBlob": blob, "EncryptionAlgorithm": _ALGORITHM, "KeyId": KEY_ID})


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _key(number: int) -> dict[str, str]:
    key_id = f"1234abcd-12ab-34cd-56ef-{number:012}"
    return {"KeyArn": f"{KEY_ID.rpartition('/')[0]}/{key_id}", "KeyId": key_id}


LIST_KEYS: Final = _json({"Keys": [_key(number) for number in range(ENTRIES)], "Truncated": False})

BODIES: Final = {
    "encrypt 64 B": _encrypted(64 + 88),
    "encrypt 4 KB": _encrypted(4096 + 88),
    "generate data key": _json(
        {
            "CiphertextBlob": _BLOB,
            "KeyId": KEY_ID,
            "KeyMaterialId": "0123456789abcdef" * 4,
            "Plaintext": base64.b64encode(bytes(range(32))).decode(),
        }
    ),
    "list keys": LIST_KEYS,
}
HEADERS: Final = {
    "x-amzn-RequestId": "7c1d6a2e-33aa-4a5d-8f1c-2b7a8c0d9e1f",
    "Cache-Control": "no-cache, no-store, must-revalidate, private",
    "Expires": "0",
    "Pragma": "no-cache",
    "Date": "Sat, 28 Nov 2026 08:00:00 GMT",
}
CONTENT_TYPE: Final = "application/x-amz-json-1.1"


def response(body: bytes) -> bytes:
    """Return the bytes of a response, with the headers of KMS."""
    headers = {**HEADERS, "Content-Type": CONTENT_TYPE, "Content-Length": str(len(body))}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body
