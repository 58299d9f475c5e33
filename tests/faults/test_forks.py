"""Forks with a warm pool.

On the engine only: on httpx's transports parent and child read from the same connections, and each may
get the other's answers.
"""

import sys

import pytest

from tests.faults.kinds import ENGINE_ASYNC, ENGINE_BLOCKING, ENGINE_UVLOOP, Kind
from tests.faults.processes import Ended, run_scene

pytestmark = [
    pytest.mark.usefixtures("engine"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork"),
]


@pytest.mark.parametrize("server", ["echo", "secure_echo"], ids=["http", "https"])
@pytest.mark.parametrize(
    "kind", [ENGINE_ASYNC, ENGINE_UVLOOP, ENGINE_BLOCKING], ids=lambda kind: kind.label
)
def test_fork(kind: Kind, server: str, request: pytest.FixtureRequest) -> None:
    """Parent and children go on calling at once, and each gets its own answers only."""
    url: str = request.getfixturevalue(server)
    how = "blocking" if kind.blocking else "async"

    assert Ended(0, "", "") == run_scene("fork_scene", kind, how, url)
