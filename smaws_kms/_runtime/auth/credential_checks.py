"""Checks of the credentials that a provider returned. Errors never show a value."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.refresh_windows import later
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.type_names import name_of, type_name
from smaws_kms._runtime.values import Credentials

_FROM_ANY: Final = "its get_frozen_credentials()"
_FROZEN: Final = {
    "ReadOnlyCredentials": "it",
    "Session": "its get_credentials().get_frozen_credentials()",
}
"""What holds the credentials of botocore's classes."""

_KEY_ID: Final = r"A[KS]IA[A-Z0-9]{12,28}"


def check_credentials(
    found: object,
    origin: str,
    source: str | None = None,
    *,
    names: Mapping[str, str] | None = None,
) -> Outcome:
    """Return plain credentials with their expiry in UTC, or an error that names the wrong field.

    Args:
        found: What was returned as credentials.
        origin: The provider, for error texts.
        source: `Credentials.source` unless they have one; `origin` if `None`.
        names: The names of fields in error texts, where the origin has its own.
    """
    try:
        return _checked(found, origin, source or origin, names or {})
    except Exception as error:  # noqa: BLE001 - subclasses, also of str and tzinfo, run their own code
        kind = type(error).__qualname__
    return CredentialsError(f"{origin}: the credentials cannot be read: {kind}")


def kind_of(found: object) -> str:
    """Return the type of an object, and how to convert it to credentials if that is known."""
    kind, name = type(found), name_of(found)
    ours = type_name(Credentials)
    if kind.__module__.partition(".")[0] in {"boto3", "botocore", "aiobotocore", "aioboto3"}:
        parts = f"access_key, secret_key and token of {_FROZEN.get(kind.__name__, _FROM_ANY)}"
        return f"{name}: pass {parts} to {ours}"
    if isinstance(found, Mapping | tuple | list):
        return f"{name}: write {ours}(access_key_id, secret_access_key, session_token)"
    return name


def _checked(found: object, origin: str, source: str, names: Mapping[str, str]) -> Outcome:
    if not isinstance(found, Credentials):
        same = type(found).__name__ == Credentials.__name__
        ours = type_name(Credentials) if same else Credentials.__name__
        return CredentialsError(f"{origin}: expected {ours}, got {kind_of(found)}")
    for field in ("access_key_id", "secret_access_key", "session_token"):
        if problem := problem_of_key(field, getattr(found, field)):
            return CredentialsError(f"{origin}: {names.get(field, field)}{problem}")
    if re.fullmatch(_KEY_ID, found.secret_access_key):
        pair = [names.get(field, field) for field in ("access_key_id", "secret_access_key")]
        return CredentialsError(
            f"{origin}: {pair[1]} looks like an access key ID: is it swapped with {pair[0]}?"
        )
    expires_at = _in_utc(found.expires_at)
    if isinstance(expires_at, str):
        name = names.get("expires_at", "expires_at")
        return CredentialsError(f"{origin}: {name}: expected an aware datetime, got {expires_at}")
    # A new object, since a subclass may have mutable attributes or another constructor.
    return Credentials(
        found.access_key_id,
        found.secret_access_key,
        found.session_token,
        expires_at,
        source=found.source or source,
    )


def problem_of_key(field: str, text: object) -> str | None:
    """Return what is wrong with a field, as a text that continues its name; `None` if nothing is."""
    if text is None and field == "session_token":
        return None
    if not isinstance(text, str):
        return f": expected str, got {name_of(text)}"
    if not text:
        return " is empty"
    return _problem_of_text(text, id_of_key=field == "access_key_id")


def _problem_of_text(text: str, *, id_of_key: bool) -> str | None:
    if text[0] in "\"'" and text[-1] == text[0]:
        return " has quotes around it, which would be part of it: remove them"
    # Neither AWS's files nor environment files have inline comments.
    if {";", "#"} & {word[0] for word in text.split()[1:]}:
        return " ends in a comment, which would be part of it: move the comment to its own line"
    # A line break that was read from a file is a common mistake; KMS would only reject the signature.
    if not text.isascii() or not text.isprintable() or text.strip() != text:
        return " holds a line break, outer space or another character no key has"
    if id_of_key and not set(" ;#,\"'").isdisjoint(text):
        return " holds a space, quote, comma, semicolon or #, which no key ID has"
    return None


def _in_utc(time: object) -> datetime | str | None:
    """Return a plain UTC datetime; for anything else, its description for an error.

    A time whose UTC is outside of the calendar becomes the calendar's first or last moment.
    """
    if time is None:
        return None
    if not isinstance(time, datetime):
        return name_of(time)
    offset = time.utcoffset()
    if offset is None:
        return "a naive one"
    date = datetime(time.year, time.month, time.day, tzinfo=UTC)
    clock = date.replace(
        hour=time.hour, minute=time.minute, second=time.second, microsecond=time.microsecond
    )
    return later(clock, -offset)
