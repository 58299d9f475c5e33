"""Whether a call sends its request once more: its policy, and what its client has learned."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from attrs import frozen

from smaws_kms._runtime.backoff import delay_after, read_retry_after
from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.lost_answers import is_harmless_again
from smaws_kms._runtime.messages import WireResponse
from smaws_kms._runtime.model import OperationModel
from smaws_kms._runtime.retry_policy import RetryPolicy
from smaws_kms._runtime.retry_rules import Failure, failure_of
from smaws_kms._runtime.rules import Rules

_NO_HEADERS: Final[Mapping[str, str]] = {}


@frozen
class Again:
    """The request is to be sent once more."""

    delay: float
    """Seconds to wait before."""
    cost: int = 0
    """Tokens to pay for it."""


class Retries:
    """The retries of one call."""

    def __init__(
        self,
        rules: Rules,
        policy: RetryPolicy,
        operation: OperationModel[Any, Any, Any],
        request: object,
    ) -> None:
        self._rules = rules
        self._policy = policy
        self._operation = operation
        self._request = request
        self._id = rules.chance.new_id()
        self._attempt = 0
        self._paid = 0
        self._corrected_clock = False
        self._renewed_credentials = False

    def now(self) -> datetime:
        """Return the time by the service's clock, as far as it is known."""
        return self._rules.learned.skew.correct(self._rules.clock.now())

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

    def reserve(self, within: float | None) -> float | None:
        """Return the seconds to wait before sending, or `None` when they are more than `within`."""
        if self._policy.mode != "adaptive":
            return 0.0
        return self._rules.learned.limiter.reserve(self._rules.clock.monotonic(), within)

    def learn(self, outcome: object) -> None:
        """Draw conclusions from the end of an attempt."""
        error = outcome if isinstance(outcome, SmawsError) else None
        if error is None:
            # The standard: a repeat that succeeds gives back what it cost, a first attempt one token.
            self._rules.learned.quota.give_back(self._paid or 1)
        if self._policy.mode == "adaptive":
            throttled = error is not None and failure_of(error) == "throttling"
            self._rules.learned.limiter.learn(self._rules.clock.monotonic(), throttled=throttled)

    def after(self, error: SmawsError, answer: object) -> Again | None:
        """Return how to go on after an attempt that failed, `None` if not at all."""
        headers = answer.headers if isinstance(answer, WireResponse) else _NO_HEADERS
        # Learned in any case: it is of use to the next call.
        is_about_time = self._rules.learned.skew.learn(error, headers, self._rules.clock.now())
        if self._attempt >= self._policy.attempts:
            return None
        if is_about_time and not self._corrected_clock:
            self._corrected_clock = True
            return Again(0.0)
        failure = failure_of(error)
        if failure is None or not self._may_repeat(error):
            return None
        return Again(self._delay(failure, read_retry_after(headers)), self._cost(failure))

    def with_new_credentials(self) -> Again | None:
        """Return how to go on after credentials were refused that can be had anew: once a call."""
        if self._attempt >= self._policy.attempts or self._renewed_credentials:
            return None
        self._renewed_credentials = True
        return Again(0.0)

    def pay(self, again: Again) -> bool:
        """Pay for a repeat; False when there are not enough tokens left."""
        if not self._rules.learned.quota.take(again.cost, self._policy.quota):
            return False
        self._paid = again.cost
        return True

    def _may_repeat(self, error: SmawsError) -> bool:
        return self._policy.repeat_creations or is_harmless_again(
            self._operation, self._request, error
        )

    def _delay(self, failure: Failure, retry_after: float | None) -> float:
        return delay_after(
            self._policy,
            failure,
            attempt=self._attempt,
            drawn=self._rules.chance.draw(),
            retry_after=retry_after,
        )

    def _cost(self, failure: Failure) -> int:
        costs: Mapping[Failure, int] = {
            "throttling": self._policy.throttling_cost,
            "timeout": self._policy.timeout_cost,
            "transient": self._policy.retry_cost,
        }
        return costs[failure]
