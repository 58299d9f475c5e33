"""Functions that users pass as `credentials`: what they return and raise."""

import asyncio
import functools
from collections.abc import Awaitable, Callable, Generator
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
from tests.unit.auth.credential_fakes import assert_plain_error

KEY = Credentials("AKID", "geheim")


def give() -> Credentials:
    """Provide."""
    return KEY


async def give_async() -> Credentials:
    """Provide, when awaited."""
    return KEY


def give_wrapped() -> Awaitable[Credentials]:
    """Provide, when awaited, and do not look like it."""
    return give_async()


class Later(Awaitable[Credentials]):
    """Something to await that is no coroutine."""

    def __await__(self) -> Generator[None, None, Credentials]:
        yield from ()
        return KEY


class Vault:
    """An object that provides."""

    def __init__(self, secret: str = "geheim") -> None:
        self.secret = secret

    def give(self) -> Credentials:
        """Provide."""
        return Credentials("AKID", self.secret)

    async def give_async(self) -> Credentials:
        """Provide, when awaited."""
        return Credentials("AKID", self.secret)

    def __repr__(self) -> str:
        return f"Vault({self.secret!r})"


class AsyncVault(Vault):
    """An object that is itself an async function."""

    async def __call__(self) -> Credentials:
        """Provide, when awaited."""
        return self.give()


@pytest.mark.parametrize(
    ("provider", "expected"),
    [
        (give, False),
        (give_async, True),
        (Vault().give, False),
        (Vault().give_async, True),
        (AsyncVault(), True),
        (functools.partial(give), False),
        (functools.partial(give_async), True),
        (give_wrapped, False),
    ],
)
def test_is_async(provider: Callable[[], Any], expected: bool) -> None:  # noqa: FBT001 - a table
    """Async functions are known by their looks, functions that return awaitables are not."""
    assert expected is is_async(provider)


@pytest.mark.parametrize("argument", [None, KEY, give, Vault().give])
@pytest.mark.parametrize("blocking", [True, False])
def test_arguments(argument: object, blocking: bool) -> None:  # noqa: FBT001 - a table
    """Both clients take credentials, a function, or nothing."""
    check_argument(argument, blocking=blocking)


@pytest.mark.parametrize("argument", [give_async, AsyncVault()])
def test_async_argument(argument: object) -> None:
    """Only the async client takes an async function."""
    check_argument(argument, blocking=False)
    with pytest.raises(TypeError, match="only the async client can await it") as caught:
        check_argument(argument, blocking=True)

    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("argument", ["geheim", ("AKID", "geheim"), {"key": "geheim"}])
def test_wrong_argument(argument: object) -> None:
    """Anything else is a `TypeError` that names the type, not the value."""
    with pytest.raises(TypeError) as caught:
        check_argument(argument, blocking=False)

    assert (
        "credentials: expected Credentials or a function that returns them, "
        f"got {type(argument).__name__}"
    ) == str(caught.value)


@pytest.mark.parametrize("provider", [give, Vault().give, functools.partial(give)])
def test_function(provider: Callable[[], Credentials]) -> None:
    """A function's credentials are passed on."""
    assert KEY == call_provider(provider)


@pytest.mark.parametrize(
    "provider",
    [give_async, Vault().give_async, give_wrapped, Later, functools.partial(give_async)],
)
async def test_async_function(provider: Callable[[], Any]) -> None:
    """An async function is not called for its result, but awaited."""
    assert call_provider(provider) is None
    assert KEY == await await_provider(provider)


async def test_ask_async_takes_plain_functions() -> None:
    """Nor does it do harm to await a function that returns at once."""
    assert KEY == await await_provider(give)


class Leaky(Exception):
    """An exception that holds what it should not."""


def fail() -> Credentials:
    """Fail as libraries do: with a cause, a context and secrets in the frames."""
    try:
        int("geheim")
    except ValueError as error:
        raise Leaky("the vault is sealed") from error
    return KEY


async def fail_async() -> Credentials:
    """Fail when awaited."""
    return fail()


async def test_failures() -> None:
    """What a function raises is copied as type and text."""
    assert_plain_error(call_provider(fail), "fail failed: Leaky: the vault is sealed")
    assert_plain_error(
        await await_provider(fail_async), "fail_async failed: Leaky: the vault is sealed"
    )


def test_exit() -> None:
    """A function that wants to end the process ends its thread, and is heard."""

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
    """An async function that wants to end the process fails as a blocking one does."""

    async def leave() -> Credentials:
        raise error

    outcome = await await_provider(leave)

    assert isinstance(outcome, CredentialsError)
    assert "the vault is sealed" in outcome.message
    assert "geheim" not in outcome.message


@pytest.mark.parametrize("error", [KeyboardInterrupt(), BaseExceptionGroup("", [SystemExit()])])
async def test_interrupts_pass(error: BaseException) -> None:
    """Ctrl-C goes through an async function, alone or in a group."""

    async def leave() -> Credentials:
        raise error

    with pytest.raises(type(error)):
        await await_provider(leave)


async def test_cancellation_of_another_task() -> None:
    """A function that waits for a task that was cancelled has failed; the call was not cancelled."""

    async def hang() -> Credentials:
        await asyncio.Event().wait()
        return KEY

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
    """A callable that raises when one looks at it."""

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
    """Neither a callable nor its result can make anything but an error."""
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
    """Awaiting can be cancelled."""
    started, never = asyncio.Event(), asyncio.Event()

    async def hang() -> Credentials:
        started.set()
        await never.wait()
        return KEY

    task = asyncio.create_task(await_provider(hang))
    await started.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
