"""The short form of `make soak`: thousands of calls, some of which meet faults."""

import re

import pytest

from tests.faults.processes import run_module
from tests.faults.transports import HTTP11_ASYNC

_PROGRESS = re.compile(r"[\d,]+ of 5,000 calls, .* descriptors")
_THRESHOLD = {"MALLOC_MMAP_THRESHOLD_": "131072"}  # see the Makefile


@pytest.mark.parametrize("workers", [[], ["--threads"]], ids=["tasks", "threads"])
def test_soak(workers: list[str]) -> None:
    """Every call has one result, its own response or the error of its fault, and no resource is leaked."""
    HTTP11_ASYNC.skip_if_missing()
    arguments = ["--calls", "5000", "--seed", "7", "--busy", *workers]

    ended = run_module("tools.soak", *arguments, SMAWS_KMS_ENGINE="on", **_THRESHOLD)

    assert (0, []) == (
        ended.code,
        [line for line in ended.stderr.splitlines() if not _PROGRESS.fullmatch(line)],
    ), ended.stdout
    assert "calls: 5,000 in" in ended.stdout
    assert "WRONG" not in ended.stdout
