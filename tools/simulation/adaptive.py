"""Measures the adaptive mode: `make adaptive`.

Writes the two tables of `docs/explanation/retries.md`: in virtual time, for each number of callers and
each way to enforce a quota; and in real time beside botocore's adaptive mode, for some minutes.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import smaws_kms as kms
from tools.simulation.bulk import Outcome, asynchronous, botocore, measure
from tools.simulation.callers import Crowd, Scene
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
    """Return the table of virtual time."""
    yield (
        "| callers | " + " | ".join(f"{kind}: quota used, requests a call" for kind in KINDS) + " |"
    )
    yield "|---|" + "---|" * len(KINDS)
    for callers in CALLERS:
        cells = " | ".join(_scene(callers, kind) for kind in KINDS)
        yield f"| {callers:,} | {cells} |"


def _scene(callers: int, kind: str) -> str:
    scene = Scene(Crowd(callers=callers), KINDS[kind](lambda _: QUOTA)).start()
    scene.time.run(_SECONDS)
    used, requests = scene.use(0, _SECONDS) / QUOTA, scene.requests_per_call(1, _SECONDS)
    lost = scene.failed(kms.SmawsError)
    return f"{used:.0%}, {requests:.3f}" + (f", {lost} of {len(scene.results):,} lost" * bool(lost))


def measured() -> Iterator[str]:
    """Return the table of real time, which shows the progress too."""
    yield "| callers, items | quota | ours | botocore | botocore's time, as a multiple of ours |"
    yield "|---|---|---|---|---|"
    for callers, items in _REAL:
        for kind in KINDS:
            ours, theirs = (
                measure(run, kind=kind, quota=QUOTA, items=items, callers=callers)
                for run in (asynchronous, botocore)
            )
            yield (
                f"| {callers:,}, {items:,} | {kind} | {_cell(ours)} | {_cell(theirs)} "
                f"| {theirs.seconds / ours.seconds:.1f} |"
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
