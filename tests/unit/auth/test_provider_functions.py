"""Functions that users pass as `credentials`: which are accepted, and what they return."""

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
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import FOR_GOOD


def give() -> Credentials:
    """Return credentials."""
    return FOR_GOOD


async def give_async() -> Credentials:
    """Return credentials when awaited."""
    return FOR_GOOD


def give_wrapped() -> Awaitable[Credentials]:
    """Return an awaitable from a plain function."""
    return give_async()


class Later(Awaitable[Credentials]):
    """An awaitable that is not a coroutine."""

    def __await__(self) -> Generator[None, None, Credentials]:
        yield from ()
        return FOR_GOOD


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


@pytest.mark.parametrize("argument", [None, FOR_GOOD, give, Vault().give])
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
    assert FOR_GOOD == call_provider(provider)


@pytest.mark.parametrize(
    "provider",
    [give_async, Vault().give_async, give_wrapped, Later, functools.partial(give_async)],
)
async def test_async_function(provider: Callable[[], Any]) -> None:
    """An async function has no blocking result, and is awaited."""
    assert call_provider(provider) is None
    assert FOR_GOOD == await await_provider(provider)


async def test_ask_async_takes_plain_functions() -> None:
    """A plain function works where an async one is expected."""
    assert FOR_GOOD == await await_provider(give)
