"""Metadata of calls is made when it is first read, and cannot be told from metadata made at once."""

import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest

import smaws_kms as kms
from smaws_kms import Attempt, Metadata
from smaws_kms._runtime.http.response_head import ResponseHead
from smaws_kms._runtime.metadata import metadata_of

FAILED = Attempt(error=kms.ConnectError("refused", sent="no"), delay=0.0)
HEADERS = {"x-amzn-requestid": "id-1", "date": "today"}
PLAIN = Metadata(
    request_id="id-1",
    status_code=200,
    headers=HEADERS,
    elapsed=1.5,
    attempts=(FAILED, Attempt(delay=0.25, status_code=200)),
    region="eu-west-1",
    endpoint="https://kms.test/",
)


def deferred() -> Metadata:
    """Return metadata as a call does."""
    return metadata_of(
        (ResponseHead(HEADERS), 200, 1.5, (FAILED,), 0.25, "eu-west-1", "https://kms.test/")
    )


READS: list[Callable[[Metadata], object]] = [
    repr,
    str,
    attrs.asdict,
    attrs.astuple,
    dir,
    copy.copy,
    lambda it: attrs.evolve(it, region="us-east-1"),
    lambda it: it == PLAIN,
    lambda it: it != PLAIN,
    lambda it: PLAIN == it,
    lambda it: (it.attempts, it.headers, it.request_id),
    lambda it: it.elapsed,
    lambda it: it.endpoint,
]


@pytest.mark.parametrize("read", READS)
def test_every_use(read: Callable[[Metadata], object]) -> None:
    """Whatever reads it first gets the same."""
    assert read(PLAIN) == read(deferred())


def test_pattern() -> None:
    """It matches by keyword."""
    match deferred():
        case Metadata(request_id=found, status_code=200, attempts=(_, Attempt(delay=delay))):
            assert ("id-1", 0.25) == (found, delay)
        case _:
            pytest.fail("no match")


def test_pickle() -> None:
    """It pickles with its fields alone."""
    metadata = metadata_of((ResponseHead(HEADERS), 200, 1.5, (), 0.0, None, None))
    again = pickle.loads(pickle.dumps(metadata))  # noqa: S301  # our own

    assert metadata == again
    assert not hasattr(again, "_facts")


def test_calls_without_a_response() -> None:
    """A call that ended before its first request has no attempts and no headers."""
    metadata = metadata_of((None, None, 0.5, (), None, None, None))

    assert Metadata(elapsed=0.5) == metadata


@pytest.mark.parametrize("make", [deferred, lambda: PLAIN])
def test_frozen_without_other_attributes(make: Callable[[], Any]) -> None:
    """It has no other attributes, and none can be set."""
    metadata = make()

    with pytest.raises(AttributeError, match="no attribute 'other'"):
        _ = metadata.other
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        metadata.region = "us-east-1"


def test_threads() -> None:
    """Threads that read it first at the same time get the same."""
    with ThreadPoolExecutor(8) as pool:
        for _ in range(50):
            metadata = deferred()
            found = list(pool.map(getattr, [metadata] * 8, ["attempts", "region"] * 4))

            assert [PLAIN.attempts, "eu-west-1"] * 4 == found
