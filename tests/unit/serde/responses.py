"""Responses of a server, and the errors that they are decoded to."""

import json
from typing import Any

import smaws_kms as kms
from smaws_kms import Encrypt, SmawsError
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode


def wire_response(
    body: bytes | dict[str, object] = b"", status_code: int = 400, errortype: str | None = None
) -> WireResponse:
    """Return a response of a server."""
    headers = {"x-amzn-requestid": "id-1"}
    if errortype is not None:
        headers["x-amzn-errortype"] = errortype
    return WireResponse(
        status_code, headers, body if isinstance(body, bytes) else json.dumps(body).encode()
    )


def error_of(response: WireResponse, operation: "kms.Operation[Any, Any, Any]" = Encrypt) -> Any:
    """Decode a response to an error, and check that it was not raised."""
    error = decode(operation, response)

    assert isinstance(error, SmawsError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    assert operation.name == error.operation
    return error
