"""The bucket of tokens that repeats are paid from, so that an outage is not met with a storm.

While all is well there is enough for every repeat. When most calls fail, the tokens run out, and a
client goes on with first attempts only, until successes have filled the bucket again.
"""

from threading import Lock

from smaws_kms._runtime.support.fork import register_at_fork


class RetryTokenBucket:
    """What a client and those derived from it have spent on repeats. Thread-safe.

    It counts what is missing instead of what is left: how much the bucket holds is said by each
    call's policy, and derived clients may have another one.
    """

    def __init__(self) -> None:
        self._spent = 0
        self._lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Let go of a lock that a thread of the parent holds."""
        self._lock = Lock()

    @property
    def spent(self) -> int:
        """Tokens that are missing from a full bucket."""
        return self._spent

    def take(self, cost: int, capacity: int | None) -> bool:
        """Take tokens from a bucket of that capacity, and tell whether there were enough."""
        if capacity is None:
            return True
        with self._lock:
            if self._spent + cost > capacity:
                return False
            self._spent += cost
            return True

    def give_back(self, tokens: int) -> None:
        """Put tokens into the bucket until it is full."""
        if self._spent == 0:  # as nearly always, and then there is nothing to guard
            return
        with self._lock:
            self._spent = max(0, self._spent - tokens)
