"""Dry runs: a pass is `Ok(None)` and no failure, everything else stays an error."""

import asyncio
import inspect
import warnings
from typing import Any

import pytest

import smaws_kms as kms
from smaws_kms import DryRunOperationException, Err, Metadata, Ok, UnexaminedErrorWarning, dry_run

METADATA = Metadata(request_id="id-1", region="eu-west-1")


def passed() -> Err[kms.SignError]:
    """Return the result of a dry run that passed."""
    return Err(DryRunOperationException("would succeed", operation="Sign"), METADATA)


def test_passed() -> None:
    """A dry run that passed becomes `Ok(None)` with the call's metadata."""
    result = dry_run(passed())

    assert Ok(None) == result
    assert METADATA is result.metadata


def test_failed() -> None:
    """Any other error stays, with the metadata, and must be examined."""
    error = kms.AccessDeniedException("no", operation="Sign")
    with pytest.warns(UnexaminedErrorWarning, match="Sign failed with AccessDeniedException"):
        assert METADATA is dry_run(Err(error, METADATA)).metadata
    result = dry_run(Err(error, METADATA))

    assert Err(error) == result


def test_the_old_result_is_examined() -> None:
    """Only the new result warns."""
    result = Err(kms.ConnectError("no"))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert dry_run(result).is_err
        del result

    assert [] == caught


def test_no_dry_run() -> None:
    """`Ok` means that the call has been done, which is an error of the program."""
    with pytest.raises(ValueError, match="was no dry run and has been done; pass dry_run=True"):
        dry_run(Ok(None))


async def test_not_awaited() -> None:
    """A call that was not awaited is refused, with the reason."""
    call: Any = asyncio.sleep(0)
    with pytest.raises(TypeError) as caught:
        dry_run(call)
    await call

    assert "dry_run() expects a Result, got coroutine; await the call first" == str(caught.value)


def test_no_result() -> None:
    """Anything else is refused."""
    unchecked: Any = None
    with pytest.raises(TypeError) as caught:
        dry_run(unchecked)

    assert "dry_run() expects a Result, got NoneType" == str(caught.value)


def test_discarded_pass(caplog: pytest.LogCaptureFixture) -> None:
    """A dry run that passed is no failure: discarding it neither warns nor logs."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        passed()

    assert [] == caught
    assert [] == caplog.records


def test_every_operation_with_dry_run_lists_the_error() -> None:
    """`dry_run` works for every operation that takes the parameter, and for these only."""
    names = [name for name in dir(kms) if isinstance(getattr(kms, name), kms.Operation)]
    operations: list[kms.Operation[Any, Any, Any]] = [getattr(kms, name) for name in names]
    takes = {it.name for it in operations if "dry_run" in inspect.signature(it.input).parameters}
    lists = {it.name for it in operations if any(error.dry_run_passed for error in it.errors)}

    assert takes
    assert takes == lists


def test_marked_errors() -> None:
    """Only one error of KMS says that a dry run passed."""
    classes = [getattr(kms, name) for name in dir(kms)]
    errors = [it for it in classes if inspect.isclass(it) and issubclass(it, kms.ServiceError)]

    assert [DryRunOperationException] == [it for it in errors if it.dry_run_passed]
