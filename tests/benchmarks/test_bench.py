"""The benchmark runs. Times are not asserted."""

import sys

import pytest

from tests.benchmarks.run import PACKAGE_CLIENTS, Client, Column, measure
from tests.benchmarks.server import NGINX

_BOTO3 = Client("boto3", "tests.benchmarks.peers.with_boto3", sys.executable, ("blocking",))


@pytest.mark.parametrize(
    "nginx", dict.fromkeys((NGINX, None)), ids=lambda it: "nginx" if it else "echo"
)
def test_table(nginx: str | None) -> None:
    """A few calls produce the whole table: one row per client, ratios if the compared client is there."""
    columns = (Column("async", 20), Column("blocking", 1))

    table = measure((*PACKAGE_CLIENTS, _BOTO3), columns, calls=10, rounds=1, nginx=nginx)

    title, _, head, _, *rows = table.splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert title.startswith("Microseconds of CPU time per call: 10 calls, 1 rounds")
    assert ["client", "async 20", "blocking 1"] == [
        cell.strip() for cell in head.strip("|").split("|")
    ]
    assert ["smaws_kms, http11", "smaws_kms, httpx", "boto3"] == [name for name, _, _ in cells]
    assert [True, True, False] == [cell.isdigit() for _, cell, _ in cells]
    assert "(1.00)" in cells[2][2]
