"""Metadata of a call, which both kinds of result carry: request ID, headers, timing, attempts."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True)
class Attempt:
    """One request of a call."""

    error: SmawsError | None = None
    """Error of the attempt; `None` if it succeeded."""
    delay: float = 0.0
    """Seconds waited before the attempt."""
    status_code: int | None = None
    """HTTP status of the response; `None` without a response."""


@frozen(kw_only=True)
class Metadata:
    """Describes how a call went. Ignored when results are compared or matched by position."""

    request_id: str | None = None
    """The service's ID of the last request, for AWS Support and CloudTrail."""
    status_code: int | None = None
    """HTTP status of the last response."""
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    """Headers of the last response, names in lower case."""
    elapsed: float = 0.0
    """Seconds from the start of the call to its result."""
    attempts: tuple[Attempt, ...] = ()
    """All requests of the call, in order."""
    region: str | None = None
    """AWS Region of the call; `None` if the settings could not be resolved."""
    endpoint: str | None = None
    """URL that the requests went to, or would have; `None` if it could not be resolved."""


NO_METADATA: Final = Metadata()

publish(globals())
