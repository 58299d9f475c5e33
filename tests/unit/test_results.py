"""`Ok` and `Err`: their common API."""

import copy
import gc
import pickle
import weakref
from typing import Any

import attrs
import pytest

from smaws_kms import Attempt, ConnectError, Err, Metadata, Ok
from smaws_kms._runtime.results import Result
from tests.unit.example_results import ERROR, failed

METADATA = Metadata(request_id="id-1", attempts=(Attempt(error=ERROR), Attempt(status_code=200)))


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
