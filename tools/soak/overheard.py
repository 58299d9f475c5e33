"""Collects warnings and errors in logs, and exceptions that no code can catch."""

import logging
import sys
from collections.abc import Generator
from contextlib import contextmanager


class _Listener(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(f"{record.name}: {record.getMessage()}")


@contextmanager
def overheard() -> Generator[list[str]]:
    """Collect records while the block runs, including warnings that were turned into errors."""
    heard: list[str] = []
    listener, hook = _Listener(heard), sys.unraisablehook
    logging.getLogger().addHandler(listener)
    sys.unraisablehook = lambda it: heard.append(f"unraisable: {it.exc_value!r}")
    try:
        yield heard
    finally:
        sys.unraisablehook = hook
        logging.getLogger().removeHandler(listener)
