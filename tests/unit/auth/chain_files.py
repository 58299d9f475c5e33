"""Errors of botocore's chain."""

from collections.abc import Callable
from pathlib import Path

from smaws_kms._runtime.errors import SmawsError

WriteFile = Callable[[str], Path]


def problem(outcome: object, kind: type[SmawsError]) -> str:
    """Return the text of an error, and check that it holds no exception."""
    assert isinstance(outcome, kind)
    assert (None, None, None) == (outcome.__cause__, outcome.__context__, outcome.__traceback__)
    return outcome.message
