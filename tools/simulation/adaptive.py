"""Measure the adaptive mode: `make adaptive`.

Writes the two tables of `docs/explanation/retries.md`. The first is in virtual time, for each number of
callers and each kind of quota. The second compares with botocore's adaptive mode in real time, and takes
some minutes.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import smaws_kms as kms
from tools.simulation.bulk import Outcome, asynchronous, botocore, measure
from tools.simulation.callers import Load, Simulation
from tools.simulation.quotas import KINDS

PAGE: Final = Path(__file__).parents[2] / "docs" / "explanation" / "retries.md"
CALLERS: Final = (4, 16, 64, 256, 1_000)
QUOTA: Final = 100
_SECONDS: Final = 20.0
_REAL: Final = ((4, 600), (16, 600), (64, 600), (256, 1_500), (1_000, 1_500))
_BEGIN: Final = "<!-- Written by `make adaptive` -->\n"
_END: Final = "<!-- End of what `make adaptive` writes -->\n"
_TABLES: Final = re.compile(f"(?<={re.escape(_BEGIN)}).*(?={re.escape(_END)})", re.DOTALL)


def simulated() -> Iterator[str]:
    """Yield the lines of the table in virtual time."""
    yield (
        "| callers | "
        + " | ".join(f"{kind}: quota used, requests per call" for kind in KINDS)
        + " |"
    )
    yield "|---|" + "---|" * len(KINDS)
    for callers in CALLERS:
        cells = " | ".join(_simulation(callers, kind) for kind in KINDS)
        yield f"| {callers:,} | {cells} |"


def _simulation(callers: int, kind: str) -> str:
    simulation = Simulation(Load(callers=callers), KINDS[kind](lambda _: QUOTA)).start()
    simulation.time.run(_SECONDS)
    used, requests = simulation.use(0, _SECONDS) / QUOTA, simulation.requests_per_call(1, _SECONDS)
    lost = simulation.failed(kms.SmawsError)
    return f"{used:.0%}, {requests:.3f}" + (
        f", {lost} of {len(simulation.results):,} lost" * bool(lost)
    )


def measured() -> Iterator[str]:
    """Yield the lines of the table in real time, each when it has been measured."""
    yield "| callers, items | quota | smaws_kms | botocore | time of botocore / smaws_kms |"
    yield "|---|---|---|---|---|"
    for callers, items in _REAL:
        for kind in KINDS:
            own, other = (
                measure(run, kind=kind, quota=QUOTA, items=items, callers=callers)
                for run in (asynchronous, botocore)
            )
            yield (
                f"| {callers:,}, {items:,} | {kind} | {_cell(own)} | {_cell(other)} "
                f"| {other.seconds / own.seconds:.1f} |"
            )


def _cell(outcome: Outcome) -> str:
    lost = "".join(f", {number} {name}" for name, number in outcome.failures.items())
    return f"{outcome.seconds:.1f} s, {outcome.counted.requests_per_item:.3f} requests{lost}"


def main() -> None:
    """Measure, print, and write the page."""
    lines: list[str] = []
    for table in (simulated(), measured()):
        lines.append("")
        for line in table:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
            lines.append(line)
    text = PAGE.read_text(encoding="utf-8")
    written = "\n".join([*lines, "", ""])
    PAGE.write_text(_TABLES.sub(lambda _: written, text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
