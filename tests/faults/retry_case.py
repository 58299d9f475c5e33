"""What a case with retries is: what the server does attempt by attempt, and how the call goes."""

from typing import Final

from attrs import field, frozen

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.case import OWN
from tests.faults.kinds import AnyOperation
from tests.unit.redaction.secret_markers import secret

QUICK: Final = kms.RetryPolicy(base_delay=0.01, throttling_base_delay=0.01)
"""The default, but for waits that a test can afford."""
PLAINTEXT: Final = secret("plaintext").encode()


@frozen
class Wait:
    """How long a wait may be, in seconds."""

    least: float
    most: float

    def allows(self, seconds: float) -> bool:
        """Tell whether a wait is one of these."""
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
    """The status of the answer, if there is one."""


@frozen
class RetryCase:
    """What the server does, and how a call goes on."""

    name: str
    """What the server does, in words."""
    command: str
    """What it is told to do, attempt by attempt."""
    failures: tuple[Failure, ...]
    """How the attempts end that fail."""
    waits: tuple[Wait, ...] = ()
    """Those between the attempts, of which there is one more."""
    end: str = field(default=OWN, kw_only=True)
    """What the call ends in: `OWN`, or the class of the error."""
    last_error: str | None = field(default=None, kw_only=True)
    """The class of the error that a deadline names as the last one."""
    sent: Sent | None = field(default=None, kw_only=True)
    """What a `TransportError` says about the request."""
    creates: bool = field(default=False, kw_only=True)
    """Whether the call is `CreateKey` instead of `Encrypt`."""
    attempt: float = field(default=20.0, kw_only=True)
    """`Timeout.attempt`."""
    within: float | None = field(default=60.0, kw_only=True)
    """`Timeout.operation`."""
    policy: kms.RetryPolicy = field(default=QUICK, kw_only=True)

    @property
    def operation(self) -> AnyOperation:
        """What is called."""
        return kms.CreateKey if self.creates else kms.Encrypt

    @property
    def request(self) -> object:
        """What is asked."""
        if self.creates:
            return kms.CreateKeyRequest(description=self.command)
        return kms.EncryptRequest(key_id=self.command, plaintext=PLAINTEXT)

    @property
    def requests(self) -> int:
        """How many requests arrive."""
        return len(self.waits) + 1

    @property
    def attempts(self) -> tuple[Failure | None, ...]:
        """How each of them ends, `None` for success."""
        return (*self.failures, *([None] if self.end == OWN else []))
