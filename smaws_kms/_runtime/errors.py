"""Every error a call can end in.

    SmawsError
    |-- ServiceError                  the service answered with an error
    |   |-- the modelled classes of a generated package
    |   `-- UnmodeledServiceError     any other code
    |       `-- CommonServiceError    codes that every AWS service knows, see `common_errors`
    |-- TransportError                no usable answer; `.sent` says whether it may have been carried out
    |   |-- ConnectError, ConnectionLostError, ProtocolError
    |   `-- CallTimeoutError
    |       `-- ConnectTimeoutError, AttemptTimeoutError, DeadlineExceededError
    |-- ResponseParseError            an answer that cannot be read as the response
    `-- CredentialsError, ConfigurationError, RequestValidationError     nothing was sent

Errors hold text and numbers only. An exception of another library is never kept as cause, context
or attribute, since those hold bodies and headers: what it says is copied into the message.
"""

from collections.abc import Mapping
from pickle import UnpicklingError
from typing import ClassVar, Final, Literal, TypeAlias

from attrs import frozen

from smaws_kms._runtime.redaction.external_text import escape_text
from smaws_kms._runtime.support.lazy_imports import publish

Fault: TypeAlias = Literal["client", "server"]
Sent: TypeAlias = Literal["no", "maybe"]


def _rebuild(cls: object, state: dict[str, object], args: tuple[object, ...]) -> "SmawsError":
    # A pickle may come from somewhere else: this makes errors of ours and nothing else.
    if not (isinstance(cls, type) and issubclass(cls, SmawsError)):
        raise UnpicklingError("not a class of SmawsError")
    error = cls.__new__(cls)
    error.__dict__.update(state)
    error.args = args
    return error


class SmawsError(Exception):
    """Root of everything that the package returns in `Err` or raises from `unwrap`."""

    message: str
    """What happened, in words: one printable line of at most 2,048 characters."""
    operation: str | None
    """Name of the operation, for example `Encrypt`; `None` outside a call."""

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
        return self.message


@frozen
class ErrorMember:
    """The model's facts about one member of an error."""

    wire_name: str
    """The member's name in JSON."""
    type: object
    """Annotation of what it holds."""


_NO_MEMBERS: Final[Mapping[str, ErrorMember]] = {}


class ServiceError(SmawsError):
    """The service answered with an error."""

    fault: Fault = "client"
    """Who is at fault: the request (`client`) or the service (`server`)."""
    retryable: ClassVar[bool] = False
    """Whether the same request may succeed when it is sent again."""
    throttling: ClassVar[bool] = False
    """Whether the service asks to be called less often."""
    quota: ClassVar[bool] = False
    """Whether a resource quota is used up, so that only deleting or raising it helps."""
    member_names: ClassVar[tuple[str, ...]] = ("message",)
    """Python names of what the model lets the error carry."""
    wire_members: ClassVar[Mapping[str, ErrorMember]] = _NO_MEMBERS
    """By Python name, what the model lets the error carry beside its message."""
    wire_name: ClassVar[str] = ""
    """The error's name on the wire, where a class cannot have that name."""
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
            Exception.__init__(self)  # empties `args`, which shows itself in many places
        self.code: str = code or self.wire_name or type(self).__name__
        """The error's name on the wire, for example `NotFoundException`."""
        self.status_code: int = status_code
        """HTTP status of the answer."""
        self.request_id: str | None = request_id
        """The service's ID of the request, for AWS Support."""
        self.maybe_done: bool = False
        """Whether an earlier attempt at the same call, whose answer was lost, may be why: then what
        the call asks for has been done.
        """

    def members(self) -> Mapping[str, object]:
        """Return what the error carries, by Python name."""
        return {name: getattr(self, name) for name in self.member_names}

    def _text(self) -> str:
        shown = self.message and not self.sensitive_message
        text = f"{self.code}: {self.message}" if shown else self.code
        if self.maybe_done:
            text = f"{text} (an earlier attempt at this call may have done it)"
        return f"{text} (request id {self.request_id})" if self.request_id else text


class UnmodeledServiceError(ServiceError):
    """An error that the model does not list for the operation; match on `code`."""


class CommonServiceError(UnmodeledServiceError):
    """An error that any AWS service may answer with, whatever its model says."""


class TransportError(SmawsError):
    """There is no usable response from the service."""

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
    """No connection could be made: name, network, refusal, proxy or TLS."""


class ConnectionLostError(TransportError):
    """The connection broke before the answer was complete."""


class ProtocolError(TransportError):
    """The response is not valid HTTP, is encoded, or is larger than any response of the service."""


class CallTimeoutError(TransportError, TimeoutError):
    """Time ran out."""


class ConnectTimeoutError(CallTimeoutError):
    """No connection within `Timeout.connect`."""


class AttemptTimeoutError(CallTimeoutError):
    """No complete answer within `Timeout.attempt`."""


class DeadlineExceededError(CallTimeoutError):
    """The call as a whole took longer than `Timeout.operation`."""

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
        """What went wrong before time ran out, if anything did."""

    def _text(self) -> str:
        before = self.last_error
        return f"{self.message}; before that, {before._text()}" if before else self.message  # noqa: SLF001  # of the same family


class ResponseParseError(SmawsError):
    """A successful answer that cannot be read as the operation's response."""

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
        """Where in the JSON, for example `$.KeyMetadata.CreationDate`."""
        self.request_id: str | None = request_id
        """The service's ID of the request, for AWS Support."""

    def _text(self) -> str:
        text = f"{self.path}: {self.message}"
        return f"{text} (request id {self.request_id})" if self.request_id else text


class CredentialsError(SmawsError):
    """No credentials could be found or refreshed; nothing was sent."""


class ConfigurationError(SmawsError):
    """A setting is missing, wrong or contradicts another; nothing was sent."""


class RequestValidationError(SmawsError):
    """The service can never accept this request; nothing was sent."""

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
"""What any call can end in, beside the errors that the model lists for its operation."""


publish(globals())
