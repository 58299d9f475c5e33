"""The blocking client in programs that eventlet or gevent have patched."""

import json
from importlib.util import find_spec

import pytest

from tests.faults.kinds import ENGINE_BLOCKING
from tests.faults.processes import run_scene


@pytest.mark.parametrize("server", ["echo", "secure_echo"], ids=["http", "https"])
@pytest.mark.parametrize("library", ["eventlet", "gevent"])
def test_calls_at_once(library: str, server: str, request: pytest.FixtureRequest) -> None:
    """Every call succeeds, and none keeps the other green threads from running."""
    ENGINE_BLOCKING.skip_if_missing()
    if find_spec(library) is None:
        pytest.skip(f"{library} is not installed here")
    url: str = request.getfixturevalue(server)

    ended = run_scene("green_scene", ENGINE_BLOCKING, library, url)

    assert (0, "") == (ended.code, ended.stderr)
    right, most = json.loads(ended.stdout)
    assert 20 == right
    assert most > 10  # one at a time if calls blocked
