"""Whether a call sends its request once more: its policy, and what its client has learned."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from attrs import frozen

from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.errors import ServiceError, SmawsError, TransportError
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.retry.backoff import backoff_delay, read_retry_after
from smaws_kms._runtime.retry.classification import Failure, classify_failure
from smaws_kms._runtime.retry.idempotency import is_safe_to_retry
from smaws_kms._runtime.retry.pace import Pace
from smaws_kms._runtime.retry.policy import RetryPolicy

_NO_HEADERS: Final[Mapping[str, str]] = {}


@frozen
class RetryDecision:
    """The request is to be sent once more."""

    delay: float
    """Seconds to wait before."""
    cost: int = 0
    """Tokens to pay for it."""


class Retries:
    """The retries of one call."""

    def __init__(
        self,
        context: CallContext,
        policy: RetryPolicy,
        operation: OperationModel[Any, Any, Any],
        request: object,
    ) -> None:
        self._context = context
        self._policy = policy
        self._operation = operation
        self._request = request
        self._id = context.random.new_id()
        self._attempt = 0
        self._paid = 0
        self._corrected_clock = False
        self._renewed_credentials = False
        is_adaptive = policy.mode == "adaptive"
        self._pace = Pace(context.shared_state.limiters.of(operation.name)) if is_adaptive else None

    def now(self) -> datetime:
        """Return the time by the service's clock, as far as it is known."""
        return self._context.shared_state.skew.correct(self._context.clock.now())

    def without_credentials(self) -> None:
        """Undo the clock's correction: it may be what makes credentials look expired."""
        self._context.shared_state.skew.reset()

    def next_headers(self) -> Mapping[str, str]:
        """Begin an attempt, and return what its request says of itself to the service.

        These are not signed, as botocore does not sign them. `ttl` is left out: it would be a time of
        the service's clock.
        """
        self._attempt += 1
        return {
            "amz-sdk-invocation-id": self._id,
            "amz-sdk-request": f"attempt={self._attempt}; max={self._policy.attempts}",
        }

    def reserve(self, within: float | None) -> float:
        """Return 0 if the next attempt may be sent, else the seconds after which to ask again.

        Args:
            within: The seconds that the call has left.
        """
        if self._pace is None:
            return 0.0
        is_last = 0 < self._attempt == self._policy.attempts - 1
        return self._pace.reserve(self._context.clock.monotonic(), within, is_last=is_last)

    def leave(self) -> None:
        """Give up the wait for the next attempt, if it is not over."""
        if self._pace is not None:
            self._pace.leave()

    @property
    def rate(self) -> float | None:
        """Requests a second that the client allows itself; `None` is any number."""
        return None if self._pace is None else self._pace.rate

    def learn(self, outcome: object, answer: object) -> None:
        """Draw conclusions from the end of an attempt."""
        error = outcome if isinstance(outcome, SmawsError) else None
        if isinstance(answer, WireResponse) and not isinstance(error, ServiceError):
            self._context.shared_state.skew.review(answer.headers, self._context.clock.now())
        if error is None:
            # The standard: a repeat that succeeds gives back what it cost, a first attempt one token.
            self._context.shared_state.quota.give_back(self._paid or 1)
        if self._pace is not None and not isinstance(error, TransportError):
            throttled = error is not None and classify_failure(error) == "throttling"
            self._pace.learn(self._context.clock.monotonic(), throttled=throttled)

    def after(self, error: SmawsError, answer: object) -> RetryDecision | None:
        """Return how to go on after an attempt that failed, `None` if not at all."""
        headers = answer.headers if isinstance(answer, WireResponse) else _NO_HEADERS
        # SharedState in any case: it is of use to the next call.
        is_about_time = self._context.shared_state.skew.learn(
            error, headers, self._context.clock.now()
        )
        if self._attempt >= self._policy.attempts:
            return None
        if is_about_time and not self._corrected_clock:
            self._corrected_clock = True
            return RetryDecision(0.0)
        failure = classify_failure(error)
        if failure is None or not self._may_repeat(error):
            return None
        return RetryDecision(self._delay(failure, read_retry_after(headers)), self._cost(failure))

    def with_new_credentials(self) -> RetryDecision | None:
        """Return how to go on after credentials were refused that can be had anew: once a call."""
        if self._attempt >= self._policy.attempts or self._renewed_credentials:
            return None
        self._renewed_credentials = True
        return RetryDecision(0.0)

    def pay(self, decision: RetryDecision) -> bool:
        """Pay for a repeat; False when there are not enough tokens left."""
        if not self._context.shared_state.quota.take(decision.cost, self._policy.quota):
            return False
        self._paid = decision.cost
        return True

    def _may_repeat(self, error: SmawsError) -> bool:
        return self._policy.retry_creations or is_safe_to_retry(
            self._operation, self._request, error
        )

    def _delay(self, failure: Failure, retry_after: float | None) -> float:
        return backoff_delay(
            self._policy,
            failure,
            attempt=self._attempt,
            drawn=self._context.random.draw(),
            retry_after=retry_after,
        )

    def _cost(self, failure: Failure) -> int:
        if failure == "throttling" and self._pace is not None:
            # The rate limiter prevents storms of throttled requests, and does not fail calls for it.
            return 0
        costs: Mapping[Failure, int] = {
            "throttling": self._policy.throttling_cost,
            "timeout": self._policy.timeout_cost,
            "transient": self._policy.retry_cost,
        }
        return costs[failure]
