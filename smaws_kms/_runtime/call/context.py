"""Dependencies of a call: settings of its client, clock, randomness and shared state."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.config.lambda_trace import trace_id
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.retry.clock_skew import ClockSkew
from smaws_kms._runtime.retry.token_bucket import RetryTokenBucket
from smaws_kms._runtime.support.lazy import Lazy
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.support.record import Record
from smaws_kms._runtime.values import Credentials, Timeout, Validate

if TYPE_CHECKING:
    from smaws_kms._runtime.retry import rate_limiter
else:
    rate_limiter = runtime_module("retry.rate_limiter")


class Clock(Record):
    """The two clocks that a call reads."""

    __slots__ = ()

    now: Callable[[], datetime]
    """Returns the time of day, with a time zone."""
    monotonic: Callable[[], float]
    """Returns seconds that never go backwards."""


class Random(Record):
    """The randomness that a call uses."""

    __slots__ = ()

    new_id: Callable[[], str]
    """Returns an idempotency token or invocation ID."""
    draw: Callable[[], float]
    """Returns a number from 0 to 1, for the jitter of delays."""


class SharedState:
    """State that calls update for later ones; a client shares it with its derived clients only."""

    __slots__ = ("_limiters", "skew", "token_bucket")

    def __init__(self, token_bucket: RetryTokenBucket | None = None) -> None:
        self.token_bucket: Final = token_bucket or RetryTokenBucket()
        self.skew: Final = ClockSkew()
        self._limiters: Final[Lazy[rate_limiter.RateLimiters]] = Lazy()

    @property
    def limiters(self) -> "rate_limiter.RateLimiters":
        """The rate limiters, which only the adaptive mode has."""
        return self._limiters.value or self._limiters.get(rate_limiter.RateLimiters)


class CallContext(Record):
    """Everything that the calls of a client have in common, apart from settings it must resolve."""

    __slots__ = ()

    validate: Validate
    timeout: Timeout
    clock: Clock
    random: Random
    shared_state: SharedState
    default_connect: bool = False
    """Whether the defaults mode chooses the connect timeout, because the user did not."""
    trace_id: Callable[[], str | None] = trace_id
    """Returns the trace of the current AWS Lambda invocation."""
    known_config: Callable[[], ResolvedConfig | None] = lambda: None
    """Returns the configuration if it is resolved, so that calls need not yield for it."""
    known_credentials: Callable[[datetime], Credentials | None] = lambda _: None
    """Returns the credentials if they are cached and not due for a refresh at that time."""

    def service_time(self) -> datetime:
        """Return the time by the service's clock, as far as it is known."""
        return self.shared_state.skew.correct(self.clock.now())
