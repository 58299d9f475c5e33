"""Draw the faults of calls at random, with a seed, so that a run can be repeated."""

import random
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from tools.soak.kinds import FAULT_KINDS, FaultKind

SHARE: Final = 0.02
"""The share of calls that meet a fault."""


@frozen
class PlannedCall:
    """A planned call."""

    number: int
    key: str = "echo"
    fault: FaultKind | None = None
    """The fault that it meets."""
    lasting: bool = False
    """Whether its retries meet the fault too."""

    @property
    def address(self) -> str:
        """The address of the request."""
        return self.fault.address if self.fault else "server"

    @property
    def plaintext(self) -> bytes:
        """The plaintext, which no other call has."""
        return (b"call %d" % self.number).ljust(self.fault.size if self.fault else 0, b"z")


def draw(calls: int, seed: int) -> Iterator[PlannedCall]:
    """Plan this number of calls.

    Two in a hundred meet a fault, each kind as likely as the others. In half of them only the first
    attempt meets it, in the other half every attempt.
    """
    rng = random.Random(seed)  # noqa: S311  # no secret
    for number in range(calls):
        if rng.random() >= SHARE:
            yield PlannedCall(number)
            continue
        kind = rng.choice(FAULT_KINDS)
        lasting = rng.random() < 0.5 or kind.once is None
        yield PlannedCall(number, kind.command if lasting else str(kind.once), kind, lasting)
