"""The charts of a run."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks.plan import AIOBOTOCORE, BOTO3, CAPO, PACKAGE, SIGNED, TLS
from tests.benchmarks.record import Record
from tools.bar_chart import Bar, BarChart, Group

_SHOWN: Final = (PACKAGE, AIOBOTOCORE, BOTO3, CAPO, SIGNED, TLS)
_KINDS: Final = {PACKAGE.name: "own", SIGNED.name: "floor", TLS.name: "floor"}


def charts(record: Record) -> Mapping[str, BarChart]:
    """Return the charts by file name, those whose figures were measured."""
    cpu = [
        *_groups(record, "async", ("1", "32", "256"), "cpu_us", "async, {} at once"),
        *_groups(record, "blocking", ("1", "8"), "cpu_us", "blocking, threads: {}"),
    ]
    throughput = [
        *_groups(record, "async", ("1", "32", "128", "1000"), "per_second", "async, {} at once"),
        *_groups(record, "blocking", ("8",), "per_second", "blocking, threads: {}"),
    ]
    start = _groups(record, "start", ("blocking", "async"), "wall_ms", "{}")
    found = {
        "cpu": BarChart(title="Microseconds of CPU a call (less is better)", groups=cpu),
        "throughput": BarChart(title="Calls a second (more is better)", groups=throughput),
        "start": BarChart(
            title="Milliseconds from the start of Python to the first response", groups=start
        ),
    }
    if record.stages:
        found["stages"] = _shares(record)
    return {name: chart for name, chart in found.items() if chart.groups}


def write_charts(record: Record, folder: Path) -> list[str]:
    """Write the charts into a folder, and return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = charts(record)
    for name, chart in drawn.items():
        (folder / f"{name}.svg").write_text(chart.svg, encoding="utf-8", newline="\n")
    return list(drawn)


def _groups(
    record: Record, part: str, variants: Sequence[str], number: str, title: str
) -> list[Group]:
    groups: list[Group] = []
    for variant in variants:
        found = {
            client.name: record.median(part, variant, client.name, number) for client in _SHOWN
        }
        bars = [
            Bar(name, value, _KINDS.get(name, "other"))
            for name, value in found.items()
            if value is not None
        ]
        if bars:
            shown = f"{int(variant):,}" if variant.isdigit() else variant
            groups.append(Group(title.format(shown), bars))
    return groups


def _shares(record: Record) -> BarChart:
    """Return the shares of a call, for the largest number of calls at once."""
    at_once, found = list(record.stages.items())[-1]
    stages = sorted(found["stages"].items(), key=lambda stage: -stage[1])
    bars = [Bar(name, us / found["total"] * 100, "own") for name, us in stages]
    return BarChart(
        title=f"Share of each stage in the CPU time of a call, async, {at_once} at once",
        groups=[Group("", bars)],
        form="{:.1f} %",
    )
