"""A client's own correction of this machine's clock, learned from what the service says.

A signature is good for some minutes around the service's time. A service that refuses one for its
time says in `Date` what time it is; the difference is kept for the client and those derived from
it, and nothing else in the process sees it. `Date` is not authenticated, so every correction can be
undone: by the next response that agrees with this machine's clock, and when credentials fail.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from smaws_kms._runtime.errors import ServiceError, SmawsError
from smaws_kms._runtime.support.frames import raise_if_from_handler

# No specification fixes these; the lists are those of the JavaScript and Go SDKs.
_ABOUT_TIME: Final = frozenset(
    {"RequestExpired", "RequestExpiredException", "RequestInTheFuture", "RequestTimeTooSkewed"}
)
_MAYBE_ABOUT_TIME: Final = frozenset(
    {"AuthFailure", "InvalidSignatureException", "SignatureDoesNotMatch"}
)
# AWS accepts about five minutes. The Go SDK suspects the clock from four on.
_SUSPICIOUS: Final = timedelta(minutes=4)
# A clock that is off by more also fails the certificates of TLS; such a `Date` is a mistake or a forgery.
_PLAUSIBLE: Final = timedelta(days=366)


class ClockSkew:
    """How far this machine's clock is from the service's. Shared by a client and those derived."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def correct(self, now: datetime) -> datetime:
        """Return the service's time for this machine's."""
        return now + self.offset if self.offset else now

    def learn(self, error: SmawsError, headers: Mapping[str, str], now: datetime) -> bool:
        """Take over the service's time if the error is about time; tell whether it is.

        Args:
            error: What the service answered with.
            headers: Headers of that answer.
            now: This machine's time when the answer came.
        """
        if not isinstance(error, ServiceError):
            return False
        served = _date_of(headers)
        if served is None or abs(served - now) > _PLAUSIBLE:
            return False
        is_far_off = abs(served - self.correct(now)) > _SUSPICIOUS
        if error.code in _ABOUT_TIME or (error.code in _MAYBE_ABOUT_TIME and is_far_off):
            self.offset = served - now
            return True
        self.review(headers, now)
        return False

    def review(self, headers: Mapping[str, str], now: datetime) -> None:
        """Undo the correction if a response says that this machine's clock is right.

        Args:
            headers: Headers of the response.
            now: This machine's time when it came.
        """
        if not self.offset:
            return
        served = _date_of(headers)
        if served is not None and abs(served - now) <= _SUSPICIOUS:
            self.reset()

    def reset(self) -> None:
        """Undo the correction. If it was right, the next refusal restores it."""
        self.offset = timedelta()


def _date_of(headers: Mapping[str, str]) -> datetime | None:
    try:
        found = parsedate_to_datetime(headers.get("date", ""))
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        raise_if_from_handler(error)
        return None
