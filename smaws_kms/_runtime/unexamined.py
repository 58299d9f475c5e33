"""The warning about an `Err` that was discarded without inspecting its error."""

import logging
import warnings

from smaws_kms._runtime.errors import ServiceError, SmawsError
from smaws_kms._runtime.support.lazy_imports import publish

_log = logging.getLogger(__name__.partition(".")[0])


class UnexaminedErrorWarning(RuntimeWarning):
    """An `Err` was discarded without inspecting its error."""


def warn_unexamined(error: object) -> None:
    """Warn and log that nothing has read an error; not for a dry run that passed.

    Only the operation and the error code are logged: messages may contain names and IDs.
    """
    if isinstance(error, ServiceError) and error.dry_run_passed:
        return
    operation = error.operation if isinstance(error, SmawsError) else None
    code = error.code if isinstance(error, ServiceError) else type(error).__name__
    text = f"{operation or 'A call'} failed with {code} and its error was not examined"
    _log.warning("%s", text)
    # 3: the frame that discarded the `Err`, above this function and `Err.__del__`.
    warnings.warn(UnexaminedErrorWarning(text), stacklevel=3)


publish(globals(), names=("UnexaminedErrorWarning",))
