"""Resources of a process, and whether they grow."""

import os
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Final

from attrs import frozen

_MEMORY: Final = Path("/proc/self/statm")
_OPEN_FILES: Final = Path("/proc/self/fd")


def resident() -> int:
    """Return the bytes of resident memory, 0 on systems other than Linux."""
    if not _MEMORY.exists():
        return 0
    return int(_MEMORY.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def descriptors() -> int:
    """Return the number of open files and sockets, 0 on systems other than Linux."""
    return len([*_OPEN_FILES.iterdir()]) - 1 if _OPEN_FILES.exists() else 0


@frozen
class Sample:
    """One second of a run."""

    calls: int
    """The number of calls that ended in it."""
    p50: float
    """The median duration in seconds."""
    p99: float
    held: int
    """Bytes in use when last no call ran."""
    peak: int
    """The largest number of bytes in use."""
    descriptors: int


def slope(values: Sequence[float]) -> float:
    """Return how much the regression line of the values grows from first to last.

    As a share of their mean, by least squares.
    """
    mean, middle = fmean(values), (len(values) - 1) / 2
    spread = sum((number - middle) ** 2 for number in range(len(values)))
    if not spread or not mean:
        return 0.0
    rise = sum((number - middle) * (value - mean) for number, value in enumerate(values)) / spread
    return rise * (len(values) - 1) / mean


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value that this share of the ordered values does not exceed."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0
