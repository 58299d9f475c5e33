"""Secrets in values, and errors that show them."""

import traceback
from collections.abc import Callable
from typing import Final

from tests.unit.redaction.secret_markers import holds_secret, leaks, secret

KEY: Final = secret("key")


def raised(make: Callable[[], object]) -> TypeError:
    """Return the `TypeError` that a wrong argument raises."""
    try:
        make()
    except TypeError as error:
        return error
    raise AssertionError("no TypeError")


def leaks_around(error: TypeError) -> list[str]:
    """Return where a raised error holds a secret, except in the locals of frames.

    The locals of a constructor's caller hold the arguments that it passed.
    """
    printed = [text for text in traceback.format_exception(error) if holds_secret(text)]
    return [*printed, *leaks(error, (error.__traceback__,))]
