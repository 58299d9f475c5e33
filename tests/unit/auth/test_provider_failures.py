"""Functions that users pass as `credentials`: exceptions, exits, interrupts and cancellation."""

import asyncio
from typing import Any

import pytest

from smaws_kms._runtime.auth.provider_functions import (
    await_provider,
    call_provider,
    check_argument,
    is_async,
)
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import FOR_GOOD, assert_plain_error


class Leaky(Exception):
    """An exception that holds a secret."""


def fail() -> Credentials:
    """Raise with a cause, a context and secrets in the frames, as libraries do."""
    try:
        int("geheim")
    except ValueError as error:
        raise Leaky("the vault is sealed") from error
    return FOR_GOOD


async def fail_async() -> Credentials:
    """Fail when awaited."""
    return fail()


async def test_failures() -> None:
    """The error has type and text of the function's exception."""
    assert_plain_error(call_provider(fail), "fail failed: Leaky: the vault is sealed")
    assert_plain_error(
        await await_provider(fail_async), "fail_async failed: Leaky: the vault is sealed"
    )


def test_exit() -> None:
    """`SystemExit` on a daemon thread becomes an error."""

    def leave() -> Credentials:
        raise SystemExit(3)

    assert_plain_error(call_provider(leave), "test_exit.<locals>.leave failed: SystemExit: 3")


@pytest.mark.parametrize(
    "error",
    [
        SystemExit("the vault is sealed"),
        ExceptionGroup("the vault is sealed", [OSError("geheim")]),
        type("Odd", (BaseException,), {})("the vault is sealed"),
    ],
)
async def test_exit_of_an_async_function(error: BaseException) -> None:
    """`SystemExit` in an async function becomes an error too."""

    async def leave() -> Credentials:
        raise error

    outcome = await await_provider(leave)

    assert isinstance(outcome, CredentialsError)
    assert "the vault is sealed" in outcome.message
    assert "geheim" not in outcome.message


@pytest.mark.parametrize("error", [KeyboardInterrupt(), BaseExceptionGroup("", [SystemExit()])])
async def test_interrupts_pass(error: BaseException) -> None:
    """Ctrl-C passes through an async function, alone or in a group."""

    async def leave() -> Credentials:
        raise error

    with pytest.raises(type(error)):
        await await_provider(leave)


async def test_cancellation_of_another_task() -> None:
    """A function that awaits a cancelled task fails; the call itself is not cancelled."""

    async def hang() -> Credentials:
        await asyncio.Event().wait()
        return FOR_GOOD

    async def provide() -> Credentials:
        task = asyncio.create_task(hang())
        task.cancel()
        return await task

    outcome = await await_provider(provide)

    assert_plain_error(
        outcome,
        "test_cancellation_of_another_task.<locals>.provide failed: CancelledError",
    )


class Elusive:
    """A callable whose attributes raise."""

    def __getattr__(self, _: str) -> object:
        raise LookupError("geheim")

    def __call__(self) -> Credentials:
        """Fail."""
        raise OSError("the vault is sealed")


def sealed(_: object) -> type:
    """Raise in place of an object's class."""
    raise LookupError("the vault is sealed")


Imitation = type("Imitation", (), {"__class__": property(sealed)})


async def test_objects_that_raise() -> None:
    """Odd callables and results only lead to errors."""
    provider: Any = Imitation

    assert not is_async(Elusive())
    check_argument(Elusive(), blocking=True)
    assert_plain_error(call_provider(Elusive()), "Elusive failed: OSError: the vault is sealed")
    assert_plain_error(
        call_provider(provider), "Imitation failed: LookupError: the vault is sealed"
    )
    assert_plain_error(
        await await_provider(provider), "Imitation failed: LookupError: the vault is sealed"
    )


async def test_cancellation_passes() -> None:
    """Cancellation passes through the function."""
    started, never = asyncio.Event(), asyncio.Event()

    async def hang() -> Credentials:
        started.set()
        await never.wait()
        return FOR_GOOD

    task = asyncio.create_task(await_provider(hang))
    await started.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
