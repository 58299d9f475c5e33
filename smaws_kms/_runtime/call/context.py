"""Dependencies of a call: settings of its client, clock, randomness and shared state."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.config.lambda_trace import trace_id as trace_id_of_invocation
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.retry.clock_skew import ClockSkew
from smaws_kms._runtime.retry.token_bucket import RetryTokenBucket
from smaws_kms._runtime.support.lazy import Lazy
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.values import Credentials, Timeout, Validate

if TYPE_CHECKING:
    from smaws_kms._runtime.retry import rate_limiter
else:
    rate_limiter = runtime_module("retry.rate_limiter")

# Classes with slots: every call reads a dozen of these attributes, and those of a `NamedTuple` take four
# times as long.


class Clock:
    """The two clocks that a call reads.

    Args:
        now: Returns the time of day, with a time zone.
        monotonic: Returns seconds that never go backwards.
    """

    __slots__ = ("monotonic", "now")

    def __init__(self, now: Callable[[], datetime], monotonic: Callable[[], float]) -> None:
        self.now: Final = now
        self.monotonic: Final = monotonic


class Random:
    """The randomness that a call uses.

    Args:
        new_id: Returns an idempotency token or invocation ID.
        draw: Returns a number from 0 to 1, for the jitter of delays.
    """

    __slots__ = ("draw", "new_id")

    def __init__(self, new_id: Callable[[], str], draw: Callable[[], float]) -> None:
        self.new_id: Final = new_id
        self.draw: Final = draw


class SharedState:
    """State that a client and its calls update; it is shared with derived clients only."""

    __slots__ = ("_limiters", "closed", "skew", "token_bucket")

    def __init__(self, token_bucket: RetryTokenBucket | None = None) -> None:
        self.token_bucket: Final = token_bucket or RetryTokenBucket()
        self.skew: Final = ClockSkew()
        self.closed = False
        """Whether the client is closed, and calls that start now fail."""
        self._limiters: Final[Lazy[rate_limiter.RateLimiters]] = Lazy()

    @property
    def limiters(self) -> "rate_limiter.RateLimiters":
        """The rate limiters, which only the adaptive mode has."""
        return self._limiters.value or self._limiters.get(rate_limiter.RateLimiters)

    def learn_success(self, response: WireResponse, clock: Clock, paid: int) -> None:
        """Update the clock skew and the token bucket after a successful attempt.

        Args:
            response: The response.
            clock: This machine's clock.
            paid: Tokens that the attempt took from the bucket.
        """
        if self.skew.offset:
            self.skew.review(response.headers, clock.now())
        # The AWS standard: a successful retry returns its cost, a successful first attempt 1 token.
        self.token_bucket.give_back(paid or 1)


class CallContext:
    """Everything that the calls of a client have in common, apart from settings it must resolve.

    Args:
        validate: The checks of requests.
        timeout: The time limits of a call.
        clock: The clocks.
        random: The randomness.
        shared_state: What calls learn for later ones.
        client: Name of the client's class.
        default_connect: Whether the defaults mode chooses the connect timeout, because the user did not.
        trace_id: Returns the trace of the current AWS Lambda invocation.
        known_config: Returns the configuration if it is resolved, so that calls need not yield for it.
        known_credentials: Returns the credentials if they are cached and not due for a refresh at a time.
    """

    __slots__ = (
        "client", "clock", "default_connect", "known_config", "known_credentials", "random", "shared_state",
        "timeout", "trace_id", "validate",
    )  # fmt: skip

    def __init__(
        self,
        validate: Validate,
        timeout: Timeout,
        clock: Clock,
        random: Random,
        shared_state: SharedState,
        *,
        client: str = "the client",
        default_connect: bool = False,
        trace_id: Callable[[], str | None] = trace_id_of_invocation,
        known_config: Callable[[], ResolvedConfig | None] = lambda: None,
        known_credentials: Callable[[datetime], Credentials | None] = lambda _: None,
    ) -> None:
        self.validate: Final = validate
        self.timeout: Final = timeout
        self.clock: Final = clock
        self.random: Final = random
        self.shared_state: Final = shared_state
        self.client: Final = client
        self.default_connect: Final = default_connect
        self.trace_id: Final = trace_id
        self.known_config: Final = known_config
        self.known_credentials: Final = known_credentials

    def check_open(self) -> None:
        """Raise a `RuntimeError` if the client is closed."""
        if self.shared_state.closed:
            raise RuntimeError(f"{self.client} is closed")

    def service_time(self) -> datetime:
        """Return the time by the service's clock, as far as it is known."""
        return self.shared_state.skew.correct(self.clock.now())
