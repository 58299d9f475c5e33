"""State of one call: its attempts and its deadline."""

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
from smaws_kms._runtime.metadata import Attempt, Metadata, metadata_of
from smaws_kms._runtime.retry.idempotency import may_have_succeeded
from smaws_kms._runtime.values import Credentials, Timeout


class CallState:
    """What one call has done so far. The steps of the call read and change it."""

    __slots__ = (
        "_delay", "_failed", "_operation", "_response", "_succeeded", "attempt", "config",
        "credentials", "deadline",
    )  # fmt: skip

    def __init__(self, operation: str, timeout: Timeout, monotonic: Callable[[], float]) -> None:
        self.deadline = Deadline(timeout, monotonic)
        self.config: ResolvedConfig | None = None
        """Configuration of the call; `None` until it is resolved."""
        self.credentials: Credentials | None = None
        """What signed the latest attempt; `None` before the first one."""
        self.attempt = 0
        """Number of the latest attempt; 0 before the first one."""
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

    def succeed(self, response: WireResponse) -> None:
        """Record an attempt that succeeded."""
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
        facts = (
            None if response is None else response.head,
            None if response is None else response.status_code,
            self.deadline.elapsed(),
            self._failed,
            self._delay if self._succeeded else None,
            None if config is None else config.region,
            None if config is None else config.url,
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

    def no_time_for_retry(self) -> DeadlineExceededError:
        """Return the error of a call whose next retry would start after the deadline."""
        limit = self.deadline.operation_timeout
        return self.deadline_error(f"no time for another attempt within {limit} s")

    def no_turn(self, rate: float | None) -> DeadlineExceededError:
        """Return the error of a call that the rate limiter held back until the deadline.

        Args:
            rate: Requests a second that the limiter allows.
        """
        limit = self.deadline.operation_timeout
        allowed = "" if rate is None else f" to {rate:.3g} requests a second"
        return self.deadline_error(
            f"no attempt could be sent within {limit} s: after throttling, "
            f"the adaptive retry mode limits this operation{allowed}"
        )

    def deadline_error(self, message: str, *, in_flight: bool = False) -> DeadlineExceededError:
        """Return an error that says whether a request was sent, and how the last attempt ended."""
        return DeadlineExceededError(
            message,
            sent="maybe" if in_flight or self.may_be_seen else "no",
            last_error=self.last_error,
        )


def _may_be_seen(error: SmawsError | None) -> bool:
    return not isinstance(error, TransportError) or error.sent == "maybe"
