"""Removes local variables from the frames of exceptions, since error trackers print them.

Sentry's SDK, `traceback.TracebackException(capture_locals=True)`, rich and loguru all do so. The frames
of a call hold plaintext, bodies, tokens and signatures, in our functions and in those of json, ssl and
httpx. So exceptions leave a call with cleared frames: functions and lines remain, values do not.
"""

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import wraps
from types import FrameType, TracebackType
from typing import Final, TypeVar, cast

T = TypeVar("T")

_SUSPENDABLE: Final = inspect.CO_GENERATOR | inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR
_LIBRARIES: Final = frozenset(
    {
        __name__.partition(".")[0],
        "anyio",
        "asyncio",
        "contextlib",
        "h2",
        "httpcore",
        "httpcore2",
        "httpx",
        "httpx2",
        "trio",
    }
)
"""Packages whose coroutines have ended when an exception has left them."""

# Before Python 3.13, `clear` closes a coroutine that is suspended.
_CLEAR_IS_SAFE: Final = sys.version_info >= (3, 13)


def discard_locals(error: BaseException, outer: BaseException | None) -> None:
    """Clear the frames of an exception, of its causes and of its contexts.

    Running frames, those of the caller included, cannot be cleared: delete their locals by hand.
    Frames of signal handlers stay too. They are the user's, and `raised_by_handler` reads their
    arguments.

    Args:
        error: The exception that leaves the call.
        outer: The exception that was handled when the call began; it is not touched.
    """
    try:
        _discard(error, outer)
    except RecursionError:
        error.__traceback__ = None  # the stack has no room for anything else


def _discard(error: BaseException, outer: BaseException | None) -> None:
    for found in _linked(error, outer):
        _empty(found.__traceback__)


def forget_frames(error: BaseException) -> None:
    """Remove the tracebacks of an exception that has been handled, and of those linked to it.

    A frame that holds an exception whose traceback holds the frame is a reference cycle. Its locals,
    bodies and requests among them, stay until the garbage collector runs. cattrs and httpcore make
    such cycles.
    """
    for found in _linked(error, None):
        found.__traceback__ = None


def _linked(error: BaseException, outer: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception, its causes, contexts and those in its group, without `outer`."""
    seen = {id(outer), id(None)}
    waiting: list[BaseException | None] = [error]
    while waiting:
        found = waiting.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        yield found
        waiting += (found.__cause__, found.__context__)
        if isinstance(found, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", found).exceptions


def secretive(cls: type[T]) -> type[T]:
    """Wrap a class's constructor so that its exceptions do not hold its arguments in frames.

    A `TypeError` about one argument passes through frames with the values of all. The generator
    decorates each class that has a sensitive member.
    """
    construct: Callable[..., None] = vars(cls)["__init__"]

    @wraps(construct)
    def __init__(self: object, *values: object, **members: object) -> None:  # noqa: N807
        outer = None
        try:
            outer = sys.exception()
            construct(self, *values, **members)
        except BaseException as error:
            del self, values, members
            discard_locals(error, outer)
            raise

    type.__setattr__(cls, "__init__", __init__)
    return cls


def raised_by_handler(error: BaseException) -> bool:
    """Return whether a signal handler raised the exception, not the interrupted code.

    A handler may raise any exception anywhere, most often `TimeoutError`, and that must not count as a
    failure of the network. Python passes the interrupted frame to the handler, and to no other
    function.
    """
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        if _is_handler(traceback.tb_next.tb_frame, traceback.tb_frame):
            return True
        traceback = traceback.tb_next
    return False


def raise_if_from_handler(error: BaseException) -> None:
    """Raise a caught exception again if a signal handler raised it: it is for the caller."""
    if raised_by_handler(error):
        raise error


def _empty(traceback: TracebackType | None) -> None:
    for frame in _frames(traceback):
        if _CLEAR_IS_SAFE or not frame.f_code.co_flags & _SUSPENDABLE or _is_library(frame):
            with suppress(RuntimeError):  # it is running
                frame.clear()


def _frames(traceback: TracebackType | None) -> Iterator[FrameType]:
    """Yield the frames down to that of a signal handler."""
    before: FrameType | None = None
    while traceback is not None:
        if before is not None and _is_handler(traceback.tb_frame, before):
            return
        before = traceback.tb_frame
        traceback = traceback.tb_next
        yield before


def _is_handler(frame: FrameType, interrupted: FrameType) -> bool:
    return any(
        value is interrupted or (type(value) is tuple and any(it is interrupted for it in value))
        for value in frame.f_locals.values()
    )


def _is_library(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__")).partition(".")[0] in _LIBRARIES
