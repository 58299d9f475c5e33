"""Requests of the transport for asyncio."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from tests.unit.http11.httpx_transports import Http11AsyncTransport
from tests.unit.http11.scripted_server import Server
from tests.unit.http11.transport_harness import post, private


async def send(transport: Http11AsyncTransport, server: Server, body: bytes) -> bytes:
    """Send a request and return the body of the response."""
    response = await transport.handle_async_request(post(server.url, body))
    return await response.aread()


def the_pool(transport: Http11AsyncTransport) -> Any:
    """Return the transport's only pool."""
    ((pool,),) = (home.pools.values() for home in private(transport)._loop_pools.values())
    return pool


async def cancelled_after(turns: int, work: Coroutine[Any, Any, bytes]) -> bool:
    """Cancel `work` after `turns` iterations of the loop; return whether it was cancelled."""
    task = asyncio.create_task(work)
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    return task.cancelled()
