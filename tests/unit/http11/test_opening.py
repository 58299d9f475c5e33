"""Opening channels, directly and through proxies, with each driver."""

import gc
import select
import socket
import ssl
import struct
from collections.abc import Callable, Generator
from contextlib import ExitStack
from threading import Thread
from time import monotonic
from typing import Any, Final

import pytest

from smaws_kms._runtime.http11.channel import WOULD_BLOCK, Channel
from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.errors import (
    ConnectTookTooLong,
    CouldNotConnect,
)
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.sync_waiting import run as run_blocking
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.waiting import Steps, until_possible
from tests.unit.http.proxy_servers import http_proxy, silent
from tests.unit.http.single_requests import serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.opening_steps import LONG, exchange, origin, receive, via
from tests.unit.http11.scripted_server import echo, response_bytes
from tests.unit.http11.steps_drivers import Run

_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)


@pytest.mark.parametrize("tls", [False, True])
def test_direct(tls: bool, run: Run, opener: Opener, server_tls: ssl.SSLContext) -> None:  # noqa: FBT001 - a parameter of pytest
    """A channel to an endpoint with and without TLS."""
    with serving(echo, server_tls if tls else None) as server:
        assert response_bytes(b"hi") == run(exchange(opener, origin(server)))


@pytest.mark.parametrize("tls_to_proxy", [False, True])
def test_tunnel(
    tls_to_proxy: bool,  # noqa: FBT001 - a parameter of pytest
    run: Run,
    opener: Opener,
    server_tls: ssl.SSLContext,
) -> None:
    """A tunnel through a proxy with and without TLS, with TLS to the endpoint inside."""
    seen: list[str] = []
    with (
        serving(http_proxy(seen), server_tls if tls_to_proxy else None) as proxy,
        serving(echo, server_tls) as server,
    ):
        assert response_bytes(b"hi") == run(exchange(opener, origin(server, via(proxy))))

    assert [f"CONNECT {server.where} HTTP/1.1"] == seen


def test_large_body(opener: Opener, server_tls: ssl.SSLContext) -> None:
    """A body of many records passes TLS in TLS in both directions."""
    body = bytes(range(256)) * 4000 + b"hi"
    head = b"POST / HTTP/1.1\r\nContent-Length: %d\r\n\r\n" % len(body)

    def steps(where: Origin) -> Steps[bytes]:
        countdown = Countdown(LONG, monotonic)
        channel = yield from opener.open(where, countdown)
        view, received = memoryview(head + body), b""
        while view:
            try:
                view = view[channel.send(view) :]
            except WOULD_BLOCK as error:
                obstacle = error
            else:
                continue
            yield from until_possible(channel, obstacle, select.POLLOUT, countdown)
        while len(received) < len(response_bytes(body)):
            received += yield from receive(channel, countdown)
        channel.close()
        return received

    with serving(http_proxy([]), server_tls) as proxy, serving(echo, server_tls) as server:
        assert response_bytes(body) == run_blocking(steps(origin(server, via(proxy))))


@pytest.fixture
def reset_at_once() -> Generator[Address]:
    """Return an address whose server accepts and resets at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def accept() -> None:
            accepted, _ = listener.accept()
            accepted.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            accepted.close()

        server = Thread(target=accept)
        server.start()
        yield Address(socket.AF_INET, listener.getsockname())
        # Wake the thread if no client has connected.
        with socket.socket() as client:
            client.connect_ex(listener.getsockname())
        server.join()


class Wrapping(ssl.SSLContext):
    """Runs a function on a socket before it wraps it."""

    first: Callable[[socket.socket], object]

    def wrap_socket(self, sock: socket.socket, *args: Any, **options: Any) -> ssl.SSLSocket:
        """Run the function, then wrap the socket."""
        self.first(sock)
        return super().wrap_socket(sock, *args, **options)


def failing(address: Address, first: Callable[[socket.socket], object]) -> Steps[Channel]:
    """Return steps that run a function before TLS."""
    context = Wrapping(ssl.PROTOCOL_TLS_CLIENT)
    context.first = first

    def resolver(_: str, __: int) -> list[Address]:
        return [address]

    opener = Opener(Trust(context), resolver, or_here=True)
    where = Origin(True, "127.0.0.1", address.sockaddr[1])  # noqa: FBT003 - TLS
    return opener.open(where, Countdown(LONG, monotonic))


def test_reset_before_tls(reset_at_once: Address, run: Run) -> None:
    """A reset before the TLS handshake is an error, and no socket stays open."""

    def until_it_hangs_up(sock: socket.socket) -> None:
        # An unconnected socket counts as that.
        poll = select.poll()
        poll.register(sock, 0)
        assert poll.poll(20_000)

    with pytest.raises(CouldNotConnect, match=r"reset|EOF|not connected"):
        run(failing(reset_at_once, until_it_hangs_up))

    gc.collect()  # an open socket would warn here


def test_no_tls(reset_at_once: Address, run: Run) -> None:
    """If wrapping fails, no socket stays open."""

    def refuse(_: socket.socket) -> None:
        raise ssl.SSLError("no")

    with pytest.raises(CouldNotConnect, match="no"):
        run(failing(reset_at_once, refuse))

    gc.collect()


@pytest.mark.parametrize("kind", ["direct", "http", "https", "tunnel", "nested"])
def test_abandoned_anywhere(kind: str, opener: Opener, server_tls: ssl.SSLContext) -> None:
    """Wherever opening is given up, no descriptor stays open."""
    with ExitStack() as stack:
        server = stack.enter_context(serving(echo, server_tls if kind != "http" else None))
        secure = server_tls if kind in {"https", "nested"} else None
        proxy = stack.enter_context(serving(http_proxy([]), secure))
        where = origin(server, None if kind == "direct" else via(proxy))
        waits = 1
        while not _given_up(opener, where, waits):
            waits += 1

    gc.collect()  # an open socket would warn here
    assert waits > 1


def _given_up(opener: Opener, where: Origin, waits: int) -> bool:
    """Give opening up after some waits; return whether it was complete before."""
    steps = opener.open(where, Countdown(LONG, monotonic))
    effect: Any = next(steps)
    try:
        for _ in range(waits):
            effect = steps.send(run_blocking(_once(effect)))
        with pytest.raises(KeyboardInterrupt):
            steps.throw(KeyboardInterrupt)
    except StopIteration as stop:
        stop.value.close()
        return True
    return False


def _once(effect: Any) -> Steps[Any]:
    return (yield effect)


def test_silent_endpoint(run: Run, opener: Opener) -> None:
    """The deadline covers the TLS handshake."""
    with serving(silent) as server:
        where = Origin(True, server.host, server.port)  # noqa: FBT003 - TLS
        with pytest.raises(ConnectTookTooLong, match=f"no connection to {where} in time"):
            run(exchange(opener, where, within=0.05))


def test_untrusted_proxy(opener: Opener) -> None:
    """A proxy with another authority's certificate gets no CONNECT."""
    seen: list[str] = []
    with serving(http_proxy(seen), Authority().server("localhost")) as proxy:
        where = Origin(True, "kms.test", 443, via(proxy))  # noqa: FBT003 - TLS
        with pytest.raises(CouldNotConnect, match=r"the proxy localhost:\d+ .* verify failed"):
            run_blocking(exchange(opener, where))

    assert [] == seen
