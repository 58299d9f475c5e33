"""The adaptive mode finds a quota, keeps to it and loses no call, in virtual time."""

from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms import RetryPolicy, Timeout
from tools.simulation.callers import Crowd, Scene
from tools.simulation.quotas import KINDS, FixedWindow, TokenBucket

CALLERS: Final = (4, 16, 64, 256, 1_000)
LONG: Final = 12.0
kinds = pytest.mark.parametrize("kind", KINDS)


def run(crowd: Crowd, quota: float, kind: str = "fixed", seconds: float = LONG) -> Scene:
    """Let callers call, at a constant quota."""
    scene = Scene(crowd, KINDS[kind](lambda _: quota)).start()
    scene.time.run(seconds)
    return scene


def assert_healthy(scene: Scene, quota: float, seconds: float = LONG) -> None:
    """Check that the quota is used, nearly no request is wasted, and no call is lost."""
    assert scene.use(0, seconds) >= 0.8 * quota
    assert scene.requests_per_call(1, seconds) <= 1.1
    assert 0 == scene.failed(kms.DeadlineExceededError)
    assert scene.failed(kms.ThrottlingException) <= len(scene.results) / 1_000


@kinds
@pytest.mark.parametrize("callers", CALLERS)
def test_number_of_callers(callers: int, kind: str) -> None:
    """From 4 callers to 1,000, the rate comes to the quota and stays there."""
    assert_healthy(run(Crowd(callers=callers), 100, kind), 100)


@pytest.mark.parametrize(
    ("quota", "callers", "latency"),
    [(20, 16, 0.002), (20, 64, 0.2), (100, 64, 0.2), (400, 16, 0.002), (400, 128, 0.2)],
)
@kinds
def test_quota_and_latency(quota: float, callers: int, latency: float, kind: str) -> None:
    """Neither the size of the quota nor the latency matters."""
    assert_healthy(run(Crowd(callers=callers, latency=latency), quota, kind), quota)


def test_large_quota() -> None:
    """At 1,500 requests a second as well."""
    assert_healthy(run(Crowd(callers=64), 1_500, seconds=5.0), 1_500, 5.0)


@kinds
def test_clients_share_a_quota(kind: str) -> None:
    """Four clients that know nothing of each other use a quota up, and all of them get some of it."""
    scene = run(Crowd(callers=64, clients=4), 100, kind)

    assert_healthy(scene, 100)


@kinds
def test_other_tenants(kind: str) -> None:
    """What other programs leave of the quota is used."""
    scene = run(Crowd(callers=64, others=50.0), 100, kind)

    assert_healthy(scene, 50)


@kinds
def test_two_operations_share_a_quota(kind: str) -> None:
    """Each operation has a limiter; together they keep to a quota of both."""
    assert_healthy(run(Crowd(callers=64, operations=2), 100, kind), 100)


@kinds
def test_quota_drops_and_recovers(kind: str) -> None:
    """A quota that falls to a fifth costs no call, and its return is noticed."""
    quota = KINDS[kind](lambda now: 40.0 if 6 <= now < 14 else 200.0)
    scene = Scene(Crowd(callers=32), quota).start()
    scene.time.run(28)

    assert scene.use(8, 14) >= 0.7 * 40
    assert scene.use(24, 28) >= 0.75 * 200
    assert scene.requests_per_call(8, 28) <= 1.1
    assert 0 == scene.failed(kms.DeadlineExceededError)


@kinds
def test_outage_in_the_middle(kind: str) -> None:
    """After ten seconds in which everything is throttled, half the quota is used within 5 s."""
    scene = Scene(Crowd(callers=64), KINDS[kind](lambda now: 0.0 if 5 <= now < 15 else 100.0))
    scene.start().time.run(24)

    assert scene.use(18, 20) >= 50
    assert scene.use(20, 24) >= 80
    assert sum(5.5 <= it < 15 for it in scene.requests) <= 20
    assert 0 == scene.failed(kms.DeadlineExceededError)


@kinds
def test_outage_from_the_beginning(kind: str) -> None:
    """A client that never saw a request served finds the quota within 12 s of the first one."""
    scene = Scene(Crowd(callers=64), KINDS[kind](lambda now: 0.0 if now < 10 else 100.0))
    scene.start().time.run(26)

    assert scene.use(22, 26) >= 75
    assert 0 == scene.failed(kms.DeadlineExceededError)


def test_short_deadline_among_patient_calls() -> None:
    """A throttled call with a short deadline ends in time and says what happened; others go on."""
    scene = Scene(Crowd(callers=64, timeout=Timeout(operation=1.5)), FixedWindow(lambda _: 20.0))
    scene.start().time.run(6)
    late = [it.err for _, it in scene.results if isinstance(it.err, kms.DeadlineExceededError)]
    throttled = [it for it in late if isinstance(it.last_error, kms.ThrottlingException)]

    assert throttled
    assert all(it.metadata.elapsed <= 1.5 + 0.1 for _, it in scene.results)
    assert "the adaptive retry mode limits this operation" in str(throttled[0])
    assert scene.use(2, 6) >= 14


def test_cancelled_calls_hold_no_place() -> None:
    """When most waiting calls are cancelled, the others have their turn at once."""
    scene = Scene(Crowd(callers=4), FixedWindow(lambda _: 10.0))
    scene.start().time.run(2)
    ended: list[kms.Result[Any, Any]] = []
    patient = [scene.call(0, ended.append) for _ in range(200)]
    scene.call(0, ended.append)
    scene.time.run(2.5)
    for call in patient:
        call.cancel()
    scene.time.run(4.0)

    assert [True] == [it.is_ok for it in ended[-1:]]


def test_calls_that_are_gone_hold_no_place() -> None:
    """Calls whose event loop stopped without ending them are overtaken."""
    scene = Scene(Crowd(callers=4), FixedWindow(lambda _: 10.0))
    scene.start().time.run(2)
    gone = [scene.call(0, lambda _: None) for _ in range(20)]
    scene.time.run(2.01)
    for call in gone:
        call.freeze()
    before = len(scene.results)
    scene.time.run(10)

    assert len(scene.results) - before >= 40


def test_burst_after_an_idle_minute() -> None:
    """The rate outlives a pause, and does not grow in it."""
    scene = Scene(Crowd(callers=64), TokenBucket(lambda _: 50.0)).start()
    scene.time.run(10)
    scene.stop()
    scene.time.run(70)
    begin = len(scene.requests)
    scene.start().time.run(80)

    assert scene.use(70, 80) >= 40
    assert len(scene.requests) - begin <= 1.1 * scene.served(70, 80) + 64
    assert 0 == scene.failed(kms.DeadlineExceededError)


def test_fair_order() -> None:
    """None waits for more than three rounds of the others, unless a last attempt waits for calm."""
    scene = run(Crowd(callers=50), 50)
    calls = [it.metadata for time, it in scene.results if time > 4]
    waits = [it.elapsed for it in calls if len(it.attempts) < RetryPolicy().max_attempts]

    assert max(waits) < 3.0


def test_one_attempt() -> None:
    """Without retries each throttling is an error, and they get rare."""
    scene = run(Crowd(callers=64, policy=RetryPolicy(mode="adaptive", max_attempts=1)), 100)

    assert scene.use(0, LONG) >= 80
    assert scene.requests_per_call(1, LONG) <= 1.1


def test_standard_mode_loses_what_the_adaptive_mode_does_not() -> None:
    """The scene is one in which a limit is needed."""
    scene = run(Crowd(callers=64, policy=RetryPolicy()), 100, seconds=1.5)

    assert scene.failed(kms.ThrottlingException) > len(scene.results) / 2
