"""The adaptive mode finds a quota, keeps its requests within it and loses no call, in virtual time."""

from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms import RetryPolicy, Timeout
from tools.simulation.callers import Load, Simulation
from tools.simulation.quotas import KINDS, FixedWindow, TokenBucket

CALLERS: Final = (4, 16, 64, 256, 1_000)
LONG: Final = 12.0
kinds = pytest.mark.parametrize("kind", KINDS)


def run(load: Load, quota: float, kind: str = "fixed", seconds: float = LONG) -> Simulation:
    """Simulate callers with a constant quota."""
    simulation = Simulation(load, KINDS[kind](lambda _: quota)).start()
    simulation.time.run(seconds)
    return simulation


def assert_healthy(simulation: Simulation, quota: float, seconds: float = LONG) -> None:
    """Check that the quota is used, nearly no request is wasted, and no call is lost."""
    assert simulation.use(0, seconds) >= 0.8 * quota
    assert simulation.requests_per_call(1, seconds) <= 1.1
    assert 0 == simulation.failed(kms.DeadlineExceededError)
    assert simulation.failed(kms.ThrottlingException) <= len(simulation.results) / 1_000


@kinds
@pytest.mark.parametrize("callers", CALLERS)
def test_number_of_callers(callers: int, kind: str) -> None:
    """With 4 to 1,000 callers, the rate reaches the quota and stays there."""
    assert_healthy(run(Load(callers=callers), 100, kind), 100)


@pytest.mark.parametrize(
    ("quota", "callers", "latency"),
    [(20, 16, 0.002), (20, 64, 0.2), (100, 64, 0.2), (400, 16, 0.002), (400, 128, 0.2)],
)
@kinds
def test_quota_and_latency(quota: float, callers: int, latency: float, kind: str) -> None:
    """Neither the size of the quota nor the latency matters."""
    assert_healthy(run(Load(callers=callers, latency=latency), quota, kind), quota)


def test_large_quota() -> None:
    """A quota of 1,500 requests per second is used."""
    assert_healthy(run(Load(callers=64), 1_500, seconds=5.0), 1_500, 5.0)


@kinds
def test_clients_share_a_quota(kind: str) -> None:
    """Four independent clients together use the quota."""
    simulation = run(Load(callers=64, clients=4), 100, kind)

    assert_healthy(simulation, 100)


@kinds
def test_other_tenants(kind: str) -> None:
    """The part of the quota that other programs do not use is used."""
    simulation = run(Load(callers=64, others=50.0), 100, kind)

    assert_healthy(simulation, 50)


@kinds
def test_two_operations_share_a_quota(kind: str) -> None:
    """Two operations, each with its own limiter, stay within their common quota."""
    assert_healthy(run(Load(callers=64, operations=2), 100, kind), 100)


@kinds
def test_quota_drops_and_recovers(kind: str) -> None:
    """When the quota drops to a fifth, no call is lost; when it recovers, it is used again."""
    quota = KINDS[kind](lambda now: 40.0 if 6 <= now < 14 else 200.0)
    simulation = Simulation(Load(callers=32), quota).start()
    simulation.time.run(28)

    assert simulation.use(8, 14) >= 0.7 * 40
    assert simulation.use(24, 28) >= 0.75 * 200
    assert simulation.requests_per_call(8, 28) <= 1.1
    assert 0 == simulation.failed(kms.DeadlineExceededError)


@kinds
def test_outage(kind: str) -> None:
    """After ten seconds in which every request is throttled, half the quota is used within 5 s."""
    simulation = Simulation(
        Load(callers=64), KINDS[kind](lambda now: 0.0 if 5 <= now < 15 else 100.0)
    )
    simulation.start().time.run(24)

    assert simulation.use(18, 20) >= 50
    assert simulation.use(20, 24) >= 80
    assert sum(5.5 <= it < 15 for it in simulation.requests) <= 20
    assert 0 == simulation.failed(kms.DeadlineExceededError)


@kinds
def test_outage_at_the_start(kind: str) -> None:
    """If the client starts during an outage, it finds the quota within 12 s after the outage."""
    simulation = Simulation(Load(callers=64), KINDS[kind](lambda now: 0.0 if now < 10 else 100.0))
    simulation.start().time.run(26)

    assert simulation.use(22, 26) >= 75
    assert 0 == simulation.failed(kms.DeadlineExceededError)


def test_short_deadline() -> None:
    """A throttled call with a short deadline ends in time with the reason; others continue."""
    simulation = Simulation(
        Load(callers=64, timeout=Timeout(operation=1.5)), FixedWindow(lambda _: 20.0)
    )
    simulation.start().time.run(6)
    late = [it.err for _, it in simulation.results if isinstance(it.err, kms.DeadlineExceededError)]
    throttled = [it for it in late if isinstance(it.last_error, kms.ThrottlingException)]

    assert throttled
    assert all(it.metadata.elapsed <= 1.5 + 0.1 for _, it in simulation.results)
    assert "the adaptive retry mode limits this operation" in str(throttled[0])
    assert simulation.use(2, 6) >= 14


def test_cancelled_calls_leave_the_queue() -> None:
    """When most waiting calls are cancelled, the next call is sent at once."""
    simulation = Simulation(Load(callers=4), FixedWindow(lambda _: 10.0))
    simulation.start().time.run(2)
    ended: list[kms.Result[Any, Any]] = []
    waiting = [simulation.call(0, ended.append) for _ in range(200)]
    simulation.call(0, ended.append)
    simulation.time.run(2.5)
    for call in waiting:
        call.cancel()
    simulation.time.run(4.0)

    assert [True] == [it.is_ok for it in ended[-1:]]


def test_calls_of_stopped_loops_leave_the_queue() -> None:
    """Waiting calls whose event loop has stopped do not block the others."""
    simulation = Simulation(Load(callers=4), FixedWindow(lambda _: 10.0))
    simulation.start().time.run(2)
    stopped = [simulation.call(0, lambda _: None) for _ in range(20)]
    simulation.time.run(2.01)
    for call in stopped:
        call.freeze()
    before = len(simulation.results)
    simulation.time.run(10)

    assert len(simulation.results) - before >= 40


def test_burst_after_an_idle_minute() -> None:
    """The rate is kept during a pause, and does not grow."""
    simulation = Simulation(Load(callers=64), TokenBucket(lambda _: 50.0)).start()
    simulation.time.run(10)
    simulation.stop()
    simulation.time.run(70)
    begin = len(simulation.requests)
    simulation.start().time.run(80)

    assert simulation.use(70, 80) >= 40
    assert len(simulation.requests) - begin <= 1.1 * simulation.served(70, 80) + 64
    assert 0 == simulation.failed(kms.DeadlineExceededError)


def test_fair_order() -> None:
    """No call waits longer than three rounds of all callers, except before its last attempt."""
    simulation = run(Load(callers=50), 50)
    calls = [it.metadata for time, it in simulation.results if time > 4]
    waits = [it.elapsed for it in calls if len(it.attempts) < RetryPolicy().max_attempts]

    assert max(waits) < 3.0


def test_one_attempt() -> None:
    """Without retries each throttled request is an error, and these errors are rare."""
    simulation = run(Load(callers=64, policy=RetryPolicy(mode="adaptive", max_attempts=1)), 100)

    assert simulation.use(0, LONG) >= 80
    assert simulation.requests_per_call(1, LONG) <= 1.1


def test_standard_mode_loses_calls() -> None:
    """The same simulation in standard mode loses calls, so it needs the limiter."""
    simulation = run(Load(callers=64, policy=RetryPolicy()), 100, seconds=1.5)

    assert simulation.failed(kms.ThrottlingException) > len(simulation.results) / 2
