"""Open a channel to an endpoint: names, addresses, TLS, and a proxy on the way.

Written once, as steps, for blocking callers and for asyncio and trio.
"""

import os
import socket
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from smaws_kms._runtime.http11.channel import WOULD_BLOCK, Channel
from smaws_kms._runtime.http11.connect import connect
from smaws_kms._runtime.http11.dns import Address, Resolver, addresses
from smaws_kms._runtime.http11.errors import connecting
from smaws_kms._runtime.http11.polling import READ
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.tls import Trust
from smaws_kms._runtime.http11.waiting import Outcome, Steps, until_possible
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.lazy_module import runtime_module
from smaws_kms._runtime.support.record import Record

# Only connections through a proxy need these modules.
if TYPE_CHECKING:
    from smaws_kms._runtime.http11 import nested_tls, proxy_errors, tunnel
    from smaws_kms._runtime.http11.proxy import Proxy
else:
    nested_tls = runtime_module("http11.nested_tls")
    proxy_errors = runtime_module("http11.proxy_errors")
    tunnel = runtime_module("http11.tunnel")


class _Tls(Record):
    """Parameters of TLS with one host."""

    __slots__ = ()

    context: ssl.SSLContext
    host: str
    """The name that the certificate must have."""

    @property
    def server_hostname(self) -> str | bytes:
        """The host as `wrap_socket` takes it."""
        # For text, `ssl` imports the idna codec. gevent's sockets take text only.
        if self.context.sslsocket_class.__module__ == ssl.__name__:
            return self.host.encode("ascii")
        import_whole("encodings.idna")  # a fork waits for it
        return self.host


class Opener:
    """Opens channels.

    Args:
        trust: Makes the TLS context.
        resolver: Returns the addresses of a host name.
        or_here: Use the calling thread where no other can be started; for blocking callers.
    """

    def __init__(self, trust: Trust, resolver: Resolver, *, or_here: bool = False) -> None:
        self._trust = trust
        self._resolver = resolver
        self._or_here = or_here

    def open(self, origin: Origin, countdown: Countdown) -> Steps[Channel]:
        """Return a channel that is ready for requests.

        Raises:
            CouldNotConnect: The endpoint or the proxy cannot be reached, or is not trusted.
            ConnectTookTooLong: The time is over.
        """
        proxy = origin.proxy
        with connecting(origin):
            tls = yield from self._tls(origin, proxy, countdown)
            if proxy is None:
                return (yield from self._reach(origin.host, origin.port, tls, countdown))
        with proxy_errors.reaching(proxy, origin):
            if origin.secure and not proxy.secure:
                # The socket knows the endpoint's TLS, which begins later.
                sock = yield from self._connect(proxy.host, proxy.port, tls, countdown)
            else:
                sock = yield from self._reach(proxy.host, proxy.port, tls, countdown)
        if not origin.secure:
            return sock
        return (yield from _tunnelled(cast("ssl.SSLSocket", sock), origin, proxy, countdown))

    def _tls(
        self, origin: Origin, proxy: "Proxy | None", countdown: Countdown
    ) -> Steps[_Tls | None]:
        """Return the parameters of TLS on the socket itself."""
        if proxy is not None and proxy.secure:
            host = proxy.host
        elif origin.secure:
            host = origin.host
        else:
            return None
        asked = self._trust.context(or_here=self._or_here)
        return _Tls((yield Outcome(asked, countdown.left())), host)

    def _reach(
        self, host: str, port: int, tls: _Tls | None, countdown: Countdown
    ) -> Steps[socket.socket]:
        """Return a connected socket, after its TLS handshake."""
        sock = yield from self._connect(host, port, tls, countdown)
        with _closing_on_failure(sock):
            if isinstance(sock, ssl.SSLSocket):
                yield from _shake_hands(sock, countdown)
        return sock

    def _connect(
        self, host: str, port: int, tls: _Tls | None, countdown: Countdown
    ) -> Steps[socket.socket]:
        # On a thread: a blocking call for names cannot be given up after a timeout otherwise.
        asked = addresses(self._resolver, host, port, or_here=self._or_here)
        found = yield Outcome(asked, countdown.left())
        return (yield from connect(found, partial(_unconnected, tls), countdown))


def _tunnelled(
    sock: ssl.SSLSocket, origin: Origin, proxy: "Proxy", countdown: Countdown
) -> Steps[Channel]:
    """Return a channel with TLS to the endpoint, through a tunnel of the proxy."""
    channel: nested_tls.NestedTls | ssl.SSLSocket
    with _closing_on_failure(sock):
        with proxy_errors.reaching(proxy, origin), _beneath_tls(sock, proxy) as plain:
            yield from tunnel.open_tunnel(plain, proxy, str(origin), countdown)
        with connecting(f"{origin} through the proxy {proxy}"):
            channel = (
                nested_tls.NestedTls(sock, sock.context, origin.host.encode("ascii"))
                if proxy.secure
                else sock
            )
            yield from _shake_hands(channel, countdown)
    return channel


def _unconnected(tls: _Tls | None, address: Address) -> socket.socket:
    """Return a socket that is wrapped for TLS before it connects.

    If a connected socket is wrapped and the server has reset it by then, Python leaves the result
    open, or without TLS.
    """
    sock = socket.socket(address.family, socket.SOCK_STREAM)
    with _closing_on_failure(sock):
        # Not settimeout(0): eventlet's TLS sockets would still block.
        sock.setblocking(False)  # noqa: FBT003 - the standard library's own
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls is None:
            return sock
        return tls.context.wrap_socket(
            sock,
            server_hostname=tls.server_hostname,
            do_handshake_on_connect=False,
            # An end without close_notify must not count as the end of a response.
            suppress_ragged_eofs=False,
        )


def _shake_hands(
    channel: "ssl.SSLSocket | nested_tls.NestedTls", countdown: Countdown
) -> Steps[None]:
    if countdown.left() == 0:
        raise TimeoutError
    while True:
        try:
            channel.do_handshake()
        except WOULD_BLOCK as error:
            obstacle = error
        else:
            return
        yield from until_possible(channel, obstacle, READ, countdown)


@contextmanager
def _closing_on_failure(sock: socket.socket) -> Generator[None]:
    try:
        yield
    except BaseException:
        sock.close()
        raise


@contextmanager
def _beneath_tls(sock: socket.socket, proxy: "Proxy") -> Generator[socket.socket]:
    """Return a socket for what goes to the proxy itself.

    Without TLS to the proxy, this is a duplicate: what is sent over `sock` is for the endpoint.
    """
    if proxy.secure:
        yield sock
        return
    with socket.socket(sock.family, sock.type, sock.proto, os.dup(sock.fileno())) as plain:
        plain.setblocking(False)  # noqa: FBT003 - the standard library's own
        yield plain
