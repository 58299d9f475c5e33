"""Requests as HTTP bodies of the awsJson protocols: checked, and written by a generated encoder or cattrs.

Follows https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html. Functions return errors and do
not raise them: the traceback of a raised exception would keep the request alive.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from smaws_kms._runtime.errors import RequestValidationError
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.custom_hooks import CUSTOM_HOOKS
from smaws_kms._runtime.serde.json_text import encode_json
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.values import Validate

# Only for unusual requests, and for those that a client checks in full.
if TYPE_CHECKING:
    from smaws_kms._runtime.serde import validation
else:
    validation = runtime_module("serde.validation")


@lru_cache(maxsize=256)
def request_headers(operation: OperationModel[Any, Any, Any]) -> Mapping[str, str]:
    """Return the headers that the protocol requires."""
    service = operation.service
    headers = {
        "content-type": f"application/x-amz-json-{service.json_version}",
        "x-amz-target": f"{service.target_prefix}.{operation.name}",
    }
    if service.query_compatible:
        headers["x-amzn-query-mode"] = "true"
    return headers


def encode_checked(
    operation: OperationModel[Any, Any, Any], request: object, mode: Validate
) -> bytes | RequestValidationError:
    """Return the body of a request, or the error that it violates a limit or cannot be JSON.

    Args:
        operation: The operation. Its encoder writes usual requests and checks lower bounds.
        request: The request.
        mode: The checks of the client.
    """
    body = None if mode == "full" else _encode_usual(operation, request)
    return body or validation.validate(request, mode) or encode(request)


def _encode_usual(operation: OperationModel[Any, Any, Any], request: object) -> bytes | None:
    """Return the body that the generated encoder writes, or `None` if the request is unusual."""
    to_json = operation.to_json
    if to_json is None or CUSTOM_HOOKS.registered:
        return None
    try:
        return to_json(request).encode("ascii")
    except Exception as error:  # noqa: BLE001  # whatever it is, the general way decides about it
        raise_if_from_handler(error)
        return None


def encode(request: object) -> bytes | RequestValidationError:
    """Return the request body; `{}` for an operation without input."""
    # cattrs is only for unusual requests.
    import_whole(f"{__package__}.converter")  # a fork waits for it
    from smaws_kms._runtime.serde.converter import to_wire  # noqa: PLC0415  # see above

    try:
        return encode_json(to_wire(request)).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise_if_from_handler(error)
        # Earlier checks name the member. What fails here is a document that JSON cannot express.
        kind = type(error).__name__
    return RequestValidationError(f"the request cannot be written as JSON ({kind})")
