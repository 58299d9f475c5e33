"""The outcome of every call, and the unexpected ones as problems."""

from array import array
from collections import Counter
from typing import Any, Final, TypeAlias

import smaws_kms as kms
from tests.faults.case import OWN
from tests.faults.echo_server import ciphertext_of
from tools.soak.draw import PlannedCall
from tools.soak.kinds import FaultKind

EncryptResult: TypeAlias = kms.Result[kms.EncryptResponse, Any]

TIMEOUTS: Final = frozenset({"AttemptTimeoutError", "DeadlineExceededError"})
"""Outcomes that any call may have on a busy machine: all three attempts were too slow."""
_MAX_PROBLEMS: Final = 20


def end_of(planned: PlannedCall, result: EncryptResult) -> str:
    """Return the outcome of a call: `OWN`, the class of the error, or a foreign response."""
    if isinstance(result, kms.Err):
        return type(result.error).__name__
    is_own = ciphertext_of(planned.plaintext) == result.value.ciphertext_blob
    return OWN if is_own else "Ok with the response to another request"


def is_allowed(planned: PlannedCall, end: str) -> bool:
    """Return whether an outcome is allowed: its own response, its fault's error, or a timeout."""
    if end == OWN or end in TIMEOUTS:
        return True
    fault = planned.fault
    return fault is not None and end in fault.ends and (planned.lasting or not fault.retried)


class Record:
    """All calls of a run. Its size is constant, because the soak measures memory."""

    def __init__(self, calls: int) -> None:
        self.done = 0
        self.results = bytearray(calls)
        """The number of results of each call."""
        self.seconds = array("d", bytes(8 * calls))
        """The duration of each call."""
        self.ends: Counter[str] = Counter()
        """The outcomes of all calls."""
        self.failed_without_fault: Counter[str] = Counter()
        """The errors of calls that met no fault."""
        self.failed_attempts: Counter[str] = Counter()
        """The errors of attempts that were retried."""
        self.faults: Counter[FaultKind] = Counter()
        """The number of calls that were drawn for each fault."""
        self.met: Counter[FaultKind] = Counter()
        """The number of those calls that saw the fault's error."""
        self.problems: list[str] = []

    def add(self, planned: PlannedCall, result: EncryptResult, seconds: float) -> None:
        """Record the result of a call."""
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
            self.failed_without_fault[end] += 1
        if not is_allowed(planned, end) and len(self.problems) < _MAX_PROBLEMS:
            self.problems.append(f"call {planned.number} ({planned.key}) ended in {result!r}")

    @property
    def without_one_result(self) -> int:
        """The number of calls without exactly one result."""
        return len(self.results) - self.results.count(1)
