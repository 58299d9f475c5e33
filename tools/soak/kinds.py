"""The kinds of faults to draw from: every case of `tests/faults` that one request can meet.

Faults that exist only in TLS are excluded, because the soak test uses plain HTTP. So is a forged response
on an idle connection: under load no connection stays idle, and HTTP/1.1 cannot distinguish a response
that arrives after the next request was sent from the response to that request.
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

_EXCLUDED: Final = frozenset({"idle-forged"})
_BEYOND_THE_DEADLINE: Final = frozenset({"throttled-minute", "throttled-digits"})
"""These commands request a delay that is longer than a call's deadline."""


@frozen
class FaultKind:
    """Something that can happen to a request."""

    command: str
    """The command to the server."""
    address: str = "server"
    """Where the request goes."""
    size: int = 0
    """Length of the plaintext."""
    ends: frozenset[str] = field(default=frozenset({OWN}), kw_only=True)
    """The possible outcomes of an attempt that meets it."""
    retried: bool = field(default=False, kw_only=True)
    """Whether the call is retried after that."""

    @property
    def name(self) -> str:
        """A unique name."""
        return f"{self.command} {self.address} {self.size}"

    @property
    def once(self) -> str | None:
        """The key ID with which only the first attempt meets it; `None` if all attempts must."""
        return f"{self.command}{THEN}echo" if self.address == "server" else None


def _kinds() -> Iterator[FaultKind]:
    for case in CASES:
        command = case.command if case.before in {None, "echo"} else str(case.before)
        is_fault = command != "echo" or case.size or case.address != "server"
        if is_fault and case.scheme is None and command not in _EXCLUDED and _is_possible(case):
            yield _kind(command, case.outcome, case.address, case.size)
    for retried in RETRY_CASES:
        command = retried.command.split(THEN)[0]
        yield _kind(command, _outcome(retried, command))


def _is_possible(case: Case) -> bool:
    return case.address != "full backlog" or sys.platform == "linux"


def _outcome(case: RetryCase, command: str) -> Outcome:
    """Return the outcome of a call that meets the fault and is not retried."""
    failure = case.failures[0]
    late = "DeadlineExceededError"
    error = late if command in _BEYOND_THE_DEADLINE else failure.error
    return Outcome(error, sent="maybe", status=failure.status)


def _kind(command: str, outcome: Outcome, address: str = "server", size: int = 0) -> FaultKind:
    error = outcome.error
    # Other calls may already have corrected the client's clock.
    ends = {outcome.got, OWN} if command in CLOCKS else {outcome.got}
    is_retried = error is not None and retry_after(error, kms.Encrypt) is not None
    return FaultKind(command, address, size, ends=frozenset(ends), retried=is_retried)


def _different(kinds: Iterator[FaultKind]) -> tuple[FaultKind, ...]:
    found: dict[tuple[str, str, int], FaultKind] = {}
    for kind in kinds:
        found.setdefault((kind.command, kind.address, kind.size), kind)
    return tuple(found.values())


FAULT_KINDS: Final = _different(_kinds())
ADDRESSES: Final = tuple(sorted({kind.address for kind in FAULT_KINDS}))
