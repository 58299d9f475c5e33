"""Calls whose settings and credentials are known send their first request without another effect."""

from datetime import timedelta
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import Encrypt, RetryPolicy
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.call.effects import Send
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.retry.policy import RetryMode
from smaws_kms._runtime.support.frozen import evolve
from tests.unit.call.call_harness import CONFIG, CREDENTIALS, DONE, NOW, REQUEST

DATE = {"date": "Fri, 02 Jan 2026 03:04:05 GMT"}


def outcome_of(state: SharedState, response: WireResponse, mode: RetryMode = "standard") -> Any:
    """Return the result of a call that needs no effect but one request."""
    settings = CONFIG.settings.replaced(retry=RetryPolicy(mode=mode, max_attempts=1))
    config = evolve(CONFIG, settings=settings)
    context = CallContext(
        "basic",
        kms.Timeout(),
        Clock(now=lambda: NOW, monotonic=lambda: 100.0),
        Random(new_id=lambda: "id", draw=lambda: 1.0),
        state,
        known_config=lambda: config,
        known_credentials=lambda _: CREDENTIALS,
    )
    steps = Call(context, Encrypt, REQUEST).steps()

    assert isinstance(next(steps), Send)
    with pytest.raises(StopIteration) as end:
        steps.send(response)
    return end.value.value


@pytest.mark.parametrize("mode", ["standard", "adaptive", "off"])
def test_one_effect(mode: RetryMode) -> None:
    """The first effect is the request, in every retry mode."""
    assert outcome_of(SharedState(), DONE, mode).is_ok


@pytest.mark.parametrize("body", [DONE.body, b"no JSON"])
def test_clock_that_agrees(body: bytes) -> None:
    """A response that agrees with this machine's clock undoes the correction, also an unreadable one."""
    state = SharedState()
    state.skew.offset = timedelta(minutes=9)
    result = outcome_of(state, WireResponse(200, DATE, body))

    assert (body is DONE.body) == result.is_ok
    assert timedelta() == state.skew.offset


def test_clock_that_does_not_agree() -> None:
    """Another time in the response leaves the correction as it is."""
    state = SharedState()
    state.skew.offset = timedelta(hours=9)
    outcome_of(state, WireResponse(200, {"date": "Fri, 02 Jan 2026 12:04:05 GMT"}, DONE.body))

    assert timedelta(hours=9) == state.skew.offset
