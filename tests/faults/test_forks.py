"""Forks of a process that uses a client.

On the package's own transports only: with httpx's, parent and child read from the same connections, and
each may receive the other's responses.
"""

import sys
from pathlib import Path
from typing import Final

import pytest

from tests.faults.processes import LONG, Exited, run_program
from tests.faults.transports import HTTP11, HTTP11_ASYNC, HTTP11_BLOCKING, Transport

_CALLS: Final = 500 if LONG else 40

pytestmark = [
    pytest.mark.usefixtures("http11"),
    pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork"),
]


@pytest.mark.parametrize("server", ["echo", "secure_echo"], ids=["http", "https"])
@pytest.mark.parametrize("transport", HTTP11, ids=lambda transport: transport.label)
def test_fork(transport: Transport, server: str, request: pytest.FixtureRequest) -> None:
    """With open connections, parent and children continue at once, each with its own responses."""
    transport.skip_if_missing()
    url: str = request.getfixturevalue(server)

    assert Exited(0, "", "") == run_program("forking", transport, url, count=_CALLS)


@pytest.mark.parametrize("moment", [20, 100, 400])
@pytest.mark.parametrize(
    "transport", [HTTP11_ASYNC, HTTP11_BLOCKING], ids=lambda transport: transport.name
)
def test_early_fork(
    transport: Transport,
    moment: int,
    secure_echo: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """During the first call (imports, settings, credentials, TLS roots) every child can make its own."""
    config = tmp_path / "config"
    config.write_text("[default]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = x\n")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))

    assert Exited(0, "", "") == run_program("early_forking", transport, secure_echo, count=moment)
