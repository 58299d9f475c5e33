"""A service in trouble is not finished off by retries: the simulation in short."""

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from tools.simulation.__main__ import CHART, POLICIES, draw, figures
from tools.simulation.fleet import Course, Fleet, Plan

PLAN: Final = Plan(clients=25)


@pytest.fixture(scope="module")
def courses() -> Mapping[str, Course]:
    """Let a few clients live through the outage, with the quota and without."""
    return {name: Fleet(PLAN, policy).run() for name, policy in POLICIES.items()}


def test_the_quota_prevents_a_storm(courses: Mapping[str, Course]) -> None:
    """Once the buckets are empty, the service gets little more than what is asked of it."""
    storm, calm = (
        courses[name].load(20, 40) / PLAN.demand for name in ("without a quota", "with the quota")
    )

    assert storm > 2.0
    assert calm < 1.2


def test_peak(courses: Mapping[str, Course]) -> None:
    """The repeats that the full buckets pay for are over in some seconds."""
    peak = max(courses["with the quota"].requests) / PLAN.demand
    after_the_first = courses["with the quota"].load(16, 40) / PLAN.demand

    assert peak < 3.0
    assert after_the_first < 1.25


def test_nothing_is_left_behind(courses: Mapping[str, Course]) -> None:
    """When the service is well again, the load is what is asked of it at once."""
    for course in courses.values():
        assert 1.0 == pytest.approx(course.load(42, 60) / PLAN.demand, abs=0.1)


def test_the_quota_costs_nearly_nothing(courses: Mapping[str, Course]) -> None:
    """Calls that would have been retried fail no more often: the service cannot do more anyway."""
    without, with_quota = (course.failed / course.calls for course in courses.values())

    assert with_quota == pytest.approx(without, abs=0.03)


def test_chart(courses: Mapping[str, Course]) -> None:
    """The chart draws a line for each course, and what stands in the documentation is one."""
    chart = draw(PLAN, dict(courses))
    lines = ET.fromstring(chart.svg).findall("{*}polyline")  # noqa: S314 - our own

    assert 2 * len(chart.lines) == len(lines)
    assert len(lines) == len(ET.parse(CHART).getroot().findall("{*}polyline"))  # noqa: S314 - our own
    assert "peak" in figures(PLAN, courses["with the quota"])
