"""The awsJson protocols without I/O: responses to shapes or errors. See `request_body` for requests.

Follows https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html. Functions return errors and do
not raise them: the traceback of a raised exception would keep the response body alive.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar, cast

from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.errors import (
    ResponseParseError,
    ServiceError,
    UnmodeledServiceError,
)
from smaws_kms._runtime.http.messages import FIRST_SERVER_ERROR, SUCCESS, WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.bounded_json import TooMuchJson, parse_json
from smaws_kms._runtime.serde.custom_hooks import CUSTOM_HOOKS
from smaws_kms._runtime.serde.unreadable_body import describe_body, is_empty, is_html
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.frames import raise_if_from_handler

Res = TypeVar("Res")

_CODE: Final = r"[A-Za-z0-9._-]{1,128}"
_LONGEST_NAME: Final = 1024
"""Characters of an error name, including namespace and URI."""


def decode(
    operation: OperationModel[Any, Res, Any], response: WireResponse
) -> Res | ServiceError | ResponseParseError:
    """Return the output of a 2xx response, or the error that the response means."""
    if response.status_code not in SUCCESS:
        return _decode_error(operation, response)
    # Without output, services send an empty body or `{}`. Any body is accepted.
    if operation.output is None:
        return None  # type: ignore[return-value]  # Res is None exactly then
    data = _parse(response.body)
    if operation.from_json is not None and not CUSTOM_HOOKS.registered:
        try:
            return operation.from_json(data)
        except Exception as error:  # noqa: BLE001  # cattrs says what is wrong, if anything is
            raise_if_from_handler(error)
    return _decode_unusual(operation, response, data)


def _decode_unusual(
    operation: OperationModel[Any, Res, Any], response: WireResponse, data: object
) -> Res | ResponseParseError:
    """Return what cattrs reads, or an error that says what is wrong with the body."""
    if isinstance(data, ResponseParseError):
        error = ResponseParseError(describe_body(response, data.message))
    else:
        import_whole(f"{__package__}.converter")  # a fork waits for it
        from smaws_kms._runtime.serde.converter import read  # noqa: PLC0415 - cattrs takes long

        result = read(cast("type[Res]", operation.output), data)
        if not isinstance(result, ResponseParseError):
            return result
        error = result
        if is_empty(response):
            error = ResponseParseError(f"{error.message}: the body is empty", path=error.path)
    error.operation = operation.name
    error.request_id = response.request_id
    return error


def _parse(body: bytes) -> object:
    """Return the JSON value, an empty object for an empty body, or an error without the body."""
    try:
        return parse_json(body)
    except (TooMuchJson, ValueError, RecursionError) as error:
        return _unparsed(error, body)


def _unparsed(error: Exception, body: bytes) -> object:
    """Return what `_parse` returns for a body that `parse_json` refused with this error."""
    raise_if_from_handler(error)
    if not body.strip():
        return {}
    match error:
        case TooMuchJson():
            problem = str(error)
        case UnicodeDecodeError():
            problem = f"not UTF-8 text (byte {error.start} of {len(body)})"
        case json.JSONDecodeError():  # it would hold the body
            problem = _problem_of_json(error)
        case _:
            problem = f"not JSON that can be read ({type(error).__name__})"
    return ResponseParseError(problem)


def _problem_of_json(error: json.JSONDecodeError) -> str:
    where = f"(character {error.pos} of {len(error.doc)})"
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string"):
        return f"not JSON: {error.msg} {where}: the body ends too early"
    return f"not JSON: {error.msg} {where}"


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
        **_read_members(cls, data),
    )
    is_server = response.status_code >= FIRST_SERVER_ERROR or query_fault == "Receiver"
    if cls is UnmodeledServiceError and is_server:
        error.fault = "server"  # the class does not know
    return error


def _read_members(cls: type[ServiceError], data: Mapping[str, object]) -> dict[str, Any]:
    if not cls.wire_members:
        return {}
    import_whole(f"{__package__}.converter")  # a fork waits for it
    from smaws_kms._runtime.serde.converter import read_members  # noqa: PLC0415 - cattrs takes long

    return read_members(cls.wire_members, data)


def _query_error(
    operation: OperationModel[Any, Any, Any], response: WireResponse
) -> tuple[str | None, str]:
    """Return code and fault of `x-amzn-query-error`, which former awsQuery services send."""
    if not operation.service.query_compatible:
        return None, ""
    code, _, fault = response.headers.get("x-amzn-query-error", "").partition(";")
    return _checked_code(code), fault.strip()


def _error_name(response: WireResponse, data: Mapping[str, object]) -> str | None:
    """Return the error name from the header, else from `code`, else from `__type` of the body.

    A namespace before `#` and a URI after `:` are not part of the name.
    """
    for found in (response.headers.get("x-amzn-errortype"), data.get("code"), data.get("__type")):
        if isinstance(found, str) and (code := _checked_code(_without_namespace_and_uri(found))):
            return code
    return None


def _without_namespace_and_uri(name: str) -> str:
    return name[:_LONGEST_NAME].partition(":")[0].rpartition("#")[2]


def _checked_code(code: str) -> str | None:
    """Return the code if its characters are safe for log lines and matching, else `None`."""
    code = code.strip()
    return code if re.fullmatch(_CODE, code) else None


def _error_class(operation: OperationModel[Any, Any, Any], code: str | None) -> type[ServiceError]:
    if code is None:
        return UnmodeledServiceError
    return operation.errors_by_code.get(code) or COMMON_ERRORS.get(code) or UnmodeledServiceError


def _message(data: Mapping[str, object]) -> str | None:
    """Return the error message. Services spell the key `message`, gateways `Message`."""
    for name in ("message", "Message"):
        found = data.get(name)
        if isinstance(found, str):
            return found
    return None


def _status_text(response: WireResponse) -> str:
    kind = "an HTML page" if is_html(response.body) else "no error code"
    return (
        f"HTTP status {response.status_code} with {'an empty body' if is_empty(response) else kind}"
    )
