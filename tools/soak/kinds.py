"""The kinds of faults that are drawn: every case of `tests/faults` that one request can meet.

Left out are the ones that only exist within TLS, since the soak runs without; and a forged answer on an
idle connection: under load no connection is idle, and the answer that is there when the next request
has been sent is its answer, for every client of HTTP/1.1.
"""

import sys
from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

import smaws_kms as kms
from tests.faults.case import OWN, Case, Outcome, retry_after
from tests.faults.cases import CASES
from tests.faults.messages import THEN
from tests.faults.refusals import CLOCKS
from tests.faults.retry_case import RetryCase
from tests.faults.retry_cases import RETRY_CASES

_LEFT_OUT: Final = frozenset({"idle-forged"})
_FAR_TOO_LONG: Final = frozenset({"throttled-minute", "throttled-digits"})
"""They ask for a wait that a call has no time for."""


@frozen
class FaultKind:
    """Something that can happen to a request."""

    command: str
    """What the server is told."""
    address: str = "server"
    """Where the request goes."""
    size: int = 0
    """Length of the plaintext."""
    ends: frozenset[str] = field(default=frozenset({OWN}), kw_only=True)
    """What an attempt may end in that meets it."""
    repeated: bool = field(default=False, kw_only=True)
    """Whether the call goes on after that."""

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.command} {self.address} {self.size}"

    @property
    def once(self) -> str | None:
        """The key for a first attempt that meets it, and no other; `None` where all attempts do."""
        return f"{self.command}{THEN}echo" if self.address == "server" else None


def _kinds() -> Iterator[FaultKind]:
    for case in CASES:
        command = case.command if case.before in {None, "echo"} else str(case.before)
        is_fault = command != "echo" or case.size or case.address != "server"
        if is_fault and case.scheme is None and command not in _LEFT_OUT and _is_possible(case):
            yield _kind(command, case.outcome, case.address, case.size)
    for retried in RETRY_CASES:
        command = retried.command.split(THEN)[0]
        yield _kind(command, _outcome(retried, command))


def _is_possible(case: Case) -> bool:
    return case.address != "full backlog" or sys.platform == "linux"


def _outcome(case: RetryCase, command: str) -> Outcome:
    """Return what a call ends in that meets this and is not repeated."""
    failure = case.failures[0]
    late = "DeadlineExceededError"
    error = late if command in _FAR_TOO_LONG else failure.error
    return Outcome(error, sent="maybe", status=failure.status)


def _kind(command: str, outcome: Outcome, address: str = "server", size: int = 0) -> FaultKind:
    error = outcome.error
    # Whether the client's clock is right just then depends on the calls beside it.
    ends = {outcome.got, OWN} if command in CLOCKS else {outcome.got}
    repeated = error is not None and retry_after(error, kms.Encrypt) is not None
    return FaultKind(command, address, size, ends=frozenset(ends), repeated=repeated)


def _different(kinds: Iterator[FaultKind]) -> tuple[FaultKind, ...]:
    found: dict[tuple[str, str, int], FaultKind] = {}
    for kind in kinds:
        found.setdefault((kind.command, kind.address, kind.size), kind)
    return tuple(found.values())


FAULT_KINDS: Final = _different(_kinds())
ADDRESSES: Final = tuple(sorted({kind.address for kind in FAULT_KINDS}))
