"""State of one call: its attempts, its deadline and the counters of its retries."""

from collections.abc import Callable

from smaws_kms._runtime.call.deadline import Deadline
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.errors import (
    CallTimeoutError,
    ConfigurationError,
    DeadlineExceededError,
    SmawsError,
    TransportError,
)
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.metadata import Attempt, CallFacts, Metadata, metadata_of
from smaws_kms._runtime.retry.idempotency import may_have_succeeded
from smaws_kms._runtime.values import Credentials, Timeout


class CallState:
    """What one call has done so far. The steps of the call read and change it."""

    __slots__ = (
        "_delay", "_failed", "_operation", "_response", "_succeeded", "attempt", "clock_corrected",
        "config", "credentials", "credentials_renewed", "deadline", "retry_tokens",
    )  # fmt: skip

    def __init__(self, operation: str, timeout: Timeout, monotonic: Callable[[], float]) -> None:
        self.deadline = Deadline(timeout, monotonic)
        self.config: ResolvedConfig | None = None
        """Configuration of the call; `None` until it is resolved."""
        self.credentials: Credentials | None = None
        """What signed the latest attempt; `None` before the first one."""
        self.attempt = 0
        """Number of the latest attempt; 0 before the first one."""
        self.retry_tokens = 0
        """Tokens that the latest retry took from the bucket."""
        self.clock_corrected = False
        """Whether a retry followed a correction of the clock; allowed once a call."""
        self.credentials_renewed = False
        """Whether a retry followed a renewal of the credentials; allowed once a call."""
        self._operation = operation
        self._failed: tuple[Attempt, ...] = ()
        self._succeeded = False
        self._response: WireResponse | None = None
        self._delay = 0.0

    @property
    def last_error(self) -> SmawsError | None:
        """Error of the latest attempt that has ended."""
        return self._failed[-1].error if self._failed else None

    @property
    def may_be_seen(self) -> bool:
        """Whether the service may have received a request of this call."""
        return any(_may_be_seen(attempt.error) for attempt in self._failed)

    @property
    def maybe_done(self) -> bool:
        """Whether an attempt may have succeeded although it ended in an error."""
        errors = (attempt.error for attempt in self._failed)
        return any(error is not None and may_have_succeeded(error) for error in errors)

    def begin_attempt(self) -> None:
        """Count an attempt."""
        self.attempt += 1

    def succeed(self, response: object) -> None:
        """Record the `WireResponse` of an attempt that succeeded."""
        if isinstance(response, WireResponse):  # pragma: no branch  # only they can succeed
            self._response = response
        self._succeeded = True

    def fail(self, error: SmawsError, response: object) -> None:
        """Record an attempt that failed.

        Args:
            error: The error.
            response: The `WireResponse`, or the error that there is none.
        """
        if isinstance(error, ConfigurationError):
            return  # nothing was sent
        status = None
        if isinstance(response, WireResponse):
            self._response = response
            status = response.status_code
        attempt = Attempt(error=error, delay=self._delay, status_code=status)
        self._failed = (*self._failed, attempt)
        self._delay = 0.0
        self.describe(error, self.deadline.elapsed())

    def add_delay(self, seconds: float) -> None:
        """Record a delay before the next attempt."""
        self._delay += seconds

    def describe(self, error: SmawsError, elapsed: float) -> None:
        """Set what the call knows of one of its errors."""
        error.operation = self._operation
        error.attempts = len(self._failed)
        error.elapsed = elapsed

    def metadata(self) -> Metadata:
        """Return the metadata of a call that ends now."""
        response, config = self._response, self.config
        facts = CallFacts(
            response.head if response else None,
            response.status_code if response else None,
            self.deadline.elapsed(),
            self._failed,
            self._delay if self._succeeded else None,
            config.settings.region if config else None,
            config.url if config else None,
        )
        return metadata_of(facts)

    def attribute_timeout(self, error: TransportError) -> TransportError:
        """Return `DeadlineExceededError` instead of an attempt's timeout that the deadline caused."""
        if not isinstance(error, CallTimeoutError) or self.deadline.remaining() != 0:
            return error
        unsent = error.sent == "no"
        when = "before the request was sent" if unsent else "while waiting for the response"
        return self.took_too_long(when, in_flight=not unsent)

    def took_too_long(self, when: str, *, in_flight: bool = False) -> DeadlineExceededError:
        """Return the error of a call whose deadline has passed.

        Args:
            when: The step that was under way.
            in_flight: Whether that step may have sent a request that is not recorded yet.
        """
        limit = self.deadline.operation_timeout
        return self.deadline_error(f"took longer than {limit} s, {when}", in_flight=in_flight)

    def deadline_error(self, message: str, *, in_flight: bool = False) -> DeadlineExceededError:
        """Return an error that says whether a request was sent, and how the last attempt ended."""
        return DeadlineExceededError(
            message,
            sent="maybe" if in_flight or self.may_be_seen else "no",
            last_error=self.last_error,
        )


def _may_be_seen(error: SmawsError | None) -> bool:
    return not isinstance(error, TransportError) or error.sent == "maybe"
