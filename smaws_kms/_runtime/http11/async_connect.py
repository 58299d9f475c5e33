"""Connect to the first address that responds, on asyncio: Happy Eyeballs, RFC 8305."""

import asyncio
import socket
from collections import deque
from collections.abc import Sequence
from typing import Final

from smaws_kms._runtime.http11.dns import Address

HEAD_START: Final = 0.25
"""Seconds before the next address is tried as well: RFC 8305 section 5."""


async def open_socket(
    addresses: Sequence[Address], head_start: float = HEAD_START
) -> socket.socket:
    """Return a socket connected to the first address that accepts."""
    waiting = deque(addresses)
    attempts: set[asyncio.Task[socket.socket]] = set()
    problem: BaseException = OSError("the name has no address")
    try:
        while waiting or attempts:
            if waiting:
                attempts.add(asyncio.create_task(_connect(waiting.popleft())))
            done, _ = await asyncio.wait(
                attempts,
                timeout=head_start if waiting else None,
                return_when=asyncio.FIRST_COMPLETED,
            )
            for attempt in done:
                attempts.discard(attempt)
                if (failure := attempt.exception()) is None:
                    return attempt.result()
                problem = failure
        raise problem
    finally:
        for attempt in attempts:
            attempt.cancel()
            attempt.add_done_callback(_close)


async def _connect(address: Address) -> socket.socket:
    sock = socket.socket(address.family, socket.SOCK_STREAM)
    sock.settimeout(0)
    try:
        await asyncio.get_running_loop().sock_connect(sock, address.sockaddr)
    except BaseException:
        sock.close()
        raise
    return sock


def _close(attempt: asyncio.Task[socket.socket]) -> None:
    # It may have connected in the same loop step as the socket that is returned.
    if not attempt.cancelled() and attempt.exception() is None:
        attempt.result().close()
