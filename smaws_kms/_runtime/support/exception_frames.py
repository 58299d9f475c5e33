"""Lets go of the frames of an exception that has been dealt with.

A frame that holds an exception, whose traceback holds the frame, is a cycle: the locals of that frame,
bodies and requests among them, stay until the garbage collector comes. cattrs and httpcore make such
cycles.
"""

from typing import cast


def forget_frames(error: BaseException) -> None:
    """Remove the tracebacks of an exception, of those that it came of, and of those in a group."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        found = waiting.pop()
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        found.__traceback__ = None
        waiting += [found.__cause__, found.__context__]
        if isinstance(found, BaseExceptionGroup):
            waiting += cast("BaseExceptionGroup[BaseException]", found).exceptions
