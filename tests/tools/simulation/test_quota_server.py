"""The adaptive mode against a server that enforces a quota, in some seconds of real time."""

import pytest

from tools.simulation.bulk import Run, asynchronous, blocking, botocore, measure
from tools.simulation.quotas import KINDS


@pytest.mark.parametrize("run", [asynchronous, blocking])
@pytest.mark.parametrize("kind", KINDS)
def test_items_are_served(run: Run, kind: str) -> None:
    """Nearly no item is lost, and nearly no request is wasted; times are not asserted.

    A busy machine sends in bursts, so some items may be throttled three times. The quota is small
    for the number of callers: without a limit, 21 of 160 items were lost, at 1.5 requests per item.
    """
    outcome = measure(run, kind=kind, quota=40, items=160, callers=64)

    assert not outcome.failures.keys() - {"ThrottlingException"}
    assert 152 <= outcome.counted.served
    assert outcome.counted.throttled > 0
    assert outcome.counted.requests_per_item <= 1.2


def test_comparison_with_botocore() -> None:
    """The measurement of botocore for the documentation works."""
    outcome = measure(botocore, kind="bucket", quota=1_000, items=20, callers=4)

    assert {} == outcome.failures
    assert 20 == outcome.counted.served
