"""Connect to the first address that accepts, blocking."""

import socket
import ssl
from collections.abc import Sequence
from typing import NamedTuple

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.support.frames import raised_by_handler


class Tls(NamedTuple):
    """Parameters of a TLS connection."""

    context: ssl.SSLContext
    host: str
    """The name that the certificate must have."""


def open_socket(
    addresses: Sequence[Address], countdown: Countdown, tls: Tls | None = None
) -> socket.socket:
    """Return a socket connected to the first address that accepts, after the TLS handshake if any."""
    sock = _connected(addresses, countdown, tls)
    if isinstance(sock, ssl.SSLSocket):
        _handshake(sock, countdown)
    return sock


def _connected(
    addresses: Sequence[Address], countdown: Countdown, tls: Tls | None
) -> socket.socket:
    problem = "the name has no address"
    for number, address in enumerate(addresses):
        sock = _unconnected(address, tls)
        try:
            # One share of the time each: a dead address must leave time for the next ones.
            sock.settimeout(_remaining(countdown, shares=len(addresses) - number))
            sock.connect(address.sockaddr)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException as error:
            sock.close()
            if not isinstance(error, OSError) or raised_by_handler(error):
                raise
            problem = str(error)
        else:
            return sock
    _remaining(countdown)
    raise OSError(problem)


def _unconnected(address: Address, tls: Tls | None) -> socket.socket:
    """Return a socket that is wrapped for TLS before it connects.

    If a connected socket is wrapped and the server has reset it by then, Python leaves the result
    open, or without TLS.
    """
    sock = socket.socket(address.family, socket.SOCK_STREAM)
    if tls is None:
        return sock
    try:
        return tls.context.wrap_socket(
            sock,
            server_hostname=tls.host,
            do_handshake_on_connect=False,
            # An end without close_notify must not count as the end of a response.
            suppress_ragged_eofs=False,
        )
    except BaseException:
        sock.close()
        raise


def _handshake(sock: ssl.SSLSocket, countdown: Countdown) -> None:
    try:
        sock.settimeout(_remaining(countdown))
        sock.do_handshake()
    except BaseException:
        sock.close()
        raise


def _remaining(countdown: Countdown, shares: int = 1) -> float | None:
    left = countdown.left()
    if left == 0:
        raise TimeoutError  # `settimeout(0)` would make the socket non-blocking
    return None if left is None else left / shares
