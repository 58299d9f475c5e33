"""httpx is imported when a request has to pass its objects, and not before."""

import subprocess
import sys
from collections.abc import AsyncGenerator
from types import ModuleType

import httpx
import pytest

from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.httpx_patches import ASYNC_OBJECTS, SYNC_OBJECTS
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.http.patched import is_patched
from smaws_kms._runtime.http.plain_url import read_plain_url
from tests.unit.http.http_fakes import TIMEOUTS
from tests.unit.http.patches import wrapper
from tests.unit.http.test_transport_selection import request
from tests.unit.http11.scripted_server import Server, echo, serving

_FIRST_CALLS = """
import asyncio, sys
import smaws_kms as kms
credentials = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")
options = dict(region="eu-west-1", credentials=credentials, endpoint_url=sys.argv[1])
with kms.KMSClient(**options) as client:
    print(type(client.list_keys().err).__name__)
async def call():
    async with kms.AsyncKMSClient(**options) as client:
        print(type((await client.list_keys()).err).__name__)
asyncio.run(call())
only_httpx = {"httpx", "httpcore", "h11", "anyio", "sniffio", "idna", "rich", "click", "httpx2"}
print(sorted({name.partition(".")[0] for name in sys.modules} & only_httpx))
"""


@pytest.fixture
async def server() -> AsyncGenerator[Server]:
    """Serve on loopback."""
    async with serving(echo) as server:
        yield server


def test_first_calls() -> None:
    """Neither a blocking nor an async call imports httpx or what only httpx needs."""
    command = [sys.executable, "-W", "error", "-c", _FIRST_CALLS, "http://127.0.0.1:1"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603

    assert ["ConnectError", "ConnectError", "[]"] == done.stdout.splitlines()


async def test_no_objects(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """While httpx is imported but not replaced, none of its requests is made."""
    made: list[object] = []
    genuine = httpx.Request.__init__

    def init(self: httpx.Request, *arguments: object, **options: object) -> None:
        made.append(self)
        genuine(self, *arguments, **options)  # type: ignore[arg-type]  # passed on

    http, blocking = AsyncHttp(None), SyncHttp(None)
    monkeypatch.setattr(SYNC_OBJECTS, "replacements", lambda: ())
    monkeypatch.setattr(ASYNC_OBJECTS, "replacements", lambda: ())
    monkeypatch.setattr(httpx.Request, "__init__", init)
    responses = [
        await http.send(request(server.url), TIMEOUTS),
        blocking.send(request(server.url), TIMEOUTS),
    ]
    await http.aclose()
    blocking.close()

    assert [b"hi", b"hi"] == [it.body for it in responses if isinstance(it, WireResponse)]
    assert [] == made


@pytest.mark.parametrize("kind", [httpx.Request, httpx.Response])
async def test_replaced_message(
    kind: type, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A replaced method of a request or response is called."""
    http, blocking = AsyncHttp(None), SyncHttp(None)
    called: list[object] = []
    genuine = wrapper(kind.__init__)  # type: ignore[misc]  # of a class

    def init(*arguments: object, **options: object) -> None:
        called.append(arguments[0])
        vars(genuine)["__wrapped__"](*arguments, **options)

    monkeypatch.setattr(kind, "__init__", init)
    await http.send(request(server.url), TIMEOUTS)
    blocking.send(request(server.url), TIMEOUTS)
    await http.aclose()
    blocking.close()

    assert 2 == len(called)


def test_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without httpx nothing is replaced. While it is loading, or only httpcore is there, that is unknown."""
    name = "smaws_kms._runtime.http.httpx_patches"
    for module in ("httpx", "httpcore", name):
        monkeypatch.delitem(sys.modules, module, raising=False)
    assert not is_patched("ASYNC_OBJECTS")
    monkeypatch.setitem(sys.modules, "httpcore", ModuleType("httpcore"))
    assert is_patched("ASYNC_OBJECTS")
    monkeypatch.setitem(sys.modules, "httpx", ModuleType("httpx"))
    assert is_patched("SYNC_OBJECTS")
    monkeypatch.setitem(sys.modules, name, ModuleType(name))

    assert is_patched("SYNC_OBJECTS")


def test_loaded_by_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once httpx is loaded, its objects are compared."""
    monkeypatch.delitem(sys.modules, "smaws_kms._runtime.http.httpx_patches")
    assert not is_patched("ASYNC_OBJECTS")
    monkeypatch.setattr(httpx.AsyncClient, "send", wrapper(httpx.AsyncClient.send))

    assert is_patched("ASYNC_OBJECTS")
    assert not is_patched("SYNC_OBJECTS")


PLAIN = [
    "https://kms.eu-west-1.amazonaws.com",
    "https://kms.eu-west-1.amazonaws.com/",
    "http://127.0.0.1:4566",
    "http://LocalHost:1/",
    "https://kms_local:8443/a/b~c/-_d.e",
    "https://[::1]:8443/",
    "http://[2001:DB8::1]",
    "https://kms.test:443/x//y/",
    "http://kms.test:80",
    "http://kms.test:443",
    "https://kms.test.",
    "https://kms.test:/a",
]
OTHER = [
    "https://kms.test/?a=b",
    "https://kms.test/a b",
    "https://kms.test/%41",
    "https://kms.test/a/../b",
    "https://kms.test/./b",
    "https://kms.test/.hidden",
    "https://b\u00fccher.test/",
    "https://user@kms.test/",
    "https://kms.test/#a",
    "HTTPS://kms.test/",
    "ftp://kms.test/",
    "https:///",
    "https://kms.test:99999/",
    "https://1.2.3/",
    "https://[::1/",
    "https://kms.test/\n",
    "",
]


@pytest.mark.parametrize("url", PLAIN)
def test_plain_url(url: str) -> None:
    """Origin and target are those that httpx finds."""
    found, expected = read_plain_url(url), httpx.URL(url)
    assert found is not None
    origin, target = found

    default = 443 if expected.scheme == "https" else 80
    assert (expected.scheme == "https", expected.raw_host.decode()) == (origin.secure, origin.host)
    assert (expected.port or default, expected.raw_path) == (origin.port, target)


@pytest.mark.parametrize("url", OTHER)
def test_other_url(url: str) -> None:
    """URLs that httpx may change or refuse are left to httpx."""
    assert read_plain_url(url) is None


async def test_call_to_other_url(server: Server) -> None:
    """A URL that only httpx reads is sent to."""
    url = f"{server.url}/a b?c=d"
    http, blocking = AsyncHttp(None), SyncHttp(None)
    responses = [await http.send(request(url), TIMEOUTS), blocking.send(request(url), TIMEOUTS)]
    await http.aclose()
    blocking.close()

    assert [b"hi", b"hi"] == [it.body for it in responses if isinstance(it, WireResponse)]


def test_import_that_is_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """`None` in `sys.modules`, which forbids an import, is no library."""
    monkeypatch.setitem(sys.modules, "httpx", None)
    monkeypatch.setitem(sys.modules, "httpcore", None)

    assert not is_patched("ASYNC_OBJECTS")
