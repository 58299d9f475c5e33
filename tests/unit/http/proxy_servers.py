"""Proxies on loopback, for HTTP (with and without CONNECT) and SOCKS 5, and requests through them."""

import select
import socket
import ssl
import struct
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.http11.scripted_server import Peer, Script, Server

USER_INFO: Final = ("us er", "p:a%ss")
QUOTED: Final = "us%20er:p%3Aa%25ss"
FEW: Final = AttemptTimeouts(connect=0.4, until=103.0, monotonic=lambda: 100.0)
"""Timeouts: short to connect, longer for the rest."""
_SOCKS_OK: Final = b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00"


def post(server: Server, bundle: Bundle | None) -> WireRequest:
    """Return a request to a server."""
    return WireRequest(server.url, {"Host": server.where, "Content-Length": "2"}, b"hi", bundle)


def http_proxy(seen: list[str], *, asks: bool = False) -> Script:
    """Return a proxy that records request lines, and can require a user name and password."""
    wanted = b"proxy-authorization: basic " + b64encode(":".join(USER_INFO).encode()).lower()

    def script(peer: Peer) -> None:
        head = _read_head(peer.sock)
        if not head:
            return
        line, *headers = head.split(b"\r\n")
        seen.append(line.decode())
        if asks and wanted not in [header.lower() for header in headers]:
            peer.send(b"HTTP/1.1 407 s3cret-phrase\r\nContent-Length: 0\r\n\r\n")
            return
        method, target, _ = line.split(b" ")
        is_tunnel = method == b"CONNECT"
        where = target.decode() if is_tunnel else target.decode().split("/")[2]
        with _connect(where.rpartition(":")) as upstream:
            if is_tunnel:
                peer.send(b"HTTP/1.1 200 OK\r\n\r\n")
            else:
                upstream.sendall(head)
            _relay(peer.sock, upstream)

    return script


def refusing_proxy(status: bytes) -> Script:
    """Return a proxy that responds to every request with a status."""

    def script(peer: Peer) -> None:
        if _read_head(peer.sock):
            peer.send(b"HTTP/1.1 %b\r\nContent-Length: 0\r\n\r\n" % status)

    return script


def socks_proxy(seen: list[str], *, asks: bool = False, reply: int = 0) -> Script:
    """Return a proxy that records its targets, and can require a password or fail."""

    def script(peer: Peer) -> None:
        receive = _receiver(peer.sock)
        methods = receive(receive(2)[1])
        wanted = 2 if asks else 0
        if wanted not in methods:
            peer.send(b"\x05\xff")
            return
        peer.send(bytes([5, wanted]))
        if asks:
            user = receive(receive(2)[1]).decode()
            password = receive(receive(1)[0]).decode()
            fits = (user, password) == USER_INFO
            peer.send(bytes([1, 0 if fits else 1]))
            if not fits:
                return
        kind = receive(4)[3]
        host = receive(receive(1)[0]).decode() if kind == 3 else socket.inet_ntoa(receive(4))
        (port,) = struct.unpack(">H", receive(2))
        seen.append(f"{host}:{port}")
        if reply:
            peer.send(bytes([5, reply]) + _SOCKS_OK[2:])
            return
        upstream = _connect((host, "", str(port)))
        peer.send(_SOCKS_OK)
        _relay(peer.sock, upstream)

    return script


def silent(peer: Peer) -> None:
    """Run a proxy that reads everything and sends nothing."""
    peer.await_close()


def hanging_up(peer: Peer) -> None:
    """Run a proxy that closes the connection after the first bytes."""
    peer.sock.recv(65536)


def talking_nonsense(peer: Peer) -> None:
    """Run a server that does not speak the proxy protocol."""
    peer.sock.recv(65536)
    peer.send(b"220 s3cret.test SMTP\r\n")


def _read_head(sock: socket.socket) -> bytes:
    received = b""
    while b"\r\n\r\n" not in received:
        piece = sock.recv(65536)
        if not piece:
            return b""
        received += piece
    return received


def _receiver(sock: socket.socket) -> Callable[[int], bytes]:
    def receive(size: int) -> bytes:
        received = b""
        while len(received) < size:
            piece = sock.recv(size - len(received))
            if not piece:
                raise ConnectionError
            received += piece
        return received

    return receive


def _connect(address: tuple[str, str, str]) -> socket.socket:
    # Every endpoint is on this machine, whatever its name.
    return socket.create_connection(("127.0.0.1", int(address[2])), 20)


def _relay(client: socket.socket, upstream: socket.socket) -> None:
    # In one thread, since two must not use a TLS socket at once.
    others = {client: upstream, upstream: client}
    with suppress(OSError), upstream:
        while True:
            buffered = [
                sock for sock in others if isinstance(sock, ssl.SSLSocket) and sock.pending()
            ]
            for sock in buffered or select.select([*others], [], [], 20)[0]:
                piece = sock.recv(65536)
                if not piece:
                    return
                others[sock].sendall(piece)
