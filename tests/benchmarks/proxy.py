"""A proxy that tunnels everything to this machine: `python -m tests.benchmarks.proxy`. It prints its port.

Clients ask for `kms.bench.test`, which no resolver knows: whoever does not use the proxy fails.
"""

import asyncio
import socket
import sys
from typing import Final

HOST: Final = "kms.bench.test"


class _End(asyncio.Protocol):
    """One end of a tunnel, which forwards what arrives to the other end."""

    other: asyncio.Transport | None
    transport: asyncio.Transport | None

    def __init__(self, other: asyncio.Transport | None = None) -> None:
        self.other = other
        self.transport = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        if self.other is not None:
            self.other.write(data)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  # asyncio passes it
        if self.other is not None:
            self.other.close()


class _Client(_End):
    """The end of the client, which begins with CONNECT."""

    def __init__(self) -> None:
        super().__init__()
        self._received = b""

    def data_received(self, data: bytes) -> None:
        if self.other is not None:
            self.other.write(data)
            return
        self._received += data
        if b"\r\n\r\n" in self._received:
            port = int(self._received.split(b" ")[1].rpartition(b":")[2])
            self._tunnel = asyncio.ensure_future(self._open(port))

    async def _open(self, port: int) -> None:
        assert self.transport is not None
        loop, own = asyncio.get_running_loop(), self.transport
        self.other, _ = await loop.create_connection(lambda: _End(own), "127.0.0.1", port)
        own.write(b"HTTP/1.1 200 Connection established\r\n\r\n")


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(_Client, "127.0.0.1", 0, backlog=1024)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
