"""The pattern for the usual response compared with h11 and with the full parser."""

import os
from random import Random
from typing import Final

from smaws_kms._runtime.http11.plain_response import parse_plain_response
from tests.fuzz.readings import read_by_h11, read_by_http11
from tests.fuzz.responses import random_response

CASES: Final = int(os.environ.get("FUZZ_CASES", "5000"))


def test_against_both() -> None:
    """What the pattern takes, the full parser and h11 take too, and read in the same way."""
    taken = 0
    for case in range(CASES):
        data = random_response(Random(case))  # noqa: S311 - the number of a failing case reproduces it
        if parse_plain_response(data) is None:
            continue
        taken += 1
        at_once = read_by_http11([data], ends=False)
        by_byte = read_by_http11([data[:1], data[1:]], ends=False)  # read by the full parser
        by_h11 = read_by_h11(data, ends=False)

        assert at_once == by_byte == by_h11, f"case {case}: {data[:400]!r}"
    assert taken > CASES // 50
