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
    """Return credentials."""
    return KEY


async def give_async() -> Credentials:
    """Return credentials when awaited."""
    return KEY


def give_wrapped() -> Awaitable[Credentials]:
    """Return an awaitable from a plain function."""
    return give_async()


class Later(Awaitable[Credentials]):
    """An awaitable that is not a coroutine."""

    def __await__(self) -> Generator[None, None, Credentials]:
        yield from ()
        return KEY


class Vault:
    """An object with methods that return credentials."""

    def __init__(self, secret: str = "geheim") -> None:
        self.secret = secret

    def give(self) -> Credentials:
        """Return credentials."""
        return Credentials("AKID", self.secret)

    async def give_async(self) -> Credentials:
        """Return credentials when awaited."""
        return Credentials("AKID", self.secret)

    def __repr__(self) -> str:
        return f"Vault({self.secret!r})"


class AsyncVault(Vault):
    """An object with an async `__call__`."""

    async def __call__(self) -> Credentials:
        """Return credentials when awaited."""
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
    """Async functions are recognised; plain functions that return awaitables are not."""
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
    """Any other argument is a `TypeError` with its type and without its value."""
    with pytest.raises(TypeError) as caught:
        check_argument(argument, blocking=False)

    assert str(caught.value).startswith(
        "credentials: expected Credentials or a function that returns them, "
        f"got {type(argument).__name__}"
    )
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("provider", [give, Vault().give, functools.partial(give)])
def test_function(provider: Callable[[], Credentials]) -> None:
    """The credentials of a function are returned."""
    assert KEY == call_provider(provider)


@pytest.mark.parametrize(
    "provider",
    [give_async, Vault().give_async, give_wrapped, Later, functools.partial(give_async)],
)
async def test_async_function(provider: Callable[[], Any]) -> None:
    """An async function has no blocking result, and is awaited."""
    assert call_provider(provider) is None
    assert KEY == await await_provider(provider)


async def test_ask_async_takes_plain_functions() -> None:
    """A plain function works where an async one is expected."""
    assert KEY == await await_provider(give)


class Leaky(Exception):
    """An exception that holds a secret."""


def fail() -> Credentials:
    """Raise with a cause, a context and secrets in the frames, as libraries do."""
    try:
        int("geheim")
    except ValueError as error:
        raise Leaky("the vault is sealed") from error
    return KEY


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
        return KEY

    task = asyncio.create_task(await_provider(hang))
    await started.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
