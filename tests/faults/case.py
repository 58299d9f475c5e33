"""What a case is: a fault, and what a call has to end in, by transport."""

from collections.abc import Mapping
from typing import Final

from attrs import evolve, field, frozen

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.kinds import Kind

OWN: Final = "Ok"
FORGED: Final = "Ok with a forged answer"
"""Worse than any error: for KMS, an answer to another question is somebody else's plaintext."""


@frozen
class Outcome:
    """How a call ends, and what is left of its connection."""

    got: str = OWN
    """`OWN`, `FORGED`, or the class of the error."""
    says: str = ""
    """A part of the error's text, as the engine puts it."""
    sent: Sent | None = None
    """What a `TransportError` says about the request."""
    reused: bool | None = field(default=False, kw_only=True)
    """Whether the next call goes over a connection that was there before; `None` where both is right."""
    next: str = field(default=OWN, kw_only=True)
    """What the next call gets."""
    late: bool = field(default=False, kw_only=True)
    """Whether it comes long after the time that the attempt had."""
    retryable: bool = field(default=True, kw_only=True)
    """Whether a `TransportError` says that another attempt may succeed."""
    status: int | None = field(default=None, kw_only=True)
    """What a `ServiceError` says of the answer."""
    httpx_says: str | None = field(default=None, kw_only=True)
    """A part of the error's text on httpx's transports, if it is another."""

    @property
    def error(self) -> kms.SmawsError | None:
        """An error like the one that the call ends in, if it does."""
        cls: object = getattr(kms, self.got, None)
        match cls:
            case type() if issubclass(cls, kms.DeadlineExceededError):
                return cls(self.says, sent=self.sent or "maybe")
            case type() if issubclass(cls, kms.TransportError):
                return cls(self.says, sent=self.sent or "maybe", retryable=self.retryable)
            case type() if issubclass(cls, kms.ServiceError):
                return cls(self.says, status_code=self.status or 400)
            case type() if issubclass(cls, kms.ResponseParseError):
                return cls(self.says)
            case _:
                assert self.got in {OWN, FORGED}
                return None


@frozen
class Case:
    """A fault, and what becomes of a call that meets it."""

    name: str
    """What the server does, in words."""
    command: str
    """The key id of the call."""
    outcome: Outcome
    """What should become of it."""
    instead: Mapping[str, Outcome] = field(factory=dict[str, Outcome], kw_only=True)
    """What becomes of it on transports that do worse, by the start of their name and scheme."""
    before: str | None = field(default="echo", kw_only=True)
    """The call before it on the same connection; without one, the connection is new."""
    address: str = field(default="server", kw_only=True)
    """Where it goes, see `world`."""
    scheme: str | None = field(default=None, kw_only=True)
    """The only protocol that it can be tried on."""
    attempt: float = field(default=20.0, kw_only=True)
    """`Timeout.attempt`."""
    connect: float = field(default=20.0, kw_only=True)
    """`Timeout.connect`."""
    size: int = field(default=0, kw_only=True)
    """Length of the plaintext."""

    def outcome_on(self, kind: Kind, scheme: str) -> Outcome:
        """Return what to expect from a transport."""
        name = f"{kind.name} {scheme}"
        fitting = [outcome for start, outcome in self.instead.items() if name.startswith(start)]
        outcome = fitting[0] if fitting else self.outcome
        says = outcome.says if kind.engine or outcome.httpx_says is None else outcome.httpx_says
        return evolve(outcome, says=says, httpx_says=None)

    @property
    def schemes(self) -> tuple[str, ...]:
        """Which protocols it is tried on: both, unless its address says."""
        if self.scheme is not None:
            return (self.scheme,)
        return ("http", "https") if self.address == "server" else ("http",)
