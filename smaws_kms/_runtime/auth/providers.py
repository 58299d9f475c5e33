"""The ways to come by credentials. Each ends in credentials or a `CredentialsError`, never raises.

What a provider raises is copied as type and text, without what looks like key material, and let
go: the exception, its cause and its frames may hold requests and secrets.
"""

import inspect
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from datetime import datetime
from threading import current_thread, main_thread
from typing import Final, TypeAlias

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_checks import check_credentials, kind_of
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.redaction.exception_text import describe, redacted
from smaws_kms._runtime.support.async_backend import running_backend
from smaws_kms._runtime.support.frames import raise_if_from_handler
from smaws_kms._runtime.values import Credentials

CredentialsArgument: TypeAlias = (
    Credentials | Callable[[], Credentials] | Callable[[], Awaitable[Credentials]] | None
)
"""What a user may pass as `credentials`."""

_ZONE_NAME: Final = re.compile(r"\s*(?:utc|gmt|z)$", re.IGNORECASE)

Provider: TypeAlias = Callable[[], Credentials] | Callable[[], Awaitable[Credentials]]


def is_async(provider: Callable[..., object]) -> bool:
    """Tell whether calling `provider` gives an awaitable, as far as one can see without a call."""
    try:
        return inspect.iscoroutinefunction(provider) or inspect.iscoroutinefunction(
            getattr(provider, "__call__", None)  # noqa: B004 - not whether it can be called, but how
        )
    except Exception:  # noqa: BLE001 - an object's own `__getattr__` may raise anything
        return False


def check_argument(argument: object, *, blocking: bool) -> None:
    """Raise `TypeError` for what a client cannot take as `credentials`."""
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


def ask_callable(provider: Provider) -> Outcome | None:
    """Call the user's function; `None` when what it returned has to be awaited."""
    try:
        found = provider()
        if not inspect.isawaitable(found):
            return _given(found, provider)
        if isinstance(found, Coroutine):
            # It never started; closed, it does not warn about never having been awaited.
            found.close()
    except BaseException as error:  # in a worker thread nobody else would hear of it
        raise_if_from_handler(error)
        if isinstance(error, KeyboardInterrupt) and current_thread() is main_thread():
            # The user's Ctrl-C, while there were no threads to ask on.
            raise
        problem = describe(error)
    else:
        return None
    return CredentialsError(f"{name_of(provider)} failed: {problem}")


async def ask_async(provider: Provider) -> Outcome:
    """Await the user's function. Cancellation and Ctrl-C pass through."""
    try:
        found = provider()
        if inspect.isawaitable(found):
            found = await found
        return _given(found, provider)
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


def ask_environment(environ: Mapping[str, str]) -> Outcome | None:
    """Return the credentials in environment variables; `None` unless both halves are there."""
    access_key_id = environ.get("AWS_ACCESS_KEY_ID")
    secret_access_key = environ.get("AWS_SECRET_ACCESS_KEY")
    if not access_key_id or not secret_access_key:
        return None
    expiration = environ.get("AWS_CREDENTIAL_EXPIRATION")
    expires_at = _time_of(expiration.strip()) if expiration else None
    if isinstance(expires_at, CredentialsError):
        return expires_at
    credentials = Credentials(
        access_key_id=access_key_id,
        secret_access_key=secret_access_key,
        # The second name is older; tools that set both set them alike.
        session_token=environ.get("AWS_SESSION_TOKEN") or environ.get("AWS_SECURITY_TOKEN") or None,
        expires_at=expires_at,
    )
    return check_credentials(credentials, "the environment", names=_variables(environ))


def _variables(environ: Mapping[str, str]) -> Mapping[str, str]:
    new = bool(environ.get("AWS_SESSION_TOKEN"))
    return {
        "access_key_id": "AWS_ACCESS_KEY_ID",
        "secret_access_key": "AWS_SECRET_ACCESS_KEY",
        "session_token": "AWS_SESSION_TOKEN" if new else "AWS_SECURITY_TOKEN",
    }


def _time_of(expiration: str) -> datetime | CredentialsError:
    time = _parsed(expiration)
    if time is not None and time.tzinfo is not None:
        return time
    return CredentialsError(
        "AWS_CREDENTIAL_EXPIRATION: expected an ISO 8601 time with offset, "
        f"got {redacted(expiration)!r}"
    )


def _parsed(expiration: str) -> datetime | None:
    # botocore writes UTC times with the zone's name; others write a small z.
    with suppress(ValueError):
        return datetime.fromisoformat(_ZONE_NAME.sub("Z", expiration))
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  # takes 10 ms, hardly ever needed

    with suppress(ValueError, OverflowError, TypeError, IndexError):
        return parsedate_to_datetime(expiration)
    return None


def _given(found: object, provider: Provider) -> Outcome:
    name = name_of(provider)
    return check_credentials(found, name, f"the function {name}")
