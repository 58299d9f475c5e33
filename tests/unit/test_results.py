"""`Ok` and `Err`: their common API, and the warning about unexamined errors."""

import copy
import gc
import logging
import pickle
import subprocess
import sys
import warnings
import weakref
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from smaws_kms import (
    Attempt,
    ConnectError,
    Err,
    Metadata,
    NotFoundException,
    Ok,
    SmawsError,
    UnexaminedErrorWarning,
)
from smaws_kms._runtime.results import Result

ERROR = ConnectError("could not connect", operation="Encrypt", sent="no")
METADATA = Metadata(request_id="id-1", attempts=(Attempt(error=ERROR), Attempt(status_code=200)))


def failed() -> Err[ConnectError]:
    """Return an `Err` whose error has not been examined."""
    return Err(ERROR)


def result(*, succeeds: bool) -> Result[int, ConnectError]:
    """Return `Ok` or `Err`, typed as a call's result."""
    return Ok(1, METADATA) if succeeds else Err(ERROR, METADATA)


def test_ok() -> None:
    """Every accessor of `Ok` returns or transforms its value."""
    ok = Ok(1, METADATA)

    assert (1, 1, 1, None, True, False) == (
        ok.value, ok.outcome, ok.ok, ok.err, ok.is_ok, ok.is_err,
    )  # fmt: skip
    assert (1, 1, 1, 1) == (
        ok.unwrap(), ok.unwrap_or(2), ok.unwrap_or_else(lambda _: 2), ok.expect("a number"),
    )  # fmt: skip
    assert METADATA is ok.map(str).metadata
    assert Ok("1") == ok.map(str)
    assert ok is ok.map_err(str)
    assert Ok("1") == ok.and_then(lambda value: Ok(str(value)))


def test_err() -> None:
    """Every accessor of `Err` returns or transforms its error, or returns the default."""
    err = Err(ERROR, METADATA)

    assert (ERROR, ERROR, ERROR, None, False, True) == (
        err.error, err.outcome, err.err, err.ok, err.is_ok, err.is_err,
    )  # fmt: skip
    assert (2, "could not connect") == (err.unwrap_or(2), err.unwrap_or_else(lambda e: e.message))
    mapped = err.map_err(str)
    assert ("Encrypt: could not connect", METADATA) == (mapped.error, mapped.metadata)
    assert err is err.map(str)
    assert err is err.and_then(Ok)


@pytest.mark.parametrize(("succeeds", "found"), [(True, 1), (False, ERROR)])
def test_match(succeeds: bool, found: object) -> None:  # noqa: FBT001 - a parameter of pytest
    """Both classes match by one positional pattern, which excludes metadata."""
    match result(succeeds=succeeds):
        case Ok(value):
            matched: object = value
        case Err(error):
            matched = error

    assert found is matched


def test_match_flat() -> None:
    """`outcome` is the value or the error, so one `match` covers both."""
    match result(succeeds=False).outcome:
        case int():
            matched = "value"
        case ConnectError(sent=sent):
            matched = sent

    assert "no" == matched


def test_equality() -> None:
    """Results compare by value or error; metadata is ignored."""
    assert Ok(1) == Ok(1, METADATA)
    assert Ok(1) != Ok(2)
    assert hash(Ok(1)) == hash(Ok(1, METADATA))
    assert failed() == Err(ERROR, METADATA)
    assert Err("a") != Err("b")
    assert hash(failed()) == hash(Err(ERROR, METADATA))


def test_equality_with_others() -> None:
    """A result is unequal to everything but a result of the same class."""
    err: object = Err(1)
    ok: object = Ok(1)

    assert err != ok
    assert ok != 1
    assert "Err(1)" == repr(err)


def test_frozen() -> None:
    """Results are immutable."""
    ok: Any = Ok(1)
    err: Any = Err("e")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ok.value = 2
    with pytest.raises(AttributeError):
        err.error = "other"
    assert "e" == err.error


def test_unwrap() -> None:
    """`unwrap` raises the error object itself, which had no traceback before."""
    error = ConnectError("could not connect")

    assert error.__traceback__ is None
    with pytest.raises(ConnectError) as caught:
        Err(error).unwrap()
    assert error is caught.value


def test_unwrap_leaves_no_cycle() -> None:
    """A raised error is freed by reference counting, without a garbage collection."""
    gc.disable()
    try:
        for name in ("unwrap", "expect"):
            error = ConnectError("could not connect")
            gone = weakref.ref(error)
            with pytest.raises(ConnectError) as caught:
                getattr(Err(error), name)(*["never"] * (name == "expect"))
            del caught, error

            assert gone() is None
    finally:
        gc.enable()


def test_expect() -> None:
    """`expect` adds its message to the error as a note."""
    with pytest.raises(ConnectError) as caught:
        Err(ConnectError("could not connect")).expect("the key exists")

    assert ["the key exists"] == caught.value.__notes__


def test_unwrap_of_no_exception() -> None:
    """`unwrap` raises `ValueError` if `map_err` replaced the error by another value."""
    with pytest.raises(ValueError, match=r"Err\('gone'\)"):
        Err("gone").unwrap()


def test_copies() -> None:
    """Copies and pickles keep value, error and metadata."""
    pair = (Ok(1, METADATA), Err(ERROR, METADATA))

    for ok, err in (copy.deepcopy(pair), pickle.loads(pickle.dumps(pair))):  # noqa: S301 - our own
        assert ok == Ok(1)
        assert (str(ERROR), ConnectError) == (str(err.error), type(err.error))
        assert ["id-1", "id-1"] == [ok.metadata.request_id, err.metadata.request_id]


def test_repr() -> None:
    """The `repr` shows a constructor call with one positional argument."""
    assert "Ok(1)" == repr(Ok(1, METADATA))
    assert "Err(ConnectError('Encrypt: could not connect'))" == repr(failed())


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


def test_metadata_is_no_look() -> None:
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
