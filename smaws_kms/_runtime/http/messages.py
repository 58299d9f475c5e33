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


class WireRequest:
    """A signed POST request. Its repr shows neither headers nor body.

    Args:
        url: The URL.
        headers: Headers by name; or their lines as they are sent, each with its line end, ASCII without
            other line breaks.
        body: The body.
        ca_bundle: Trust roots, if the settings name some.
        secrets: The secrets in the headers: signature, session token and the like.
    """

    __slots__ = ("_headers", "body", "ca_bundle", "secrets", "url")

    def __init__(
        self,
        url: str,
        headers: Mapping[str, str] | bytes,
        body: bytes,
        ca_bundle: Bundle | None = None,
        secrets: tuple[str, ...] = (),
    ) -> None:
        self.url = url
        self._headers = headers
        self.body = body
        self.ca_bundle = ca_bundle
        self.secrets = secrets

    def __repr__(self) -> str:
        return f"WireRequest(url={self.url!r}, ca_bundle={self.ca_bundle!r})"

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers by name, read from the lines when asked for."""
        headers = self._headers
        if not isinstance(headers, bytes):
            return headers
        pairs = [line.partition(": ") for line in headers.decode("ascii").split("\r\n")[:-1]]
        return {name: value for name, _, value in pairs}

    @property
    def lines(self) -> bytes:
        """The header lines as they are sent, each with its line end. Those of names are not checked."""
        headers = self._headers
        if isinstance(headers, bytes):
            return headers
        return b"".join([f"{name}: {value}\r\n".encode() for name, value in headers.items()])


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
