"""Which headers of a request are sent and signed, and the canonical form of their values.

Where AWS's documentation leaves a choice (unsigned headers, the meaning of `Date`) this follows
botocore, so that proxies and emulators accept the same requests from both.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.record import Record

# Headers that proxies, tracers and HTTP libraries add or change. botocore has the same list.
_UNSIGNED: Final = frozenset(
    {
        "baggage",
        "connection",
        "expect",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "te",
        "traceparent",
        "tracestate",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
        "x-amzn-trace-id",
    }
)

# Headers that signing sets. Old values are dropped, so that a signed request can be signed again.
_OURS: Final = frozenset({"authorization", "date", "x-amz-date"})
_OURS_WITH_TOKEN: Final = _OURS | {"x-amz-security-token"}

# S3 and some gateways expect the hash of the body in this header.
_PAYLOAD_HASH: Final = "x-amz-content-sha256"


class SelectedHeaders(Record):
    """The headers of one request."""

    __slots__ = ()

    sent: dict[str, str]
    """Headers to send, without `Authorization`."""
    signed: dict[str, str]
    """Canonical values of the signed ones, by name in lower case."""
    payload: str | None
    """Hash of the body, if the caller's headers have it."""


def select_headers(
    given: Mapping[str, str], host: str, now: datetime, timestamp: str, token: str | None
) -> SelectedHeaders:
    """Return the headers of a request.

    Args:
        given: The caller's headers.
        host: Value of `Host`, unless the caller's headers have one.
        now: The time of signing, in UTC.
        timestamp: The same in the form of `X-Amz-Date`.
        token: The session token of temporary credentials.
    """
    sent: dict[str, str] = {}
    signed: dict[str, str] = {}
    ours = _OURS_WITH_TOKEN if token else _OURS
    dated = False
    for name, value in given.items():
        key = name.lower()
        if key in ours:
            dated = dated or key == "date"
            continue
        sent[name] = value
        if key not in _UNSIGNED:
            # "Trimall": no outer white space, single inner spaces. Values of equal names join with a comma.
            trimmed = " ".join(value.split())
            signed[key] = f"{signed[key]},{trimmed}" if key in signed else trimmed
    if "host" not in signed:
        # RFC 9110 section 7.2: Host should be the first header.
        sent = {"Host": host, **sent}
        signed["host"] = host
    # A request has its time in one header: in `Date` if the caller passed that, at signing time.
    if dated:
        date: str = import_whole("email.utils").formatdate(int(now.timestamp()))
        sent["Date"] = signed["date"] = date
    else:
        sent["X-Amz-Date"] = signed["x-amz-date"] = timestamp
    if token:
        sent["X-Amz-Security-Token"] = token
        signed["x-amz-security-token"] = " ".join(token.split())
    payload = _first(given, _PAYLOAD_HASH) if _PAYLOAD_HASH in signed else None
    return SelectedHeaders(sent, signed, payload)


def _first(headers: Mapping[str, str], lower_name: str) -> str:
    return next(value for name, value in headers.items() if name.lower() == lower_name)
