"""The awsJson protocols without I/O: requests to bytes, answers to results.

https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html is cited step by step. Errors are
returned, not raised: an exception that was raised keeps the answer's body alive in its traceback.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from typing import Any, Final, TypeVar, cast

from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.errors import (
    RequestValidationError,
    ResponseParseError,
    ServiceError,
    UnmodeledServiceError,
)
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.bounded_json import TooMuchJson, parse_json
from smaws_kms._runtime.serde.converter import read, read_members, to_wire
from smaws_kms._runtime.support.frames import raise_if_from_handler

Res = TypeVar("Res")

_SUCCESS: Final = range(200, 300)
_CODE: Final = re.compile(r"[A-Za-z0-9._-]{1,128}")
_LONGEST_NAME: Final = 1024
"""Characters of an error's name with its namespace and URI."""

_encode_json: Final = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode


@lru_cache(maxsize=256)
def request_headers(operation: OperationModel[Any, Any, Any]) -> Mapping[str, str]:
    """Return the headers that the protocol asks of a request."""
    service = operation.service
    headers = {
        "content-type": f"application/x-amz-json-{service.json_version}",
        "x-amz-target": f"{service.target_prefix}.{operation.name}",
    }
    if service.query_compatible:
        headers["x-amzn-query-mode"] = "true"
    return headers


def encode(request: object) -> bytes | RequestValidationError:
    """Return the body of a request; an operation without input sends `{}` too."""
    try:
        return _encode_json(to_wire(request)).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise_if_from_handler(error)
        # Our own checks name the member; what is left are documents that JSON cannot say.
        kind = type(error).__name__
    return RequestValidationError(f"the request cannot be written as JSON ({kind})")


def decode(
    operation: OperationModel[Any, Res, Any], response: WireResponse
) -> Res | ServiceError | ResponseParseError:
    """Return what an answer means: the response, or an error about it."""
    if response.status_code in _SUCCESS:
        return _decode_output(operation, response)
    return _decode_error(operation, response)


def _decode_output(
    operation: OperationModel[Any, Res, Any], response: WireResponse
) -> Res | ResponseParseError:
    # An operation without output answers with an empty body or `{}`; both are fine, whatever it is.
    if operation.output is None:
        return None  # type: ignore[return-value]  # Res is None exactly then
    data = _parse(response.body)
    result = data if isinstance(data, ResponseParseError) else read(operation.output, data)
    if isinstance(result, ResponseParseError):
        result.operation = operation.name
        result.request_id = response.request_id
    return result


def _parse(body: bytes) -> object:
    """Return the JSON value, or the error: a `JSONDecodeError` would carry the whole body."""
    if not body.strip():
        return {}
    try:
        return parse_json(body)
    except TooMuchJson as error:
        problem = str(error)
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 text (byte {error.start} of {len(body)})"
    except json.JSONDecodeError as error:
        problem = f"not JSON: {error.msg} (character {error.pos} of {len(error.doc)})"
    except (ValueError, RecursionError) as error:
        raise_if_from_handler(error)
        problem = f"not JSON that can be read ({type(error).__name__})"
    return ResponseParseError(problem)


def _decode_error(operation: OperationModel[Any, Any, Any], response: WireResponse) -> ServiceError:
    parsed = _parse(response.body)
    data = cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}
    name = _error_name(response, data)
    query_code, query_fault = _query_error(operation, response)
    cls = _error_class(operation, name or query_code)
    code = query_code or name
    error = cls(
        _message(data) or (None if code else _status_text(response)),
        code=code or f"HTTP{response.status_code}",
        operation=operation.name,
        status_code=response.status_code,
        request_id=response.request_id,
        **read_members(cls.wire_members, data),
    )
    is_server = (
        response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR or query_fault == "Receiver"
    )
    if cls is UnmodeledServiceError and is_server:
        error.fault = "server"  # nothing else tells
    return error


def _query_error(
    operation: OperationModel[Any, Any, Any], response: WireResponse
) -> tuple[str | None, str]:
    """Return code and fault as an awsQuery service has them, which some services go on to send."""
    if not operation.service.query_compatible:
        return None, ""
    code, _, fault = response.headers.get("x-amzn-query-error", "").partition(";")
    return _checked_code(code), fault.strip()


def _error_name(response: WireResponse, data: Mapping[str, object]) -> str | None:
    """Find the error's name: the header, then `code`, then `__type` of the body.

    Servers may send a namespace before `#` and a URI after `:`; neither is part of the name.
    """
    for found in (response.headers.get("x-amzn-errortype"), data.get("code"), data.get("__type")):
        if isinstance(found, str) and (code := _checked_code(_bare(found))):
            return code
    return None


def _bare(name: str) -> str:
    return name[:_LONGEST_NAME].partition(":")[0].rpartition("#")[2]


def _checked_code(code: str) -> str | None:
    """Return the code if it is one: it goes into log lines and is matched on."""
    code = code.strip()
    return code if _CODE.fullmatch(code) else None


def _error_class(operation: OperationModel[Any, Any, Any], code: str | None) -> type[ServiceError]:
    if code is None:
        return UnmodeledServiceError
    return operation.errors_by_code.get(code) or COMMON_ERRORS.get(code) or UnmodeledServiceError


def _message(data: Mapping[str, object]) -> str | None:
    """Find the message: services write it in lower case, gateways before them in upper case."""
    for name in ("message", "Message"):
        found = data.get(name)
        if isinstance(found, str):
            return found
    return None


def _status_text(response: WireResponse) -> str:
    body = response.body.lstrip()[:100].lower()
    kind = "an HTML page" if body.startswith((b"<!doctype html", b"<html")) else "no error code"
    return f"HTTP status {response.status_code} with {kind if body else 'an empty body'}"
