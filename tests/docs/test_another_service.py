"""The page about other services: its commands and its program run unchanged."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from moto.server import ThreadedMotoServer

from tests.docs.pages import ROOT
from tests.typing import checkers

PAGE: Final = (ROOT / "docs/how-to/another-service.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the commands of the page, and write its program, in a folder."""
    folder = tmp_path_factory.mktemp("another_service")
    for block in _blocks("sh"):
        command = block.replace(".venv/bin/python", sys.executable)
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(["bash", "-ec", command], cwd=folder, env=environment, check=True)  # noqa: S603, S607  # our own page
    (folder / "program.py").write_text("\n".join(_blocks("py")), encoding="utf-8")
    return folder


@pytest.mark.integration
def test_first_call(folder: Path) -> None:
    """The program reads the secret that it wrote to moto's server."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    environment = {
        **os.environ,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER": f"http://{host}:{port}",
        "AWS_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "PYTHONPATH": f"{folder}:{ROOT}",
    }
    try:
        done = subprocess.run(  # our own documentation
            [sys.executable, "-W", "error", "program.py"],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        server.stop()

    assert ("orders/key\n", "") == (done.stdout, done.stderr)


def test_program_type_checks(folder: Path, pytestconfig: pytest.Config) -> None:
    """The program passes `mypy --strict`."""
    assert [] == checkers.mypy(folder, pytestconfig.cache.mkdir("mypy-another-service"))
