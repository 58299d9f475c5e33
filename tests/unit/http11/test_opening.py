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

from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.dns import Address, resolve
from smaws_kms._runtime.http11.errors import (
    ConnectTookTooLong,
    CouldNotConnect,
    Http11Error,
    WillNotConnect,
)
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.polling import READ
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.sync_waiting import run as run_blocking
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.waiting import WOULD_BLOCK, Steps, until_possible
from tests.unit.http.proxy_servers import http_proxy, silent
from tests.unit.http.single_requests import serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Peer, Script, Server, echo, response_bytes
from tests.unit.http11.steps_drivers import DRIVERS, Run

_RESET_ON_CLOSE: Final = struct.pack("ii", 1, 0)
_REQUEST: Final = b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi"
LONG: Final = 20.0


@pytest.fixture(params=DRIVERS)
def run(request: pytest.FixtureRequest) -> Run:
    """Return a function that runs steps."""
    found: Run = request.param
    return found


@pytest.fixture
def opener(client_tls: ssl.SSLContext) -> Opener:
    """Return an opener that trusts the authority of the tests."""
    return Opener(Trust(client_tls), resolve, or_here=True)


def via(proxy: Server, user_info: tuple[str, str] | None = None, **changes: Any) -> Proxy:
    """Return a server as a proxy."""
    scheme = proxy.url.partition(":")[0]
    return Proxy("HTTPS_PROXY", scheme, proxy.host, proxy.port, user_info, **changes)


def origin(server: Server, proxy: Proxy | None = None) -> Origin:
    """Return the origin of a server."""
    return Origin(server.url.startswith("https"), server.host, server.port, proxy)


def exchange(
    opener: Opener, where: Origin, within: float | None = LONG, request: bytes = _REQUEST
) -> Steps[bytes]:
    """Open a channel, send a request and return what comes back."""
    countdown = Countdown(within, monotonic)
    channel = yield from opener.open(where, countdown)
    try:
        assert len(request) == channel.send(memoryview(request))
        received = b""
        while not received.endswith(b"hi"):
            received += yield from _receive(channel, countdown)
    finally:
        channel.close()
    return received


def _receive(channel: Channel, countdown: Countdown) -> Steps[bytes]:
    while True:
        try:
            return channel.recv(65536)
        except WOULD_BLOCK as error:
            obstacle = error
        yield from until_possible(channel, obstacle, READ, countdown)


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
            received += yield from _receive(channel, countdown)
        channel.close()
        return received

    with serving(http_proxy([]), server_tls) as proxy, serving(echo, server_tls) as server:
        assert response_bytes(body) == run_blocking(steps(origin(server, via(proxy))))


def responding(data: bytes) -> Script:
    """Return a proxy that sends some bytes for every head, and waits."""

    def script(peer: Peer) -> None:
        peer.sock.recv(65536)
        peer.send(data)
        peer.await_close()

    return script


def endless(peer: Peer) -> None:
    """Run a proxy whose head never ends."""
    peer.sock.recv(65536)
    peer.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        peer.send(b"X-More: s3cret\r\n" * 100)


def closing(peer: Peer) -> None:
    """Run a proxy that closes in the middle of its head."""
    peer.sock.recv(65536)
    peer.send(b"HTTP/1.1 200 s3cret\r\n")


def resetting(peer: Peer) -> None:
    """Run a proxy that resets the connection."""
    peer.sock.recv(65536)
    peer.reset()


ODD: Final = "could not connect to the proxy {}: it does not respond like a proxy for HTTP ({})"
NO: Final = "the proxy {} refused to connect to kms.test:443: {}"
BAD_PROXIES: Final[list[tuple[Script, type[Http11Error], str, str]]] = [
    (
        responding(b"HTTP/1.1 407 s3cret\r\nContent-Length: 3\r\n\r\nabc"),
        WillNotConnect,
        NO,
        "407 Proxy Authentication Required; it asks for another user name and password in HTTPS_PROXY",
    ),
    (responding(b"HTTP/1.1 403 s3cret\r\n\r\n"), WillNotConnect, NO, "403 Forbidden"),
    (responding(b"HTTP/1.0 502 s3cret\r\n\r\n"), CouldNotConnect, NO, "502 Bad Gateway"),
    (responding(b"HTTP/1.1 301 s3cret\r\n\r\n"), WillNotConnect, NO, "301 Moved Permanently"),
    (responding(b"HTTP/1.1 999 s3cret\r\n\r\n"), CouldNotConnect, NO, "999"),
    (responding(b"220 s3cret SMTP\r\n"), CouldNotConnect, ODD, "Malformed"),
    (responding(b"HTTP/1.1 200\r\nX: s3\x00cret\r\n\r\n"), CouldNotConnect, ODD, "Malformed"),
    (responding(b"HTTP/1.1 200 OK\r\n\r\ns3cret"), CouldNotConnect, ODD, "Malformed"),
    (endless, CouldNotConnect, ODD, "Malformed"),
    (closing, CouldNotConnect, ODD, "ClosedEarly"),
]


@pytest.mark.parametrize(("script", "kind", "text", "reason"), BAD_PROXIES)
@pytest.mark.parametrize("tls", [False, True])
def test_bad_proxies(  # noqa: PLR0917 - parameters of pytest
    script: Script,
    kind: type[Http11Error],
    text: str,
    reason: str,
    tls: bool,  # noqa: FBT001 - a parameter of pytest
    opener: Opener,
    server_tls: ssl.SSLContext,
) -> None:
    """The error names the proxy and what is wrong, and shows neither its words nor the password."""
    with serving(script, server_tls if tls else None) as server:
        proxy = via(server, ("s3cret", "s3cret"))
        with pytest.raises(kind) as caught:
            run_blocking(exchange(opener, Origin(True, "kms.test", 443, proxy)))  # noqa: FBT003 - TLS

    assert kind is type(caught.value)
    assert str(caught.value).startswith(text.format(proxy, reason))
    assert "s3cret" not in f"{caught.value!r}{proxy!r}"


@pytest.mark.parametrize(("tls", "reason"), [(False, "[Errno "), (True, "it does not respond")])
def test_reset_by_the_proxy(
    tls: bool,  # noqa: FBT001 - a parameter of pytest
    reason: str,
    opener: Opener,
    server_tls: ssl.SSLContext,
) -> None:
    """The error for a proxy that resets the connection names it."""
    with serving(resetting, server_tls if tls else None) as server:
        proxy = via(server)
        with pytest.raises(CouldNotConnect) as caught:
            run_blocking(exchange(opener, Origin(True, "kms.test", 443, proxy)))  # noqa: FBT003 - TLS

    assert str(caught.value).startswith(f"could not connect to the proxy {proxy}: {reason}")


def test_slow_proxy(run: Run, opener: Opener) -> None:
    """The deadline covers the response to CONNECT, also if it comes in pieces."""

    def script(peer: Peer) -> None:
        peer.sock.recv(65536)
        peer.send(b"HTTP/1.1 200")
        peer.await_close()

    with serving(script) as server:
        where = Origin(True, "kms.test", 443, via(server))  # noqa: FBT003 - TLS
        with pytest.raises(ConnectTookTooLong) as caught:
            run(exchange(opener, where, within=0.05))

    assert str(caught.value) == (
        f"no connection to kms.test:443 in time: the proxy {server.where} (from HTTPS_PROXY) did not respond"
    )


def test_informational_responses(opener: Opener) -> None:
    """1xx responses before the final one are skipped: RFC 9110 section 15.2."""

    def script(peer: Peer) -> None:
        head = peer.sock.recv(65536)
        assert b"\r\nHost: kms.test:443\r\n\r\n" in head
        peer.send(b"HTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 ")
        peer.send(b"200 OK\r\nContent-Length: 5\r\n\r\n")
        peer.await_close()

    with serving(script) as server:
        where = Origin(True, "kms.test", 443, via(server))  # noqa: FBT003 - TLS
        with pytest.raises(ConnectTookTooLong) as caught:
            run_blocking(exchange(opener, where, within=0.1))

    assert f"{where} through the proxy {server.where} (from HTTPS_PROXY) in time" in str(
        caught.value
    )


def test_user(opener: Opener) -> None:
    """The proxy gets the user, the endpoint does not."""
    heads: list[bytes] = []

    def script(peer: Peer) -> None:
        heads.append(peer.sock.recv(65536))

    with serving(script) as server:
        where = Origin(True, "::1", 443, via(server, ("us er", "p:ä")))  # noqa: FBT003 - TLS
        with pytest.raises(CouldNotConnect):
            run_blocking(exchange(opener, where))

    head = b"CONNECT [::1]:443 HTTP/1.1\r\nHost: [::1]:443\r\n"
    assert [head + b"Proxy-Authorization: Basic dXMgZXI6cDrDpA==\r\n\r\n"] == heads


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
