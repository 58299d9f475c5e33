"""Print the progress of a run."""

import sys
from collections.abc import Callable
from itertools import count
from typing import Final, TextIO

from tests.faults.case import OWN
from tools.soak.gauges import Sample
from tools.soak.record import Record

_LINES_EVERY: Final = 10
"""Seconds between two lines if the stream is not a terminal."""


def show_on(record: Record, stream: TextIO = sys.stderr) -> Callable[[Sample], None]:
    """Return a function that shows a sample: one line that is overwritten, or a line every 10 s."""
    if stream.isatty():
        return lambda sample: _write(stream, f"\r{_line(record, sample)}\x1b[K")
    seconds = count(1)

    def show(sample: Sample) -> None:
        if next(seconds) % _LINES_EVERY == 0:
            _write(stream, f"{_line(record, sample)}\n")

    return show


def _write(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()


def _line(record: Record, sample: Sample) -> str:
    return (
        f"{record.done:,} of {len(record.results):,} calls, {sample.calls:,} per second, "
        f"p99 {sample.p99 * 1000:.0f} ms, {record.done - record.ends[OWN]:,} errors, "
        f"{sample.peak / 2**20:.1f} MiB, {sample.descriptors} descriptors"
    )
