"""Fork with open connections on asyncio; every process must get only its own responses."""

import asyncio
import math
import os
import stat
import sys
from typing import Any

import httpx

from tests.loops import run
from tests.unit.http11.httpx_transports import Http11AsyncTransport

URL, CHILDREN, CALLS = sys.argv[1], 3, 25
transport: Any = Http11AsyncTransport()


async def send(text: str) -> None:
    """Send a text and check that it comes back."""
    # Otherwise -X dev reports slow callbacks on a busy machine.
    asyncio.get_running_loop().slow_callback_duration = 60
    request = httpx.Request("POST", URL, content=text.encode())
    response = await transport.handle_async_request(request)
    assert text == (await response.aread()).decode()


async def send_often(name: str) -> None:
    """Send many requests, two at a time."""
    # Development mode reports slow callbacks, and on a busy machine every callback may be slow.
    asyncio.get_running_loop().slow_callback_duration = math.inf
    for number in range(CALLS):
        await asyncio.gather(send(f"{name}-{number}-a"), send(f"{name}-{number}-b"))


async def parent() -> None:
    """Fork while the event loop runs."""
    await send_often("before")
    kept = set(transport._connections)
    children = [fork(number) for number in range(CHILDREN)]
    await send_often("parent")
    assert kept == set(transport._connections)
    ends = [await asyncio.to_thread(os.waitpid, each, 0) for each in children]
    assert [0] * CHILDREN == [os.waitstatus_to_exitcode(status) for _, status in ends]


def fork(number: int) -> int:
    """Fork a child that runs its own event loop."""
    sockets = [connection._socket for connection in transport._connections]
    child = os.fork()
    if child == 0:
        try:
            assert not transport._loop_pools
            assert not any(stat.S_ISSOCK(os.fstat(each.fileno()).st_mode) for each in sockets)
            run(send_often(f"child-{number}"))
        except BaseException:  # noqa: BLE001 - it must not come back into the parent's loop
            os._exit(1)
        os._exit(0)
    return child


run(parent())
