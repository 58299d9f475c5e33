"""Functions that users pass as `credentials`: check them, call them, await them.

Each call returns credentials or a `CredentialsError`. The error has the type and the redacted text of
the exception that the function raised, and not the exception itself: its cause and its frames may
hold requests and secrets.
"""

import inspect
from collections.abc import Awaitable, Callable, Coroutine
from threading import current_thread, main_thread
from typing import TypeAlias

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_checks import check_credentials, kind_of
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.redaction.exception_text import describe
from smaws_kms._runtime.support.async_backend import running_backend
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.values import Credentials

CredentialsArgument: TypeAlias = (
    Credentials | Callable[[], Credentials] | Callable[[], Awaitable[Credentials]] | None
)
"""Types of the client argument `credentials`."""

Provider: TypeAlias = Callable[[], Credentials] | Callable[[], Awaitable[Credentials]]


def is_async(provider: Callable[..., object]) -> bool:
    """Return whether `provider` is visibly async; a plain function may still return an awaitable."""
    try:
        return inspect.iscoroutinefunction(provider) or inspect.iscoroutinefunction(
            getattr(provider, "__call__", None)  # noqa: B004 - its kind is needed, not whether it exists
        )
    except Exception:  # noqa: BLE001 - an object's own `__getattr__` may raise anything
        return False


def check_argument(argument: object, *, blocking: bool) -> None:
    """Raise `TypeError` for an argument `credentials` that the client cannot use."""
    if argument is None or isinstance(argument, Credentials):
        return
    wanted = "Credentials or a function that returns them"
    if not callable(argument):
        raise TypeError(f"credentials: expected {wanted}, got {kind_of(argument)}")
    if blocking and is_async(argument):
        raise TypeError(
            f"credentials: expected {wanted}, got the async function {name_of(argument)}; "
            "only the async client can await it"
        )


def name_of(provider: Callable[..., object]) -> str:
    """Return a callable's name without its `repr`, which may show what is bound to it."""
    try:
        name: object = getattr(provider, "__qualname__", None)
    except Exception:  # noqa: BLE001 - an object's own `__getattr__` may raise anything
        name = None
    return name if isinstance(name, str) else type(provider).__qualname__


def call_provider(provider: Provider) -> Outcome | None:
    """Call the function; return `None` if it returned an awaitable."""
    try:
        found = provider()
        if not inspect.isawaitable(found):
            return _checked(found, provider)
        if isinstance(found, Coroutine):
            # Without this Python warns that the coroutine was never awaited.
            found.close()
    except BaseException as error:  # a daemon thread has no caller that would see it
        raise_if_from_handler(error)
        if isinstance(error, KeyboardInterrupt) and current_thread() is main_thread():
            # Ctrl-C of the user: the call runs on the main thread, as no other can be started.
            raise
        problem = describe(error)
    else:
        return None
    return CredentialsError(f"{name_of(provider)} failed: {problem}")


async def await_provider(provider: Provider) -> Outcome:
    """Call and await the function. Cancellation and Ctrl-C pass through."""
    try:
        found = provider()
        if inspect.isawaitable(found):
            found = await found
        return _checked(found, provider)
    except (KeyboardInterrupt, GeneratorExit, BaseExceptionGroup) as error:
        if not isinstance(error, Exception):
            raise
        problem = describe(error)
    except BaseException as error:  # the user's function may raise anything
        if running_backend().is_cancelled(error):
            raise
        raise_if_from_handler(error)
        problem = describe(error)
    return CredentialsError(f"{name_of(provider)} failed: {problem}")


def _checked(found: object, provider: Provider) -> Outcome:
    name = name_of(provider)
    return check_credentials(found, name, f"the function {name}")
