"""Wait for a socket to be readable or writable: `poll`, or `select` where `poll` is missing.

eventlet's monkey patching removes `select.poll`, and WASI has none.
"""

import select
from typing import Final, Protocol

READ: Final = getattr(select, "POLLIN", 1)
WRITE: Final = getattr(select, "POLLOUT", 4)


class Descriptor(Protocol):
    """An object with a descriptor."""

    def fileno(self) -> int:
        """Return the descriptor."""
        ...


class Poll(Protocol):
    """A `select.poll()` object with one socket registered."""

    def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]:
        """Wait for at most `timeout` milliseconds, and return descriptors and events."""
        ...


def poll_of(sock: Descriptor, events: int) -> Poll:
    """Return a poll object for some events of one socket."""
    # Looked up now: programs patch `select` after this module has been imported.
    if not hasattr(select, "poll"):
        return _Select(sock, events)
    poll = select.poll()
    poll.register(sock.fileno(), events)
    return poll


class _Select:
    def __init__(self, sock: Descriptor, events: int) -> None:
        self._fileno = sock.fileno()
        self._read = [self._fileno] if events & READ else []
        self._write = [self._fileno] if events & WRITE else []

    def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]:
        seconds = None if timeout is None else timeout / 1000
        try:
            readable, writable, _ = select.select(self._read, self._write, [], seconds)
        except ValueError as error:
            raise OSError(f"select cannot take this descriptor: {error}") from None
        found = (READ if readable else 0) | (WRITE if writable else 0)
        return [(self._fileno, found)] if found else []
