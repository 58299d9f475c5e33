"""What generators that do I/O wait for. Drivers for asyncio and for blocking calls carry it out."""

from collections.abc import Generator
from typing import TypeAlias, TypeVar

from smaws_kms._runtime.http11.timeouts import Countdown

T = TypeVar("T")


class Wait:
    """A descriptor to become ready.

    Args:
        fd: The descriptor.
        events: `READ`, `WRITE` or both, from `polling`.
        countdown: Ends the wait. Waits of one phase share it.
    """

    __slots__ = ("countdown", "events", "fd")

    def __init__(self, fd: int, events: int, countdown: Countdown) -> None:
        self.fd = fd
        self.events = events
        self.countdown = countdown


Steps: TypeAlias = Generator[Wait, int, T]
"""Yields waits, is sent the events that were found, 0 if the countdown ended, and returns its result."""
