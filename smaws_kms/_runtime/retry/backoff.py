"""How long to wait before the next attempt, as a pure function of policy, failure and a drawn number."""

from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.retry.classification import Failure
from smaws_kms._runtime.retry.policy import RetryPolicy

_RETRY_AFTER: Final = "x-amz-retry-after"
# The standard lets the service ask for that many seconds more than we would have waited.
_MOST_EXTRA: Final = 5.0
# 2.0 ** 1024 is an error; long before that, `max_delay` has decided.
_MOST_DOUBLINGS: Final = 64


def backoff_delay(
    policy: RetryPolicy, failure: Failure, *, attempt: int, drawn: float, retry_after: float | None
) -> float:
    """Return the seconds to wait.

    Args:
        policy: The numbers.
        failure: What kind of failure the attempt ended in.
        attempt: Number of that attempt, the first is 1.
        drawn: A random number from 0 to 1 ("full jitter": the whole delay is drawn).
        retry_after: Seconds that the service asked for, if it did.
    """
    throttled = failure == "throttling"
    base = policy.throttling_base_delay if throttled else policy.base_delay
    most = base * 2.0 ** min(attempt - 1, _MOST_DOUBLINGS)
    delay = drawn * min(most, policy.max_delay)
    if retry_after is None or not policy.respect_retry_after:
        return delay
    return max(delay, min(retry_after, delay + _MOST_EXTRA))


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that the service asks for, in whole milliseconds; `None` for anything else.

    HTTP's own `Retry-After` is no part of the standard.
    """
    text = headers.get(_RETRY_AFTER, "").strip()
    # Digits that `float` reads alone: `int` refuses thousands of them.
    return float(text) / 1000 if text.isascii() and text.isdecimal() else None
