"""The charts of a run: throughput, latency, memory and descriptors for each second."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from tools.chart import Chart, Line
from tools.soak.gauges import Sample

_BLUE: Final = "#1f6fb2"
_RED: Final = "#c0392b"
_MIB: Final = 2**20


def charts(samples: Sequence[Sample]) -> Mapping[str, Chart]:
    """Return the charts by file name."""
    return {
        "throughput": Chart(
            title="Calls per second, 64 at a time, 2 % of them into faults",
            lines=[Line(name="calls", color=_BLUE, values=[it.calls for it in samples])],
        ),
        "latency": Chart(
            title="Milliseconds that calls take, retries included",
            lines=[
                Line(name="p50", color=_BLUE, values=[it.p50 * 1000 for it in samples]),
                Line(name="p99", color=_RED, values=[it.p99 * 1000 for it in samples]),
            ],
        ),
        "memory": Chart(
            title="Memory of the process, in MiB",
            lines=[
                Line(name="at rest", color=_BLUE, values=[it.held / _MIB for it in samples]),
                Line(name="peak", color=_RED, values=[it.peak / _MIB for it in samples]),
            ],
        ),
        "descriptors": Chart(
            title="Open files and sockets",
            lines=[Line(name="open", color=_BLUE, values=[it.descriptors for it in samples])],
        ),
    }


def write_charts(samples: Sequence[Sample], folder: Path) -> None:
    """Write the charts into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, chart in charts(samples).items():
        (folder / f"{name}.svg").write_text(chart.svg, encoding="utf-8", newline="\n")
