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

Answer: TypeAlias = WireResponse | kms.TransportError | kms.ConfigurationError
Ask: TypeAlias = Callable[[WireRequest, AttemptTimeouts], Answer]


def by_trio(request: WireRequest, waits: AttemptTimeouts) -> Answer:
    """Send a request on trio."""
    return trio.run(_ask, request, waits)


def by_asyncio(request: WireRequest, waits: AttemptTimeouts) -> Answer:
    """Send a request on asyncio."""
    return asyncio.run(_ask(request, waits))


def blocking(request: WireRequest, waits: AttemptTimeouts) -> Answer:
    """Send a request from the calling thread."""
    http = SyncHttp(None)
    response = http.send(request, waits)
    http.close()
    return response


async def _ask(request: WireRequest, waits: AttemptTimeouts) -> Answer:
    http = AsyncHttp(None)
    response = await http.send(request, waits)
    await http.aclose()
    return response


WAYS: Final[list[Ask]] = [by_asyncio, by_trio, blocking]


@contextmanager
def serving(script: Script, tls: ssl.SSLContext | None = None) -> Generator[Server]:
    """Run a server during the block."""
    server = Server(script, tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()
