"""Time limits of attempts and calls, on a clock that stands still between the steps of a call."""

from typing import Any, Final

import smaws_kms as kms
from smaws_kms import RetryPolicy, Timeout
from smaws_kms._runtime.call.context import SharedState
from smaws_kms._runtime.call.effects import GetConfig, GetCredentials, PrepareConnections
from smaws_kms._runtime.call.readiness import check_steps
from smaws_kms._runtime.http.messages import WireResponse
from tests.texts.place import Cases, Place
from tests.unit.call.call_harness import CREDENTIALS, CallHarness, refusal

TITLE: Final = "Time limits, and what else ends a call between attempts"

_LIMITS: Final = Timeout(operation=5.0)


def cases(_: Place) -> Cases:
    """Return the cases of calls that take too long."""
    yield from _before_sending()
    yield from _between_attempts()
    yield "credentials that fail between attempts", _no_credentials()


def _before_sending() -> Cases:
    reading = CallHarness(timeout=_LIMITS)
    assert isinstance(reading.step(), GetConfig)
    yield "settings", reading.step(None, seconds=5.0)
    waiting = CallHarness(timeout=_LIMITS)
    waiting.step()
    assert isinstance(waiting.step(waiting.config), GetCredentials)
    yield "credentials", waiting.step(None, seconds=5.0)
    yield "trust roots", _checked(returned=None)
    yield (
        "check of credentials without a source",
        _checked(returned=True).unwrap().sources["credentials"],
    )
    late = CallHarness(timeout=Timeout(operation=None, attempt=0.0))
    yield "no time for an attempt", late.finish()
    connecting = kms.ConnectTimeoutError("no connection to kms.test:443 in time", sent="no")
    yield (
        "connection at the deadline",
        CallHarness(timeout=_LIMITS, retry=RetryPolicy(mode="off")).finish(connecting, seconds=5.0),
    )
    reading_response = kms.AttemptTimeoutError(
        "kms.test:443 did not send its whole response in time"
    )
    yield (
        "response at the deadline",
        CallHarness(timeout=_LIMITS).finish(reading_response, seconds=5.0),
    )


def _between_attempts() -> Cases:
    throttled = refusal("ThrottlingException")
    slow = CallHarness(timeout=Timeout(operation=1.5))
    yield "no time for a retry", slow.finish(throttled, seconds=1.0)
    yield "adaptive retry mode", _limited(throttled)


def _limited(throttled: WireResponse) -> Any:
    """Return the result of a call that has no turn before its deadline, after a throttled one."""
    state, policy = SharedState(), RetryPolicy(mode="adaptive", max_attempts=1)
    first = CallHarness(shared_state=state, retry=policy).finish(throttled)
    assert first.is_err
    return CallHarness(shared_state=state, retry=policy, timeout=Timeout(operation=0.05)).finish()


def _no_credentials() -> Any:
    lost = kms.ConnectionLostError("the connection to kms.test:443 broke: reset", sent="maybe")
    gone = kms.CredentialsError("the profile 'app': the vault is sealed")
    return CallHarness().finish(lost, credentials=[kms.Credentials("AKID", "key"), gone])


def _checked(returned: object) -> Any:
    """Return the result of a `check()` whose connections are ready, or not before the deadline."""
    harness = CallHarness(timeout=_LIMITS)
    steps = check_steps(harness.context)
    next(steps)
    steps.send(harness.config)
    assert isinstance(steps.send(CREDENTIALS), PrepareConnections)
    harness.time += 5.0
    try:
        steps.send(returned)
    except StopIteration as end:
        return end.value
    raise AssertionError("the check goes on")
