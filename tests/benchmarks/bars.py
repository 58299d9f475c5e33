"""The ratios that the project promises to keep."""

from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from tests.benchmarks.plan import AIOBOTOCORE, BOTO3, CAPO, HTTPX, PACKAGE, SIGNED, Client
from tests.benchmarks.record import Record


@frozen
class Figure:
    """A median of a run."""

    part: str
    variant: str
    number: str
    client: Client = PACKAGE

    def of(self, record: Record) -> float | None:
        """Return the figure."""
        return record.median(self.part, self.variant, self.client.name, self.number)


@frozen
class Bar:
    """A bound on a figure, or on the ratio of two."""

    name: str
    figure: Figure
    other: Figure | None
    bound: float
    kind: Literal["at most", "at least"] = "at most"

    def measured(self, record: Record) -> float | None:
        """Return the figure or ratio; `None` if it was not measured."""
        found = self.figure.of(record)
        if found is None or self.other is None:
            return found
        other = self.other.of(record)
        return found / other if other else None

    def is_met(self, value: float) -> bool:
        """Return whether the value is within the bound."""
        return value <= self.bound if self.kind == "at most" else value >= self.bound


_32: Final = Figure("async", "32", "cpu_us")
_BLOCKING: Final = Figure("blocking", "1", "cpu_us")
_P99: Final = Figure("async", "128", "p99_ms")
_THREADS: Final = Figure("blocking", "8", "per_second")
_START: Final = Figure("start", "blocking", "wall_ms")
_ASYNC_START: Final = Figure("start", "async", "wall_ms")
_DECODE: Final = Figure("decode", "list keys", "cpu_us")
_USER: Final = Figure("variants", "a user's httpx client", "cpu_us")


def _of(figure: Figure, client: Client) -> Figure:
    return Figure(figure.part, figure.variant, figure.number, client)


BARS: Final = (
    Bar("CPU, async, 32 at once / signed floor", _32, _of(_32, SIGNED), 1.6),
    Bar("CPU, async, 32 at once / aiobotocore", _32, _of(_32, AIOBOTOCORE), 0.13),
    Bar("CPU, async, 32 at once / capo-kms", _32, _of(_32, CAPO), 0.18),
    Bar(
        "CPU, async, 1 at once / signed floor",
        Figure("async", "1", "cpu_us"),
        Figure("async", "1", "cpu_us", SIGNED),
        1.3,
    ),
    Bar("CPU, blocking, 1 thread / botocore", _BLOCKING, _of(_BLOCKING, BOTO3), 0.15),
    Bar(
        "CPU, async, 1,000 at once / 8 at once",
        Figure("async", "1000", "cpu_us"),
        Figure("async", "8", "cpu_us"),
        1.15,
    ),
    Bar("p99, async, 128 at once / aiobotocore", _P99, _of(_P99, AIOBOTOCORE), 0.02),
    Bar("calls a second, 8 threads / botocore", _THREADS, _of(_THREADS, BOTO3), 8, "at least"),
    Bar("cold start, blocking / boto3", _START, _of(_START, BOTO3), 0.42),
    Bar("cold start, blocking / capo-kms", _START, _of(_START, CAPO), 0.6),
    Bar("cold start, async / capo-kms", _ASYNC_START, _of(_ASYNC_START, CAPO), 0.7),
    Bar("decode 1,000 entries / botocore", _DECODE, _of(_DECODE, BOTO3), 0.5),
    Bar("MB of 50 TLS connections", Figure("memory", "async", "more_mb"), None, 3),
    Bar("CPU, a user's httpx client / httpx alone", _USER, _of(_USER, HTTPX), 1.3),
)


def table(record: Record) -> Iterator[list[str]]:
    """Yield the rows of the table of bars; those of parts that were not measured are left out."""
    yield ["", "bound", "measured", "met"]
    for bar in BARS:
        if not record.clients(bar.figure.part):
            continue
        value = bar.measured(record)
        bound = f"{bar.kind} {bar.bound:g}"
        if value is None:
            yield [bar.name, bound, "not measured", ""]
        else:
            yield [bar.name, bound, f"{value:.3g}", "yes" if bar.is_met(value) else "**no**"]
