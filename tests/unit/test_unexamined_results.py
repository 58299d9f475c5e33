"""The warning about an `Err` that was discarded without inspecting its error."""

import logging
import pickle
import subprocess
import sys
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from smaws_kms import ConnectError, Err, NotFoundException, Ok, SmawsError, UnexaminedErrorWarning
from tests.unit.example_results import ERROR, failed


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (ERROR, "Encrypt failed with ConnectError and its error was not examined"),
        (
            NotFoundException("key secret-name", operation="Decrypt", code="NotFoundException"),
            "Decrypt failed with NotFoundException and its error was not examined",
        ),
        (SmawsError("m"), "A call failed with SmawsError and its error was not examined"),
        ("text", "A call failed with str and its error was not examined"),
    ],
)
def test_unexamined(error: object, text: str, caplog: pytest.LogCaptureFixture) -> None:
    """An unexamined error causes one warning and one log line, without its message."""
    with pytest.warns(UnexaminedErrorWarning) as caught:
        Err(error)

    assert [text] == [str(warning.message) for warning in caught]
    assert [__file__] == [warning.filename for warning in caught]
    assert [("smaws_kms", logging.WARNING, text)] == caplog.record_tuples


LOOKS: list[Callable[[Err[ConnectError]], object]] = [
    lambda err: err.error,
    lambda err: err.outcome,
    lambda err: err.err,
    lambda err: err.ok,
    lambda err: err.is_ok,
    lambda err: err.is_err,
    lambda err: err.unwrap_or(None),
    lambda err: err.unwrap_or_else(str),
    lambda err: err.map_err(str).error,
    lambda err: err == Err("other"),
    hash,
    repr,
    pickle.dumps,
]


@pytest.mark.parametrize("look", LOOKS)
def test_examined(
    look: Callable[[Err[ConnectError]], object], caplog: pytest.LogCaptureFixture
) -> None:
    """No warning follows once the error, or its presence, has been read."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        look(failed())

    assert [] == caught
    assert [] == caplog.records


def test_metadata_does_not_examine() -> None:
    """Reading the metadata or passing the result on does not count as examining it."""
    with pytest.warns(UnexaminedErrorWarning):
        assert 0.0 == failed().map(str).and_then(Ok).metadata.elapsed


def test_half_made() -> None:
    """An `Err` whose constructor failed causes no warning."""
    unchecked: Any = Err

    with pytest.raises(TypeError):
        unchecked()


def test_interpreter_exit() -> None:
    """Results that are alive at interpreter exit cause no warning."""
    program = (
        "import sys\n"
        "from smaws_kms import ConnectError, Err\n"
        "kept = Err(ConnectError('x'))\n"
        "sys.kept = Err(ConnectError('x'))\n"
    )

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "always", "-c", program], capture_output=True, timeout=60, check=True
    )

    assert b"" == done.stderr
