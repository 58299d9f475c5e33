"""Retries do not overload a service with reduced capacity: a short form of the simulation."""

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from tools.simulation.__main__ import CHART, POLICIES, draw, figures
from tools.simulation.fleet import Fleet, Plan, Timeline

PLAN: Final = Plan(clients=25)


@pytest.fixture(scope="module")
def timelines() -> Mapping[str, Timeline]:
    """Simulate a few clients during the outage, with the token bucket and without."""
    return {name: Fleet(PLAN, policy).run() for name, policy in POLICIES.items()}


def test_retry_storm(timelines: Mapping[str, Timeline]) -> None:
    """When the token buckets are empty, the load is little more than the demand."""
    storm, calm = (
        timelines[name].load(20, 40) / PLAN.demand
        for name in ("without a token bucket", "with the token bucket")
    )

    assert storm > 2.0
    assert calm < 1.2


def test_peak(timelines: Mapping[str, Timeline]) -> None:
    """The retries from full token buckets end within some seconds."""
    peak = max(timelines["with the token bucket"].requests) / PLAN.demand
    after_the_first = timelines["with the token bucket"].load(16, 40) / PLAN.demand

    assert peak < 3.0
    assert after_the_first < 1.25


def test_recovery(timelines: Mapping[str, Timeline]) -> None:
    """When the service has recovered, the load equals the demand at once."""
    for timeline in timelines.values():
        assert 1.0 == pytest.approx(timeline.load(42, 60) / PLAN.demand, abs=0.1)


def test_failed_calls(timelines: Mapping[str, Timeline]) -> None:
    """The token bucket does not make more calls fail, because the capacity of the service is the limit."""
    without, with_bucket = (timeline.failed / timeline.calls for timeline in timelines.values())

    assert with_bucket == pytest.approx(without, abs=0.03)


def test_chart(timelines: Mapping[str, Timeline]) -> None:
    """The chart has a line for each simulation, as the chart in the documentation has."""
    chart = draw(PLAN, dict(timelines))
    lines = ET.fromstring(chart.svg).findall("{*}polyline")  # noqa: S314 - our own

    assert 2 * len(chart.lines) == len(lines)
    assert len(lines) == len(ET.parse(CHART).getroot().findall("{*}polyline"))  # noqa: S314 - our own
    assert "peak" in figures(PLAN, timelines["with the token bucket"])
