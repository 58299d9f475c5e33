"""Call a signal handler at a chosen place: at each place where Python may run it, one after another."""

import sys
from collections.abc import Callable
from opcode import opname
from types import FrameType
from typing import Any, Final, TypeAlias

Handler: TypeAlias = Callable[[int, FrameType | None], None]
Inside: TypeAlias = Callable[[FrameType], bool]

_RUNS_HANDLERS: Final = ("CALL", "RESUME", "JUMP_BACKWARD")
"""Opcodes after which Python runs handlers: function start, calls, and loops."""
_EXCEPT: Final = ("CALL_INTRINSIC",)


def interrupted(work: Callable[[], object], handler: Handler, at: int, inside: Inside) -> bool:
    """Run `work`, and call the handler at one place in it.

    Args:
        work: The function to run.
        handler: Called with a signal number and the frame, as Python calls signal handlers.
        at: The number of the place, from 0.
        inside: Returns whether places in a frame count.

    Returns:
        Whether the place was reached, so that the handler was called.
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
        if last.startswith(_RUNS_HANDLERS) and not last.startswith(_EXCEPT):
            reached(frame)
        last = opname[frame.f_code.co_code[frame.f_lasti]]
        return trace

    return trace
