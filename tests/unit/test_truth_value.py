"""A result has no truth value, since an error would count as true."""

import logging
import warnings
from collections.abc import Callable
from typing import Any, Final

import pytest

from smaws_kms import ConnectError, Err, Ok, UnexaminedErrorWarning

TESTS: Final[dict[str, Callable[[Any], object]]] = {
    "bool": bool,
    "not": lambda result: not result,
    "if": lambda result: 1 if result else 2,
    "and": lambda result: result and 1,
    "or": lambda result: result or 1,
    "any": lambda result: any([result]),
    "all": lambda result: all([result]),
    "comprehension": lambda result: [1 for it in [result] if it],
}


def _assert(result: Any) -> None:
    assert result


def _filter(result: Any) -> None:
    results: list[Any] = [result]
    list(filter(bool, results))


TESTS["assert"] = _assert
TESTS["filter"] = _filter


@pytest.mark.parametrize("test", TESTS.values(), ids=TESTS)
@pytest.mark.parametrize("make", [lambda: Ok(1), lambda: Ok(None), lambda: Err(ConnectError("no"))])
def test_no_truth_value(
    make: Callable[[], object], test: Callable[[Any], object], caplog: pytest.LogCaptureFixture
) -> None:
    """Every use as a condition raises one `TypeError` that names the ways to write it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with pytest.raises(TypeError) as raised:
            test(make())
        text = str(raised.value)
        del raised

    assert text == (
        "a Result is neither true nor false: write `if result.is_ok`, `match result:` "
        "or `result.unwrap()`, which raises the error"
    )
    assert [] == [str(warning.message) for warning in caught]
    assert [] == caplog.records


def test_other_errors_are_reported_still(caplog: pytest.LogCaptureFixture) -> None:
    """Only the result that was tested counts as examined."""
    results: list[Any] = [Err(ConnectError("first")), Err(ConnectError("second"))]
    with pytest.raises(TypeError):
        any(results)
    with pytest.warns(UnexaminedErrorWarning):
        results.clear()

    assert [logging.WARNING] == [record.levelno for record in caplog.records]
