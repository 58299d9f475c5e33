"""The benchmark works. What it measures is for `make bench`: nothing is asserted on times."""

import sys

from tests.benchmarks.run import OURS, Client, Column, measure

_BOTO3 = Client("boto3", "tests.benchmarks.peers.with_boto3", sys.executable, ("blocking",))


def test_table() -> None:
    """A few calls make the whole table: a row a client, ratios where there is a yardstick."""
    columns = (Column("async", 2), Column("blocking", 1))

    table = measure((*OURS, _BOTO3), columns, calls=10, rounds=1)

    title, _, head, _, *rows = table.splitlines()
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    assert title.startswith("Microseconds of processor time a call: 10 calls, 1 rounds")
    assert ["client", "async 2", "blocking 1"] == [
        cell.strip() for cell in head.strip("|").split("|")
    ]
    assert ["smaws_kms, engine", "smaws_kms, httpx", "boto3"] == [name for name, _, _ in cells]
    assert [True, True, False] == [ours.isdigit() for _, ours, _ in cells]
    assert "(1.00)" in cells[2][2]
