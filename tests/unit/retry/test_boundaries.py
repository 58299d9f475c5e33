"""Limits of retry policies, of clock corrections, and of the waiting line, to the unit."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from smaws_kms import RetryPolicy, ServiceError, UnmodeledServiceError
from smaws_kms._runtime.retry.clock_skew import ClockSkew
from smaws_kms._runtime.retry.turns import Turn, Turns

UNCHECKED: Any = RetryPolicy
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def far_from_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set a local time zone that differs from UTC."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ({"retry_creations": 1}, "RetryPolicy.retry_creations must be bool, not int"),
        ({"max_attempts": "3"}, "RetryPolicy.max_attempts must be int, not str"),
        ({"max_attempts": True}, "RetryPolicy.max_attempts must be int, not bool"),
        ({"base_delay": "1"}, "RetryPolicy.base_delay must be float, not str"),
    ],
)
def test_wrong_types(wrong: dict[str, object], text: str) -> None:
    """An error names the setting, the type that was expected, and the type that came."""
    with pytest.raises(TypeError) as caught:
        UNCHECKED(**wrong)

    assert text == str(caught.value)


@pytest.mark.parametrize(
    ("name", "least"),
    [("max_attempts", 1), ("retry_cost", 0), ("timeout_cost", 0), ("retry_tokens", 0)],
)
def test_least_numbers(name: str, least: int) -> None:
    """The least number is allowed, and the next lower one refused."""
    assert least == getattr(UNCHECKED(**{name: least}), name)
    with pytest.raises(ValueError, match=f"RetryPolicy.{name} must be {least} or more"):
        UNCHECKED(**{name: least - 1})


def test_legacy_standard_passes_its_arguments_on() -> None:
    """The earlier numbers come with the caller's attempts, mode and decision about creations."""
    policy = RetryPolicy.legacy_standard(max_attempts=7, mode="adaptive", retry_creations=True)

    assert (7, "adaptive", True) == (policy.max_attempts, policy.mode, policy.retry_creations)


@pytest.mark.parametrize(
    ("code", "off", "learned"),
    [
        ("SignatureDoesNotMatch", timedelta(minutes=4), False),
        ("SignatureDoesNotMatch", timedelta(minutes=4, seconds=1), True),
        ("RequestExpired", timedelta(days=366), True),
        ("RequestExpired", timedelta(days=366, seconds=1), False),
    ],
)
def test_limits_of_corrections(code: str, off: timedelta, learned: bool) -> None:  # noqa: FBT001
    """A clock that is off by exactly four minutes is right, by exactly 366 days plausible."""
    skew, headers = ClockSkew(), {"date": format_datetime(NOW + off, usegmt=True)}

    assert learned == skew.learn(_error(code), headers, NOW)
    assert (off if learned else timedelta()) == skew.offset


def test_limit_of_agreement() -> None:
    """A response that differs by exactly four minutes agrees with this machine's clock."""
    skew = ClockSkew()
    skew.offset = timedelta(hours=1)
    skew.review({"date": format_datetime(NOW + timedelta(minutes=4, seconds=1), usegmt=True)}, NOW)
    kept = skew.offset
    skew.review({"date": format_datetime(NOW + timedelta(minutes=4), usegmt=True)}, NOW)

    assert [timedelta(hours=1), timedelta()] == [kept, skew.offset]


@pytest.mark.usefixtures("far_from_utc")
def test_date_of_an_unknown_zone() -> None:
    """A date without a known zone is UTC, whatever the zone of this machine."""
    skew = ClockSkew()

    assert skew.learn(_error("RequestExpired"), {"date": "Fri, 02 Jan 2026 04:04:05 -0000"}, NOW)
    assert timedelta(hours=1) == skew.offset


def test_last_attempts_in_the_line() -> None:
    """Only calls with attempts left count as having retries, whoever joins and leaves the line."""
    turns = Turns()
    last, other, later = Turn(), Turn(), Turn()
    last.is_last = later.is_last = True
    seen = [turns.have_retries]
    for turn in (last, later, other):
        turns.add(turn, 0.0)
        seen.append(turns.have_retries)
    for turn in (last, other, later):
        turns.remove(turn)
        seen.append(turns.have_retries)

    assert [False, False, False, True, True, False, False] == seen


def test_overdue_to_the_second() -> None:
    """A call loses its place after more than two seconds, not at two."""
    turns, turn = Turns(), Turn()
    turns.add(turn, 10.0)

    assert [(True, 0), (False, 0)] == [turns.find(turn, 12.0), turns.find(turn, 12.1)]


def _error(code: str) -> ServiceError:
    return UnmodeledServiceError("refused", code=code)
