"""What a proxy may respond to CONNECT, and the error for it."""

import ssl
from typing import Final

import pytest

from smaws_kms._runtime.http11.errors import (
    ConnectTookTooLong,
    CouldNotConnect,
    Http11Error,
    WillNotConnect,
)
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.sync_waiting import run as run_blocking
from tests.unit.http.single_requests import serving
from tests.unit.http11.opening_steps import exchange, via
from tests.unit.http11.scripted_server import Peer, Script
from tests.unit.http11.steps_drivers import Run


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
