"""The report of a run: figures and problems."""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from tests.faults.case import OWN
from tools.soak.gauges import percentile, slope
from tools.soak.record import Record
from tools.soak.run import Resources
from tools.soak.watch import Watch
from tools.soak.workers import CONCURRENCY

MAX_SLOPE: Final = 0.01
MAX_SLOPE_OF_THREADS: Final = 0.05
"""Larger, because each thread's stack and heap grow until it has met every fault."""
_MAX_FAILED_WITHOUT_FAULT: Final = 0.01
"""Largest share of calls without a fault that may time out, besides those of a standstill."""
_OFTEN: Final = 10
"""A fault that was drawn this often must have been met."""
_MIB: Final = 2**20


@frozen(kw_only=True)
class Report:
    """A finished run."""

    record: Record
    watch: Watch
    resources: Resources
    max_slope: float = MAX_SLOPE
    """The largest allowed growth of memory in the last third, as a share."""
    logged: list[str]
    """Warnings, and what the event loop logged about forgotten tasks and connections."""

    @property
    def slope(self) -> float:
        """The growth of memory in the last third, as a share."""
        held = self.watch.held
        return slope(held[-max(2, len(held) // 3) :])

    def problems(self) -> Iterator[str]:
        """Yield each problem as text."""
        record, resources = self.record, self.resources
        yield from record.problems
        yield from self.logged
        if record.without_one_result:
            yield f"{record.without_one_result} calls had no result, or more than one"
        if resources.before != resources.after:
            yield f"{resources.before} descriptors before, {resources.after} after"
        if self.slope >= self.max_slope:
            yield f"memory grew by {self.slope:.1%} in the last third"
        allowed = _MAX_FAILED_WITHOUT_FAULT * record.done + CONCURRENCY * self.watch.standstills
        if record.failed_without_fault.total() > allowed:
            yield f"{record.failed_without_fault.total():,} calls without a fault ran out of time"
        for kind, times in record.faults.items():
            if times >= _OFTEN and not record.met[kind]:
                yield f"no call has met the fault {kind.name}"

    def figures(self) -> str:
        """Return the figures, one on each line."""
        record, watch, resources = self.record, self.watch, self.resources
        ordered = sorted(record.seconds)
        p50, p99, longest = (1000 * percentile(ordered, share) for share in (0.5, 0.99, 1.0))
        mebibytes = (watch.held[0] / _MIB, watch.held[-1] / _MIB, watch.peak / _MIB)
        return "\n".join(
            (
                f"fixed threshold of malloc: {os.environ.get('MALLOC_MMAP_THRESHOLD_', 'no')}",
                f"calls: {record.done:,} in {resources.seconds:.0f} s, {record.done / resources.seconds:,.0f} per second",
                f"with a fault: {record.faults.total():,} of {len(record.faults)} kinds, met {record.met.total():,}",
                f"Ok: {record.ends[OWN]:,}; {_counts(record.ends - Counter({OWN: record.done}))}",
                f"without a fault and not Ok: {record.failed_without_fault.total()}; {_counts(record.failed_without_fault)}",
                f"retried after: {_counts(record.failed_attempts)}",
                f"latency: p50 {p50:.1f} ms, p99 {p99:.0f} ms, longest {longest:.0f} ms",
                f"longest stall of the loop: {1000 * watch.stall:.0f} ms, standstills: {watch.standstills}",
                f"descriptors: {resources.before} before, {resources.after} after",
                "memory at rest: {:.1f} MiB at first, {:.1f} at last, peak {:.0f}".format(
                    *mebibytes
                ),
                f"its slope over the last third: {self.slope:+.2%}",
            )
        )


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counter.most_common()) or "none"
