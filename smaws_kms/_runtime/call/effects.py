"""Effects that a call yields to its driver: I/O and waiting."""

from collections.abc import Generator
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest
from smaws_kms._runtime.http11.trust_roots import Bundle
from smaws_kms._runtime.support.record import Record
from smaws_kms._runtime.values import Credentials

Res = TypeVar("Res")


class GetConfig(Record):
    """Resolve the client's settings.

    Returns a `ResolvedConfig`, a `ConfigurationError`, or `None` when `within` seconds have passed.
    """

    __slots__ = ()

    within: float | None


class GetCredentials(Record):
    """Resolve credentials that are valid at `now`, for a client in `region`.

    Returns `Credentials`, a `CredentialsError`, or `None` when `within` seconds have passed.
    """

    __slots__ = ()

    within: float | None
    now: datetime
    region: str


class ForgetCredentials(Record):
    """Discard credentials that the service refused.

    Returns whether their provider may return new ones.
    """

    __slots__ = ()

    credentials: Credentials


class Send:
    """Send a request.

    Returns the `WireResponse`, or the `TransportError` or `ConfigurationError` that there is none.
    """

    __slots__ = __match_args__ = ("request", "timeouts")

    def __init__(self, request: WireRequest, timeouts: AttemptTimeouts) -> None:
        self.request = request
        self.timeouts = timeouts


class PrepareConnections(Record):
    """Find the proxy and load the trust roots for a URL.

    Returns `True`, a `ConfigurationError` or `ConnectError`, or `None` when `within` seconds have
    passed.
    """

    __slots__ = ()

    url: str
    ca_bundle: Bundle | None
    within: float | None


class Sleep(Record):
    """Wait for `seconds`. Returns `None`."""

    __slots__ = ()

    seconds: float


OtherEffect: TypeAlias = GetConfig | GetCredentials | ForgetCredentials | PrepareConnections | Sleep
Effect: TypeAlias = Send | OtherEffect
Steps: TypeAlias = Generator[Effect, Any, Res]
"""A generator that yields effects, is sent what they return, and returns a `Res`."""
