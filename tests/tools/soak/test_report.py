"""The report of a soak test, and the problems that fail it."""

import gc
import io
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from tests.unit.http11.transport_harness import private
from tools.soak.charts import charts
from tools.soak.gauges import Sample, descriptors, percentile, slope
from tools.soak.log_collector import collected_logs
from tools.soak.progress import show_on
from tools.soak.record import Record
from tools.soak.report import Report
from tools.soak.run import Resources
from tools.soak.watch import Watch

SAMPLE = Sample(calls=4000, p50=0.01, p99=0.06, held=60 << 20, peak=90 << 20, descriptors=70)


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        """Return true."""
        return True


@pytest.fixture
def report() -> Report:
    """Return the report of a run without problems."""
    watch = Watch(lambda _: None)
    watch.held += [60 << 20] * 30
    record = Record(1)
    record.results[0] = record.done = record.ends["Ok"] = 1
    return Report(record=record, watch=watch, resources=Resources(1.0, 7, 7), logged=[])


def timed_out() -> Record:
    """Return a call without a fault that timed out."""
    record = Record(1)
    record.results[0] = record.done = record.failed_without_fault["AttemptTimeoutError"] = 1
    return record


def with_one_problem(report: Report) -> Iterator[Report]:
    """Yield the report with one problem each."""
    yield evolve(report, resources=Resources(1.0, 7, 8))
    yield evolve(report, logged=["asyncio: Task exception was never retrieved"])
    growing = Watch(lambda _: None)
    growing.held += [(60 << 20) + number * (100 << 10) for number in range(30)]
    yield evolve(report, watch=growing)
    yield evolve(report, record=timed_out())
    yield evolve(report, record=Record(1))


def test_problems(report: Report) -> None:
    """Each problem is reported, and none for a run without problems."""
    assert [] == [*report.problems()]
    assert [1] * 5 == [len([*each.problems()]) for each in with_one_problem(report)]
    assert "1 per second" in report.figures()


async def test_standstill(report: Report) -> None:
    """A process that did not run for a second may have let the calls in flight time out."""
    watch = Watch(lambda _: None)
    watch.held += report.watch.held
    inside = private(watch)
    with watch:
        inside._due += 60.0
        inside._beat()
        in_time = watch.standstills
        inside._due -= 2.0
        inside._beat()

    assert (0, 1) == (in_time, watch.standstills)
    assert [] == [*evolve(report, record=timed_out(), watch=watch).problems()]


def test_slope() -> None:
    """The slope is the growth as a share of the mean, without noise."""
    assert (0.0, 0.0) == (slope([5, 5, 5]), slope([7]))
    assert pytest.approx(0.02) == slope([99, 100, 101])
    assert pytest.approx(0.0) == slope([99, 101, 101, 99])


def test_percentile() -> None:
    """A percentile is the value that this share does not exceed."""
    assert (0.0, 50, 99, 99) == (
        percentile([], 0.5),
        percentile(range(100), 0.5),
        percentile(range(100), 0.99),
        percentile(range(100), 1.0),
    )


def test_descriptors() -> None:
    """An open file is counted on Linux."""
    before = descriptors()
    with Path(os.devnull).open(encoding="ascii"):
        assert bool(before) == descriptors() - before


def test_collected_logs() -> None:
    """Warnings in logs and unraisable exceptions are collected, until the block ends."""

    class Fragile:
        def __del__(self) -> None:
            raise ValueError("in vain")

    with collected_logs() as logged:
        logging.getLogger("asyncio").error("Task exception was never retrieved")
        logging.getLogger("asyncio").info("nothing")
        Fragile()
        gc.collect()
    logging.getLogger("asyncio").error("later")

    assert [
        "asyncio: Task exception was never retrieved",
        "unraisable: ValueError('in vain')",
    ] == logged


def test_progress() -> None:
    """A terminal shows one line that is overwritten, a file gets a line every ten seconds."""
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        show = show_on(Record(5000), stream)
        for _ in range(20):
            show(SAMPLE)

    assert (20, 0) == (terminal.getvalue().count("\r"), terminal.getvalue().count("\n"))
    assert (0, 2) == (file.getvalue().count("\r"), file.getvalue().count("\n"))


@pytest.mark.parametrize("seconds", [1, 45, 3000])
def test_charts(seconds: int) -> None:
    """Each chart draws its lines over runs of any length."""
    drawn = charts([SAMPLE] * seconds)
    lines = [ET.fromstring(chart.svg).findall("{*}polyline") for chart in drawn.values()]  # noqa: S314  # our own

    assert [2, 4, 4, 2] == [*map(len, lines)]
