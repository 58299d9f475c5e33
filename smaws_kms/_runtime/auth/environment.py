"""Credentials and the name of the profile in environment variables."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Final

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_checks import check_credentials
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.redaction.exception_text import redacted
from smaws_kms._runtime.values import Credentials

_ZONE_NAME: Final = r"(?i)\s*(?:utc|gmt|z)$"


def profile_of_environment(environ: Mapping[str, str]) -> str | None:
    """Return the profile that the environment selects; an empty variable counts as unset."""
    return environ.get("AWS_PROFILE") or environ.get("AWS_DEFAULT_PROFILE") or None


def credentials_from_environment(environ: Mapping[str, str]) -> Outcome | None:
    """Return the credentials in environment variables, `None` unless ID and secret are both set."""
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
        # AWS_SECURITY_TOKEN is the older name; tools that set both set the same value.
        session_token=environ.get("AWS_SESSION_TOKEN") or environ.get("AWS_SECURITY_TOKEN") or None,
        expires_at=expires_at,
    )
    return check_credentials(credentials, "the environment", names=_variables(environ))


def _variables(environ: Mapping[str, str]) -> Mapping[str, str]:
    is_current = bool(environ.get("AWS_SESSION_TOKEN"))
    return {
        "access_key_id": "AWS_ACCESS_KEY_ID",
        "secret_access_key": "AWS_SECRET_ACCESS_KEY",
        "session_token": "AWS_SESSION_TOKEN" if is_current else "AWS_SECURITY_TOKEN",
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
    # botocore appends UTC to the time, other tools a lower-case z.
    with suppress(ValueError):
        return datetime.fromisoformat(re.sub(_ZONE_NAME, "Z", expiration))
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  # takes 10 ms and is rarely needed

    with suppress(ValueError, OverflowError, TypeError, IndexError):
        return parsedate_to_datetime(expiration)
    return None
