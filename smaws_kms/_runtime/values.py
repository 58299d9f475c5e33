"""Frozen value classes for client settings: credentials and timeouts."""

import math
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.redaction.key_ids import is_key_id
from smaws_kms._runtime.support.call_arguments import explain_constructor
from smaws_kms._runtime.support.comparable import Comparable
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.support.type_names import mismatch

if TYPE_CHECKING:
    from attrs import Attribute

Validate: TypeAlias = Literal["basic", "full", "off"]
"""Values of the argument `validate`: lower bounds only, all limits of the model, or neither."""

Blob: TypeAlias = bytes | bytearray | memoryview
"""Types that a binary member accepts; it stores `bytes`."""

_CREDENTIALS: Final = {
    "aws_access_key_id": "write access_key_id=...",
    "aws_secret_access_key": "write secret_access_key=...",
    "aws_session_token": "write session_token=...",
    "access_key": "write access_key_id=...",
    "secret_key": "write secret_access_key=...",
    "token": "write session_token=...",
    "expiry_time": "write expires_at=... with a datetime",
    "expiration": "write expires_at=... with a datetime",
    "expiry": "write expires_at=... with a datetime",
}
_TIMEOUTS: Final = {
    "connect_timeout": "write connect=...",
    "read": "write attempt=..., which limits one request and its response",
    "write": "write attempt=..., which limits one request and its response",
    "read_timeout": "write attempt=..., which limits one request and its response",
    "pool": "write operation=..., which limits the whole call",
    "total": "write operation=..., which limits the whole call",
    "timeout": "write operation=..., which limits the whole call",
}


def _redacted(_: object) -> str:
    return "<redacted>"


def _key_id(value: object) -> str:
    """Return the `repr` of a key ID, redacted if it may be a secret passed in its place."""
    return repr(value) if isinstance(value, str) and is_key_id(value) else _redacted(value)


@explain_constructor(_CREDENTIALS)
@frozen(eq=False, repr=False)
class Credentials(Comparable):
    """An AWS access key; temporary credentials also have a session token and an expiry.

    `repr` shows the access key ID and the expiry, never the secret or the token.
    """

    access_key_id: str = field(repr=_key_id)
    """Public part of the access key, for example `AKIA...`."""
    secret_access_key: str = field(repr=_redacted)
    """Secret part of the access key."""
    session_token: str | None = field(default=None, repr=_redacted)
    """Session token of temporary credentials; `None` for long-lived ones."""
    expires_at: datetime | None = None
    """Expiry as an aware datetime; `None` for credentials that do not expire."""
    source: str | None = field(default=None, kw_only=True, eq=False, repr=False)
    """Description of their origin, set by the client and shown by `check`."""


SyncCredentialsSource: TypeAlias = Credentials | Callable[[], Credentials]
"""Types that a blocking client accepts as `credentials`."""
AsyncCredentialsSource: TypeAlias = SyncCredentialsSource | Callable[[], Awaitable[Credentials]]
"""Types that an async client accepts as `credentials`."""


def _check_seconds(_: object, attribute: "Attribute[Any]", value: object) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"Timeout.{attribute.name}{mismatch((float, type(None)), value)}")
    # Sockets and locks raise for negative and infinite timeouts, in the middle of a call.
    if not 0 <= value < math.inf:
        raise ValueError(
            f"Timeout.{attribute.name} must be 0 or more, or None to wait without limit"
        )


@explain_constructor(_TIMEOUTS)
@frozen(kw_only=True, eq=False, repr=False)
class Timeout(Comparable):
    """Time limits of a call, in seconds; `None` waits without limit.

    Raises:
        TypeError: A limit is not a number.
        ValueError: A limit is negative, infinite or not a number.
    """

    connect: float | None = field(default=3.0, validator=_check_seconds)
    """Limit for opening a connection, including the TLS handshake."""
    attempt: float | None = field(default=10.0, validator=_check_seconds)
    """Limit for one request and its complete response."""
    operation: float | None = field(default=60.0, validator=_check_seconds)
    """Limit for the whole call: all attempts and the delays between them."""


publish(globals())
