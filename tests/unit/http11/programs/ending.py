"""Programs that make a call and then exit, each in another way."""

import asyncio
import os
import sys
import threading
from typing import Any

import httpx

from tests.loops import LOOP, loop_factory, run
from tests.unit.http11.httpx_transports import Http11AsyncTransport, Http11Transport

ECHO, SILENT, ENDING = sys.argv[1:]
transport: Any = Http11AsyncTransport()
blocking: Any = Http11Transport()


async def send(url: str) -> None:
    """Send one request."""
    # Otherwise -X dev reports slow callbacks on a busy machine.
    asyncio.get_running_loop().slow_callback_duration = 60
    response = await transport.handle_async_request(httpx.Request("POST", url, content=b"hi"))
    assert b"hi" == await response.aread()


def send_blocking(url: str) -> None:
    """Send one request."""
    assert b"hi" == blocking.handle_request(httpx.Request("POST", url, content=b"hi")).read()


async def closed() -> None:
    """Close the transport before the exit."""
    await send(ECHO)
    await transport.aclose()


async def running_call() -> None:
    """Exit while a call waits for its response."""
    await send(ECHO)
    task = asyncio.create_task(send(SILENT))
    while len(transport._connections) < 2:  # noqa: ASYNC110 - nothing tells when it is there
        await asyncio.sleep(0)
    assert not task.done()


async def uncaught() -> None:
    """Exit by an uncaught exception while a call is running."""
    await running_call()
    raise LookupError("uncaught")


async def exits() -> None:
    """Call `sys.exit` inside a coroutine."""
    await running_call()
    sys.exit()


def blocking_closed() -> None:
    """Close the transport before the exit."""
    send_blocking(ECHO)
    blocking.close()


def blocking_running_call() -> None:
    """Exit while a thread waits for a response."""
    send_blocking(ECHO)
    threading.Thread(target=send_blocking, args=(SILENT,), daemon=True).start()
    while sum(len(pool.abandon()) for pool in blocking._all_pools) < 2:
        pass


def blocking_uncaught() -> None:
    """Exit by an uncaught exception."""
    send_blocking(ECHO)
    raise LookupError("uncaught")


def loop_left_open() -> None:
    """Exit without closing the event loop."""
    loop = loop_factory(os.environ[LOOP])()
    loop.run_until_complete(send(ECHO))


def two_runs() -> None:
    """Call `asyncio.run` twice with one transport, as on Lambda."""
    run(send(ECHO))
    run(send(ECHO))


ENDINGS = {
    "closed": lambda: run(closed()),
    "open": lambda: run(send(ECHO)),
    "running call": lambda: run(running_call()),
    "uncaught": lambda: run(uncaught()),
    "exit": lambda: run(exits()),
    "two runs": two_runs,
    "loop left open": loop_left_open,
    "blocking closed": blocking_closed,
    "blocking open": lambda: send_blocking(ECHO),
    "blocking running call": blocking_running_call,
    "blocking uncaught": blocking_uncaught,
}
ENDINGS[ENDING]()
