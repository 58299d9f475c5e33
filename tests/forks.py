"""Forks a test's process.

A child that raised would go on as a second test process, on the pipes of the first; one that hung would
hang its parent. So children always exit, and are killed when they take too long.
"""

import os
import signal
import threading
import traceback
from collections.abc import Callable
from typing import Final

_PATIENCE: Final = 120.0
"""Seconds that no child needs."""


class Child:
    """A forked child that runs a function, and exits without cleanup.

    Args:
        work: Returns whether all is well there.
    """

    def __init__(self, work: Callable[[], bool]) -> None:
        self._pid = os.fork()
        if self._pid == 0:  # pragma: no cover - another process
            code = 1
            try:
                code = 0 if work() else 1
            except BaseException:  # noqa: BLE001 - whatever it is, pytest must not go on here
                traceback.print_exc()
            finally:
                os._exit(code)

    def is_fine(self) -> bool:
        """Wait for its end, and return whether `work` returned `True`."""
        limit = threading.Timer(_PATIENCE, os.kill, (self._pid, signal.SIGKILL))
        limit.start()
        try:
            _, status = os.waitpid(self._pid, 0)
        finally:
            limit.cancel()
        return os.waitstatus_to_exitcode(status) == 0
