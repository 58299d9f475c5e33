"""The tables of a run, in Markdown."""

from collections.abc import Iterable, Sequence

from tests.benchmarks import bars
from tests.benchmarks.plan import AIOBOTOCORE, BOTO3
from tests.benchmarks.record import Record

YARDSTICKS = (AIOBOTOCORE.name, BOTO3.name)
"""The clients that ratios compare with, the first of them that was measured."""


def markdown(rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the first row is its head."""
    head, *others = [list(row) for row in rows]
    rule = ["---", *("---:" for _ in head[1:])]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *others))


def figures(
    record: Record, part: str, number: str, *, ratio: bool = False, only: Sequence[str] = ()
) -> str:
    """Return a table with a row for each client and a column for each variant."""
    variants = [name for name in record.variants(part) if not only or name in only]
    rows = [["", *(_title(name) for name in variants)]]
    for client in record.clients(part):
        cells = [_cell(record, (part, name, client, number), ratio=ratio) for name in variants]
        if any(cells):
            rows.append([_name(client), *cells])
    return markdown(rows)


def turned(record: Record, part: str, number: str, *, ratio: bool = False) -> str:
    """Return a table with a row for each variant and a column for each client."""
    clients = record.clients(part)
    rows = [["", *(_name(client) for client in clients)]]
    for name in record.variants(part):
        cells = [_cell(record, (part, name, client, number), ratio=ratio) for client in clients]
        rows.append([name, *cells])
    return markdown(rows)


def starts(record: Record) -> str:
    """Return the table of cold starts."""
    rows = [["", "blocking: ms", "CPU ms", "async: ms", "CPU ms"]]
    for client in record.clients("start"):
        cells = [
            show(record.median("start", kind, client, number))
            for kind in ("blocking", "async")
            for number in ("wall_ms", "cpu_ms")
        ]
        rows.append([_name(client), *cells])
    return markdown(rows)


def memory(record: Record) -> str:
    """Return the table of memory."""
    rows = [["", "MB after one call", "MB more at full pool", "its connections"]]
    for variant in record.variants("memory"):
        for client in record.clients("memory"):
            cells = [
                show(record.median("memory", variant, client, number))
                for number in ("one_mb", "more_mb", "connections")
            ]
            if any(cells):
                rows.append([f"{_name(client)}, {variant}", *cells])
    return markdown(rows)


def stages(record: Record) -> str:
    """Return the table of stages; a column for each number of calls at once."""
    columns = list(record.stages)
    names = list(dict.fromkeys(name for key in columns for name in record.stages[key]["stages"]))
    rows = [["stage, microseconds", *(f"{key} at once" for key in columns)]]
    for name in names:
        found = [record.stages[key]["stages"].get(name) for key in columns]
        rows.append([name, *("" if it is None else f"{it:.1f}" for it in found)])
    totals = [f"**{record.stages[key]['total']:.1f}**" for key in columns]
    return markdown([*rows, ["**whole call**", *totals]])


def everything(record: Record) -> list[tuple[str, str]]:
    """Return the title and text of every table that was measured."""
    measured = {key.split("|")[0] for key in record.samples}
    found: list[tuple[str, str]] = []
    if "async" in measured:
        found += [
            ("Microseconds of CPU a call, async, by calls at once", _cpu(record, "async")),
            ("Calls a second, async", figures(record, "async", "per_second")),
            ("Milliseconds, median, async", figures(record, "async", "p50_ms")),
            ("Milliseconds, 99th percentile, async", figures(record, "async", "p99_ms")),
        ]
    if "blocking" in measured:
        found += [
            ("Microseconds of CPU a call, blocking, by threads", _cpu(record, "blocking")),
            ("Calls a second, blocking", figures(record, "blocking", "per_second")),
            ("Milliseconds, median, blocking", figures(record, "blocking", "p50_ms")),
            ("Milliseconds, 99th percentile, blocking", figures(record, "blocking", "p99_ms")),
        ]
    for part, title in (
        ("operations", "Microseconds of CPU a call, by operation (async: 32 at once)"),
        ("variants", "Microseconds of CPU a call of Encrypt, 32 at once"),
        ("decode", "Microseconds to decode 1,000 entries of ListKeys"),
    ):
        if part in measured:
            found.append((title, turned(record, part, "cpu_us", ratio=True)))
    if "start" in measured:
        found.append(("Cold start: from the start of Python to the first response", starts(record)))
    if "memory" in measured:
        found.append(("Memory", memory(record)))
    if record.stages:
        found.append(("Stages of a call of Encrypt, async", stages(record)))
    bounds = list(bars.table(record))
    if bounds[1:]:
        found.append(("Bounds", markdown(bounds)))
    return found


def show(value: float | None) -> str:
    """Return a number with the digits that mean something."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _cpu(record: Record, part: str) -> str:
    return figures(record, part, "cpu_us", ratio=True)


def _cell(record: Record, key: tuple[str, str, str, str], *, ratio: bool) -> str:
    part, variant, _, number = key
    found = record.median(*key)
    if found is None or not ratio:
        return show(found)
    yardsticks = (record.median(part, variant, name, number) for name in YARDSTICKS)
    yardstick = next((value for value in yardsticks if value), None)
    return f"{show(found)} ({found / yardstick:.2f})" if yardstick else show(found)


def _title(variant: str) -> str:
    return f"{int(variant):,}" if variant.isdigit() else variant


def _name(client: str) -> str:
    return f"**{client}**" if client == "smaws_kms" else client
