"""Forks while the first call of a process runs in a thread: imports, settings, credentials, trust."""

import sys
from pathlib import Path

import pytest

from tests.faults.kinds import ENGINE_ASYNC, ENGINE_BLOCKING, Kind
from tests.faults.processes import Ended, run_scene

pytestmark = [
    pytest.mark.usefixtures("engine"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork"),
]


@pytest.mark.parametrize("moment", [20, 100, 400])
@pytest.mark.parametrize("kind", [ENGINE_ASYNC, ENGINE_BLOCKING], ids=lambda kind: kind.name)
def test_early_fork(
    kind: Kind, moment: int, secure_echo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every child can make its own first call."""
    config = tmp_path / "config"
    config.write_text("[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = x\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    how = "blocking" if kind.blocking else "async"

    assert Ended(0, "", "") == run_scene("early_fork_scene", kind, how, secure_echo, count=moment)
