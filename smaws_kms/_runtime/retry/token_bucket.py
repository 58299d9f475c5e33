"""Retry token bucket; prevents retry storms.

While most calls succeed, there are enough tokens for every retry. When most calls fail, the tokens run
out and a client makes first attempts only, until successes have refilled the bucket.
"""

from threading import Lock

from smaws_kms._runtime.support.fork import register_at_fork


class RetryTokenBucket:
    """Tokens that a client and its derived clients have spent on retries. Thread-safe.

    It counts the missing tokens, not those left: the capacity comes from each call's policy, and
    derived clients may have different policies.
    """

    def __init__(self) -> None:
        self._spent = 0
        self._lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which a thread of the parent may hold."""
        self._lock = Lock()

    @property
    def spent(self) -> int:
        """Tokens that are missing from a full bucket."""
        return self._spent

    def take(self, cost: int, capacity: int | None) -> bool:
        """Take tokens from a bucket of this capacity, and return whether there were enough."""
        if capacity is None:
            return True
        with self._lock:
            if self._spent + cost > capacity:
                return False
            self._spent += cost
            return True

    def give_back(self, tokens: int) -> None:
        """Put tokens into the bucket until it is full."""
        if self._spent == 0:  # the usual case, which needs no lock
            return
        with self._lock:
            self._spent = max(0, self._spent - tokens)
