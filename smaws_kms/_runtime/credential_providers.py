"""The ways to come by credentials. Each ends in credentials or a `CredentialsError`, never raises.

What a provider raises is copied as type and text and let go: the exception, its cause and its
frames may hold requests and secrets.
"""

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import datetime
from typing import TypeAlias

from attrs import evolve

from smaws_kms._runtime.credential_cache import Outcome
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.frames import raise_if_from_handler
from smaws_kms._runtime.values import Credentials

CredentialsArgument: TypeAlias = (
    Credentials | Callable[[], Credentials] | Callable[[], Awaitable[Credentials]] | None
)
"""What a user may pass as `credentials`."""

Provider: TypeAlias = Callable[[], Credentials] | Callable[[], Awaitable[Credentials]]


def is_async(provider: Callable[..., object]) -> bool:
    """Tell whether calling `provider` gives an awaitable, as far as one can see without a call."""
    return inspect.iscoroutinefunction(provider) or inspect.iscoroutinefunction(
        getattr(provider, "__call__", None)  # noqa: B004 - not whether it can be called, but how
    )


def check_argument(argument: object, *, blocking: bool) -> None:
    """Raise `TypeError` for what a client cannot take as `credentials`."""
    if argument is None or isinstance(argument, Credentials):
        return
    wanted = "Credentials or a function that returns them"
    if not callable(argument):
        raise TypeError(f"credentials: expected {wanted}, got {type(argument).__qualname__}")
    if blocking and is_async(argument):
        raise TypeError(
            f"credentials: expected {wanted}, got the async function {name_of(argument)}; "
            "only the async client can await it"
        )


def name_of(provider: Callable[..., object]) -> str:
    """Return a callable's name without its `repr`, which may show what is bound to it."""
    return getattr(provider, "__qualname__", type(provider).__qualname__)


def ask_callable(provider: Provider) -> Outcome | None:
    """Call the user's function; `None` when what it returned has to be awaited."""
    try:
        found = provider()
    except BaseException as error:  # noqa: BLE001 - in a worker thread nobody else would hear of it
        problem = _described(error)
    else:
        if not inspect.isawaitable(found):
            return _given(found, provider)
        if isinstance(found, Coroutine):
            # It never started; closed, it does not warn about never having been awaited.
            found.close()
        return None
    return CredentialsError(f"{name_of(provider)} failed: {problem}")


async def ask_async(provider: Provider) -> Outcome:
    """Await the user's function. Cancellation passes through."""
    try:
        found = provider()
        if inspect.isawaitable(found):
            found = await found
    except Exception as error:  # noqa: BLE001 - the user's function may raise anything
        raise_if_from_handler(error)
        problem = _described(error)
    else:
        return _given(found, provider)
    return CredentialsError(f"{name_of(provider)} failed: {problem}")


def ask_environment(environ: Mapping[str, str]) -> Outcome | None:
    """Return the credentials in environment variables; `None` unless both halves are there."""
    access_key_id = environ.get("AWS_ACCESS_KEY_ID")
    secret_access_key = environ.get("AWS_SECRET_ACCESS_KEY")
    if not access_key_id or not secret_access_key:
        return None
    expiration = environ.get("AWS_CREDENTIAL_EXPIRATION")
    try:
        expires_at = datetime.fromisoformat(expiration) if expiration else None
    except ValueError:
        return CredentialsError(
            f"AWS_CREDENTIAL_EXPIRATION: expected an ISO 8601 time with offset, got {expiration!r}"
        )
    credentials = Credentials(
        access_key_id=access_key_id,
        secret_access_key=secret_access_key,
        # The second name is older; tools that set both set them alike.
        session_token=environ.get("AWS_SESSION_TOKEN") or environ.get("AWS_SECURITY_TOKEN") or None,
        expires_at=expires_at,
    )
    return check_credentials(credentials, "the environment")


def check_credentials(found: object, origin: str, source: str | None = None) -> Outcome:
    """Return the credentials if a request can be signed with them. Values are never shown.

    Args:
        found: What somebody handed out as credentials.
        origin: Who, for the text of an error.
        source: Where they come from, unless they say so themselves; `origin` if `None`.
    """
    if not isinstance(found, Credentials):
        return CredentialsError(f"{origin}: expected Credentials, got {type(found).__qualname__}")
    if problem := _problem(found):
        return CredentialsError(f"{origin}: {problem}")
    return evolve(found, source=source or origin) if found.source is None else found


def _given(found: object, provider: Provider) -> Outcome:
    name = name_of(provider)
    return check_credentials(found, name, f"the function {name}")


def _problem(credentials: Credentials) -> str | None:
    # The first and the last go into a header. A line break read along from a file is a common slip
    # that would else show as a refused signature or as a broken request.
    texts: dict[str, object] = {
        "access_key_id": credentials.access_key_id,
        "secret_access_key": credentials.secret_access_key,
        "session_token": credentials.session_token,
    }
    for name, text in texts.items():
        if name == "session_token" and text is None:
            continue
        if not isinstance(text, str):
            return f"{name}: expected str, got {type(text).__qualname__}"
        if not text:
            return f"{name} is empty"
        if not text.isascii() or not text.isprintable() or text.strip() != text:
            return f"{name} holds a line break, outer space or another character no key has"
    if credentials.expires_at is not None and credentials.expires_at.utcoffset() is None:
        return "expires_at: expected an aware datetime, got a naive one"
    return None


def _described(error: BaseException) -> str:
    return f"{type(error).__qualname__}: {error}"
