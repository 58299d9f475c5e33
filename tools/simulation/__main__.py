"""Simulate the load of retries on a service with reduced capacity: `python -m tools.simulation`.

A thousand clients make ten calls per second each, and for thirty seconds the service has half of its
capacity. Takes some minutes, writes the chart of `docs/explanation/retries.md`, and prints the figures
that the page quotes.
"""

import sys
from pathlib import Path
from typing import Final

from smaws_kms import RetryPolicy
from tools.chart import Chart, Line
from tools.simulation.fleet import Fleet, Plan, Timeline

CHART: Final = Path(__file__).parents[2] / "docs" / "explanation" / "retries.svg"
POLICIES: Final = {
    "without a token bucket": RetryPolicy(retry_tokens=None),
    "with the token bucket": RetryPolicy(),
}
_COLORS: Final = ("#c0392b", "#1f6fb2")


def draw(plan: Plan, timelines: dict[str, Timeline]) -> Chart:
    """Return the chart."""
    service, seconds = plan.service(), range(int(plan.seconds))
    capacity = [service.capacity_at(second) for second in seconds]
    offered = [
        Line(name=name, color=color, values=timeline.requests)
        for color, (name, timeline) in zip(_COLORS, timelines.items(), strict=True)
    ]
    return Chart(
        title="Requests per second that reach a service at half its capacity",
        lines=[
            *offered,
            Line(name="calls", color="#555555", values=[plan.demand] * len(seconds), dashes="2 4"),
            Line(name="capacity", color="#2e8b57", values=capacity, dashes="8 4"),
        ],
        shade=(plan.outage.begin, plan.outage.end),
        shade_name="half capacity",
    )


def figures(plan: Plan, timeline: Timeline) -> str:
    """Return the figures of one simulation for the page."""
    begin, end = plan.outage.begin, plan.outage.end
    loads = {
        "first 5 s": timeline.load(begin, begin + 5),
        "last 20 s": timeline.load(end - 20, end),
        "5 s after": timeline.load(end, end + 5),
    }
    shown = ", ".join(f"{name} {load / plan.demand:.2f}" for name, load in loads.items())
    peak = max(timeline.requests) / plan.demand
    failed = timeline.failed / timeline.calls
    return (
        f"load by demand: {shown}, peak {peak:.2f}; {failed:.1%} of {timeline.calls:,} calls failed"
    )


def main() -> None:
    """Simulate both policies, print their figures, and write the chart."""
    plan = Plan()
    timelines: dict[str, Timeline] = {}
    for name, policy in POLICIES.items():
        timelines[name] = Fleet(plan, policy).run()
        sys.stdout.write(f"{name}: {figures(plan, timelines[name])}\n")
    CHART.write_text(draw(plan, timelines).svg, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
