"""HTTP requests, responses and time limits as plain values."""

from collections.abc import Callable, Mapping
from typing import Final

from smaws_kms._runtime.http.response_head import ResponseHead
from smaws_kms._runtime.http11.trust_roots import Bundle

SUCCESS: Final = range(200, 300)
"""HTTP status codes of success."""
FIRST_SERVER_ERROR: Final = 500
"""HTTP status codes from here on say that the server failed."""


class WireRequest:
    """A signed POST request. The repr is that of `object`, without headers and body.

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

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers by name, read from the lines when asked for."""
        headers = self._headers
        if not isinstance(headers, bytes):
            return headers
        pairs = [line.partition(": ") for line in headers.decode("ascii").split("\r\n")[:-1]]
        return {name: value for name, _, value in pairs}

    @property
    def checked_lines(self) -> bytes | None:
        """The header lines if they were given as such, which are checked; `None` for those by name."""
        return self._headers if isinstance(self._headers, bytes) else None


class WireResponse:
    """A complete response. Its repr shows neither headers nor body.

    Args:
        status_code: The HTTP status.
        headers: Headers, their names in lower case, or what they are read from when asked for.
        body: The body.
    """

    __slots__ = ("body", "head", "status_code")

    def __init__(
        self, status_code: int, headers: Mapping[str, str] | ResponseHead, body: bytes
    ) -> None:
        self.status_code = status_code
        self.head = headers if isinstance(headers, ResponseHead) else ResponseHead(headers)
        self.body = body

    def __repr__(self) -> str:
        return f"WireResponse(status_code={self.status_code})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, WireResponse):
            return NotImplemented
        return (self.status_code, self.headers, self.body) == (
            other.status_code,
            other.headers,
            other.body,
        )

    __hash__ = None  # type: ignore[assignment]  # mypy knows this way of saying it only for `object`

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers, names in lower case."""
        return self.head.headers

    @property
    def request_id(self) -> str | None:
        """The service's ID of the request."""
        return self.head.request_id


class AttemptTimeouts:
    """Time limits of one attempt, in seconds; `None` is no limit.

    Args:
        connect: Limit for opening a connection.
        until: Deadline of the attempt, by the clock `monotonic`.
        monotonic: The clock.
    """

    __slots__ = ("connect", "monotonic", "until")

    def __init__(
        self, connect: float | None, until: float | None, monotonic: Callable[[], float]
    ) -> None:
        self.connect = connect
        self.until = until
        self.monotonic = monotonic

    def remaining(self) -> float | None:
        """Return the seconds until the deadline, at least 0."""
        return None if self.until is None else max(0.0, self.until - self.monotonic())

    def over(self) -> bool:
        """Return whether the deadline has passed."""
        return self.until is not None and self.monotonic() >= self.until
