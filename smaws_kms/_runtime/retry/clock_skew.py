"""Correction of this machine's clock for one client, from the service's `Date` header.

A signature is valid for a few minutes around the service's time. When the service refuses one because
of its time, `Date` has the right time. The difference applies to the client and its derived clients
only. `Date` is not authenticated, so every correction can be undone: by the next response that agrees
with this machine's clock, and by a failure to get credentials.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from smaws_kms._runtime.errors import ServiceError, SmawsError
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.frames import raise_if_from_handler

# No specification lists them; these are the codes of the JavaScript and Go SDKs.
_ABOUT_TIME: Final = frozenset(
    {"RequestExpired", "RequestExpiredException", "RequestInTheFuture", "RequestTimeTooSkewed"}
)
_MAYBE_ABOUT_TIME: Final = frozenset(
    {"AuthFailure", "InvalidSignatureException", "SignatureDoesNotMatch"}
)
# AWS accepts about 5 minutes; the Go SDK suspects the clock from 4 minutes on.
_SUSPICIOUS: Final = timedelta(minutes=4)
# A clock that is off by more also rejects TLS certificates, so such a `Date` is wrong or forged.
_PLAUSIBLE: Final = timedelta(days=366)


class ClockSkew:
    """Difference between the service's clock and this machine's."""

    def __init__(self) -> None:
        self.offset = timedelta()

    def correct(self, now: datetime) -> datetime:
        """Convert this machine's time to the service's."""
        return now + self.offset if self.offset else now

    def learn(self, error: SmawsError, headers: Mapping[str, str], now: datetime) -> bool:
        """Adopt the service's time if the error is about time, and return whether it is.

        Args:
            error: The outcome of the attempt.
            headers: The response's headers.
            now: This machine's time when the response arrived.
        """
        if not isinstance(error, ServiceError):
            return False
        service_time = _parse_date(headers)
        if service_time is None or abs(service_time - now) > _PLAUSIBLE:
            return False
        is_far_off = abs(service_time - self.correct(now)) > _SUSPICIOUS
        if error.code in _ABOUT_TIME or (error.code in _MAYBE_ABOUT_TIME and is_far_off):
            self.offset = service_time - now
            return True
        self.review(headers, now)
        return False

    def review(self, headers: Mapping[str, str], now: datetime) -> None:
        """Undo the correction if a response agrees with this machine's clock.

        Args:
            headers: The response's headers.
            now: This machine's time when the response arrived.
        """
        if not self.offset:
            return
        service_time = _parse_date(headers)
        if service_time is not None and abs(service_time - now) <= _SUSPICIOUS:
            self.reset()

    def reset(self) -> None:
        """Undo the correction; if it was right, the next refused signature restores it."""
        self.offset = timedelta()


def _parse_date(headers: Mapping[str, str]) -> datetime | None:
    # Loaded here: it imports a dozen modules, and only refused requests need it.
    parse: Callable[[str], datetime] = import_whole("email.utils").parsedate_to_datetime
    try:
        found = parse(headers.get("date", ""))
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        raise_if_from_handler(error)
        return None
