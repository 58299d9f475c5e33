"""The token bucket that limits retries."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, strategies as st

from smaws_kms._runtime.retry.token_bucket import RetryTokenBucket

STEPS = st.lists(st.tuples(st.sampled_from(("take", "give back")), st.integers(0, 50)))


@given(capacity=st.integers(0, 100), steps=STEPS)
def test_bounds(capacity: int, steps: list[tuple[str, int]]) -> None:
    """The bucket never goes below zero, nor above its capacity."""
    bucket = RetryTokenBucket()
    for what, tokens in steps:
        before = bucket.spent
        if what == "take":
            enough = bucket.take(tokens, capacity)
            assert enough == (before + tokens <= capacity)
            assert bucket.spent == (before + tokens if enough else before)
        else:
            bucket.give_back(tokens)
            assert bucket.spent == max(0, before - tokens)

        assert 0 <= bucket.spent <= capacity


def test_no_limit() -> None:
    """Without a capacity, nothing is counted."""
    bucket = RetryTokenBucket()

    assert bucket.take(10**9, None)
    assert 0 == bucket.spent


def test_capacities_of_derived_clients() -> None:
    """Clients with different policies share the tokens spent, and keep their own capacity."""
    bucket = RetryTokenBucket()
    bucket.take(10, 100)

    assert not bucket.take(5, 12)
    assert bucket.take(2, 12)
    assert 12 == bucket.spent


def test_threads() -> None:
    """No token is lost or spent twice between threads."""
    bucket = RetryTokenBucket()
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(bucket.take, [1] * 2_000, [500] * 2_000))

    assert (500, 500) == (taken.count(True), bucket.spent)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_fork() -> None:
    """A child does not wait for a lock of a parent's thread."""
    bucket = RetryTokenBucket()
    with vars(bucket)["_lock"]:
        bucket.after_fork()

        assert bucket.take(1, 10)
