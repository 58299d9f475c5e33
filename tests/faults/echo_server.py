"""A fast server that always behaves, in a process of its own.

`python -m tests.faults.echo_server [CERTIFICATE]` prints its port. The ciphertext is derived from the
plaintext. The key ID `wait-MS` delays the response by so many milliseconds, `together-N` until N such requests wait
for theirs; `stats` returns the `Stats`.
"""

import asyncio
import json
import re
import select
import ssl
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import Final

_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
_END: Final = b"\r\n\r\n"


def ciphertext_of(plaintext: bytes) -> bytes:
    """Return the ciphertext of a plaintext; no other plaintext has it, so mix-ups show."""
    return b"sealed:" + sha256(plaintext).hexdigest().encode()


class Stats:
    """Counts connections and requests."""

    def __init__(self) -> None:
        self.opened = 0
        self.most = 0
        """The most connections that clients have held open at one time."""
        self.requests = 0
        self.together: list[Callable[[], None]] = []
        """Sends the responses to the requests that wait for each other."""
        self._open: set[int] = set()

    def add(self, descriptor: int) -> None:
        """Count a connection until `remove`."""
        self.opened += 1
        self._open.add(descriptor)
        if len(self._open) > self.most:
            self.most = max(self.most, len(self._open) - self._closed_by_client())

    def remove(self, descriptor: int) -> None:
        """Forget a connection."""
        self._open.discard(descriptor)

    def to_json(self) -> bytes:
        """Return the counts as the response to `stats`."""
        counts = {"opened": self.opened, "open": len(self._open)}
        return json.dumps({**counts, "most": self.most, "requests": self.requests}).encode()

    def _closed_by_client(self) -> int:
        """Count connections that the client has closed, though this loop has yet to read their FIN.

        One pass of the loop may accept a connection and only later see the end of an older one, which
        the client had closed before it opened the new one.
        """
        if not hasattr(select, "POLLRDHUP"):
            return 0
        poll = select.poll()
        for descriptor in self._open:
            poll.register(descriptor, select.POLLRDHUP)
        return len(poll.poll(0))


class Echo(asyncio.Protocol):
    """One connection."""

    def __init__(self, stats: Stats) -> None:
        self._stats = stats
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Count the connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._descriptor: int = transport.get_extra_info("socket").fileno()
        self._stats.add(self._descriptor)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting the connection as open."""
        del exc
        self._stats.remove(self._descriptor)
        self._transport = None

    def data_received(self, data: bytes) -> None:
        """Respond to every complete request."""
        self._buffer += data
        while (end := self._buffer.find(_END)) >= 0:
            length = _LENGTH.search(self._buffer, 0, end + 2)
            whole = end + len(_END) + int(length[1] if length else 0)
            if len(self._buffer) < whole:
                return
            body, self._buffer = self._buffer[end + len(_END) : whole], self._buffer[whole:]
            self._respond(json.loads(body))

    def _respond(self, request: dict[str, str]) -> None:
        self._stats.requests += 1
        key, _, number = request["KeyId"].partition("-")
        if key == "stats":
            self._write(self._stats.to_json())
            return
        ciphertext = ciphertext_of(b64decode(request["Plaintext"]))
        if key == "wait":
            seconds = int(number) / 1000
            asyncio.get_running_loop().call_later(seconds, self._write, ciphertext)
        elif key == "together":
            self._stats.together.append(partial(self._write, ciphertext))
            if len(self._stats.together) == int(number):
                while self._stats.together:
                    self._stats.together.pop()()
        else:
            self._write(ciphertext)

    def _write(self, ciphertext: bytes) -> None:
        if self._transport is not None:
            body = b'{"CiphertextBlob":"%b","KeyId":"k"}' % b64encode(ciphertext)
            head = b"HTTP/1.1 200 OK\r\nx-amzn-RequestId: 7c1d\r\nContent-Length: %d\r\n\r\n"
            self._transport.write(head % len(body) + body)


async def serve(certificate: str | None) -> None:
    """Listen until the process ends."""
    context: ssl.SSLContext | None = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    stats = Stats()
    server = await asyncio.get_running_loop().create_server(
        lambda: Echo(stats), "127.0.0.1", 0, ssl=context, backlog=1024
    )
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1] if len(sys.argv) > 1 else None))
