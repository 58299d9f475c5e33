"""HTTP requests and answers as plain values, between the story of a call and whoever sends them."""

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
    """A signed POST, ready to be sent."""

    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    ca_bundle: Bundle | None = None
    """Roots to trust, if the settings name them."""


@frozen
class WireResponse:
    """An answer: status, headers with lower-case names, and the whole body."""

    status_code: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def request_id(self) -> str | None:
        """The service's ID of the request."""
        found = self.headers.get("x-amzn-requestid") or self.headers.get("x-amz-request-id")
        return escape_text(found, MAX_VALUE) if found else None


@frozen
class AttemptTimeouts:
    """How long one attempt may wait, in seconds; `None` is without end."""

    connect: float | None
    until: float | None
    """Time of `monotonic` at which the attempt is over."""
    monotonic: Callable[[], float] = field(repr=False)

    def remaining(self) -> float | None:
        """Return the seconds left, 0 when it is over."""
        return None if self.until is None else max(0.0, self.until - self.monotonic())

    def over(self) -> bool:
        """Tell whether time has run out."""
        return self.until is not None and self.monotonic() >= self.until
