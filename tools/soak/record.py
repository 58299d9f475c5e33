"""What became of every call, and what is wrong with it."""

from array import array
from collections import Counter
from typing import Any, Final, TypeAlias

import smaws_kms as kms
from tests.faults.case import OWN
from tests.faults.echo_server import ciphertext_of
from tools.soak.draw import Planned
from tools.soak.kinds import FaultKind

EncryptResult: TypeAlias = kms.Result[kms.EncryptResponse, Any]

CROWDED: Final = frozenset({"AttemptTimeoutError", "DeadlineExceededError"})
"""What any call may end in on a machine that has other things to do: all three attempts were too slow."""
_MOST_COMPLAINTS: Final = 20


def end_of(planned: Planned, result: EncryptResult) -> str:
    """Return what a call ended in: `OWN`, the class of the error, or what it should never."""
    if isinstance(result, kms.Err):
        return type(result.error).__name__
    is_own = ciphertext_of(planned.plaintext) == result.value.ciphertext_blob
    return OWN if is_own else "Ok with an answer from somewhere else"


def is_allowed(planned: Planned, end: str) -> bool:
    """Tell whether a call may end so: with its own answer, as its fault says, or out of time."""
    if end == OWN or end in CROWDED:
        return True
    fault = planned.fault
    return fault is not None and end in fault.ends and (planned.lasting or not fault.repeated)


class Record:
    """All calls of a run. What it takes up does not grow, since memory is what is measured."""

    def __init__(self, calls: int) -> None:
        self.done = 0
        self.results = bytearray(calls)
        """How many results each call had."""
        self.seconds = array("d", bytes(8 * calls))
        """How long each call took."""
        self.ends: Counter[str] = Counter()
        """What the calls ended in."""
        self.crowded: Counter[str] = Counter()
        """What those ended in that met no fault, if it was not their answer."""
        self.failed_attempts: Counter[str] = Counter()
        """What the attempts ended in that were repeated."""
        self.faults: Counter[FaultKind] = Counter()
        """How many calls were to meet each fault."""
        self.met: Counter[FaultKind] = Counter()
        """How many of them saw what it leads to."""
        self.complaints: list[str] = []

    def note(self, planned: Planned, result: EncryptResult, seconds: float) -> None:
        """Note the result of a call."""
        end = end_of(planned, result)
        self.done += 1
        self.results[planned.number] += 1
        self.seconds[planned.number] = seconds
        self.ends[end] += 1
        errors = [type(it.error).__name__ for it in result.metadata.attempts if it.error]
        self.failed_attempts.update(errors[: len(result.metadata.attempts) - 1])
        if planned.fault is not None:
            self.faults[planned.fault] += 1
            self.met[planned.fault] += not planned.fault.ends.isdisjoint({*errors, end})
        elif end != OWN:
            self.crowded[end] += 1
        if not is_allowed(planned, end) and len(self.complaints) < _MOST_COMPLAINTS:
            self.complaints.append(f"call {planned.number} ({planned.key}) ended in {result!r}")

    @property
    def without_one_result(self) -> int:
        """How many calls had none or more than one."""
        return len(self.results) - self.results.count(1)
