"""A retry case: what the server does attempt by attempt, and how the call continues."""

from typing import Final

from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.case import OWN
from tests.faults.transports import AnyOperation
from tests.unit.redaction.secret_markers import secret

SHORT_DELAYS: Final = kms.RetryPolicy(base_delay=0.01, throttling_base_delay=0.01)
"""The default policy with delays that a test can afford."""
PLAINTEXT: Final = secret("plaintext").encode()


@frozen
class Delay:
    """The bounds of a retry's delay, in seconds."""

    least: float
    most: float

    def allows(self, seconds: float) -> bool:
        """Return whether a delay is within the bounds."""
        return self.least <= seconds <= self.most

    def __str__(self) -> str:
        if self.least == self.most:
            return f"{self.most} s" if self.most else "none"
        return f"up to {self.most} s"


@frozen
class Failure:
    """How an attempt fails."""

    error: str
    """The class of the error."""
    status: int | None = None
    """The status code of the response, if there is one."""


@frozen
class RetryCase:
    """What the server does, and how the call continues."""

    name: str
    """What the server does, in words."""
    command: str
    """The commands to the server, attempt by attempt."""
    failures: tuple[Failure, ...]
    """How the failed attempts end."""
    delays: tuple[Delay, ...] = ()
    """The delays before the retries."""
    end: str = field(default=OWN, kw_only=True)
    """The outcome of the call: `OWN`, or the class of the error."""
    last_error: str | None = field(default=None, kw_only=True)
    """The class of `DeadlineExceededError.last_error`."""
    sent: Sent | None = field(default=None, kw_only=True)
    """`TransportError.sent`."""
    creates: bool = field(default=False, kw_only=True)
    """Whether the call is `CreateKey` instead of `Encrypt`."""
    attempt: float = field(default=20.0, kw_only=True)
    """`Timeout.attempt`."""
    within: float | None = field(default=60.0, kw_only=True)
    """`Timeout.operation`."""
    policy: kms.RetryPolicy = field(default=SHORT_DELAYS, kw_only=True)

    @property
    def operation(self) -> AnyOperation:
        """The operation that is called."""
        return kms.CreateKey if self.creates else kms.Encrypt

    @property
    def request(self) -> object:
        """The request of the call."""
        if self.creates:
            return kms.CreateKeyRequest(description=self.command)
        return kms.EncryptRequest(key_id=self.command, plaintext=PLAINTEXT)

    @property
    def requests(self) -> int:
        """How many requests arrive at the server."""
        return len(self.delays) + 1

    @property
    def attempts(self) -> tuple[Failure | None, ...]:
        """How each attempt ends, `None` for success."""
        return (*self.failures, *([None] if self.end == OWN else []))
