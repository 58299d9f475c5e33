"""`RetryPolicy`: defaults, checks of its numbers, equality."""

import pickle
from typing import Any

import pytest
from attrs import asdict
from attrs.exceptions import FrozenInstanceError

from smaws_kms import RetryPolicy

UNCHECKED: Any = RetryPolicy


def test_numbers() -> None:
    """The default numbers are those of 2026, and `before_2026` differs in four."""
    new, old = asdict(RetryPolicy()), asdict(RetryPolicy.legacy_standard())

    assert {
        "max_attempts": 3,
        "mode": "standard",
        "base_delay": 0.05,
        "throttling_base_delay": 1.0,
        "max_delay": 20.0,
        "respect_retry_after": True,
        "retry_tokens": 500,
        "retry_cost": 14,
        "timeout_cost": 14,
        "throttling_cost": 5,
        "retry_creations": False,
    } == new
    assert {
        "base_delay": 1.0,
        "respect_retry_after": False,
        "retry_cost": 5,
        "timeout_cost": 10,
    } == {name: value for name, value in old.items() if value != new[name]}


def test_attempts() -> None:
    """The mode `off` makes one attempt, whatever the other numbers are."""
    assert 5 == RetryPolicy(max_attempts=5, mode="adaptive").attempts
    assert 1 == RetryPolicy(max_attempts=5, mode="off").attempts


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("max_attempts", 0, ValueError),
        ("max_attempts", 2.0, TypeError),
        ("max_attempts", True, TypeError),
        ("max_attempts", None, TypeError),
        ("mode", "legacy", TypeError),
        ("mode", ["off"], TypeError),
        ("base_delay", -1, ValueError),
        ("base_delay", "1", TypeError),
        ("throttling_base_delay", float("nan"), ValueError),
        ("max_delay", float("inf"), ValueError),
        ("max_delay", True, TypeError),
        ("respect_retry_after", 1, TypeError),
        ("retry_tokens", -1, ValueError),
        ("retry_tokens", 1.5, TypeError),
        ("retry_cost", -1, ValueError),
        ("timeout_cost", "14", TypeError),
        ("throttling_cost", None, TypeError),
        ("retry_creations", "yes", TypeError),
    ],
)
def test_wrong_value(name: str, value: object, error: type[Exception]) -> None:
    """The error for an invalid number names its field."""
    with pytest.raises(error, match=rf"RetryPolicy\.{name} must be"):
        UNCHECKED(**{name: value})


def test_frozen() -> None:
    """A policy is immutable, and equals another with the same numbers."""
    policy = RetryPolicy(max_attempts=4)

    with pytest.raises(FrozenInstanceError):
        policy.max_attempts = 5  # type: ignore[misc]  # the case at hand
    assert policy == RetryPolicy(max_attempts=4) == pickle.loads(pickle.dumps(policy))  # noqa: S301 - our own
    assert len({policy, RetryPolicy(max_attempts=4)}) == 1
