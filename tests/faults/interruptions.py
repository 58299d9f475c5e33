"""Exceptions as a signal's handler raises them: wherever Python lets it run, one place after another."""

import sys
from collections.abc import Callable
from opcode import opname
from types import FrameType
from typing import Any, Final, TypeAlias

Handler: TypeAlias = Callable[[int, FrameType | None], None]
Inside: TypeAlias = Callable[[FrameType], bool]

_RUNS_HANDLERS: Final = ("CALL", "RESUME", "JUMP_BACKWARD")
"""Python runs handlers when a function begins, after a call and before a loop goes round."""
_NEVER_MIND: Final = ("CALL_INTRINSIC",)


def interrupted(work: Callable[[], object], handler: Handler, at: int, inside: Inside) -> bool:
    """Do something, and have a handler called in the place of that number.

    Args:
        work: What to do.
        handler: What to call, with a number and the frame as Python calls a signal's handler.
        at: The number of the place.
        inside: Tells in which frames places are counted.

    Returns:
        Whether there are that many places.
    """
    left = at
    done = False

    def trace(frame: FrameType, event: str, _: object) -> Any:
        if event != "call" or not inside(frame):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return _in_frame(reached)

    def reached(frame: FrameType) -> None:
        nonlocal left, done
        left -= 1
        if left < 0 and not done:
            done = True
            handler(14, frame)

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return done


def _in_frame(reached: Callable[[FrameType], None]) -> Any:
    last = ""

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal last
        if event != "opcode":
            return trace
        if last.startswith(_RUNS_HANDLERS) and not last.startswith(_NEVER_MIND):
            reached(frame)
        last = opname[frame.f_code.co_code[frame.f_lasti]]
        return trace

    return trace
