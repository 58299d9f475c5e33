"""Frames of exceptions: error trackers read the local variables there, and print them.

Sentry's SDK, `traceback.TracebackException(capture_locals=True)`, rich and loguru all do so. The
frames of one call hold plaintext, bodies, tokens and signatures, in our functions and in those of
json, ssl and httpx alike. So whatever leaves a call leaves with empty frames: functions and lines
are still there, the values are not.
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
"""Packages whose coroutines have ended once an exception has left them."""

# From Python 3.13 on, `clear` refuses to close a coroutine that is suspended. Before, it does close it.
_CLEAR_IS_SAFE: Final = sys.version_info >= (3, 13)


def discard_locals(error: BaseException, outer: BaseException | None) -> None:
    """Empty the frames that an exception, its causes and its contexts have passed through.

    The frame that is running, and those that called it, are kept: empty them by hand. So are the
    frames of a signal's handler, which are the user's, and what they are called with tells
    `raised_by_handler` where the exception comes from.

    Args:
        error: What is on its way out.
        outer: What was being handled when the call began, which is none of its business.
    """
    try:
        _discard(error, outer)
    except RecursionError:
        error.__traceback__ = None  # the stack has no room for more than this


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
    """Keep what a class's constructor was given out of the frames of a constructor that fails.

    A `TypeError` about any argument passes through frames with the values of all. The generator puts
    this on each class with something sensitive in it.
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
    """Return whether a signal's handler raised it, and not what the signal interrupted.

    A handler may raise any exception anywhere, `TimeoutError` more often than others, which must
    not pass for a failure of the network. Python gives it the frame that it interrupts as an
    argument, and no other function gets that.
    """
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        if _is_handler(traceback.tb_next.tb_frame, traceback.tb_frame):
            return True
        traceback = traceback.tb_next
    return False


def raise_if_from_handler(error: BaseException) -> None:
    """Raise an exception that was caught, if it is a signal handler's: it is for the caller."""
    if raised_by_handler(error):
        raise error


def _empty(traceback: TracebackType | None) -> None:
    for frame in _frames(traceback):
        if _CLEAR_IS_SAFE or not frame.f_code.co_flags & _SUSPENDABLE or _is_library(frame):
            with suppress(RuntimeError):  # it is running
                frame.clear()


def _frames(traceback: TracebackType | None) -> Iterator[FrameType]:
    """Yield the frames down to that of a signal's handler."""
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
