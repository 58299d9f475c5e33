"""The retry standard as a table: delays and tokens, derived from AWS's numbers before and since 2026.

Rows are what each attempt of one client's calls ends in; whatever is drawn is the longest delay.
"""

from typing import Final

import pytest
from attrs import evolve

import smaws_kms as kms
from smaws_kms import AttemptTimeoutError, ConnectionLostError, RetryPolicy
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.retry.token_bucket import RetryTokenBucket
from tests.unit.call.call_harness import DONE, AttemptOutcome, CallHarness, refusal

NEW: Final = RetryPolicy(max_attempts=9)
OLD: Final = RetryPolicy.legacy_standard(max_attempts=9)
THROTTLED: Final = refusal("ThrottlingException")
SLOW_DOWN: Final = refusal("SlowDown", status=503)
UNKNOWN_429: Final = refusal("", status=429)
BROKEN: Final = refusal("KMSInternalException", status=500)
UNAVAILABLE: Final = refusal("", status=503)
LATER: Final = refusal("ThrottlingException", x_amz_retry_after="3000")
MUCH_LATER: Final = refusal("ThrottlingException", x_amz_retry_after="60000")
SOONER: Final = refusal("ThrottlingException", x_amz_retry_after="10")
NEGATIVE: Final = refusal("ThrottlingException", x_amz_retry_after="-1")
FOREVER: Final = kms.Timeout(operation=None)
HTTP_DATE: Final = refusal("ThrottlingException", retry_after="30")


def lost() -> AttemptOutcome:
    """Return an error of a broken connection."""
    return ConnectionLostError("broken")


def slow() -> AttemptOutcome:
    """Return an error of an attempt that timed out."""
    return AttemptTimeoutError("slow")


class Ledger(RetryTokenBucket):
    """A token bucket that records what is taken and returned."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[int] = []
        self.given_back: list[int] = []

    def take(self, cost: int, capacity: int | None) -> bool:
        """Record the cost."""
        self.taken.append(cost)
        return super().take(cost, capacity)

    def give_back(self, tokens: int) -> None:
        """Record the returned tokens."""
        self.given_back.append(tokens)
        super().give_back(tokens)


@pytest.mark.parametrize(
    ("policy", "failures", "delays", "costs"),
    [
        # Scale 0.05 s and 14 tokens, for timeouts as well; throttling 1 s and 5 tokens.
        (NEW, [BROKEN], [0.05], [14]),
        (NEW, [BROKEN] * 4, [0.05, 0.1, 0.2, 0.4], [14] * 4),
        (NEW, [UNAVAILABLE, lost()], [0.05, 0.1], [14, 14]),
        (NEW, [slow()], [0.05], [14]),
        (NEW, [THROTTLED], [1.0], [5]),
        (NEW, [THROTTLED] * 7, [1.0, 2.0, 4.0, 8.0, 16.0, 20.0, 20.0], [5] * 7),
        (NEW, [SLOW_DOWN, UNKNOWN_429], [1.0, 2.0], [5, 5]),
        (NEW, [THROTTLED, BROKEN, THROTTLED], [1.0, 0.1, 4.0], [5, 14, 5]),
        # `x-amz-retry-after`, in milliseconds, between the drawn delay and 5 s more.
        (NEW, [LATER], [3.0], [5]),
        (NEW, [MUCH_LATER, MUCH_LATER], [6.0, 7.0], [5, 5]),
        (NEW, [SOONER], [1.0], [5]),
        (NEW, [NEGATIVE], [1.0], [5]),
        (NEW, [HTTP_DATE], [1.0], [5]),
        # Before 2026: scale 1 s, 5 tokens, 10 after a timeout, no retry-after.
        (OLD, [BROKEN] * 6, [1.0, 2.0, 4.0, 8.0, 16.0, 20.0], [5] * 6),
        (OLD, [THROTTLED, lost()], [1.0, 2.0], [5, 5]),
        (OLD, [slow()], [1.0], [10]),
        (OLD, [MUCH_LATER], [1.0], [5]),
    ],
)
def test_table(
    policy: RetryPolicy, failures: list[AttemptOutcome], delays: list[float], costs: list[int]
) -> None:
    """Each failure has the standard's delay and cost; a success returns the last cost."""
    ledger = Ledger()
    harness = CallHarness(
        retry=policy, shared_state=SharedState(token_bucket=ledger), timeout=FOREVER
    )
    result = harness.finish(*failures, DONE)

    assert pytest.approx(delays) == harness.slept
    assert pytest.approx([0.0, *delays]) == [it.delay for it in result.metadata.attempts]
    assert (costs, costs[-1:]) == (ledger.taken, ledger.given_back)


@pytest.mark.parametrize(
    ("policy", "calls", "spent"),
    [
        # A successful first attempt returns one token, and the bucket never overflows.
        (NEW, [[DONE]], 0),
        (evolve(NEW, max_attempts=2), [[BROKEN, BROKEN]], 14),
        (evolve(NEW, max_attempts=2), [[BROKEN, BROKEN], [DONE]], 13),
        (evolve(NEW, max_attempts=3), [[BROKEN] * 3, [BROKEN, DONE]], 28),
        (evolve(NEW, max_attempts=3), [[BROKEN] * 3, [THROTTLED, DONE]], 28),
        (evolve(NEW, max_attempts=3), [[BROKEN] * 3, *[[DONE]] * 30], 0),
        # An empty bucket ends a call at once; so does one without capacity.
        (evolve(NEW, retry_tokens=0), [[BROKEN]], 0),
        (evolve(NEW, retry_tokens=13), [[BROKEN]], 0),
        (evolve(NEW, retry_tokens=14), [[BROKEN, BROKEN], [BROKEN]], 14),
        (evolve(NEW, retry_tokens=20), [[BROKEN, THROTTLED, BROKEN], [BROKEN], [THROTTLED]], 19),
        (evolve(NEW, retry_tokens=None, max_attempts=3), [[BROKEN] * 3] * 50, 0),
        # The default bucket pays for 35 retries while a service is down.
        (evolve(NEW, max_attempts=2), [*[[BROKEN] * 2] * 35, [BROKEN]], 490),
    ],
)
def test_bucket(policy: RetryPolicy, calls: list[list[AttemptOutcome]], spent: int) -> None:
    """All calls of a client share a bucket, which limits their attempts."""
    shared_state = SharedState()
    for outcomes in calls:
        result = CallHarness(retry=policy, shared_state=shared_state, timeout=FOREVER).finish(
            *outcomes
        )
        assert (outcomes[-1] is DONE) == result.is_ok

    assert spent == shared_state.token_bucket.spent
