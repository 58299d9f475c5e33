"""The end of a process, with a client in whatever state."""

import pytest

from tests.faults.kinds import (
    ENGINE_ASYNC,
    ENGINE_BLOCKING,
    ENGINE_UVLOOP,
    HTTPX_ASYNC,
    HTTPX_BLOCKING,
    Kind,
)
from tests.faults.processes import run_scene

_ENDINGS = ("closed", "open", "in flight", "uncaught")
# Of connections that nobody has closed, httpx's transports leave Python to warn.
_SCENES = [
    *(
        (kind, ending)
        for kind in (ENGINE_ASYNC, ENGINE_UVLOOP, ENGINE_BLOCKING)
        for ending in _ENDINGS
    ),
    *((kind, "closed") for kind in (HTTPX_ASYNC, HTTPX_BLOCKING)),
]


@pytest.mark.parametrize(
    ("kind", "ending"), _SCENES, ids=[f"{kind.label} - {ending}" for kind, ending in _SCENES]
)
def test_exit(kind: Kind, ending: str, secure_echo: str) -> None:
    """The process ends at once, with its own exit code, and says nothing but its own exception."""
    kind.skip_if_missing()
    how = "blocking" if kind.blocking else "async"

    ended = run_scene("exit_scene", kind, how, ending, secure_echo)

    said = ended.stderr.splitlines()
    assert (1 if ending == "uncaught" else 0, "") == (ended.code, ended.stdout)
    assert (["UncaughtError"] if ending == "uncaught" else []) == said[-1:]
    assert 1 >= ended.stderr.count("Traceback")
