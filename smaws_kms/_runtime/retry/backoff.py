"""Delay before a retry: a pure function of policy, failure and a random number."""

from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.retry.classification import Failure
from smaws_kms._runtime.retry.policy import RetryPolicy

_RETRY_AFTER: Final = "x-amz-retry-after"
# The AWS standard: the service may add at most 5 s to the delay that the client has drawn.
_MOST_EXTRA: Final = 5.0
# 2.0 ** 1024 overflows; `max_delay` bounds the delay long before.
_MOST_DOUBLINGS: Final = 64


def backoff_delay(
    policy: RetryPolicy, failure: Failure, *, attempt: int, drawn: float, retry_after: float | None
) -> float:
    """Return the seconds to wait.

    Args:
        policy: The client's policy.
        failure: The kind of failure of the latest attempt.
        attempt: The number of that attempt; the first is 1.
        drawn: A random number from 0 to 1 (full jitter: it scales the whole delay).
        retry_after: The seconds that the service asked for, or `None`.
    """
    throttled = failure == "throttling"
    base = policy.throttling_base_delay if throttled else policy.base_delay
    longest = base * 2.0 ** min(attempt - 1, _MOST_DOUBLINGS)
    delay = drawn * min(longest, policy.max_delay)
    if retry_after is None or not policy.respect_retry_after:
        return delay
    return max(delay, min(retry_after, delay + _MOST_EXTRA))


def read_retry_after(headers: Mapping[str, str]) -> float | None:
    """Return `x-amz-retry-after` in seconds; `None` without a whole number of milliseconds.

    HTTP's own `Retry-After` is not part of the AWS standard.
    """
    text = headers.get(_RETRY_AFTER, "").strip()
    # Not `int`, which raises on thousands of digits.
    return float(text) / 1000 if text.isascii() and text.isdecimal() else None
