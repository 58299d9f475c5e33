"""Compare the clients: `python -m tests.benchmarks.run`, or `make bench`.

Every figure comes from a process of its own, and the clients that are compared take turns, so that noise on
the machine affects all alike. Only ratios within one run mean something. A complete run writes
`docs/benchmarks.md`, its charts and the README; a run with `--only` prints its tables.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.benchmarks import page, tables
from tests.benchmarks.charts import write_charts
from tests.benchmarks.machine import machine_facts
from tests.benchmarks.nginx import NGINX
from tests.benchmarks.plan import PARTS, cells
from tests.benchmarks.record import FOLDER, Record
from tests.benchmarks.runner import Runner
from tests.benchmarks.server import serving
from tests.benchmarks.stage_runner import AT_ONCE, measure_stages

CALLS: Final = 2_000
ROUNDS: Final = 7
STAGES: Final = "stages"


def measure(
    parts: Sequence[str], calls: int, rounds: int, nginx: str | None = NGINX, note: str = ""
) -> Record:
    """Measure some parts."""
    record = Record()
    measured = [part for part in parts if part != STAGES]
    with serving(nginx) as server:
        record.facts = {
            **({"note": note} if note else {}),
            **machine_facts(server.name),
            "calls and rounds": f"{calls:,} and {rounds}",
        }
        a_round = len(list(cells(measured, calls))) + len(AT_ONCE) * (STAGES in parts)
        runner = Runner(server, record, total=rounds * a_round)
        for number in range(rounds):
            order = list(cells(measured, calls))
            # Backwards in every second round: what runs first after a pause may be faster.
            runner.run_round(reversed(order) if number % 2 else order)
        if STAGES in parts:
            record.stages = measure_stages(runner, calls, rounds)
    return record


def main(arguments: Sequence[str]) -> None:
    """Measure, print, and write."""
    options = _options(arguments)
    parts = options.only.split(",") if options.only else [*PARTS, STAGES]
    if options.show:
        record = Record.load(options.show)
    else:
        record = measure(parts, options.calls, options.rounds, note=options.note)
        record.save(FOLDER / "record.json")
    for title, table in tables.everything(record):
        sys.stdout.write(f"\n{title}\n\n{table}")
    for problem in record.problems:
        sys.stdout.write(f"\nnot measured: {problem}\n")
    write_charts(record, FOLDER)
    if not options.only:
        page.write(record)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=...")
    names = ", ".join([*PARTS, STAGES])
    parser.add_argument("--only", default="", help=f"parts, joined with commas: {names}")
    parser.add_argument("--calls", type=int, default=CALLS, help=f"calls of a figure ({CALLS:,})")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"rounds ({ROUNDS})")
    parser.add_argument("--note", default="", help="a sentence above the figures")
    parser.add_argument("--show", type=Path, help="write the pages from a record.json again")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
