"""Connect to the first address that accepts: Happy Eyeballs, RFC 8305."""

import errno
import os
import socket
from collections import deque
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from smaws_kms._runtime.http11.dns import Address
from smaws_kms._runtime.http11.polling import WRITE
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.waiting import Ready, Steps
from smaws_kms._runtime.support.frames import raise_if_from_handler

HEAD_START: Final = 0.25
"""Seconds before the next address is tried as well: RFC 8305 section 5."""

_IN_PROGRESS: Final = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK})

MakeSocket: TypeAlias = Callable[[Address], socket.socket]
"""Returns an unconnected, non-blocking socket."""


def connect(
    addresses: Sequence[Address],
    make: MakeSocket,
    countdown: Countdown,
    head_start: float = HEAD_START,
) -> Steps[socket.socket]:
    """Return a socket connected to the first address that accepts.

    Raises:
        TimeoutError: The time is over.
        OSError: All addresses have failed, the last one with this error.
    """
    attempts = _Attempts(make)
    waiting = deque(addresses)
    try:
        while waiting or attempts.pending:
            if waiting and (sock := attempts.start(waiting.popleft())) is not None:
                return sock
            if not attempts.pending:
                continue
            left = countdown.left()
            within = head_start if left is None or left > head_start else left
            ready = yield Ready(attempts.descriptors(), within if waiting else left)
            if ready is not None:
                if (sock := attempts.finish(ready)) is not None:
                    return sock
            elif not waiting or within == left:
                raise TimeoutError
        raise attempts.problem
    finally:
        attempts.close()


class _Attempts:
    """The sockets that are being connected."""

    def __init__(self, make: MakeSocket) -> None:
        self._make = make
        self.pending: dict[int, socket.socket] = {}
        self.problem = OSError("the name has no address")
        """Why the last attempt failed."""

    def start(self, address: Address) -> socket.socket | None:
        """Begin to connect; return the socket if it is connected at once."""
        sock = self._make(address)
        self.pending[sock.fileno()] = sock
        try:
            # Not `connect`, after whose error a TLS socket forgets TLS.
            code = sock.connect_ex(address.sockaddr)
        except OSError as error:  # the address is of another family, say
            raise_if_from_handler(error)
            self._fail(sock, type(error)(*error.args))  # without frames
            return None
        if code in _IN_PROGRESS:
            return None
        return self._settle(sock, code)

    def finish(self, descriptor: int) -> socket.socket | None:
        """Return the socket with this descriptor if it is connected."""
        sock = self.pending[descriptor]
        return self._settle(sock, sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))

    def descriptors(self) -> tuple[tuple[int, int], ...]:
        """Return what to wait for."""
        return tuple((descriptor, WRITE) for descriptor in self.pending)

    def close(self) -> None:
        """Close the sockets that are not connected yet."""
        for sock in self.pending.values():
            sock.close()

    def _settle(self, sock: socket.socket, code: int) -> socket.socket | None:
        if code:
            self._fail(sock, OSError(code, os.strerror(code)))
            return None
        del self.pending[sock.fileno()]
        return sock

    def _fail(self, sock: socket.socket, problem: OSError) -> None:
        del self.pending[sock.fileno()]
        sock.close()
        self.problem = problem
