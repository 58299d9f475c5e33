"""Connections: to no server, to servers that send no valid response, and to slow ones."""

import asyncio
import socket
import threading
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import httpx

import smaws_kms as kms
from smaws_kms._runtime.http.httpx_failures import classify
from smaws_kms._runtime.http11.async_connection import AsyncConnection
from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.errors import Http11Error, PoolTookTooLong
from smaws_kms._runtime.http11.request_encoder import EncodedRequest
from smaws_kms._runtime.http11.response_parser import ResponseParser
from smaws_kms._runtime.http11.sync_connection import SyncConnection
from smaws_kms._runtime.http11.timeouts import Deadlines
from smaws_kms._runtime.support.daemon_thread import NoThreadError
from tests.texts.place import Cases, Place, called, called_async, raised
from tests.unit.http.proxy_servers import silent
from tests.unit.http.single_requests import serving
from tests.unit.http11.httpx_transports import Http11Transport
from tests.unit.http11.scripted_server import Peer, Script, response_bytes
from tests.unit.http11.transport_harness import post

TITLE: Final = "Connections"

_OK: Final = b"HTTP/1.1 200 OK\r\n"
_CHUNKED: Final = _OK + b"Transfer-Encoding: chunked\r\n\r\n"
_SHORT: Final = 0.02


def cases(_: Place) -> Cases:
    """Return the cases of connections that fail."""
    yield from _names()
    yield from _refused()
    yield from _responses()
    yield from _lost()
    yield from _slow()
    yield from _unsendable()


def _names() -> Cases:
    for name, problem in {
        "that is not found": socket.gaierror(socket.EAI_NONAME, "Name or service not known"),
        "that cannot be encoded": UnicodeError("label too long"),
        "with another port": OverflowError("getsockaddrarg: port must be 0-65535."),
        "without a thread to look it up": NoThreadError("no thread can be started: no memory"),
        "with another problem": LookupError("geheim"),
        "without addresses": None,
    }.items():
        transport = Http11Transport(resolver=_resolver(problem))
        yield f"name {name}", called(endpoint_url="http://localhost:1/", http=transport)


def _resolver(problem: Exception | None) -> Callable[..., list[Address]]:
    def resolve(*_: object) -> list[Address]:
        if problem is not None:
            raise problem
        return []

    return resolve


def _refused() -> Cases:
    with serving(_closing) as server:
        url = server.url
    yield "port without a server", called(endpoint_url=url)
    yield "port without a server, async", called_async(endpoint_url=url)


def _closing(_: Peer) -> None:
    """Close without a response."""


def _sending(data: bytes, *, resets: bool = False) -> Script:
    def script(peer: Peer) -> None:
        peer.request()
        if data:
            peer.send(data)
        if resets:
            peer.reset()

    return script


def _to(script: Script, **arguments: Any) -> kms.SmawsError:
    with serving(script) as server:
        return called(endpoint_url=server.url, **arguments)


def _responses() -> Cases:
    half_a_megabyte = b"X" * 8192
    for name, data in {
        "no HTTP": b"SSH-2.0\r\n",
        "status line": b"HTTP/1.1 abc\r\n\r\n",
        "other protocol": b"HTTP/1.1 101 Switching\r\n\r\n",
        "malformed header": _OK + b"a header\r\n\r\n",
        "line feeds alone": b"HTTP/1.1 200 OK\nX: y\n\n",
        "large head": _OK + b"X: " + half_a_megabyte * 9,
        "two lengths": response_bytes(b"", b"Content-Length: 1\r\n"),
        "length beside chunks": _OK + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "large body": _OK + b"Content-Length: 99999999\r\n\r\n",
        "no chunk": _CHUNKED + b"x\r\n",
        "longer chunk": _CHUNKED + b"1\r\nabc\r\n",
        "long line between chunks": _CHUNKED + b"1;" + half_a_megabyte,
        "many chunks": _CHUNKED + b"1;aaaaaaaa\r\nx\r\n" * 9000,
        "trailers": _CHUNKED + b"0\r\na trailer\r\n\r\n",
        "compressed": response_bytes(b"", b"Content-Encoding: gzip\r\n"),
    }.items():
        yield f"response: {name}", _to(_sending(data))


def _lost() -> Cases:
    half = response_bytes(b"abc")[:-1]
    yield "closed before the response", _to(_sending(b""))
    yield "closed within the response", _to(_sending(half))
    yield "reset", _to(_sending(half, resets=True))
    with serving(_sending(half, resets=True)) as server:
        yield "reset, async", called_async(endpoint_url=server.url)
    yield "gone before the request", _gone()
    yield "gone before the request, async", asyncio.run(_gone_async(closes_first=False))
    yield "closed while idle, async", asyncio.run(_gone_async(closes_first=True))


_WHERE: Final = "kms.test:443"
_URL: Final = f"https://{_WHERE}/"
_REQUEST: Final = EncodedRequest(b"POST")
_UNLIMITED: Final = Deadlines(lambda: 0.0)


def _gone() -> BaseException:
    """Return the error of a request over a connection that cannot be written to."""
    ours, theirs = socket.socketpair()
    with ours:
        theirs.close()
        connection = SyncConnection(ours, _WHERE, 0.0)
        exchange = partial(connection.exchange, _REQUEST, ResponseParser(_WHERE), _UNLIMITED)
        return _classified(raised(exchange))


async def _gone_async(*, closes_first: bool) -> BaseException:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        connection = AsyncConnection(ours, _WHERE, 0.0)
        if closes_first:
            connection.close()
        theirs.close()
        try:
            await connection.exchange(_REQUEST, ResponseParser(_WHERE), _UNLIMITED)
        except Http11Error as error:
            connection.close()
            return _classified(error)
    raise AssertionError("the request was sent")


def _slow() -> Cases:
    with serving(silent) as server:
        yield "no response in time", _over(post(server.url, read=_SHORT))
        secure = server.url.replace("http", "https")
        yield "no TLS in time", called(endpoint_url=secure, timeout=kms.Timeout(connect=_SHORT))
    over = threading.Event()
    with serving(lambda _: _wait(over)) as server:
        large = post(server.url, bytes(50_000_000), write=_SHORT)
        yield "request that is not taken in time", _over(large)
        over.set()
    yield "all connections busy", classify(PoolTookTooLong(_WHERE), _URL)


def _wait(over: threading.Event) -> None:
    over.wait(20)


def _over(request: httpx.Request) -> kms.SmawsError:
    """Return the error of a call for a request that fails."""
    with Http11Transport() as transport:
        return _classified(raised(lambda: transport.handle_request(request)))


def _classified(error: BaseException) -> kms.SmawsError:
    assert isinstance(error, Exception)
    return classify(error, _URL)


def _unsendable() -> Cases:
    url = "http://127.0.0.1:9/"
    for name, request in {
        "other scheme": httpx.Request("POST", "ftp://127.0.0.1/"),
        "header with a line feed": httpx.Request("POST", url, headers={"X": "a\nb"}),
        "other length": httpx.Request("POST", url, content=b"a", headers={"Content-Length": "2"}),
    }.items():
        with Http11Transport() as transport:
            yield f"request of yours: {name}", raised(partial(transport.handle_request, request))
