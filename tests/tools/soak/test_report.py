"""What the soak says of a run, and what it does not let pass."""

import gc
import io
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve

from tools.soak.charts import charts
from tools.soak.gauges import Sample, descriptors, percentile, slope
from tools.soak.overheard import overheard
from tools.soak.progress import show_on
from tools.soak.record import Record
from tools.soak.report import Report
from tools.soak.run import Left
from tools.soak.watch import Watch

SAMPLE = Sample(calls=4000, p50=0.01, p99=0.06, held=60 << 20, peak=90 << 20, descriptors=70)


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def report() -> Report:
    """Make the report of a run that went well."""
    watch = Watch(lambda _: None)
    watch.held += [60 << 20] * 30
    record = Record(1)
    record.results[0] = record.done = record.ends["Ok"] = 1
    return Report(record=record, watch=watch, left=Left(1.0, 7, 7), heard=[])


def spoilt(report: Report) -> Iterator[Report]:
    """Yield the report with one thing wrong after the other."""
    yield evolve(report, left=Left(1.0, 7, 8))
    yield evolve(report, heard=["asyncio: Task exception was never retrieved"])
    growing = Watch(lambda _: None)
    growing.held += [(60 << 20) + number * (100 << 10) for number in range(30)]
    yield evolve(report, watch=growing)
    crowded = Record(1)
    crowded.results[0] = crowded.done = crowded.crowded["AttemptTimeoutError"] = 1
    yield evolve(report, record=crowded)
    yield evolve(report, record=Record(1))


def test_complaints(report: Report) -> None:
    """Each thing that is wrong is said, and nothing of a run that went well."""
    assert [] == [*report.complaints()]
    assert [1] * 5 == [len([*each.complaints()]) for each in spoilt(report)]
    assert "1 a second" in report.figures()


def test_slope() -> None:
    """Growth is told from noise, as a share of what is there."""
    assert (0.0, 0.0) == (slope([5, 5, 5]), slope([7]))
    assert pytest.approx(0.02) == slope([99, 100, 101])
    assert pytest.approx(0.0) == slope([99, 101, 101, 99])


def test_percentile() -> None:
    """The value that so many do not exceed."""
    assert (0.0, 50, 99, 99) == (
        percentile([], 0.5),
        percentile(range(100), 0.5),
        percentile(range(100), 0.99),
        percentile(range(100), 1.0),
    )


def test_descriptors() -> None:
    """An open file is counted, where Linux lists them."""
    before = descriptors()
    with Path(os.devnull).open(encoding="ascii"):
        assert bool(before) == descriptors() - before


def test_overheard() -> None:
    """Log records of warnings and errors that nobody could catch are heard, and no longer afterwards."""

    class Fragile:
        def __del__(self) -> None:
            raise ValueError("in vain")

    with overheard() as heard:
        logging.getLogger("asyncio").error("Task exception was never retrieved")
        logging.getLogger("asyncio").info("nothing")
        Fragile()
        gc.collect()
    logging.getLogger("asyncio").error("later")

    assert [
        "asyncio: Task exception was never retrieved",
        "unraisable: ValueError('in vain')",
    ] == heard


def test_progress() -> None:
    """A person sees one line that changes, a file gets a line now and then."""
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
