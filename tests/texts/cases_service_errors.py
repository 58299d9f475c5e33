"""Errors of the service: all that its model has, and those of every service."""

from typing import Any, Final

import httpx

import smaws_kms as kms
from smaws_kms._generated import errors as modelled
from smaws_kms._runtime.common_errors import COMMON_ERRORS
from tests.operations.fake_kms import ONCE, REGION, http_response
from tests.operations.values import minimal
from tests.texts.place import Cases, Place, answering
from tests.unit.auth.credential_fakes import NOON
from tests.unit.call.call_harness import CallHarness, refusal

TITLE: Final = "Errors of the service"

_WITH_HTML: Final = b"<html><body>Forbidden</body></html>"


def cases(_: Place) -> Cases:
    """Return the cases of errors that the service sends, with and without a message."""
    for cls in _modelled():
        code = cls.wire_name or cls.__name__
        operation = _operation_with(cls)
        yield cls.__name__, _sent(operation, {"__type": code, "message": "what KMS says"})
        yield f"{cls.__name__} without a message", _sent(operation, {"__type": code})
    for code, common in COMMON_ERRORS.items():
        yield f"common {code}", _sent(kms.ListKeys, {"__type": code, "message": "what AWS says"})
        if code == common.__name__:
            yield f"common {code} without a message", _sent(kms.ListKeys, {"__type": code})
    yield (
        "code of a later version",
        _sent(kms.ListKeys, {"__type": "NewException", "message": "new"}),
    )
    for status, body in ((403, _WITH_HTML), (503, b""), (502, b"upstream"), (301, b"")):
        shown = "HTML" if body == _WITH_HTML else "a body" if body else "no body"
        yield (
            f"status {status} with {shown}",
            _answered(kms.ListKeys, http_response(body, status=status)),
        )
    yield (
        "message with a line break",
        _sent(kms.ListKeys, {"__type": "ValidationException", "message": "one\nERROR root: two"}),
    )
    yield from _hints()
    yield "error after a lost response", _after_a_lost_response()


def _modelled() -> list[type[kms.ServiceError]]:
    found = vars(modelled).values()
    classes = [cls for cls in found if isinstance(cls, type) and issubclass(cls, kms.ServiceError)]
    return [cls for cls in classes if cls is not kms.ServiceError]


def _operation_with(cls: type[kms.ServiceError]) -> Any:
    found: list[Any] = [getattr(kms, name) for name in dir(kms)]
    operations = (each for each in found if type(each).__name__.endswith("Operation"))
    return next(each for each in operations if cls in each.errors)


def _sent(operation: Any, body: object) -> kms.SmawsError:
    return _answered(operation, http_response(body, status=400))


def _answered(operation: Any, response: httpx.Response) -> kms.SmawsError:
    client = answering(response)
    result: Any = operation.request_sync(client, minimal(operation.input))
    error: kms.SmawsError = result.error
    return error


def _hints() -> Cases:
    """Return the cases of errors to which the client adds what it knows."""
    missing = http_response({"__type": "NotFoundException", "message": "no"}, status=400)
    for name, arn in {
        "another Region": "arn:aws:kms:us-east-1:123456789012:key/1",
        "another partition": "arn:aws-cn:kms:cn-north-1:123456789012:key/1",
        "another partition, same Region": "arn:aws-cn:kms:eu-west-1:123456789012:key/1",
        "a multi-Region key": "arn:aws:kms:us-east-1:123456789012:key/mrk-1",
    }.items():
        yield f"ARN of {name}", _failed(answering(missing).describe_key(key_id=arn))
    expiring = kms.Credentials("AKIAIOSFODNN7EXAMPLE", "key", expires_at=NOON)
    denied = http_response({"__type": "AccessDeniedException", "message": "no"}, status=400)
    http = httpx.MockTransport(lambda _: denied)
    with kms.KMSClient(region=REGION, credentials=expiring, http=http, retry=ONCE) as client:
        yield "credentials that expire", _failed(client.list_keys())
    late = refusal("InvalidSignatureException", date="Fri, 02 Jan 2026 04:04:05 GMT")
    yield "clock of this machine", CallHarness(retry=ONCE).finish(late)


def _failed(result: Any) -> kms.SmawsError:
    error: kms.SmawsError = result.error
    return error


def _after_a_lost_response() -> Any:
    request = kms.CreateAliasRequest(alias_name="alias/orders", target_key_id="k")
    lost = kms.ConnectionLostError("the connection to kms.test:443 broke: reset", sent="maybe")
    exists = refusal("AlreadyExistsException")
    return CallHarness(request, operation=kms.CreateAlias).finish(lost, exists)
