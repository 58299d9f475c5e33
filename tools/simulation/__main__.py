"""Draws what retries do to a service in trouble: `python -m tools.simulation`.

A thousand clients make ten calls a second each, and for thirty seconds the service can do half of
what it usually does. Takes some minutes, writes the chart of `docs/explanation/retries.md`, and
prints the figures that the page quotes.
"""

import sys
from pathlib import Path
from typing import Final

from smaws_kms import RetryPolicy
from tools.chart import Chart, Line
from tools.simulation.fleet import Course, Fleet, Plan

CHART: Final = Path(__file__).parents[2] / "docs" / "explanation" / "retries.svg"
POLICIES: Final = {
    "without a quota": RetryPolicy(retry_tokens=None),
    "with the quota": RetryPolicy(),
}
_COLORS: Final = ("#c0392b", "#1f6fb2")


def draw(plan: Plan, courses: dict[str, Course]) -> Chart:
    """Return the chart."""
    service, seconds = plan.service(), range(int(plan.seconds))
    capacity = [service.capacity_at(second) for second in seconds]
    offered = [
        Line(name=name, color=color, values=course.requests)
        for color, (name, course) in zip(_COLORS, courses.items(), strict=True)
    ]
    return Chart(
        title="Requests a second that reach a service at half its capacity",
        lines=[
            *offered,
            Line(name="calls", color="#555555", values=[plan.demand] * len(seconds), dashes="2 4"),
            Line(name="capacity", color="#2e8b57", values=capacity, dashes="8 4"),
        ],
        shade=(plan.outage.begin, plan.outage.end),
        shade_name="half capacity",
    )


def figures(plan: Plan, course: Course) -> str:
    """Return what the page says of one course."""
    begin, end = plan.outage.begin, plan.outage.end
    loads = {
        "first 5 s": course.load(begin, begin + 5),
        "last 20 s": course.load(end - 20, end),
        "5 s after": course.load(end, end + 5),
    }
    shown = ", ".join(f"{name} {load / plan.demand:.2f}" for name, load in loads.items())
    peak = max(course.requests) / plan.demand
    failed = course.failed / course.calls
    return (
        f"load by demand: {shown}, peak {peak:.2f}; {failed:.1%} of {course.calls:,} calls failed"
    )


def main() -> None:
    """Simulate, draw, print."""
    plan = Plan()
    courses: dict[str, Course] = {}
    for name, policy in POLICIES.items():
        courses[name] = Fleet(plan, policy).run()
        sys.stdout.write(f"{name}: {figures(plan, courses[name])}\n")
    CHART.write_text(draw(plan, courses).svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
