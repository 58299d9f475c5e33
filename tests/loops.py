"""The event loops on which the async client is tested: asyncio's own and uvloop's."""

import asyncio
import os
from collections.abc import Callable, Coroutine
from importlib.util import find_spec
from typing import Any, Final, TypeAlias, TypeVar

import pytest

T = TypeVar("T")

LOOPS: Final = ("asyncio", "uvloop")
LOOP: Final = "SMAWS_KMS_TEST_LOOP"
"""The environment variable that selects the loop of programs that tests start."""

MISSING: Final = None if find_spec("uvloop") else "uvloop is not installed here"
_on_uvloop: Final = [] if MISSING is None else [pytest.mark.skip(reason=MISSING)]

LoopFactory: TypeAlias = Callable[[], asyncio.AbstractEventLoop]


def on_loop(loop: str, *values: object, name: str | None = None) -> Any:
    """Return a parameter set that starts with a loop, skipped where the loop is missing."""
    marks = _on_uvloop if loop == "uvloop" else []
    return pytest.param(loop, *values, id=name or loop, marks=marks)


def parametrize_loop(metafunc: pytest.Metafunc, fixture: str = "anyio_backend") -> None:
    """Run a test on each loop if it uses the fixture."""
    if fixture in metafunc.fixturenames:
        metafunc.parametrize(fixture, [on_loop(loop) for loop in LOOPS], indirect=True)


def backend_of(loop: str) -> tuple[str, dict[str, object]]:
    """Return the backend and its options for anyio's pytest plugin."""
    return "asyncio", {"use_uvloop": loop == "uvloop"}


def loop_factory(loop: str) -> LoopFactory:
    """Return the function that creates a loop."""
    if loop == "asyncio":
        return asyncio.new_event_loop
    import uvloop  # noqa: PLC0415  # it may not be installed

    factory: LoopFactory = uvloop.new_event_loop
    return factory


def run_on(loop: str, main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine as `asyncio.run` does, on the named loop."""
    with asyncio.Runner(loop_factory=loop_factory(loop)) as runner:
        return runner.run(main)


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine as `asyncio.run` does, on the loop that `LOOP` names."""
    return run_on(os.environ.get(LOOP, "asyncio"), main)
