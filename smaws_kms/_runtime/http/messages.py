"""HTTP requests, responses and time limits as plain values."""

from collections.abc import Callable, Mapping
from typing import Final

from attrs import field, frozen

from smaws_kms._runtime.http11.trust_roots import Bundle
from smaws_kms._runtime.redaction.external_text import MAX_VALUE, escape_text

SUCCESS: Final = range(200, 300)
"""HTTP status codes of success."""
FIRST_SERVER_ERROR: Final = 500
"""HTTP status codes from here on say that the server failed."""


@frozen
class WireRequest:
    """A signed POST request."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    ca_bundle: Bundle | None = None
    """Trust roots, if the settings name some."""


@frozen
class WireResponse:
    """A complete response; header names are in lower case."""

    status_code: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def request_id(self) -> str | None:
        """Return the service's ID of the request."""
        found = self.headers.get("x-amzn-requestid") or self.headers.get("x-amz-request-id")
        return escape_text(found, MAX_VALUE) if found else None


@frozen
class AttemptTimeouts:
    """Time limits of one attempt, in seconds; `None` is no limit."""

    connect: float | None
    until: float | None
    """Deadline of the attempt, by the clock `monotonic`."""
    monotonic: Callable[[], float] = field(repr=False)

    def remaining(self) -> float | None:
        """Return the seconds until the deadline, at least 0."""
        return None if self.until is None else max(0.0, self.until - self.monotonic())

    def over(self) -> bool:
        """Return whether the deadline has passed."""
        return self.until is not None and self.monotonic() >= self.until
