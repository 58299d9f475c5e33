"""Forks, and the ends of interpreters, each in a process of its own."""

import asyncio
import os
import ssl
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.unit.engine.peers import Peer, echo, serving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")

# From Python 3.12 on, forking with threads around warns; that is the case at hand.
OPTIONS: Final = ("-X", "dev", "-W", "ignore::DeprecationWarning")
PROGRAMS: Final = Path(__file__).parent / "programs"


async def run(
    program: str, *arguments: str, options: tuple[str, ...] = ()
) -> tuple[int | None, str]:
    """Run a program; return its exit code and what it wrote to stderr."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *options,
        str(PROGRAMS / program),
        *arguments,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    _, stderr = await asyncio.wait_for(process.communicate(), 60)
    return process.returncode, stderr.decode()


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("program", ["fork_blocking.py", "fork_async.py"])
@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
async def test_fork(
    secure: bool,  # noqa: FBT001 - a parameter of pytest
    program: str,
    server_tls: ssl.SSLContext,
) -> None:
    """Parent and children use connections of their own, and the parent goes on with those it had."""
    async with serving(echo, server_tls if secure else None) as server:
        code, stderr = await run(program, server.url, options=OPTIONS)

    assert (0, "") == (code, stderr)
    assert [] == server.problems


QUIET: Final = (
    "closed", "open", "in flight", "exit", "two runs",
    "blocking closed", "blocking open", "blocking in flight",
)  # fmt: skip


def silent(peer: Peer) -> None:
    """Take a request and never answer."""
    peer.request()
    peer.await_close()


@pytest.mark.parametrize("ending", QUIET)
async def test_quiet_end(ending: str) -> None:
    """An interpreter ends without a word, even if it is told to show every warning."""
    async with serving(echo) as server, serving(silent) as other:
        code, stderr = await run("ending.py", server.url, other.url, ending, options=("-X", "dev"))

    assert (0, "") == (code, stderr)


@pytest.mark.parametrize("ending", ["uncaught", "blocking uncaught"])
async def test_uncaught(ending: str) -> None:
    """An exception that nobody catches is all that is told of in the end."""
    async with serving(echo) as server, serving(silent) as other:
        code, stderr = await run("ending.py", server.url, other.url, ending, options=("-X", "dev"))

    assert 1 == code
    assert stderr.startswith("Traceback")
    assert stderr.endswith("LookupError: uncaught\n")


async def test_loop_left_open() -> None:
    """A loop that nobody closes is quiet too; only whoever asks hears that it was left open."""
    async with serving(echo) as server:
        code, stderr = await run("ending.py", server.url, "", "loop left open")

    assert (0, "") == (code, stderr)
