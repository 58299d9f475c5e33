"""Call a signal handler at a chosen point: one of the points where Python may run signal handlers."""

import inspect
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from opcode import opname
from threading import get_ident
from types import CodeType, FrameType
from typing import Any, Final, TypeAlias

Handler: TypeAlias = Callable[[int, FrameType | None], None]
Inside: TypeAlias = Callable[[FrameType], bool]
Reached: TypeAlias = Callable[[FrameType], None]

_RUNS_HANDLERS: Final = ("CALL", "RESUME", "JUMP_BACKWARD")
"""Opcodes after which Python runs handlers: function start, calls, and loops."""
_EXCEPT: Final = ("CALL_INTRINSIC",)


def interrupted(work: Callable[[], object], handler: Handler, at: int, inside: Inside) -> bool:
    """Run `work`, and call the handler at one point in it.

    Args:
        work: The function to run.
        handler: Called with a signal number and the frame, as Python calls signal handlers.
        at: The number of the point, from 0.
        inside: Returns whether points in a frame count.

    Returns:
        Whether the point was reached, so that the handler was called.
    """
    left = at
    done = False

    def reached(frame: FrameType) -> None:
        nonlocal left, done
        left -= 1
        if left < 0 and not done:
            done = True
            handler(14, frame)

    with _observed(reached, inside):
        work()
    return done


def _may_run_handlers(last: str) -> bool:
    """Return whether Python may run handlers after an opcode."""
    return last.startswith(_RUNS_HANDLERS) and not last.startswith(_EXCEPT)


def _opcode(code: CodeType, offset: int) -> str:
    return opname[code.co_code[offset]]


def _frame(depth: int) -> FrameType:
    """Return the caller's frame, or the frame that is `depth` calls above it."""
    frame = inspect.currentframe()
    for _ in range(depth + 1):
        assert frame is not None
        frame = frame.f_back
    assert frame is not None
    return frame


@contextmanager
def _traced(reached: Reached, inside: Inside) -> Generator[None]:
    """Call a function at each point, by `sys.settrace`."""

    def trace_calls(frame: FrameType, event: str, _: object) -> Any:
        if event != "call" or not inside(frame):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return _in_frame(reached)

    before = sys.gettrace()
    # Python 3.12 reports opcodes only if a frame has enabled them before `settrace`.
    _frame(0).f_trace_opcodes = True
    sys.settrace(trace_calls)
    try:
        yield
    finally:
        sys.settrace(before)


def _in_frame(reached: Reached) -> Any:
    last = ""

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal last
        if event != "opcode":
            return trace
        if _may_run_handlers(last):
            reached(frame)
        last = _opcode(frame.f_code, frame.f_lasti)
        return trace

    return trace


@contextmanager
def _monitored(reached: Reached, inside: Inside) -> Generator[None]:
    """Call a function at each point, by `sys.monitoring`.

    After a trace function raised, Python 3.13 no longer traces the opcodes of functions it has traced.
    """
    monitoring: Any = vars(sys)["monitoring"]
    events = monitoring.events
    last: dict[int, str] = {}
    thread = get_ident()  # monitoring covers all threads, signal handlers run in one

    def on_start(_code: CodeType, _offset: int) -> None:
        last.pop(id(_frame(1)), None)

    def on_instruction(code: CodeType, offset: int) -> None:
        frame = _frame(1)
        if get_ident() == thread and inside(frame):
            before = last.get(id(frame), "")
            last[id(frame)] = _opcode(code, offset)
            if _may_run_handlers(before):
                reached(frame)

    monitoring.use_tool_id(_TOOL, "interruptions")
    monitoring.register_callback(_TOOL, events.PY_START, on_start)
    monitoring.register_callback(_TOOL, events.INSTRUCTION, on_instruction)
    monitoring.set_events(_TOOL, events.PY_START | events.INSTRUCTION)
    try:
        yield
    finally:
        monitoring.set_events(_TOOL, 0)
        monitoring.register_callback(_TOOL, events.PY_START, None)
        monitoring.register_callback(_TOOL, events.INSTRUCTION, None)
        monitoring.free_tool_id(_TOOL)


_TOOL: Final = 4
_observed: Final = _monitored if sys.version_info >= (3, 13) else _traced
