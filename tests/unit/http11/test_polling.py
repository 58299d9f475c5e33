"""Readiness of a socket, with and without `select.poll`."""

import select
import socket
import ssl
import threading
from collections.abc import Generator

import pytest

from smaws_kms._runtime.http11.polling import READ, WRITE, poll_of
from smaws_kms._runtime.http11.tls import Trust
from tests.unit.http11.scripted_server import echo, serving
from tests.unit.http11.transport_harness import MakeTransport, post


@pytest.fixture(params=["poll", "select"])
def how(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run with `select.poll`, and as on a platform without it."""
    if request.param == "select":
        monkeypatch.delattr(select, "poll")


@pytest.fixture
def ends() -> Generator[tuple[socket.socket, socket.socket]]:
    """Yield both ends of a connection."""
    client_end, server_end = socket.socketpair()
    with client_end, server_end:
        yield client_end, server_end


@pytest.mark.usefixtures("how")
def test_events(ends: tuple[socket.socket, socket.socket]) -> None:
    """Only the requested events are reported."""
    client_end, server_end = ends
    readable, either = poll_of(client_end, READ), poll_of(client_end, READ | WRITE)

    before = (readable.poll(0), either.poll(1))
    server_end.sendall(b"hi")
    after = (readable.poll(), either.poll())

    number = client_end.fileno()
    assert ([], [(number, WRITE)]) == before
    assert ([(number, READ)], [(number, READ | WRITE)]) == after


@pytest.mark.usefixtures("how")
def test_wait(ends: tuple[socket.socket, socket.socket]) -> None:
    """Without a limit, it waits for an event."""
    client_end, server_end = ends
    timer = threading.Timer(0.01, server_end.sendall, [b"hi"])
    timer.start()

    assert [(client_end.fileno(), READ)] == poll_of(client_end, READ).poll()
    timer.join()


def test_descriptor_that_select_cannot_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """A descriptor that `select` cannot take is an `OSError`."""
    monkeypatch.delattr(select, "poll")
    with socket.socket() as sock:
        pass

    with pytest.raises(OSError, match="select cannot take this descriptor"):
        poll_of(sock, READ).poll(0)


async def test_exchanges_without_poll(
    make_transport: MakeTransport,
    server_tls: ssl.SSLContext,
    client_tls: ssl.SSLContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Requests and responses of any size pass over reused connections, plain and over TLS."""
    monkeypatch.delattr(select, "poll")
    for tls in (None, server_tls):
        harness = make_transport(trust=Trust(client_tls))
        async with serving(echo, tls) as server:
            for body in (b"", bytes(3_000_000), b"hi"):
                assert body == (await harness.send(post(server.url, body))).content
            await harness.close()
        assert 1 == server.accepted
