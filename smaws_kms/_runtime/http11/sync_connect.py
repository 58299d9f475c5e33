"""Addresses to a connected socket, blocking."""

import socket
import ssl
from collections.abc import Sequence
from typing import NamedTuple

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.support.frames import raised_by_handler


class Tls(NamedTuple):
    """What TLS needs to know."""

    context: ssl.SSLContext
    host: str
    """Whose certificate it has to be."""


def open_socket(
    addresses: Sequence[Address], countdown: Countdown, tls: Tls | None = None
) -> socket.socket:
    """Return a socket connected to the first address that answers, with TLS on it if there is to be."""
    sock = _connected(addresses, countdown, tls)
    if isinstance(sock, ssl.SSLSocket):
        _shake_hands(sock, countdown)
    return sock


def _connected(
    addresses: Sequence[Address], countdown: Countdown, tls: Tls | None
) -> socket.socket:
    problem = "the name has no address"
    for number, address in enumerate(addresses):
        sock = _unconnected(address, tls)
        try:
            # A share each: one dead address must not use up the time of those behind it.
            sock.settimeout(_left(countdown, shares=len(addresses) - number))
            sock.connect(address.sockaddr)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException as error:
            sock.close()
            if not isinstance(error, OSError) or raised_by_handler(error):
                raise
            problem = str(error)
        else:
            return sock
    _left(countdown)
    raise OSError(problem)


def _unconnected(address: Address, tls: Tls | None) -> socket.socket:
    """Return a socket that will do TLS once it is connected.

    Python takes a connected one too, but if the server has reset it by then, what Python makes of it
    is left open, or has no TLS on it.
    """
    sock = socket.socket(address.family, socket.SOCK_STREAM)
    if tls is None:
        return sock
    try:
        return tls.context.wrap_socket(
            sock,
            server_hostname=tls.host,
            do_handshake_on_connect=False,
            # An end without TLS's goodbye must not pass for the end of an answer.
            suppress_ragged_eofs=False,
        )
    except BaseException:
        sock.close()
        raise


def _shake_hands(sock: ssl.SSLSocket, countdown: Countdown) -> None:
    try:
        sock.settimeout(_left(countdown))
        sock.do_handshake()
    except BaseException:
        sock.close()
        raise


def _left(countdown: Countdown, shares: int = 1) -> float | None:
    left = countdown.left()
    if left == 0:
        raise TimeoutError  # to a socket, 0 would mean not to wait but to go on
    return None if left is None else left / shares
