"""Error responses of the service: throttling, server errors, clock skew."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from tests.faults.behaviours import Behaviour, sends
from tests.faults.connection import ServerConnection
from tests.faults.messages import Request, response_with, right_response

HOURS: Final = timedelta(hours=3)
"""Offset of the wrong clocks."""
_VALID: Final = timedelta(minutes=5)
"""Largest difference between a signature's time and the server's."""
_AFTER: Final = "x-amz-retry-after"


def _refusal(code: str, *headers: str, status: str = "400 Bad Request") -> bytes:
    return response_with(
        json.dumps({"__type": code, "message": "no"}).encode(), *headers, status=status
    )


def _throttled(*headers: str) -> Behaviour:
    return sends(_refusal("ThrottlingException", *headers))


def _date(offset: timedelta) -> str:
    return f"Date: {format_datetime(datetime.now(UTC) + offset, usegmt=True)}"


def _refuses_with_date(code: str, offset: timedelta) -> Behaviour:
    """Refuse every request, with a `Date` at this offset."""
    return sends(lambda _: _refusal(code, _date(offset)))


def _expects_clock(code: str, offset: timedelta) -> Behaviour:
    """Refuse requests that are not signed for a clock at this offset, with that clock's `Date`."""

    def behave(connection: ServerConnection, request: Request) -> None:
        is_valid = abs(request.signed_at - datetime.now(UTC) - offset) <= _VALID
        connection.send(right_response(request) if is_valid else _refusal(code, _date(offset)))

    return behave


REFUSALS: Final[Mapping[str, Behaviour]] = {
    "throttled": _throttled(),
    "throttled-50": _throttled(f"{_AFTER}: 50"),
    "throttled-minute": _throttled(f"{_AFTER}: 60000"),
    "throttled-digits": _throttled(f"{_AFTER}: {'9' * 5000}"),
    "throttled-negative": _throttled(f"{_AFTER}: -50"),
    "throttled-fraction": _throttled(f"{_AFTER}: 0.5"),
    "throttled-soon": _throttled(f"{_AFTER}: soon"),
    "throttled-http": _throttled("Retry-After: 30"),
    "too-many": sends(response_with(b"", status="429 Too Many Requests")),
    "slow-down": sends(_refusal("SlowDown", status="503 Slow Down")),
    "empty-503": sends(response_with(b"", status="503 Service Unavailable")),
    "internal": sends(_refusal("KMSInternalException", status="500 Internal Server Error")),
    "dependency": sends(_refusal("DependencyTimeoutException", status="503 Service Unavailable")),
    "unavailable": sends(_refusal("KeyUnavailableException", status="500 Internal Server Error")),
    "limit": sends(_refusal("LimitExceededException")),
}

CLOCKS: Final[Mapping[str, Behaviour]] = {
    "ahead": _expects_clock("RequestExpired", HOURS),
    "behind": _expects_clock("RequestInTheFuture", -HOURS),
    "ahead-unsaid": _expects_clock("InvalidSignatureException", HOURS),
    "expired": _refuses_with_date("RequestExpired", HOURS),
    "wrong-key": _refuses_with_date("InvalidSignatureException", timedelta()),
    "no-date": sends(_refusal("RequestExpired")),
    "junk-date": sends(_refusal("RequestExpired", "Date: yesterday")),
    "far-date": sends(_refusal("RequestExpired", "Date: Mon, 01 Jan 1066 00:00:00 GMT")),
}
