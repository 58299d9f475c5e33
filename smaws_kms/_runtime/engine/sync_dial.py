"""Addresses to a connected socket, blocking."""

import socket
import ssl
from collections.abc import Sequence

from smaws_kms._runtime.engine.deadlines import Countdown
from smaws_kms._runtime.engine.names import Address


def dial(addresses: Sequence[Address], countdown: Countdown) -> socket.socket:
    """Return a socket connected to the first address that answers."""
    problem = "the name has no address"
    for number, address in enumerate(addresses):
        sock = socket.socket(address.family, socket.SOCK_STREAM)
        try:
            # A share each: one dead address must not use up the time of those behind it.
            sock.settimeout(_left(countdown, shares=len(addresses) - number))
            sock.connect(address.sockaddr)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException as error:
            sock.close()
            if not isinstance(error, OSError):
                raise
            problem = str(error)
        else:
            return sock
    _left(countdown)
    raise OSError(problem)


def secure(
    sock: socket.socket, context: ssl.SSLContext, host: str, countdown: Countdown
) -> ssl.SSLSocket:
    """Return the socket with TLS on it."""
    try:
        sock.settimeout(_left(countdown))
        # An end without TLS's goodbye must not pass for the end of an answer.
        return context.wrap_socket(sock, server_hostname=host, suppress_ragged_eofs=False)
    except BaseException:
        sock.close()
        raise


def _left(countdown: Countdown, shares: int = 1) -> float | None:
    left = countdown.left()
    if left == 0:
        raise TimeoutError  # to a socket, 0 would mean not to wait but to go on
    return None if left is None else left / shares
