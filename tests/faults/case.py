"""A fault case: what the server does, and how the call has to end."""

from datetime import UTC, datetime
from time import monotonic
from typing import Final

from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.call.retrying import Retries, RetryDecision
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.errors import Sent, SmawsError, TransportError
from smaws_kms._runtime.http.messages import WireResponse
from tests.faults.transports import AnyOperation

OWN: Final = "Ok"
"""The outcome of a call that got the response to its own request."""

_CLOCK: Final = Clock(now=lambda: datetime.now(UTC), monotonic=monotonic)
_LONGEST_DELAYS: Final = Random(new_id=lambda: "id", draw=lambda: 1.0)


@frozen
class Outcome:
    """How a call ends, and what happens to its connection."""

    got: str = OWN
    """`OWN`, or the class of the error."""
    says: str = ""
    """A part of the error's text."""
    sent: Sent | None = None
    """`TransportError.sent`."""
    reused: bool | None = field(default=False, kw_only=True)
    """Whether the next call reuses a connection; `None` where both are right."""
    retryable: bool = field(default=True, kw_only=True)
    """Whether a `TransportError` says that another attempt may succeed."""
    status: int | None = field(default=None, kw_only=True)
    """`ServiceError.status_code`."""

    @property
    def error(self) -> kms.SmawsError | None:
        """Make an error like the one that the call ends in, `None` for a success."""
        cls: object = getattr(kms, self.got, None)
        match cls:
            case type() if issubclass(cls, kms.DeadlineExceededError):
                return cls(self.says, sent=self.sent or "maybe")
            case type() if issubclass(cls, kms.TransportError):
                return cls(self.says, sent=self.sent or "maybe", retryable=self.retryable)
            case type() if issubclass(cls, kms.ServiceError):
                return cls(self.says, status_code=self.status or 400)
            case type() if issubclass(cls, kms.ResponseParseError):
                return cls(self.says)
            case _:
                assert self.got == OWN
                return None


@frozen
class Case:
    """A fault, and the outcome of a call that meets it."""

    name: str
    """What the server does, in words."""
    command: str
    """The key ID of the call, which tells the server what to do."""
    outcome: Outcome
    before: str | None = field(default="echo", kw_only=True)
    """The command of an earlier call on the same connection; `None` for a new connection."""
    address: str = field(default="server", kw_only=True)
    """Where the request goes, see `environment`."""
    scheme: str | None = field(default=None, kw_only=True)
    """The only protocol on which the fault exists."""
    attempt: float = field(default=20.0, kw_only=True)
    """`Timeout.attempt`; a short one becomes longer until the request arrives, see `observe`."""
    connect: float = field(default=20.0, kw_only=True)
    """`Timeout.connect`."""
    size: int = field(default=0, kw_only=True)
    """Length of the plaintext."""

    @property
    def schemes(self) -> tuple[str, ...]:
        """The protocols on which the case runs: both, unless its address decides."""
        if self.scheme is not None:
            return (self.scheme,)
        return ("http", "https") if self.address == "server" else ("http",)


def retry_after(
    error: SmawsError, operation: AnyOperation, request: object = None
) -> RetryDecision | None:
    """Return the retry that a client with default settings makes, `None` if it makes none.

    Args:
        error: What the first attempt ended in.
        operation: The operation that is called.
        request: Needed only if the operation has an idempotency member.
    """
    context = CallContext("basic", kms.Timeout(), _CLOCK, _LONGEST_DELAYS, SharedState())
    state = CallState(operation.name, context.timeout, monotonic)
    state.begin_attempt()
    retries = Retries(context, kms.RetryPolicy(), operation, request, state)
    return retries.decide(error, _response(error))


def _response(error: SmawsError) -> WireResponse | TransportError:
    if isinstance(error, TransportError):
        return error
    return WireResponse(getattr(error, "status_code", 200), {}, b"")
