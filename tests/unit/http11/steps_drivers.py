"""Drivers that run the steps of opening a connection: blocking, on both loops of asyncio, and on trio."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import pytest
import trio

from smaws_kms._runtime.http11 import async_waiting, sync_waiting, trio_waiting
from smaws_kms._runtime.http11.waiting import Steps
from tests.loops import on_loop, run_on

Run: TypeAlias = Callable[[Steps[Any]], Any]
"""Runs steps to their end and returns the result."""


def _on(loop: str) -> Run:
    return lambda steps: run_on(loop, async_waiting.run(steps))


def on_trio(steps: Steps[Any]) -> Any:
    """Run steps on trio."""
    return trio.run(trio_waiting.run, steps)


DRIVERS: Final = [
    pytest.param(sync_waiting.run, id="blocking"),
    *(
        pytest.param(_on(loop.values[0]), id=loop.id, marks=loop.marks)
        for loop in map(on_loop, ("asyncio", "uvloop"))
    ),
    pytest.param(on_trio, id="trio"),
]
