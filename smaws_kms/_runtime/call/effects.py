"""What the story of a call asks of whoever tells it: all that takes time, or touches the world."""

from collections.abc import Generator
from datetime import datetime
from typing import Any, TypeAlias, TypeVar

from attrs import frozen

from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest
from smaws_kms._runtime.http11.trust_roots import Bundle
from smaws_kms._runtime.values import Credentials

Res = TypeVar("Res")


@frozen
class GetConfig:
    """Needs a `ResolvedConfig`, the `ConfigurationError` that there is none, or `None`: too late."""

    within: float | None


@frozen
class GetCredentials:
    """Needs `Credentials`, the `CredentialsError` that there are none, or `None`: too late."""

    within: float | None
    now: datetime
    region: str


@frozen
class ForgetCredentials:
    """Needs to know whether credentials that the service refused can be had anew: a `bool`."""

    credentials: Credentials


@frozen
class Send:
    """Needs the answer to a request, or the error that there is none."""

    request: WireRequest
    timeouts: AttemptTimeouts


@frozen
class PrepareConnections:
    """Find the proxy and load the trust roots for a URL.

    Results in `True`, the `ConfigurationError` or `ConnectError` that stands against it, or `None`:
    too late.
    """

    url: str
    ca_bundle: Bundle | None
    within: float | None


@frozen
class Sleep:
    """Needs time to pass."""

    seconds: float


Effect: TypeAlias = (
    GetConfig | GetCredentials | ForgetCredentials | PrepareConnections | Send | Sleep
)
Steps: TypeAlias = Generator[Effect, Any, Res]
