"""Decides whether one call is retried, by its policy and by the state that its client shares."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.errors import ServiceError, SmawsError, TransportError
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.retry.backoff import backoff_delay, read_retry_after
from smaws_kms._runtime.retry.classification import Failure, classify_failure
from smaws_kms._runtime.retry.idempotency import is_safe_to_retry
from smaws_kms._runtime.retry.policy import RetryPolicy
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.support.record import Record

if TYPE_CHECKING:
    from smaws_kms._runtime.retry import turns
    from smaws_kms._runtime.retry.rate_limiter import RateLimiter
else:
    turns = runtime_module("retry.turns")

_NO_HEADERS: Final[Mapping[str, str]] = {}


class RetryDecision(Record):
    """A retry that the policy allows."""

    __slots__ = ()

    delay: float
    """Seconds to wait before it."""
    cost: int = 0
    """Tokens that it takes from the bucket."""


class Retries:
    """Retry decisions for one call, and its place at the rate limiter in adaptive mode."""

    __slots__ = (
        "_clock_corrected", "_context", "_credentials_renewed", "_limiter", "_operation", "_policy",
        "_request", "_state", "_turn", "paid",
    )  # fmt: skip

    def __init__(
        self,
        context: CallContext,
        policy: RetryPolicy,
        operation: OperationModel[Any, Any, Any],
        request: object,
        state: CallState,
    ) -> None:
        self._context = context
        self._policy = policy
        self._operation = operation
        self._request = request
        self._state = state
        self.paid = 0
        """Tokens that the latest retry took from the bucket."""
        # Each allows one retry a call.
        self._clock_corrected = self._credentials_renewed = False
        self._limiter: RateLimiter | None = None
        if policy.mode == "adaptive":
            self._limiter = context.shared_state.limiters.of(operation.name)
            self._turn = turns.Turn()

    @property
    def is_paced(self) -> bool:
        """Whether a rate limiter may hold attempts back."""
        return self._limiter is not None

    def reserve(self) -> float:
        """Return 0 if the rate limiter admits the next attempt, else the seconds until the next try."""
        if self._limiter is None:
            return 0.0
        self._turn.is_last = 0 < self._state.attempt == self._policy.attempts - 1
        now, remaining = self._context.clock.monotonic(), self._state.deadline.remaining()
        return self._limiter.reserve(self._turn, now, remaining)

    def leave(self) -> None:
        """Leave the line of the rate limiter; without effect for a call that does not wait."""
        if (
            self._limiter is not None
        ):  # pragma: no branch  # without it, `reserve` lets no call wait
            self._limiter.leave(self._turn)

    @property
    def rate(self) -> float | None:
        """Requests a second that the rate limiter allows; `None` without a limit."""
        return None if self._limiter is None else self._limiter.rate

    def learn_success(self) -> None:
        """Update the rate limiter after an attempt that succeeded."""
        if self._limiter is not None:
            self._learn_rate(self._limiter, throttled=False)

    def learn_failure(self, error: SmawsError, response: object) -> None:
        """Update the clock skew and the rate limiter after an attempt that failed."""
        skew = self._context.shared_state.skew
        if (
            skew.offset
            and isinstance(response, WireResponse)
            and not isinstance(error, ServiceError)
        ):
            skew.review(response.headers, self._context.clock.now())
        if self._limiter is not None and not isinstance(error, TransportError):
            throttled = classify_failure(error) == "throttling"
            self._learn_rate(self._limiter, throttled=throttled)

    def _learn_rate(self, limiter: "RateLimiter", *, throttled: bool) -> None:
        limiter.learn(self._turn, self._context.clock.monotonic(), throttled=throttled)

    def decide(self, error: SmawsError, response: object) -> RetryDecision | None:
        """Return the retry after an attempt that failed, or `None`."""
        headers = response.headers if isinstance(response, WireResponse) else _NO_HEADERS
        # Even without a retry: the next call needs the corrected clock.
        is_about_time = self._context.shared_state.skew.learn(
            error, headers, self._context.clock.now()
        )
        if not self._has_attempts_left():
            return None
        if is_about_time and not self._clock_corrected:
            self._clock_corrected = True
            return RetryDecision(0.0)
        failure = classify_failure(error)
        if failure is None or not self._may_repeat(error):
            return None
        return RetryDecision(self._delay(failure, read_retry_after(headers)), self._cost(failure))

    def decide_with_new_credentials(self) -> RetryDecision | None:
        """Return the one retry that a call makes with renewed credentials, or `None`."""
        if not self._has_attempts_left() or self._credentials_renewed:
            return None
        self._credentials_renewed = True
        return RetryDecision(0.0)

    def pay(self, decision: RetryDecision) -> bool:
        """Take a retry's tokens from the bucket, and return whether there were enough."""
        bucket = self._context.shared_state.token_bucket
        if not bucket.take(decision.cost, self._policy.retry_tokens):
            return False
        self.paid = decision.cost
        return True

    def _has_attempts_left(self) -> bool:
        return self._state.attempt < self._policy.attempts

    def _may_repeat(self, error: SmawsError) -> bool:
        return self._policy.retry_creations or is_safe_to_retry(
            self._operation, self._request, error
        )

    def _delay(self, failure: Failure, retry_after: float | None) -> float:
        return backoff_delay(
            self._policy,
            failure,
            attempt=self._state.attempt,
            drawn=self._context.random.draw(),
            retry_after=retry_after,
        )

    def _cost(self, failure: Failure) -> int:
        if failure == "throttling" and self._limiter is not None:
            # The rate limiter bounds these retries; an empty bucket would fail calls needlessly.
            return 0
        costs: Mapping[Failure, int] = {
            "throttling": self._policy.throttling_cost,
            "timeout": self._policy.timeout_cost,
            "transient": self._policy.retry_cost,
        }
        return costs[failure]
