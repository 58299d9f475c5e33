"""What a service says when it will not answer now: too much, broken, at another time."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from tests.faults.behaviours import Behaviour, sends
from tests.faults.connection import Served
from tests.faults.wire import Request, answer_with, own

HOURS: Final = timedelta(hours=3)
"""How far the clocks of some servers are from this machine's."""
_VALID: Final = timedelta(minutes=5)
"""How far a signature's time may be from the server's."""
_AFTER: Final = "x-amz-retry-after"


def _refusal(code: str, *headers: str, status: str = "400 Bad Request") -> bytes:
    return answer_with(
        json.dumps({"__type": code, "message": "no"}).encode(), *headers, status=status
    )


def _throttled(*headers: str) -> Behaviour:
    return sends(_refusal("ThrottlingException", *headers))


def _date(offset: timedelta) -> str:
    return f"Date: {format_datetime(datetime.now(UTC) + offset, usegmt=True)}"


def _says(code: str, offset: timedelta) -> Behaviour:
    """Refuse whatever comes, and say what time it is."""
    return sends(lambda _: _refusal(code, _date(offset)))


def _wants(code: str, offset: timedelta) -> Behaviour:
    """Refuse what is not signed for the time of this server, and say what time it is."""

    def behave(served: Served, request: Request) -> None:
        is_valid = abs(request.signed_at - datetime.now(UTC) - offset) <= _VALID
        served.send(own(request) if is_valid else _refusal(code, _date(offset)))

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
    "too-many": sends(answer_with(b"", status="429 Too Many Requests")),
    "slow-down": sends(_refusal("SlowDown", status="503 Slow Down")),
    "empty-503": sends(answer_with(b"", status="503 Service Unavailable")),
    "internal": sends(_refusal("KMSInternalException", status="500 Internal Server Error")),
    "dependency": sends(_refusal("DependencyTimeoutException", status="503 Service Unavailable")),
    "unavailable": sends(_refusal("KeyUnavailableException", status="500 Internal Server Error")),
    "limit": sends(_refusal("LimitExceededException")),
}

CLOCKS: Final[Mapping[str, Behaviour]] = {
    "ahead": _wants("RequestExpired", HOURS),
    "behind": _wants("RequestInTheFuture", -HOURS),
    "ahead-unsaid": _wants("InvalidSignatureException", HOURS),
    "expired": _says("RequestExpired", HOURS),
    "wrong-key": _says("InvalidSignatureException", timedelta()),
    "no-date": sends(_refusal("RequestExpired")),
    "junk-date": sends(_refusal("RequestExpired", "Date: yesterday")),
    "far-date": sends(_refusal("RequestExpired", "Date: Mon, 01 Jan 1066 00:00:00 GMT")),
}
