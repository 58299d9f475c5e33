"""Plain frozen values that users pass in."""

from datetime import datetime
from typing import TypeAlias

from attrs import field, frozen

from smaws_kms._runtime.lazy import publish

Blob: TypeAlias = bytes | bytearray | memoryview
"""What a binary member takes; it is held as `bytes`."""


def _redacted(_: object) -> str:
    return "<redacted>"


@frozen
class Credentials:
    """An AWS key pair, with a session token and an expiry where it is temporary.

    `repr` shows the access key ID and the expiry, never the secret or the token.
    """

    access_key_id: str
    """Public half of the key pair, for example `AKIA...`."""
    secret_access_key: str = field(repr=_redacted)
    """Secret half of the key pair."""
    session_token: str | None = field(default=None, repr=_redacted)
    """Needed with temporary credentials, absent with long-lived ones."""
    expires_at: datetime | None = None
    """When they stop working (aware), or `None` for credentials that do not expire."""


@frozen(kw_only=True)
class Timeout:
    """How long a call may take, in seconds. `None` waits without end."""

    connect: float | None = 3.0
    """For a connection, TLS included."""
    attempt: float | None = 10.0
    """For one request and its whole answer."""
    operation: float | None = 60.0
    """For the call as a whole, everything included."""


publish(globals(), "smaws_kms")
