"""Error classes: hierarchy, members, texts and pickling."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import (
    AccessDeniedException,
    AttemptTimeoutError,
    CallTimeoutError,
    ConfigurationError,
    ConnectError,
    ConnectionLostError,
    ConnectTimeoutError,
    CredentialsError,
    DeadlineExceededError,
    NotFoundException,
    ProtocolError,
    RequestValidationError,
    ResponseParseError,
    ServiceError,
    SmawsError,
    ThrottlingException,
    TransportError,
    UnmodeledServiceError,
)
from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.errors import CommonServiceError
from smaws_kms._runtime.retry.classification import classify_failure

SERVICE: dict[str, Any] = {
    "code": "Some.Code",
    "operation": "Encrypt",
    "status_code": 503,
    "request_id": "id-1",
}
ERRORS: list[SmawsError] = [
    SmawsError("m"),
    ServiceError("m", **SERVICE),
    NotFoundException("m", **SERVICE),
    UnmodeledServiceError(None, **SERVICE),
    ThrottlingException("m", **SERVICE),
    TransportError("m", operation="Encrypt", sent="no"),
    ConnectError("m", operation="Encrypt", sent="no"),
    ConnectionLostError("m"),
    ProtocolError("m"),
    CallTimeoutError("m", sent="no"),
    ConnectTimeoutError("m", sent="no"),
    AttemptTimeoutError("m", operation="Encrypt"),
    DeadlineExceededError("m", operation="Encrypt", sent="no", last_error=ProtocolError("first")),
    ResponseParseError("m", path="$.KeyMetadata", operation="Encrypt", request_id="id-1"),
    CredentialsError("m"),
    ConfigurationError("m", operation="Encrypt"),
    RequestValidationError("m", member="tags[0].tag_key", operation="Encrypt"),
]


def name(error: SmawsError) -> str:
    """Return the ID of a test case."""
    return type(error).__name__


def state(error: SmawsError) -> dict[str, object]:
    """Return an error's attributes, nested errors as text."""
    return {
        attribute: str(value) if isinstance(value, SmawsError) else value
        for attribute, value in vars(error).items()
    }


def pickled(error: SmawsError) -> Any:
    """Return a pickled copy of an error."""
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - our own


@pytest.mark.parametrize("error", ERRORS, ids=name)
@pytest.mark.parametrize("again_by", [pickled, copy.copy, copy.deepcopy])
def test_round_trip(error: SmawsError, again_by: Callable[[SmawsError], SmawsError]) -> None:
    """Pickled errors keep all attributes, including keyword-only ones."""
    again = again_by(error)

    assert type(error) is type(again)
    assert state(error) == state(again)
    assert (str(error), repr(error), error.args) == (str(again), repr(again), again.args)


def test_round_trip_keeps_fault_and_notes() -> None:
    """Pickled errors keep attributes that were set after construction."""
    error = UnmodeledServiceError("m", code="X", status_code=500)
    error.fault = "server"
    error.add_note("seen while encrypting")

    again = pickled(error)

    assert ("server", ["seen while encrypting"]) == (again.fault, again.__notes__)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (SmawsError("m"), "m"),
        (ConnectError("m", operation="Encrypt"), "Encrypt: m"),
        (NotFoundException("no such key"), "NotFoundException: no such key"),
        (NotFoundException(), f"NotFoundException: {NotFoundException.help}"),
        (ServiceError(code="Odd"), "Odd"),
        (ServiceError("m", **SERVICE), "Encrypt: Some.Code: m (request id id-1)"),
        (
            ResponseParseError("m", path="$.A", operation="Encrypt", request_id="id-1"),
            "Encrypt: $.A: m (request id id-1)",
        ),
        (ResponseParseError("m"), "$: m"),
    ],
)
def test_text(error: SmawsError, text: str) -> None:
    """The text has operation, code, message and request ID, as far as they are known."""
    assert text == str(error)
    assert f"{type(error).__name__}({text!r})" == repr(error)


def test_members() -> None:
    """`members` returns the modelled members; the message is never `None`."""
    assert {"message": "gone"} == NotFoundException("gone").members()
    assert {"message": ""} == NotFoundException().members()


def test_code_is_the_received_one() -> None:
    """`code` is the received code, and the class name only without one."""
    assert "AccessDenied" == AccessDeniedException("m", code="AccessDenied").code
    assert "AccessDeniedException" == AccessDeniedException("m").code


@pytest.mark.parametrize("error", ERRORS, ids=name)
def test_one_root(error: SmawsError) -> None:
    """All errors are `SmawsError`s, and only timeouts are `TimeoutError`s."""
    assert isinstance(error, CallTimeoutError) == isinstance(error, TimeoutError)
    assert isinstance(error, SmawsError)


def test_common_error_is_all_but_the_modelled() -> None:
    """The closed union covers every class that is neither modelled nor abstract."""
    open_classes = {SmawsError, ServiceError}
    values: list[object] = [getattr(kms, public) for public in dir(kms)]
    classes = {value for value in values if isinstance(value, type)}
    errors = {cls for cls in classes if issubclass(cls, SmawsError)} - open_classes

    covered = {cls for cls in errors if issubclass(cls, kms.CommonError)}
    modelled = {cls for cls in errors - covered if cls.__base__ is ServiceError}

    assert errors == covered | modelled
    assert 48 == len(modelled)


def test_tree() -> None:
    """The class hierarchy matches the documented one."""
    parents = {
        ServiceError: SmawsError,
        UnmodeledServiceError: ServiceError,
        CommonServiceError: UnmodeledServiceError,
        TransportError: SmawsError,
        ConnectError: TransportError,
        ConnectionLostError: TransportError,
        ProtocolError: TransportError,
        CallTimeoutError: TransportError,
        ConnectTimeoutError: CallTimeoutError,
        AttemptTimeoutError: CallTimeoutError,
        DeadlineExceededError: CallTimeoutError,
        ResponseParseError: SmawsError,
        CredentialsError: SmawsError,
        ConfigurationError: SmawsError,
        RequestValidationError: SmawsError,
    }

    assert parents == {cls: cls.__bases__[0] for cls in parents}


def test_common_errors() -> None:
    """Each common code maps to a public class, and throttling implies retryable."""
    public = {getattr(kms, cls.__name__) for cls in COMMON_ERRORS.values()}

    assert set(COMMON_ERRORS.values()) == public
    assert {cls for cls in public if issubclass(cls, CommonServiceError)} == public
    assert {ThrottlingException} == {cls for cls in public if cls.throttling}
    assert all(cls.retryable for cls in public if cls.throttling or cls.fault == "server")


def test_default_facts() -> None:
    """By default an error is not retryable, and the request may have been sent."""
    error = ServiceError("m")

    assert ("client", False, False, False, 400, None) == (
        error.fault, error.retryable, error.throttling, error.quota, error.status_code,
        error.request_id,
    )  # fmt: skip
    assert "maybe" == TransportError("m").sent
    assert DeadlineExceededError("m").last_error is None
    assert "" == RequestValidationError("m").member


def test_retryable_transport_errors() -> None:
    """Every transport error says whether another attempt may succeed, also after pickling."""
    classes = [kms.TransportError, kms.ConnectError, kms.ConnectionLostError, kms.ProtocolError]
    classes += [kms.ConnectTimeoutError, kms.AttemptTimeoutError]
    errors = [cls("failed", retryable=False) for cls in classes]

    assert [True] * 7 == [cls("failed").retryable for cls in (*classes, kms.DeadlineExceededError)]
    assert [False] * 6 == [pickle.loads(pickle.dumps(error)).retryable for error in errors]  # noqa: S301
    assert [None] * 6 == [classify_failure(error) for error in errors]
