"""Thread-safe queue of planned calls, which also records their results."""

from collections.abc import Iterator
from threading import Lock

from tools.soak.draw import PlannedCall
from tools.soak.record import EncryptResult, Record
from tools.soak.watch import Watch


class CallQueue:
    """The calls of a run, in rounds."""

    def __init__(self, planned: Iterator[PlannedCall], record: Record, watch: Watch) -> None:
        self._planned = planned
        self._record = record
        self._watch = watch
        self._round = 0
        self._lock = Lock()

    @property
    def left(self) -> int:
        """The number of calls that are left."""
        return len(self._record.results) - self._record.done

    def begin(self, calls: int) -> None:
        """Start the next round."""
        self._round = calls

    def take(self) -> PlannedCall | None:
        """Return the next call, `None` when the round is over."""
        with self._lock:
            if self._round == 0:
                return None
            self._round -= 1
            return next(self._planned, None)

    def add(self, planned: PlannedCall, result: EncryptResult, seconds: float) -> None:
        """Record the result of a call."""
        with self._lock:
            self._record.add(planned, result, seconds)
            self._watch.took(seconds)
