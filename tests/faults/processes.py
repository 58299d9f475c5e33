"""Child processes: the echo server, and the programs of this folder."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from attrs import frozen

from tests.faults.transports import Transport
from tests.loops import LOOP

ROOT: Final = Path(__file__).parents[2]
LONG: Final = os.environ.get("SMAWS_KMS_TESTS") == "long"
"""Whether tests do things more often, for `make faultslong`."""
_TIMEOUT: Final = 600.0
"""Seconds after which a program counts as hanging; even on a busy machine none takes that long."""


@frozen
class Exited:
    """How a program ended."""

    code: int
    stdout: str
    stderr: str


@contextmanager
def echo_server(certificate: Path | None = None) -> Generator[str]:
    """Run the echo server, and yield its URL."""
    arguments = [] if certificate is None else [str(certificate)]
    with subprocess.Popen(  # noqa: S603  # our own server
        [sys.executable, "-W", "error", "-m", "tests.faults.echo_server", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{port}"
        process.terminate()


def run_program(name: str, transport: Transport, *arguments: str, count: int = 0) -> Exited:
    """Run one of the `programs` on a transport."""
    return run_module(
        f"tests.faults.programs.{name}",
        transport.client_kind,
        *arguments,
        SMAWS_KMS_ENGINE="on" if transport.http11 else "off",
        COUNT=str(count),
        **{LOOP: transport.loop},
    )


def run_module(module: str, *arguments: str, **environment: str) -> Exited:
    """Run a module in a process that turns every warning into an error."""
    done = subprocess.run(  # noqa: S603  # our own programs
        [sys.executable, "-W", "error", "-m", module, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=_TIMEOUT,
        check=False,
    )
    return Exited(done.returncode, done.stdout, done.stderr)
