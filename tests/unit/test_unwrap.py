"""`unwrap` awaits a call, in task groups and elsewhere, and raises the error that it ends in."""

import asyncio
import gc
import sys
import traceback
import warnings
import weakref
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
import trio

import smaws_kms as kms
from smaws_kms import ConnectError, Err, Ok, Result, unwrap

FAILED = Err(ConnectError("no connection"))
FAILED.error.add_note("examined")

unchecked: Callable[[Any], object] = unwrap


async def call(*, succeeds: bool = True) -> Result[int, ConnectError]:
    """Stand in for a method of an async client."""
    await asyncio.sleep(0)
    return Ok(1) if succeeds else Err(ConnectError("no connection"))


def raised(result: Err[Any]) -> BaseException:
    """Return what `unwrap` raises, after it was caught."""
    try:
        result.unwrap()
    except BaseException as error:  # noqa: BLE001  # what the test is about
        return error


def raised_while_handling(result: Err[Any], text: str) -> BaseException:
    """Return what `unwrap` raises while a `ValueError` is being handled."""
    try:
        int(text)
    except ValueError:
        return raised(result)
    raise AssertionError


def depth(error: BaseException) -> int:
    """Return the number of frames in an error's traceback."""
    return len(traceback.extract_tb(error.__traceback__))


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
class TestOnAsyncio:
    """Calls on asyncio."""

    async def test_value(self, anyio_backend: str) -> None:  # noqa: ARG002  # chooses the loop
        """A call that succeeds gives its value, also as a task."""
        assert 1 == await unwrap(call())
        assert 1 == await unwrap(asyncio.ensure_future(call()))

    async def test_gather(self, anyio_backend: str) -> None:  # noqa: ARG002  # chooses the loop
        """`gather` takes calls with `unwrap`, and keeps their order."""
        assert [1, 1] == [*await asyncio.gather(unwrap(call()), unwrap(call()))]

    async def test_task_group(self, anyio_backend: str) -> None:  # noqa: ARG002  # chooses the loop
        """The error of a call ends a task group, typed, and cancels its other tasks."""
        cancelled = asyncio.Event()

        async def wait() -> Result[int, ConnectError]:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                cancelled.set()
                raise
            raise AssertionError

        with pytest.RaisesGroup(ConnectError):
            async with asyncio.TaskGroup() as group:
                group.create_task(unwrap(wait()))
                group.create_task(unwrap(call(succeeds=False)))

        assert cancelled.is_set()

    async def test_cancelled_before_it_began(self, anyio_backend: str) -> None:  # noqa: ARG002  # chooses the loop
        """A task that is cancelled at once leaves no warning about a call that was not awaited."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            task = asyncio.create_task(unwrap(call()))
            task.cancel()
            await asyncio.wait([task])
            del task
            gc.collect()

        assert [] == [str(warning.message) for warning in caught]

    async def test_no_result_is_kept(self, anyio_backend: str) -> None:  # noqa: ARG002  # chooses the loop
        """An error that was raised and handled is freed without the garbage collector."""
        gc.disable()
        try:
            with pytest.raises(ConnectError) as caught:
                await unwrap(call(succeeds=False))
            gone = weakref.ref(caught.value)
            del caught

            assert gone() is None
        finally:
            gc.enable()


def test_on_trio() -> None:
    """Nurseries of trio take it as an async function."""

    async def trio_call() -> Result[int, ConnectError]:
        await trio.lowlevel.checkpoint()
        return Err(ConnectError("no connection"))

    async def main() -> None:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(unwrap, trio_call())

    with pytest.RaisesGroup(ConnectError):
        trio.run(main)


def test_forgotten() -> None:
    """A forgotten `await` gives one warning, which names `unwrap`."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        unchecked(call())
        gc.collect()

    assert ["coroutine 'unwrap' was never awaited"] == [str(it.message) for it in caught]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (Ok(1), "unwrap() awaits a call of an async client, got Ok: write `result.unwrap()` for a result"),
        (FAILED, "unwrap() awaits a call of an async client, got Err: write `result.unwrap()` for a result"),
        (call, "unwrap() awaits a call of an async client, got function"),
    ],
)  # fmt: skip
def test_no_awaitable(given: Any, text: str) -> None:
    """What cannot be awaited is refused at once, not when the coroutine runs."""
    with pytest.raises(TypeError) as caught:
        unchecked(given)

    assert text == str(caught.value)


async def test_through_a_client() -> None:
    """It gives the response of a real call, or raises its error."""
    client = kms.AsyncKMSClient(region="")

    with pytest.raises(kms.ConfigurationError) as caught:
        await unwrap(client.list_aliases())
    assert ("ListAliases", 0) == (caught.value.operation, caught.value.attempts)


def test_raising_again_does_not_grow() -> None:
    """An error that is raised repeatedly has the traceback and context of the last time only."""
    result = Err(ConnectError("no connection"))
    first = depth(raised_while_handling(result, "first"))

    for _ in range(5):
        assert first == depth(raised_while_handling(result, "again"))
    assert "invalid literal for int() with base 10: 'again'" == str(result.error.__context__)
    # Not None: what calls the test may be handling an exception.
    assert raised(result).__context__ is sys.exception()


def test_raising_again_keeps_the_origin() -> None:
    """The traceback that an exception had before it became an `Err` stays."""
    with pytest.raises(ValueError, match="invalid literal") as caught:
        int("x")
    origin = depth(caught.value)
    result = Err(caught.value)
    first = depth(raised(result))

    assert origin < first
    assert first == depth(raised(result))


def test_notes_do_not_grow() -> None:
    """`expect` adds its note once, however often it raises."""
    result: Err[ConnectError] = Err(ConnectError("no connection"))
    for text in ("the key exists", "the key exists", "it is enabled"):
        with pytest.raises(ConnectError):
            result.expect(text)

    assert ["the key exists", "it is enabled"] == result.error.__notes__


def typed(client: kms.AsyncKMSClient) -> Coroutine[object, object, kms.EncryptResponse]:
    """Type checkers see the response."""
    return unwrap(client.encrypt(key_id="k", plaintext=b"p"))
