"""A server on loopback that enforces a quota, in a process of its own.

`python -m tools.simulation.quota_server KIND QUOTA` prints its port, ends with its standard input, and then
prints its counts as JSON.
"""

import asyncio
import json
import re
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from typing import Final

from attrs import asdict, define

from tests.faults.processes import ROOT
from tools.simulation.quotas import KINDS, Quota

_LATENCY: Final = 0.005
_LENGTH: Final = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_SERVED: Final = b'{"CiphertextBlob": "AAAA", "SourceKeyId": "a", "KeyId": "b"}'
_THROTTLED: Final = b'{"__type": "ThrottlingException", "message": "rate exceeded"}'


@define
class Counted:
    """The counts of a server."""

    served: int = 0
    throttled: int = 0
    served_later: int = 0
    """After the first second."""
    throttled_later: int = 0

    def record(self, *, is_served: bool, is_later: bool) -> None:
        """Count a request."""
        self.served += is_served
        self.throttled += not is_served
        self.served_later += is_served and is_later
        self.throttled_later += not is_served and is_later

    @property
    def requests_per_item(self) -> float:
        """Requests per served request, after the first second."""
        later = self.served_later + self.throttled_later
        return later / self.served_later if self.served_later else 1.0


class Running:
    """A running server; `counted` is set when it has ended."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.counted = Counted()


@contextmanager
def quota_server(kind: str, quota: float) -> Generator[Running]:
    """Run a server."""
    with subprocess.Popen(  # noqa: S603  # our own server
        [sys.executable, "-m", "tools.simulation.quota_server", kind, str(quota)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        running = Running(int(process.stdout.readline()))
        try:
            yield running
        finally:
            output, _ = process.communicate()
        running.counted = Counted(**json.loads(output))


class _Server:
    def __init__(self, quota: Quota) -> None:
        self._quota = quota
        self._first: float | None = None
        self.counted = Counted()

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Respond to the requests of a connection."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = _LENGTH.search(head)
                await reader.readexactly(int(length[1]) if length else 0)
                response = self._respond()
                await asyncio.sleep(_LATENCY)
                writer.write(response)
                await writer.drain()
        writer.close()

    def _respond(self) -> bytes:
        now = time.monotonic()
        self._first = self._first or now
        is_served = self._quota.admit(now)
        self.counted.record(is_served=is_served, is_later=now - self._first > 1)
        status, body = (b"200 OK", _SERVED) if is_served else (b"400 Bad Request", _THROTTLED)
        return b"HTTP/1.1 %b\r\ncontent-length: %d\r\n\r\n%b" % (status, len(body), body)


async def _serve(kind: str, quota: float) -> None:
    server = _Server(KINDS[kind](lambda _: quota))
    listening = await asyncio.start_server(server.handle, "127.0.0.1", 0, backlog=2_000)
    sys.stdout.write(f"{listening.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    sys.stdout.write(json.dumps(asdict(server.counted)))


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], float(sys.argv[2])))
