"""Writes the figures of a run into `docs/benchmarks.md` and the README."""

import re
from pathlib import Path
from typing import Final

from tests.benchmarks import tables
from tests.benchmarks.charts import write_charts
from tests.benchmarks.record import Record

ROOT: Final = Path(__file__).parents[2]
_BEGIN: Final = "<!-- Written by `make bench` -->\n"
_END: Final = "<!-- End of what `make bench` writes -->\n"
_WRITTEN: Final = re.compile(f"(?<={re.escape(_BEGIN)}).*(?={re.escape(_END)})", re.DOTALL)
_TEXTS: Final = {
    "cpu": "CPU time of a call by client",
    "throughput": "Calls a second by client",
    "start": "Cold start by client",
    "stages": "Share of each stage in a call",
}
_SHORT: Final = ("1", "32", "256")


def write(record: Record, root: Path = ROOT) -> None:
    """Write both pages and the charts."""
    drawn = write_charts(record, root / "docs" / "benchmarks")
    _replace(root / "docs" / "benchmarks.md", full(record, drawn))
    _replace(root / "README.md", short(record))


def full(record: Record, drawn: list[str]) -> str:
    """Return what the page says about a run."""
    sections = [_note(record), _facts(record)]
    sections += [f"![{_TEXTS[name]}](benchmarks/{name}.svg)\n" for name in drawn]
    for title, table in tables.everything(record):
        sections.append(f"### {title}\n\n{table}")
    if record.stages:
        sections += _unfound(record)
    if record.problems:
        problems = "".join(f"- {problem}\n" for problem in record.problems)
        sections.append(f"### Not measured\n\n{problems}")
    return "\n".join(section for section in sections if section)


def short(record: Record) -> str:
    """Return what the README says about a run."""
    facts = record.facts
    where = f"{facts['CPU']}, {facts['cores']} cores, Python {facts['Python']}"
    asynchronous = tables.figures(record, "async", "cpu_us", ratio=True, only=_SHORT)
    blocking = tables.figures(record, "blocking", "cpu_us", ratio=True)
    title = (
        f"Microseconds of CPU time a call of Encrypt, 64 bytes over TLS ({where}), and the ratio to "
        "aiobotocore or boto3, by calls at once:\n"
    )
    sections = [
        _note(record),
        title,
        asynchronous,
        "The same for the blocking clients, by threads:\n",
        blocking,
        "![Calls a second by client](docs/benchmarks/throughput.svg)\n",
        "Cold start, from the start of Python to the first response:\n",
        tables.starts(record),
    ]
    return "\n".join(section for section in sections if section)


def _note(record: Record) -> str:
    note = record.facts.get("note")
    return f"**{note}**\n" if note else ""


def _facts(record: Record) -> str:
    facts = {name: value for name, value in record.facts.items() if name != "note"}
    return "".join(f"- {name}: {value}\n" for name, value in facts.items())


def _unfound(record: Record) -> list[str]:
    names = list(dict.fromkeys(name for it in record.stages.values() for name in it["missing"]))
    return [f"Stages that were not found: {', '.join(names)}.\n"] if names else []


def _replace(path: Path, text: str) -> None:
    old = path.read_text(encoding="utf-8")
    if _WRITTEN.search(old) is None:
        raise ValueError(f"{path.name} has no place for the figures")
    path.write_text(_WRITTEN.sub(lambda _: f"\n{text}\n", old), encoding="utf-8", newline="\n")
