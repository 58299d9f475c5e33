"""Proxies that the environment names."""

import ssl
from collections.abc import Callable, Mapping
from typing import Any, Final
from unittest.mock import patch

import httpx

import smaws_kms as kms
from smaws_kms._runtime.http import proxy_url
from smaws_kms._runtime.http.httpx_failures import classify
from smaws_kms._runtime.http.proxy_environment import read_variables
from smaws_kms._runtime.http.proxy_failures import explain
from smaws_kms._runtime.http.proxy_progress import Progress
from smaws_kms._runtime.http.stock_transports import Route, StockTransports
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.tls import Trust
from tests.texts.place import Cases, Place, called, environment, raised
from tests.unit.http.proxy_servers import (
    hanging_up,
    http_proxy,
    refusing_proxy,
    socks_proxy,
    talking_nonsense,
)
from tests.unit.http.single_requests import serving
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Script, echo

TITLE: Final = "Proxies"

_ENDPOINT: Final = "https://kms.test:8443/"


def cases(_: Place) -> Cases:
    """Return the cases of proxies that cannot be used."""
    yield from _variables()
    yield from _refusing()
    yield from _broken()
    yield from _unexpected()


def _through(
    value: str, endpoint: str = _ENDPOINT, name: str = "HTTPS_PROXY", **more: Any
) -> kms.SmawsError:
    with environment(**{name: value}):
        return called(endpoint_url=endpoint, **more)


def _variables() -> Cases:
    for name, value in {
        "with another scheme": "ftp://proxy.test:1",
        "with another scheme and a password": "geheim://me@proxy.test",
        "without a scheme": "://proxy.test",
        "with SOCKS 4": "socks4://proxy.test",
        "with a slash in its password": "http://me:gehe/im@proxy.test",
        "with a password that is not UTF-8": "http://me:%ff@proxy.test",
        "with a host that cannot be read": "http://pro xy.test:1",
        "without a host": "http://:3128",
        "with another port": "http://proxy.test:99999",
    }.items():
        yield f"variable {name}", _through(value)
    origin = Origin(secure=True, host="kms.test", port=443)
    system = read_variables({}, lambda: {"https": "ftp://proxy.test"})
    unusable = _failed(lambda: system.proxy_for(origin))
    yield "settings of the system", classify(unusable, _ENDPOINT)
    yield "without the package socksio", classify(_failed(_without_socksio), _ENDPOINT)


def _without_socksio() -> None:
    proxy = Proxy("ALL_PROXY", "socks5", "proxy.test", 1080)
    with patch.object(proxy_url, "find_spec", return_value=None):
        proxy_url.check_usable(proxy)


def _served(
    script: Script, scheme: str = "http", tls: ssl.SSLContext | None = None, **more: Any
) -> kms.SmawsError:
    with serving(script, tls) as proxy:
        return _through(f"{scheme}://{proxy.where}", **more)


def _refusing() -> Cases:
    for status in (b"403 geheim", b"407 geheim", b"502 geheim", b"799 geheim"):
        yield f"status {status[:3].decode()}", _served(refusing_proxy(status))
    with serving(http_proxy([], asks=True)) as proxy:
        yield "other user name", _through(f"http://me:geheim@{proxy.where}")
    yield (
        "status without TLS",
        _served(refusing_proxy(b"403 geheim"), endpoint="http://localhost:1/", name="HTTP_PROXY"),
    )
    yield "SOCKS that cannot connect", _served(socks_proxy([], reply=5), "socks5")
    yield "SOCKS with a password", _served(socks_proxy([], asks=True), "socks5")


def _broken() -> Cases:
    yield "port without a proxy", _through("http://127.0.0.1:1")
    yield "proxy that hangs up", _served(hanging_up)
    yield "no proxy", _served(talking_nonsense)
    yield "no SOCKS proxy", _served(talking_nonsense, "socks5")
    authority = Authority()
    yield "untrusted proxy", _served(http_proxy([]), "https", authority.server("localhost"))
    with serving(echo, authority.server("localhost")) as server:
        yield "untrusted endpoint behind a proxy", _served(http_proxy([]), endpoint=server.url)


def _unexpected() -> Cases:
    def make(_: Route, __: Mapping[str, Any]) -> object:
        raise ArithmeticError("geheim")

    route = Route.to(Origin(secure=False, host="kms.test", port=80), None)
    made = StockTransports(Trust(), make).get(route)
    yield "connections that cannot be made", classify(_failed(made.result), _ENDPOINT)
    late = httpx.ConnectTimeout("geheim")
    yield "silent proxy", _behind_a_proxy(late, "connection.connect_tcp.started")
    yield "slow endpoint behind a proxy", _behind_a_proxy(late)
    yield "exception behind a proxy", _behind_a_proxy(ArithmeticError("geheim"))


def _failed(action: Callable[[], object]) -> Exception:
    error = raised(action)
    assert isinstance(error, Exception)
    return error


def _behind_a_proxy(error: Exception, *events: str) -> kms.SmawsError:
    """Return the error of a call for an exception after some events of httpx's transport."""
    progress = Progress(httpx.Request("POST", _ENDPOINT))
    for event in events:
        progress.note(event, {})
    proxy = Proxy("HTTPS_PROXY", "http", "proxy.test", 3128)
    return classify(explain(error, proxy, progress), _ENDPOINT)
