"""`dry_run`: the outcome of a call that only checks whether it would be let through."""

from collections.abc import Awaitable
from typing import TypeVar

from smaws_kms._runtime.errors import ServiceError
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.support.lazy_imports import publish

E = TypeVar("E")


def dry_run(result: Result[object, E]) -> Result[None, E]:
    """Return `Ok(None)` for a dry run that passed, else `Err` with its error.

        match kms.dry_run(client.sign(..., dry_run=True)):
            case kms.Ok():
                print("allowed")
            case kms.Err(error):
                print(error)

    A service reports a dry run that passed as an error, such as `DryRunOperationException` of KMS.
    The type of the error still includes that class, since Python's types cannot express its removal.

    Args:
        result: Result of a call with `dry_run=True`.

    Raises:
        ValueError: `result` is `Ok`: the call was no dry run, and has been done.
        TypeError: `result` is no result, for example a call that was not awaited.
    """
    if isinstance(result, Err):
        error = result.error
        if isinstance(error, ServiceError) and error.dry_run_passed:
            return Ok(None, result.metadata)
        # A new one, which counts as unexamined.
        return Err(error, result.metadata)
    problem = _problem(result)
    del result  # error trackers show locals
    raise problem


def _problem(found: object) -> Exception:
    kind = type(found).__name__
    if isinstance(found, Ok):
        return ValueError(
            "dry_run() got an Ok: the call was no dry run and has been done; "
            "pass dry_run=True to the call, which some stand-ins for the service ignore"
        )
    hint = "; await the call first" if isinstance(found, Awaitable) else ""
    return TypeError(f"dry_run() expects a Result, got {kind}{hint}")


publish(globals(), names=("dry_run",))
