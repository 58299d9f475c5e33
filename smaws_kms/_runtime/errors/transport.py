"""Errors of a call without a usable response: network, HTTP and time limits."""

from typing import Literal, TypeAlias

from smaws_kms._runtime.errors.base import SmawsError
from smaws_kms._runtime.support.lazy_imports import publish

Sent: TypeAlias = Literal["no", "maybe"]
"""Values of `TransportError.sent`."""


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


publish(globals())
