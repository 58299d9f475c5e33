"""Single requests with their own connections: on asyncio, on trio, and blocking."""

import asyncio
import ssl
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final, TypeAlias

import trio

import smaws_kms as kms
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from tests.unit.http11.scripted_server import Script, Server

Outcome: TypeAlias = WireResponse | kms.TransportError | kms.ConfigurationError
Send: TypeAlias = Callable[[WireRequest, AttemptTimeouts], Outcome]


def on_trio(request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
    """Send a request on trio."""
    return trio.run(_send, request, timeouts)


def on_asyncio(request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
    """Send a request on asyncio."""
    return asyncio.run(_send(request, timeouts))


def blocking(request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
    """Send a request from the calling thread."""
    http = SyncHttp(None)
    response = http.send(request, timeouts)
    http.close()
    return response


async def _send(request: WireRequest, timeouts: AttemptTimeouts) -> Outcome:
    http = AsyncHttp(None)
    response = await http.send(request, timeouts)
    await http.aclose()
    return response


SENDERS: Final[list[Send]] = [on_asyncio, on_trio, blocking]


@contextmanager
def serving(script: Script, tls: ssl.SSLContext | None = None) -> Generator[Server]:
    """Run a server during the block."""
    server = Server(script, tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()
