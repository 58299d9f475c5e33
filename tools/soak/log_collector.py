"""Collect warnings and errors from logs, and unraisable exceptions."""

import logging
import sys
from collections.abc import Generator
from contextlib import contextmanager


class _Listener(logging.Handler):
    def __init__(self, logged: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._logged = logged

    def emit(self, record: logging.LogRecord) -> None:
        self._logged.append(f"{record.name}: {record.getMessage()}")


@contextmanager
def collected_logs() -> Generator[list[str]]:
    """Collect records while the block runs, including warnings that were turned into errors."""
    logged: list[str] = []
    listener, hook = _Listener(logged), sys.unraisablehook
    logging.getLogger().addHandler(listener)
    sys.unraisablehook = lambda it: logged.append(f"unraisable: {it.exc_value!r}")
    try:
        yield logged
    finally:
        sys.unraisablehook = hook
        logging.getLogger().removeHandler(listener)
