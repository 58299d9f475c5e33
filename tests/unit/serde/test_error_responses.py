"""The awsJson protocol: class, code, message and fault of an error response."""

from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import (
    AccessDeniedException,
    DisabledException,
    Encrypt,
    InternalFailureException,
    NotFoundException,
    ServiceError,
    UnmodeledServiceError,
)
from tests.unit.serde.responses import error_of, wire_response

HEADER = "DisabledException"
CODES: list[tuple[str | None, dict[str, object], str]] = [
    (HEADER, {"code": "A", "__type": "B"}, "DisabledException"),
    (None, {"code": "A", "__type": "B"}, "A"),
    (None, {"__type": "B", "message": "m"}, "B"),
    (None, {"code": 7, "__type": "B"}, "B"),
    (None, {"code": "", "__type": "B"}, "B"),
    ("", {"__type": "B"}, "B"),
    (":http://internal.test/", {"__type": "B"}, "B"),
    (None, {"__type": "com.amazonaws.kms#NotFoundException"}, "NotFoundException"),
    ("DisabledException:http://internal.test/coral/", {}, "DisabledException"),
    ("ns.sub#DisabledException:http://internal.test/#x", {}, "DisabledException"),
    (" DisabledException ", {}, "DisabledException"),
    (None, {"__type": None, "code": ["x"]}, "HTTP400"),
    (None, {"__type": "#"}, "HTTP400"),
    (None, {"__type": "A B"}, "HTTP400"),
    ("A\nB", {"__type": "C"}, "C"),
    (None, {"__type": "A" * 128}, "A" * 128),
    (None, {"__type": "A" * 129}, "HTTP400"),
]


@pytest.mark.parametrize(("header", "body", "code"), CODES)
def test_code(header: str | None, body: dict[str, object], code: str) -> None:
    """The code comes from the header, else `code`, else `__type`, without namespace and URI."""
    assert code == error_of(wire_response(body, errortype=header)).code


@pytest.mark.parametrize(
    ("operation", "code", "cls"),
    [
        (Encrypt, "DisabledException", DisabledException),
        (Encrypt, "NotFoundException", NotFoundException),
        (kms.ListKeys, "DisabledException", UnmodeledServiceError),
        (Encrypt, "AccessDeniedException", AccessDeniedException),
        (Encrypt, "AccessDenied", AccessDeniedException),
        (Encrypt, "InternalFailure", InternalFailureException),
        (Encrypt, "NewException", UnmodeledServiceError),
        (Encrypt, "ServiceError", UnmodeledServiceError),
    ],
)
def test_class(
    operation: "kms.Operation[Any, Any, Any]", code: str, cls: type[ServiceError]
) -> None:
    """The class is one that the operation lists, else a common one; the code is unchanged."""
    error = error_of(wire_response({"__type": code, "message": "m"}, 403), operation)

    assert (cls, code, "m", 403, "id-1") == (
        type(error), error.code, error.message, error.status_code, error.request_id,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"__type": "A", "message": "m", "Message": "M"}, "m"),
        ({"__type": "A", "Message": "M"}, "M"),
        ({"__type": "A", "message": None, "Message": "M"}, "M"),
        ({"__type": "A", "message": ["m"]}, ""),
        ({"__type": "A"}, ""),
        ({"message": "m"}, "m"),
    ],
)
def test_message(body: dict[str, object], message: str) -> None:
    """The message is read from `message`, as KMS sends it, and from `Message` of gateways."""
    assert message == error_of(wire_response(body)).message


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"", "an empty body"),
        (b" \n", "an empty body"),
        (b"<!DOCTYPE html><p>secret", "an HTML page"),
        (b"  <HTML>secret", "an HTML page"),
        (b"secret", "no error code"),
        (b"\xff\xfe", "no error code"),
        (b"[]", "no error code"),
        (b"{}", "no error code"),
    ],
)
@pytest.mark.parametrize("status_code", [100, 301, 304, 400, 404, 502])
def test_no_code(status_code: int, body: bytes, text: str) -> None:
    """Every status other than 2xx is a service error; without a code, the status is the code."""
    error = error_of(wire_response(body, status_code))

    assert (UnmodeledServiceError, f"HTTP{status_code}", f"HTTP status {status_code} with {text}") == (
        type(error), error.code, error.message,
    )  # fmt: skip
    assert ("server" if status_code >= 500 else "client") == error.fault


def test_fault() -> None:
    """Modeled errors have their own fault; for other codes the status decides."""
    faults = [
        error_of(wire_response({"__type": code}, status_code)).fault
        for code in ("KMSInternalException", "DisabledException", "NewException")
        for status_code in (400, 500)
    ]

    assert ["server", "server", "client", "client", "client", "server"] == faults
