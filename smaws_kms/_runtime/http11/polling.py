"""Wait for sockets to be readable or writable: `poll`, or `select` where `poll` is missing.

eventlet's monkey patching removes `select.poll`, and WASI has none.
"""

import math
import select
from collections.abc import Iterable
from typing import Final, Protocol

READ: Final = getattr(select, "POLLIN", 1)
WRITE: Final = getattr(select, "POLLOUT", 4)

_MAX_POLL: Final = 2**31 - 1
"""The most milliseconds that `poll` accepts, about three weeks."""


class Descriptor(Protocol):
    """An object with a descriptor."""

    def fileno(self) -> int:
        """Return the descriptor."""
        ...


class Poll(Protocol):
    """A `select.poll()` object with its descriptors registered."""

    def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]:
        """Wait for at most `timeout` milliseconds, and return descriptors and events."""
        ...


def milliseconds(seconds: float | None) -> int | None:
    """Return a time limit as `poll` takes it; `None` is no limit."""
    return None if seconds is None else min(math.ceil(seconds * 1000), _MAX_POLL)


def poll_of(sock: Descriptor, events: int) -> Poll:
    """Return a poll object for some events of one socket."""
    return poll_of_all([(sock.fileno(), events)])


def poll_of_all(descriptors: Iterable[tuple[int, int]]) -> Poll:
    """Return a poll object for pairs of a descriptor and its events."""
    # Looked up now: programs patch `select` after this module has been imported.
    if not hasattr(select, "poll"):
        return _Select(descriptors)
    poll = select.poll()
    for descriptor, events in descriptors:
        poll.register(descriptor, events)
    return poll


class _Select:
    def __init__(self, descriptors: Iterable[tuple[int, int]]) -> None:
        pairs = list(descriptors)
        self._read = [descriptor for descriptor, events in pairs if events & READ]
        self._write = [descriptor for descriptor, events in pairs if events & WRITE]

    def poll(self, timeout: float | None = None, /) -> list[tuple[int, int]]:
        seconds = None if timeout is None else timeout / 1000
        try:
            readable, writable, _ = select.select(self._read, self._write, [], seconds)
        except ValueError as error:
            raise OSError(f"select cannot take this descriptor: {error}") from None
        found = dict.fromkeys(readable, READ)
        for descriptor in writable:
            found[descriptor] = found.get(descriptor, 0) | WRITE
        return list(found.items())
