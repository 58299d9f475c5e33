"""The response parser compared with h11: it accepts less, and reads what it accepts in the same way."""

import os
from random import Random
from typing import Final

import pytest

from tests.fuzz.readings import read_by_h11, read_by_http11
from tests.fuzz.responses import random_pieces, random_response

CASES: Final = int(os.environ.get("FUZZ_CASES", "5000"))
BATCHES: Final = 10
"""Number of tests, so that several processes share the work."""


@pytest.mark.parametrize("batch", range(BATCHES))
def test_against_h11(batch: int) -> None:
    """What the parser accepts, h11 accepts too and reads in the same way, however it is split."""
    for case in range(batch, CASES, BATCHES):
        random = Random(case)  # noqa: S311 - the number of a failing case reproduces it
        data = random_response(random)
        ends = random.random() < 0.5
        found = read_by_http11([data], ends=ends)

        for _ in range(2):
            split = read_by_http11(random_pieces(random, data), ends=ends)
            assert found == split, f"case {case} depends on how it is split: {data[:400]!r}"
        if found is not None:
            expected = read_by_h11(data, ends=ends)
            assert expected is not None, f"case {case} is rejected by h11 only: {data[:400]!r}"
            assert expected[:3] == found[:3], f"case {case}: {data[:400]!r}"
            assert expected.reusable or not found.reusable, f"case {case}: {data[:400]!r}"


def test_cases_are_useful() -> None:
    """Enough cases are accepted, and enough of those that h11 accepts are rejected."""
    accepted = rejected = 0
    for case in range(500):
        random = Random(case)  # noqa: S311 - as above
        data = random_response(random)
        found = read_by_http11([data], ends=True)
        accepted += found is not None
        rejected += found is None and read_by_h11(data, ends=True) is not None

    assert accepted > 100
    assert rejected > 10
