"""What opening a connection waits for, as effects that a driver carries out.

The steps are generators, written once. `sync_waiting`, `async_waiting` and `trio_waiting` run them. A
driver that is cancelled throws the cancellation into the generator, which closes its sockets.
"""

import ssl
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import Future
from typing import Any, TypeAlias, TypeVar

from smaws_kms._runtime.http11.channel import Channel
from smaws_kms._runtime.http11.polling import READ, WRITE
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.support.record import Record

T = TypeVar("T")


class Ready(Record):
    """Wait until one of some descriptors is ready; sends back which, or `None` after `within`."""

    __slots__ = ()

    descriptors: tuple[tuple[int, int], ...]
    """Each with `READ` or `WRITE`."""
    within: float | None


class Outcome(Record):
    """Wait for the result of another thread; throws its exception, or TimeoutError after `within`."""

    __slots__ = ()

    future: Future[Any]
    within: float | None


Steps: TypeAlias = Generator[Ready | Outcome, Any, T]


def until_possible(
    channel: Channel, error: Exception, events: int, countdown: Countdown
) -> Steps[None]:
    """Wait until a channel that has raised one of `WOULD_BLOCK` can go on.

    Args:
        channel: The channel.
        error: What it raised. TLS says what it waits for: it may have to read before it can send.
        events: What a `BlockingIOError` means, `READ` or `WRITE`.
        countdown: The remaining time.

    Raises:
        TimeoutError: The time is over.
    """
    if isinstance(error, ssl.SSLWantReadError):
        events = READ
    elif isinstance(error, ssl.SSLWantWriteError):
        events = WRITE
    if (yield Ready(((channel.fileno(), events),), countdown.left())) is None:
        raise TimeoutError


async def run_async(
    steps: Steps[T], carry_out: Callable[[Ready | Outcome], Awaitable[object]]
) -> T:
    """Run steps to their end with the functions of an async library, and return the result."""
    try:
        effect = next(steps)
        while True:
            try:
                found = await carry_out(effect)
            except BaseException as error:  # noqa: BLE001 - the steps raise it again
                effect = steps.throw(error)
            else:
                effect = steps.send(found)
    except StopIteration as stop:
        result: T = stop.value
        return result
