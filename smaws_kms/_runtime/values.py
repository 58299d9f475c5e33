"""Plain frozen values that users pass in."""

import math
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.support.lazy_imports import publish

if TYPE_CHECKING:
    from attrs import Attribute

Blob: TypeAlias = bytes | bytearray | memoryview
"""What a binary member takes; it is held as `bytes`."""

# Of the 128 characters that AWS allows it uses 20 or 21; secrets have 40.
_LONGEST_KEY_ID: Final = 32


def _redacted(_: object) -> str:
    return "<redacted>"


def _key_id(value: object) -> str:
    """Show a key ID, unless it is none: the halves of a pair are swapped now and then."""
    if not isinstance(value, str) or len(value) > _LONGEST_KEY_ID:
        return _redacted(value)
    return repr(value) if re.fullmatch(r"[\w-]*", value) else _redacted(value)


@frozen
class Credentials:
    """An AWS key pair, with a session token and an expiry where it is temporary.

    `repr` shows the access key ID and the expiry, never the secret or the token.
    """

    access_key_id: str = field(repr=_key_id)
    """Public half of the key pair, for example `AKIA...`."""
    secret_access_key: str = field(repr=_redacted)
    """Secret half of the key pair."""
    session_token: str | None = field(default=None, repr=_redacted)
    """Needed with temporary credentials, absent with long-lived ones."""
    expires_at: datetime | None = None
    """When they stop working (aware), or `None` for credentials that do not expire."""
    source: str | None = field(default=None, kw_only=True, eq=False, repr=False)
    """Where they come from in words, for `check` to show; the client fills it in."""


def _check_seconds(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float):
        kind = type(value).__name__
        raise TypeError(f"Timeout.{attribute.name} must be float or None, not {kind}")
    # Sockets and locks raise for what is negative or infinite, in the middle of a call.
    if not 0 <= value < math.inf:
        raise ValueError(
            f"Timeout.{attribute.name} must be 0 or more, and None to wait without end"
        )


@frozen(kw_only=True)
class Timeout:
    """How long a call may take, in seconds. `None` waits without end."""

    connect: float | None = field(default=3.0, validator=_check_seconds)
    """For a connection, TLS included."""
    attempt: float | None = field(default=10.0, validator=_check_seconds)
    """For one request and its whole answer."""
    operation: float | None = field(default=60.0, validator=_check_seconds)
    """For the call as a whole, everything included."""


publish(globals())
