"""Forks and interpreter exits, each in its own process."""

import asyncio
import os
import ssl
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from tests.loops import LOOP, LOOPS, on_loop
from tests.unit.http11.scripted_server import Peer, echo, serving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")

# From Python 3.12 on, forking with threads warns, and these programs do just that.
OPTIONS: Final = ("-X", "dev", "-W", "ignore::DeprecationWarning")
PROGRAMS: Final = Path(__file__).parent / "programs"


async def run(
    program: str, *arguments: str, loop: str, options: tuple[str, ...] = ()
) -> tuple[int | None, str]:
    """Run a program; return its exit code and stderr."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *options,
        str(PROGRAMS / program),
        *arguments,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), LOOP: loop},
    )
    _, stderr = await asyncio.wait_for(process.communicate(), 600)
    return process.returncode, stderr.decode()


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize(
    ("loop", "program"),
    [
        on_loop("asyncio", "fork_blocking.py", name="blocking"),
        on_loop("asyncio", "fork_async.py", name="async"),
        on_loop("uvloop", "fork_async.py", name="async on uvloop"),
    ],
)
@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
async def test_fork(
    secure: bool,  # noqa: FBT001 - a parameter of pytest
    loop: str,
    program: str,
    server_tls: ssl.SSLContext,
) -> None:
    """Parent and children use their own connections, and the parent keeps those it had."""
    async with serving(echo, server_tls if secure else None) as server:
        code, stderr = await run(program, server.url, loop=loop, options=OPTIONS)

    assert (0, "") == (code, stderr)
    assert [] == server.problems


QUIET: Final = ("closed", "open", "running call", "exit", "two runs")
QUIET_BLOCKING: Final = ("blocking closed", "blocking open", "blocking running call")


def on_each_loop(endings: Sequence[str], blocking: Sequence[str]) -> pytest.MarkDecorator:
    """Run exits of the async transport on every loop, and those of the blocking one once."""
    rows = [on_loop(loop, each, name=f"{each} on {loop}") for loop in LOOPS for each in endings]
    rows += [on_loop("asyncio", each, name=each) for each in blocking]
    return pytest.mark.parametrize(("loop", "ending"), rows)


def silent(peer: Peer) -> None:
    """Read a request and never respond."""
    peer.request()
    peer.await_close()


@on_each_loop(QUIET, QUIET_BLOCKING)
async def test_quiet_end(loop: str, ending: str) -> None:
    """An interpreter exits without a warning, even with all warnings enabled."""
    async with serving(echo) as server, serving(silent) as other:
        urls = (server.url, other.url)
        code, stderr = await run("ending.py", *urls, ending, loop=loop, options=("-X", "dev"))

    assert (0, "") == (code, stderr)


@on_each_loop(["uncaught"], ["blocking uncaught"])
async def test_uncaught(loop: str, ending: str) -> None:
    """An uncaught exception is all that stderr shows."""
    async with serving(echo) as server, serving(silent) as other:
        urls = (server.url, other.url)
        code, stderr = await run("ending.py", *urls, ending, loop=loop, options=("-X", "dev"))

    assert 1 == code
    assert stderr.startswith("Traceback")
    assert stderr.endswith("LookupError: uncaught\n")


async def test_loop_left_open(loop: str) -> None:
    """An unclosed loop is silent too; only with ResourceWarning enabled is it reported."""
    async with serving(echo) as server:
        code, stderr = await run("ending.py", server.url, "", "loop left open", loop=loop)

    assert (0, "") == (code, stderr)
