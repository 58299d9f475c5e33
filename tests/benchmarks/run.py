"""CPU time per call, by client: `python -m tests.benchmarks.run [CALLS] [ROUNDS]`, or `make bench`.

Every number comes from a process of its own, and clients take turns in each round, so that noise on the
machine affects all clients alike. Only the ratios within one run are meaningful, not the times. The median
of 5 rounds of 2,000 calls, after at least 100 warm-up calls, is accurate to two digits.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Final, TypeAlias

from attrs import frozen

from tests.benchmarks.server import NGINX, serving

ROOT: Final = Path(__file__).parents[2]
_PEERS: Final = "tests.benchmarks.peers"
_TIMEOUT: Final = 300.0


@frozen
class Client:
    """A client to measure."""

    name: str
    module: str
    python: str
    kinds: tuple[str, ...] = ("async", "blocking")
    engine: str = "on"


@frozen
class Column:
    """A measurement: which client, and how many calls at once."""

    kind: str
    at_once: int


COLUMNS: Final = (
    Column("async", 1),
    Column("async", 32),
    Column("async", 256),
    Column("blocking", 1),
    Column("blocking", 8),
)
Numbers: TypeAlias = dict[tuple[str, Column], list[float]]

PACKAGE_CLIENTS: Final = (
    Client("smaws_kms, http11", "tests.benchmarks.package_client", sys.executable),
    Client("smaws_kms, httpx", "tests.benchmarks.package_client", sys.executable, engine="off"),
)
YARDSTICKS: Final = {"async": "aiobotocore", "blocking": "boto3"}
"""The clients that the ratios compare with."""


def peers() -> tuple[Client, ...]:
    """Return the peers that `make bench` could install."""
    all_of_them = (
        ("aiobotocore", "aiobotocore", ("async",)),
        ("boto3", "boto3", ("blocking",)),
        ("capo-kms", "capo", ("async", "blocking")),
    )
    found: list[Client] = []
    for name, module, kinds in all_of_them:
        python = ROOT / ".venvs" / f"bench-{name}" / "bin" / "python"
        if python.exists():
            found.append(Client(name, f"{_PEERS}.with_{module}", str(python), kinds))
    return tuple(found)


def measure(
    clients: tuple[Client, ...],
    columns: tuple[Column, ...],
    calls: int,
    rounds: int,
    nginx: str | None = NGINX,
) -> str:
    """Measure the clients, and return the table."""
    numbers: Numbers = {}
    with serving(nginx) as (server, url, trusted):
        for _ in range(rounds):
            for column in columns:
                for client in clients:
                    if column.kind in client.kinds:
                        found = _measure_once(client, column, url, trusted, calls)
                        numbers.setdefault((client.name, column), []).append(found)
    title = f"Microseconds of CPU time per call: {calls} calls, {rounds} rounds, {server}, TLS"
    return "\n".join((title, "", *_table(clients, columns, numbers)))


def _measure_once(client: Client, column: Column, url: str, trusted: Path, calls: int) -> float:
    environment: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "AWS_CA_BUNDLE": str(trusted),
        "SSL_CERT_FILE": str(trusted),
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "SMAWS_KMS_ENGINE": client.engine,
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(  # noqa: S603  # our own scripts
        [client.python, "-m", client.module, column.kind, url, str(column.at_once), str(calls)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=_TIMEOUT,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{client.name} failed: {done.stderr}")
    found: float = json.loads(done.stdout)
    return found


def _table(clients: tuple[Client, ...], columns: tuple[Column, ...], numbers: Numbers) -> list[str]:
    heads = [f"{column.kind} {column.at_once}" for column in columns]
    rows = [["client", *heads], ["---", *("---:" for _ in columns)]]
    rows += [
        [client.name, *(_cell(client, each, numbers) for each in columns)] for client in clients
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"
        for row in rows
    ]


def _cell(client: Client, column: Column, numbers: Numbers) -> str:
    if (client.name, column) not in numbers:
        return ""
    found = median(numbers[client.name, column])
    yardstick = numbers.get((YARDSTICKS[column.kind], column))
    return f"{found:.0f} ({found / median(yardstick):.2f})" if yardstick else f"{found:.0f}"


def main(calls: str = "2000", rounds: str = "5") -> None:
    """Measure all installed clients, and print the table."""
    sys.stdout.write(measure((*PACKAGE_CLIENTS, *peers()), COLUMNS, int(calls), int(rounds)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
