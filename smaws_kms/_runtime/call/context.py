"""How a client makes its calls, and what it has learned from them."""

from collections.abc import Callable
from datetime import datetime

from attrs import field, frozen

from smaws_kms._runtime.config.lambda_trace import trace_id
from smaws_kms._runtime.retry.clock_skew import ClockSkew
from smaws_kms._runtime.retry.rate_limiter import RateLimiters
from smaws_kms._runtime.retry.token_bucket import RetryTokenBucket
from smaws_kms._runtime.serde.validation import Validate
from smaws_kms._runtime.values import Timeout


@frozen
class Clock:
    """Time, as the story sees it."""

    now: Callable[[], datetime]
    """The time of day, aware."""
    monotonic: Callable[[], float]
    """Seconds that only go forward."""


@frozen
class Random:
    """Randomness, as the story sees it."""

    new_id: Callable[[], str]
    """Makes idempotency tokens and the IDs of calls."""
    draw: Callable[[], float]
    """Draws a number from 0 to 1."""


@frozen
class SharedState:
    """What calls teach a client, shared with those derived from it and with no other."""

    quota: RetryTokenBucket = field(factory=RetryTokenBucket)
    limiters: RateLimiters = field(factory=RateLimiters)
    skew: ClockSkew = field(factory=ClockSkew)


@frozen
class CallContext:
    """How a client makes its calls."""

    validate: Validate
    timeout: Timeout
    clock: Clock
    random: Random
    shared_state: SharedState
    default_connect: bool = False
    """Whether the environment may choose the time limit of a connection, since the user did not."""
    trace_id: Callable[[], str | None] = trace_id
    """Returns the trace of the AWS Lambda invocation that a request is made in."""
