"""`unwrap`: awaits a call and raises its error, for task groups and long expressions."""

from collections.abc import Awaitable, Coroutine
from typing import Generic, TypeVar, cast

from smaws_kms._runtime.results import Err, Ok
from smaws_kms._runtime.support.lazy_imports import publish

T = TypeVar("T")


def unwrap(call: Awaitable[Ok[T] | Err[object]]) -> Coroutine[object, object, T]:
    """Await a call of an async client, and return the response or raise the error.

        key = await kms.unwrap(client.create_key())

    It returns a coroutine, which `asyncio.TaskGroup.create_task` and `asyncio.gather` take.

    Args:
        call: A call that was not awaited yet, or a task that makes one.

    Raises:
        TypeError: `call` cannot be awaited.
    """
    if (problem := _problem(call)) is None:
        return _unwrap(_Call(call))
    del call  # error trackers show locals
    raise TypeError(problem)


def _problem(call: object) -> str | None:
    kind = type(call).__name__
    if isinstance(call, Awaitable):
        return None
    hint = ": write `result.unwrap()` for a result" if isinstance(call, Ok | Err) else ""
    return f"unwrap() awaits a call of an async client, got {kind}{hint}"


class _Call(Generic[T]):
    """Closes a call that was never awaited, because its task was cancelled before it began.

    Python warns that the coroutine of `unwrap` was never awaited; one warning is enough.
    """

    def __init__(self, call: Awaitable[T]) -> None:
        self.call = call

    def __del__(self) -> None:
        call: object = self.call
        if isinstance(call, Coroutine):
            cast("Coroutine[object, object, object]", call).close()


async def _unwrap(owner: _Call[Ok[T] | Err[object]]) -> T:
    # No local variable for the result: the traceback of its error holds this frame.
    return (await owner.call).unwrap()


_unwrap.__name__ = _unwrap.__qualname__ = unwrap.__name__


publish(globals(), names=("unwrap",))
