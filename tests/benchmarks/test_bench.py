"""The benchmark runs, every kind of cell once. Times are not asserted."""

import sys
from functools import partial
from pathlib import Path

import pytest

from tests.benchmarks import page
from tests.benchmarks.bars import BARS, table
from tests.benchmarks.nginx import NGINX
from tests.benchmarks.plan import BOTO3, PACKAGE, PARTS, SIGNED, Cell, Client, cells
from tests.benchmarks.record import Record
from tests.benchmarks.runner import Runner
from tests.benchmarks.server import serving
from tests.benchmarks.stage_runner import measure_stages
from tests.benchmarks.stages import REST

_BOTO3 = Client("boto3", BOTO3.module, interpreter=sys.executable)
_CELL = partial(Cell, "part", "variant")
_CELLS = (
    _CELL(PACKAGE, {"at_once": "20", "calls": "40"}),
    _CELL(PACKAGE, {"kind": "blocking", "at_once": "2", "calls": "10", "work": "encrypt 4 KB"}),
    _CELL(PACKAGE, {"loop": "uvloop", "calls": "5", "work": "generate data key", "token": "T"}),
    _CELL(PACKAGE, {"httpx": "user", "calls": "5", "work": "list keys"}),
    _CELL(PACKAGE, {"calls": "5"}, proxied=True),
    _CELL(PACKAGE, {"measure": "decode", "calls": "10"}),
    _CELL(PACKAGE, {"measure": "start"}),
    _CELL(SIGNED, {"measure": "start", "kind": "blocking"}),
    _CELL(SIGNED, {"measure": "memory"}),
    _CELL(_BOTO3, {"kind": "blocking", "calls": "5"}),
)
_LOAD = {"cpu_us", "per_second", "p50_ms", "p99_ms"}
_KEYS = {
    "load": _LOAD,
    "decode": {"cpu_us"},
    "start": {"wall_ms", "cpu_ms"},
    "memory": {"one_mb", "more_mb", "connections"},
}


def test_every_kind_of_cell() -> None:
    """Each kind of measurement returns all of its numbers, and the stages of a call add up to the whole."""
    record = Record()
    with serving(None) as server:
        runner = Runner(server, record)
        numbers = [runner.measure(cell) for cell in _CELLS]
        stages = measure_stages(runner, calls=40, rounds=1, all_at_once=(4,))

    assert [] == record.problems
    assert [_KEYS[cell.parameters.get("measure", "load")] for cell in _CELLS] == [
        set(found or ()) for found in numbers
    ]
    assert ["4"] == list(stages)
    assert REST in stages["4"]["stages"]
    assert stages["4"]["total"] == pytest.approx(sum(stages["4"]["stages"].values()))


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
def test_nginx() -> None:
    """All kinds of work are served by nginx too."""
    record = Record()
    with serving(NGINX) as server:
        runner = Runner(server, record)
        for work in server.ports:
            runner.measure(_CELL(PACKAGE, {"work": work, "calls": "5"}))

    assert [] == record.problems


def test_failed_cell_is_reported_once() -> None:
    """A cell that fails is named with its error, and not measured again."""
    record = Record()
    with serving(None) as server:
        runner = Runner(server, record)
        found = [runner.measure(_CELL(Client("none", "no.such.module"))) for _ in range(2)]

    assert [None, None] == found
    assert ["part, variant, none: ModuleNotFoundError: No module named 'no'"] == record.problems


def _recorded() -> Record:
    """Return a record of every cell, with made-up numbers."""
    record = Record(facts={"CPU": "a CPU", "cores": "2", "Python": "3.11", "note": "A note."})
    for cell in cells(PARTS, 10):
        numbers = dict.fromkeys(_KEYS[cell.parameters.get("measure", "load")], 2.0)
        record.add(cell.part, cell.variant, cell.client.name, numbers)
    record.stages = {"32": {"total": 4.0, "stages": {"sign": 1.0, REST: 3.0}, "missing": ["m:f"]}}
    return record


def test_pages(tmp_path: Path) -> None:
    """A record becomes both pages with their charts, and replaces the figures of an earlier run."""
    old = "before\n<!-- Written by `make bench` -->\nan old figure\n<!-- End of what `make bench` writes -->\nafter\n"
    pages = (tmp_path / "docs" / "benchmarks.md", tmp_path / "README.md")
    pages[0].parent.mkdir()
    for path in pages:
        path.write_text(old, encoding="utf-8")
    _recorded().save(tmp_path / "record.json")

    page.write(Record.load(tmp_path / "record.json"), tmp_path)

    written = [path.read_text(encoding="utf-8") for path in pages]
    for text in written:
        assert text.startswith("before\n")
        assert text.endswith("after\n")
        assert "an old figure" not in text
        assert "**A note.**" in text
        assert "| **smaws_kms** | 2.00" in text
    assert "Stages that were not found: m:f." in written[0]
    assert ["cpu", "stages", "start", "throughput"] == sorted(
        path.stem for path in (tmp_path / "docs" / "benchmarks").iterdir()
    )


def test_page_without_a_place_for_figures(tmp_path: Path) -> None:
    """A page without the comments that enclose the figures is an error, not silently left alone."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "benchmarks.md").write_text("no comments", encoding="utf-8")

    with pytest.raises(ValueError, match="no place for the figures"):
        page.write(_recorded(), tmp_path)


def test_bars_use_figures_that_are_measured() -> None:
    """Each figure of a bar is one of the plan; a peer's is absent if the peer is not installed."""
    record = _recorded()
    figures = [it for bar in BARS for it in (bar.figure, bar.other) if it is not None]

    assert [] == [it for it in figures if it.client.installed and it.of(record) is None]
    assert len(BARS) == len(list(table(record))) - 1
    assert [] == list(table(Record()))[1:]
