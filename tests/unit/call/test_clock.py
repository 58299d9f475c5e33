"""Timeouts of a call and their errors, with a fake clock."""

from collections.abc import Callable

import pytest

import smaws_kms as kms
from smaws_kms import (
    AttemptTimeoutError,
    ConnectError,
    ConnectTimeoutError,
    DeadlineExceededError,
    Timeout,
    TransportError,
)
from tests.unit.call.call_harness import CONFIG, CREDENTIALS, CallHarness


@pytest.mark.parametrize(
    ("returned", "when"),
    [
        ([], "while reading the settings"),
        ([CONFIG], "while waiting for credentials"),
    ],
)
def test_too_late_before_sending(returned: list[object], when: str) -> None:
    """A deadline that passes before the request exists ends in `sent == "no"`."""
    harness = CallHarness(timeout=Timeout(operation=5.0))
    harness.step()
    for each in returned:
        harness.step(each)
    error = harness.step(None, seconds=5).error

    assert isinstance(error, DeadlineExceededError)
    assert (f"took longer than 5.0 s, {when}", "no") == (error.message, error.sent)


def test_no_time_left_to_send() -> None:
    """Credentials that arrive at the deadline send nothing."""
    harness = CallHarness(timeout=Timeout(operation=5.0))
    harness.step()
    harness.step(CONFIG)
    result = harness.step(CREDENTIALS, seconds=5)

    assert isinstance(result.error, DeadlineExceededError)
    assert ("took longer than 5.0 s, before the request was sent", "no", ()) == (
        result.error.message, result.error.sent, result.metadata.attempts,
    )  # fmt: skip


def test_no_time_for_an_attempt() -> None:
    """An attempt with a timeout of 0 s is not sent."""
    harness = CallHarness(timeout=Timeout(attempt=0.0))
    harness.step()
    harness.step(CONFIG)
    error = harness.step(CREDENTIALS).error

    assert (AttemptTimeoutError, "no") == (type(error), error.sent)


@pytest.mark.parametrize(
    ("timeout", "connect", "until"),
    [
        (Timeout(), 3.0, 110.0),
        (Timeout(connect=30.0), 10.0, 110.0),
        (Timeout(operation=2.0), 2.0, 102.0),
        (Timeout(attempt=None), 3.0, 160.0),
        (Timeout(operation=None), 3.0, 110.0),
        (Timeout(connect=None, operation=None), 10.0, 110.0),
        (Timeout(attempt=None, operation=None), 3.0, None),
        (Timeout(connect=None, attempt=None, operation=None), None, None),
    ],
)
def test_time_limits(timeout: Timeout, connect: float | None, until: float | None) -> None:
    """Each timeout is bounded by the enclosing ones that are set."""
    timeouts = CallHarness(timeout=timeout).until_send().timeouts

    assert (connect, until) == (timeouts.connect, timeouts.until)


@pytest.mark.parametrize(
    ("make", "seconds", "cls", "sent"),
    [
        (lambda: ConnectError("refused", sent="no"), 1, ConnectError, "no"),
        (lambda: ConnectError("refused", sent="no"), 60, ConnectError, "no"),
        (lambda: AttemptTimeoutError("slow"), 10, AttemptTimeoutError, "maybe"),
        (lambda: AttemptTimeoutError("slow"), 60, DeadlineExceededError, "maybe"),
        (lambda: ConnectTimeoutError("slow", sent="no"), 3, ConnectTimeoutError, "no"),
        (lambda: ConnectTimeoutError("slow", sent="no"), 60, DeadlineExceededError, "no"),
    ],
)
def test_no_response(
    make: Callable[[], TransportError], seconds: float, cls: type[TransportError], sent: str
) -> None:
    """A failed attempt is recorded, and a timeout names the limit that was exceeded."""
    harness = CallHarness(retry=kms.RetryPolicy(mode="off"))
    harness.until_send()
    result = harness.step(make(), seconds=seconds)

    assert (cls, sent, "Encrypt") == (
        type(result.error), result.error.sent, result.error.operation,
    )  # fmt: skip
    assert (kms.Attempt(error=result.error),) == result.metadata.attempts
    assert (float(seconds), None) == (result.metadata.elapsed, result.metadata.status_code)
