"""Other processes: the echo server, and scenes that have to start and end by themselves."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen

from tests.faults.kinds import Kind
from tests.faults.lengths import LONG
from tests.loops import LOOP

ROOT: Final = Path(__file__).parents[2]
_PATIENCE: Final = 600.0 if LONG else 60.0


@frozen
class Ended:
    """How a scene ended."""

    code: int
    stdout: str
    stderr: str


@contextmanager
def echo_server(certificate: Path | None = None) -> Generator[str]:
    """Run the server, and yield its address."""
    arguments = [] if certificate is None else [str(certificate)]
    with subprocess.Popen(  # noqa: S603  # our own server
        [sys.executable, "-W", "error", "-m", "tests.faults.echo", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{port}"
        process.terminate()


def run_scene(module: str, kind: Kind, *arguments: str, count: int = 0) -> Ended:
    """Run a module of this folder on a transport."""
    engine = "on" if kind.engine else "off"
    return run_module(
        f"tests.faults.{module}",
        *arguments,
        SMAWS_KMS_ENGINE=engine,
        COUNT=str(count),
        **{LOOP: kind.loop},
    )


def run_module(module: str, *arguments: str, **environment: str) -> Ended:
    """Run a module of the tests in a process where every warning is an error."""
    done = subprocess.run(  # noqa: S603  # our own scenes
        [sys.executable, "-W", "error", "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)
