"""A wrong clock: when it is detected, what is corrected, and for which clients."""

from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

import smaws_kms as kms
from smaws_kms import RetryPolicy
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.call.effects import GetCredentials
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.retry.clock_skew import ClockSkew
from tests.unit.call.call_harness import CONFIG, DONE, NOW, CallHarness, refusal

HOUR = timedelta(hours=1)
SERVED = format_datetime(NOW + HOUR, usegmt=True)
DEFINITE = ["RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"]
POSSIBLE = ["AuthFailure", "InvalidSignatureException", "SignatureDoesNotMatch"]


def signed_at(harness: CallHarness) -> list[str]:
    """Return the times for which the requests were signed."""
    return [send.request.headers["X-Amz-Date"] for send in harness.sent]


@pytest.mark.parametrize("code", [*DEFINITE, *POSSIBLE])
def test_correction(code: str) -> None:
    """The request is signed again for the service's time, at once and without tokens."""
    shared_state = SharedState()
    harness = CallHarness(shared_state=shared_state)
    result = harness.finish(refusal(code, date=SERVED), DONE)

    assert result.is_ok
    assert ["20260102T030405Z", "20260102T040405Z"] == signed_at(harness)
    assert ([], 0) == (harness.slept, shared_state.token_bucket.spent)
    assert code == result.metadata.attempts[0].error.code


def test_next_call_is_right_from_the_start() -> None:
    """The next call uses the correction, also for its credentials."""
    shared_state = SharedState()
    CallHarness(shared_state=shared_state).finish(refusal("RequestExpired", date=SERVED), DONE)
    harness = CallHarness(shared_state=shared_state)
    harness.step()
    need = harness.step(CONFIG)

    assert isinstance(need, GetCredentials)
    assert NOW + HOUR == need.now


@pytest.mark.parametrize(
    ("code", "offset", "attempts"),
    [
        ("InvalidSignatureException", timedelta(minutes=3, seconds=59), 1),
        ("InvalidSignatureException", timedelta(minutes=4, seconds=1), 2),
        ("InvalidSignatureException", timedelta(minutes=-4, seconds=-1), 2),
        ("RequestExpired", timedelta(seconds=1), 2),
        ("AccessDeniedException", HOUR, 1),
        ("NotFoundException", HOUR, 1),
    ],
)
def test_suspicion(code: str, offset: timedelta, attempts: int) -> None:
    """A wrong signature counts as clock skew only if the clocks differ by much."""
    date = format_datetime(NOW + offset, usegmt=True)
    harness = CallHarness()
    outcomes = [refusal(code, date=date), DONE][:attempts]

    assert (attempts == 2) == harness.finish(*outcomes).is_ok


def test_once() -> None:
    """A second refusal for the time is the call's error, even if the service's time changed."""
    later = format_datetime(NOW + 2 * HOUR, usegmt=True)
    harness = CallHarness()
    error = harness.finish(
        refusal("RequestExpired", date=SERVED), refusal("RequestExpired", date=later)
    ).error

    assert isinstance(error, kms.RequestExpiredException)


def test_wrong_key_after_a_correction() -> None:
    """Once the clock is right, a wrong signature is not taken for clock skew."""
    shared_state = SharedState()
    shared_state.skew.offset = HOUR
    harness = CallHarness(shared_state=shared_state)

    assert harness.finish(refusal("InvalidSignatureException", date=SERVED)).is_err


@pytest.mark.parametrize("policy", [RetryPolicy(mode="off"), RetryPolicy(max_attempts=1)])
def test_no_attempt_left(policy: RetryPolicy) -> None:
    """A call with a single attempt makes no second one, and the next call uses the correct time."""
    shared_state = SharedState()
    harness = CallHarness(shared_state=shared_state, retry=policy)

    assert harness.finish(refusal("RequestExpired", date=SERVED)).is_err
    assert HOUR == shared_state.skew.offset


def test_creations_are_repeated() -> None:
    """A creation that was refused for its time is retried, since it created nothing."""
    harness = CallHarness(kms.RotateKeyOnDemandRequest(key_id="k"), operation=kms.RotateKeyOnDemand)

    assert harness.finish(refusal("RequestExpired", date=SERVED), DONE).is_ok


def test_clients_do_not_disturb_one_another() -> None:
    """A client does not change the clock of another client."""
    one, other = SharedState(), SharedState()
    CallHarness(shared_state=one).finish(refusal("RequestExpired", date=SERVED), DONE)
    harness = CallHarness(shared_state=other)
    harness.finish(DONE)

    assert ["20260102T030405Z"] == signed_at(harness)


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "9999", "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 1066 00:00:00 GMT", "0 " * 99],
)  # fmt: skip
def test_no_usable_date(date: str) -> None:
    """A missing, malformed or implausible date corrects nothing."""
    skew = ClockSkew()
    error = kms.RequestExpiredException("no", code="RequestExpired")

    assert not skew.learn(error, {"date": date}, NOW)
    assert timedelta() == skew.offset


def test_zones() -> None:
    """A date in another time zone, or without one, is the same moment."""
    error = kms.RequestExpiredException("no", code="RequestExpired")
    east = (NOW + HOUR).astimezone(timezone(timedelta(hours=9)))
    for date in (format_datetime(east), format_datetime((NOW + HOUR).replace(tzinfo=None))):
        skew = ClockSkew()

        assert skew.learn(error, {"date": date}, NOW)
        assert datetime(2026, 1, 2, 4, 4, 5, tzinfo=UTC) == skew.correct(NOW)


FORGED = [timedelta(days=days) for days in (366 * 100, -366 * 50, 367, -367, 300, -300)]


def _refused(offset: timedelta) -> WireResponse:
    return refusal("RequestExpired", date=format_datetime(NOW + offset, usegmt=True))


def _done(offset: timedelta = timedelta()) -> WireResponse:
    return WireResponse(200, {"date": format_datetime(NOW + offset, usegmt=True)}, DONE.body)


@pytest.mark.parametrize("offset", [timedelta(days=367), timedelta(days=-367), FORGED[0]])
def test_implausible_dates_correct_nothing(offset: timedelta) -> None:
    """A date that differs by more than a year is ignored: such a clock would fail in TLS already."""
    shared_state = SharedState()
    harness = CallHarness(shared_state=shared_state)

    assert harness.finish(_refused(offset)).is_err
    assert timedelta() == shared_state.skew.offset


@pytest.mark.parametrize("offset", FORGED)
@pytest.mark.parametrize("honest", ["success", "other error", "time error"])
def test_one_forged_date_does_not_last(honest: str, offset: timedelta) -> None:
    """After a forged refusal, the first genuine response corrects the clock again."""
    shared_state = SharedState()
    first = CallHarness(shared_state=shared_state, retry=RetryPolicy(mode="off")).finish(
        _refused(offset)
    )
    date = format_datetime(NOW, usegmt=True)
    other = refusal("NotFoundException", date=date)
    time_error = refusal("InvalidSignatureException", date=date)
    outcomes = {"success": [_done()], "other error": [other], "time error": [time_error, _done()]}
    plausible = abs(offset) < timedelta(days=366)
    harness = CallHarness(shared_state=shared_state)
    second = harness.finish(*outcomes[honest][: None if plausible else 1])
    last = CallHarness(shared_state=shared_state)
    last.finish(_done())

    assert first.is_err
    assert plausible <= (second.is_ok or honest == "other error")
    assert abs(shared_state.skew.offset) < timedelta(minutes=1)
    assert ["20260102T030405Z"] == signed_at(last)


@pytest.mark.parametrize("offset", FORGED)
def test_a_forged_date_of_a_success_changes_nothing(offset: timedelta) -> None:
    """Only a refusal for the time corrects the clock."""
    shared_state = SharedState()
    CallHarness(shared_state=shared_state).finish(_done(offset))

    assert timedelta() == shared_state.skew.offset


def test_credentials_that_look_expired_reset_the_clock() -> None:
    """A forged time that makes all credentials look expired cannot keep a client from sending."""
    shared_state = SharedState()
    shared_state.skew.offset = timedelta(days=300)
    expired = kms.CredentialsError("expired")

    assert expired is CallHarness(shared_state=shared_state).finish(credentials=[expired]).err
    assert timedelta() == shared_state.skew.offset


def test_a_right_correction_stays() -> None:
    """Responses of a service whose clock differs keep the correction."""
    shared_state = SharedState()
    CallHarness(shared_state=shared_state).finish(_refused(HOUR), _done(HOUR))
    CallHarness(shared_state=shared_state).finish(_done(HOUR))
    CallHarness(shared_state=shared_state).finish(DONE)

    assert HOUR == shared_state.skew.offset
