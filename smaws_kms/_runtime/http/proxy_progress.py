"""Tracks the phase of a proxied request through httpcore's `trace` extension.

httpx raises the same exceptions for the proxy and for the endpoint behind it, and has no time limit for
the handshake with the proxy. `Progress` tells them apart and sets that limit.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any, Final

from smaws_kms._runtime.http.httpx_api import Request
from smaws_kms._runtime.http.httpx_messages import origin_of

_PAST_PROXY: Final = frozenset({"proxy.start_tls.started", "socks.start_tls.started"})
_SENT: Final = frozenset({"http11.send_request_headers.started"})
_SOCKS: Final = "socks.setup_socks5_connection.started"


class Progress:
    """Phase and time limits of one request."""

    def __init__(self, request: Request) -> None:
        self.origin = origin_of(request.url)
        # TLS with the endpoint starts after CONNECT or SOCKS. Without TLS an HTTP proxy opens no tunnel.
        self._ends_with = _PAST_PROXY if self.origin.secure else _SENT
        self._limits: Mapping[str, float | None] = request.extensions.get("timeout", {})
        self._limits_now = dict(self._limits)
        self._new_connection = False
        self._past_proxy = False
        self.stream: Any = None
        """httpcore's stream of the new connection to the proxy."""
        request.extensions = {**request.extensions, "timeout": self._limits_now}

    def at_proxy(self) -> bool:
        """Return whether the request is still waiting for the proxy: to connect, or to open a tunnel."""
        return self._new_connection and not self._past_proxy

    def note(self, event: str, info: MutableMapping[str, Any]) -> None:
        """Handle a trace event of a blocking transport."""
        if event == _SOCKS:
            info["stream"] = _TimedStream(info["stream"], self._limits.get("connect"))
        self._note(event, info)

    async def anote(self, event: str, info: MutableMapping[str, Any]) -> None:
        """Handle a trace event of an async transport."""
        if event == _SOCKS:
            info["stream"] = _AsyncTimedStream(info["stream"], self._limits.get("connect"))
        self._note(event, info)

    def _note(self, event: str, info: Mapping[str, Any]) -> None:
        if event.endswith("connect_tcp.started"):
            self._new_connection = True
            # httpcore applies the read and write limits to CONNECT, which is a part of connecting.
            limit = self._limits.get("connect")
            self._limits_now.update(read=limit, write=limit)
        elif event.endswith("connect_tcp.complete"):
            self.stream = info["return_value"]
        elif event in self._ends_with:
            self._past_proxy = True
            self._limits_now.update(self._limits)


class _TimedStream:
    """Adds the time limits that httpcore's SOCKS handshake lacks."""

    def __init__(self, stream: Any, limit: float | None) -> None:
        self._stream = stream
        self._limit = limit

    def read(self, max_bytes: int) -> bytes:
        data: bytes = self._stream.read(max_bytes, self._limit)
        return data

    def write(self, buffer: bytes) -> None:
        self._stream.write(buffer, self._limit)


class _AsyncTimedStream:
    """The async twin of `_TimedStream`."""

    def __init__(self, stream: Any, limit: float | None) -> None:
        self._stream = stream
        self._limit = limit

    async def read(self, max_bytes: int) -> bytes:
        data: bytes = await self._stream.read(max_bytes, self._limit)
        return data

    async def write(self, buffer: bytes) -> None:
        await self._stream.write(buffer, self._limit)
