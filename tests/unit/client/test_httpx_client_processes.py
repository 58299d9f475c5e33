"""`client.http` in processes of their own: type hints evaluated at run time, and forks."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncGenerator

import pytest

from tests.unit.client.test_httpx_client import respond
from tests.unit.http11.scripted_server import Server, serving


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    """Serve on loopback."""
    async with serving(respond) as server:
        yield server


_HINTS = """
import sys, typing
import smaws_kms as kms
before = "httpx" in sys.modules
found = [typing.get_type_hints(cls.http.fget)["return"] for cls in (kms.AsyncClient, kms.SyncClient)]
import httpx
print(before, found == [httpx.AsyncClient, httpx.Client])
"""


def test_annotations() -> None:
    """The types are httpx's classes for programs that evaluate annotations; others do not load it."""
    command = [sys.executable, "-W", "error", "-c", _HINTS]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert "False True\n" == done.stdout


_FORKING = """
import os, sys
import smaws_kms as kms
credentials = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
client = kms.KMSClient(region="eu-west-1", credentials=credentials, endpoint_url=sys.argv[1])
seen = []
client.http.event_hooks["request"].append(lambda request: seen.append(request))
client.list_keys().unwrap()
child = os.fork()
client.list_keys().unwrap()
if not child:
    os._exit(len(seen))
_, status = os.waitpid(child, 0)
print(len(seen), os.waitstatus_to_exitcode(status))
client.close()
"""


async def test_fork(server: Server) -> None:
    """Parent and child use connections of their own."""
    command = [sys.executable, "-W", "error", "-c", _FORKING, server.url]
    done = await asyncio.to_thread(
        subprocess.run, command, capture_output=True, text=True, check=False
    )

    assert ("2 2\n", "") == (done.stdout, done.stderr)
    assert 2 == server.accepted
