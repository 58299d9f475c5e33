"""Measures the stages of a call in several processes."""

from collections.abc import Sequence
from statistics import median
from typing import Any, Final

from tests.benchmarks.plan import PACKAGE, Cell
from tests.benchmarks.runner import Runner
from tests.benchmarks.stage_cell import MISSING

AT_ONCE: Final = (1, 32)


def measure_stages(
    runner: Runner, calls: int, rounds: int, all_at_once: Sequence[int] = AT_ONCE
) -> dict[str, Any]:
    """Return the medians of each stage by the number of calls at once."""
    found: dict[str, Any] = {}
    for at_once in all_at_once:
        parameters = {"measure": "stages", "at_once": str(at_once), "calls": str(calls)}
        cell = Cell("stages", str(at_once), PACKAGE, parameters)
        samples = [numbers for _ in range(rounds) if (numbers := runner.measure(cell))]
        if samples:
            found[str(at_once)] = _medians(samples)
    return found


def _medians(samples: list[dict[str, float]]) -> dict[str, Any]:
    names = [name for name in samples[0] if not name.startswith(MISSING)]
    medians = {name: median(sample[name] for sample in samples) for name in names}
    missing = [name.removeprefix(MISSING) for name in samples[0] if name.startswith(MISSING)]
    return {"total": medians.pop("total"), "stages": medians, "missing": missing}
