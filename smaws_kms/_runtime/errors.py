"""Errors that calls return in `Err`.

    SmawsError
    |-- ServiceError                  the service returned an error
    |   |-- the modelled classes of a generated package
    |   `-- UnmodeledServiceError     any other code
    |       `-- CommonServiceError    codes that any AWS service may return, see `common_errors`
    |-- TransportError                no usable response; `.sent`: may the request have been processed
    |   |-- ConnectError, ConnectionLostError, ProtocolError
    |   `-- CallTimeoutError
    |       `-- ConnectTimeoutError, AttemptTimeoutError, DeadlineExceededError
    |-- ResponseParseError            the response body cannot be decoded
    `-- CredentialsError, ConfigurationError, RequestValidationError     nothing was sent

Errors hold only text and numbers. Exceptions of other libraries hold bodies and headers, so an error
copies their text into its message and never keeps them as cause, context or attribute.
"""

from collections.abc import Mapping
from pickle import UnpicklingError
from types import MappingProxyType
from typing import ClassVar, Literal, TypeAlias

from attrs import frozen

from smaws_kms._runtime.error_misuse import ErrorMisuse
from smaws_kms._runtime.redaction.external_text import escape_text
from smaws_kms._runtime.support.lazy_imports import publish

Fault: TypeAlias = Literal["client", "server"]
"""Values of `ServiceError.fault`."""
Sent: TypeAlias = Literal["no", "maybe"]
"""Values of `TransportError.sent`."""


def _rebuild(cls: object, state: dict[str, object], args: tuple[object, ...]) -> "SmawsError":
    # Pickles may be forged: create only errors of this package.
    if not (isinstance(cls, type) and issubclass(cls, SmawsError)):
        raise UnpicklingError("not a class of SmawsError")
    error = cls.__new__(cls)
    error.__dict__.update(state)
    error.args = args
    return error


class SmawsError(ErrorMisuse, Exception):
    """Base class of all errors that calls return in `Err` and `unwrap` raises."""

    message: str
    """Description: one printable line of at most 2,048 characters."""
    operation: str | None
    """Name of the operation, for example `Encrypt`; `None` outside a call."""
    attempts: int = 0
    """Requests that the call had sent, or tried to send, when it ended in this error; 0 if nothing
    was sent.
    """
    elapsed: float = 0.0
    """Seconds from the start of the call to this error."""
    hints: tuple[str, ...] = ()
    """What `str` adds in parentheses: Region, attempts, time limit, owner of refused credentials."""

    def __init__(self, message: str, *, operation: str | None = None) -> None:
        self.message = escape_text(message)
        super().__init__(self.message)
        self.operation = operation

    def __str__(self) -> str:
        return f"{self.operation}: {self._text()}" if self.operation else self._text()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), dict(self.__dict__), self.args)

    def _text(self) -> str:
        return self._hinted(self.message)

    def _hinted(self, text: str, request_id: str | None = None) -> str:
        last = (f"request id {request_id}",) if request_id else ()
        hints = "; ".join((*self.hints, *last))
        return f"{text} ({hints})" if hints else text


@frozen
class ErrorMember:
    """Describes one member of a modelled error."""

    wire_name: str
    """The member's name in JSON."""
    type: object
    """Annotation of its value."""


class ServiceError(SmawsError):
    """The service returned an error."""

    fault: Fault = "client"
    """Cause of the error: the request (`client`) or the service (`server`)."""
    retryable: ClassVar[bool] = False
    """Whether the same request may succeed if it is sent again."""
    throttling: ClassVar[bool] = False
    """Whether the service limits the request rate."""
    quota: ClassVar[bool] = False
    """Whether a resource quota is exhausted: delete resources or have the quota raised."""
    regional: ClassVar[bool] = False
    """Whether the Region may be the cause: the resource, or the quota, is one of a single Region."""
    about_credentials: ClassVar[bool] = False
    """Whether the service refused the credentials or what they may do."""
    about_clock: ClassVar[bool] = False
    """Whether a wrong clock of this machine may be the cause."""
    help: ClassVar[str] = ""
    """What the error means; `str` shows it if the service sent no message."""
    dry_run_passed: ClassVar[bool] = False
    """Whether the error says that a dry run passed, and so is no failure; see `dry_run`."""
    member_names: ClassVar[tuple[str, ...]] = ("message",)
    """Python names of all members that the model gives the error."""
    wire_members: ClassVar[Mapping[str, ErrorMember]] = MappingProxyType({})
    """Members other than the message, by Python name."""
    wire_name: ClassVar[str] = ""
    """The error code on the wire, if it differs from the class name."""
    sensitive_message: ClassVar[bool] = False
    """Whether the message is kept out of `str`, `repr` and `args`."""

    def __init__(
        self,
        message: str | None = None,
        *,
        code: str | None = None,
        operation: str | None = None,
        status_code: int = 400,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message or "", operation=operation)
        if self.sensitive_message:
            Exception.__init__(self)  # empties `args`, which tracebacks and loggers print
        self.code: str = code or self.wire_name or type(self).__name__
        """Error code from the response, for example `NotFoundException`."""
        self.status_code: int = status_code
        """HTTP status of the response."""
        self.request_id: str | None = request_id
        """The service's ID of the request, for AWS Support."""
        self.maybe_done: bool = False
        """Whether an earlier attempt, whose response was lost, may already have succeeded."""

    def members(self) -> Mapping[str, object]:
        """Return the values of `member_names`, by Python name."""
        return {name: getattr(self, name) for name in self.member_names}

    def _text(self) -> str:
        said = "" if self.sensitive_message else self.message
        text = f"{self.code}: {said or self.help}" if said or self.help else self.code
        if self.maybe_done:
            text = f"{text} (an earlier attempt at this call may have done it)"
        return self._hinted(text, self.request_id)


class UnmodeledServiceError(ServiceError):
    """An error that the model does not list for the operation; check `code`."""


class CommonServiceError(UnmodeledServiceError):
    """An error that any AWS service may return without listing it in its model."""


class TransportError(SmawsError):
    """No usable response was received."""

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        sent: Sent = "maybe",
        retryable: bool = True,
    ) -> None:
        super().__init__(message, operation=operation)
        self.sent: Sent = sent
        """`no` when the service cannot have seen the request, else `maybe`."""
        self.retryable: bool = retryable
        """Whether another attempt may succeed. `False`, for example, after an untrusted certificate, or a
        response with a content encoding.
        """


class ConnectError(TransportError):
    """The connection failed: DNS, network, proxy or TLS, or the server refused it."""


class ConnectionLostError(TransportError):
    """The connection broke before the response was complete."""


class ProtocolError(TransportError):
    """The response is not valid HTTP, has a content encoding, or exceeds the size limits."""


class CallTimeoutError(TransportError, TimeoutError):
    """A time limit was exceeded; also a builtin `TimeoutError`."""


class ConnectTimeoutError(CallTimeoutError):
    """No connection was established within `Timeout.connect`."""


class AttemptTimeoutError(CallTimeoutError):
    """No complete response arrived within `Timeout.attempt`."""


class DeadlineExceededError(CallTimeoutError):
    """The whole call, including retries, exceeded `Timeout.operation`."""

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        sent: Sent = "maybe",
        last_error: SmawsError | None = None,
    ) -> None:
        super().__init__(message, operation=operation, sent=sent)
        self.last_error: SmawsError | None = last_error
        """Error of the last attempt before the deadline, or `None`."""

    def _text(self) -> str:
        before, text = self.last_error, super()._text()
        return f"{text}; before that, {before._text()}" if before else text  # noqa: SLF001  # same class hierarchy


class ResponseParseError(SmawsError):
    """A successful response whose body does not match the operation's output."""

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        operation: str | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message, operation=operation)
        self.path: str = escape_text(path)
        """JSON path of the problem, for example `$.KeyMetadata.CreationDate`."""
        self.request_id: str | None = request_id
        """The service's ID of the request, for AWS Support."""

    def _text(self) -> str:
        return self._hinted(f"{self.path}: {self.message}", self.request_id)


class CredentialsError(SmawsError):
    """Credentials could not be found or refreshed; nothing was sent."""


class ConfigurationError(SmawsError):
    """A setting is missing, invalid or contradicts another; nothing was sent."""


class RequestValidationError(SmawsError):
    """The request violates a limit of the model; nothing was sent."""

    def __init__(self, message: str, *, member: str = "", operation: str | None = None) -> None:
        super().__init__(message, operation=operation)
        self.member: str = member
        """Python name of the member, for example `tags[0].tag_key`."""


CommonError: TypeAlias = (
    UnmodeledServiceError
    | TransportError
    | ResponseParseError
    | CredentialsError
    | ConfigurationError
    | RequestValidationError
)
"""Errors that any call can return besides those that the model lists for its operation."""


publish(globals())
