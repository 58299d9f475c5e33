"""Calls through proxies on loopback: the route of a request, and errors that name the proxy."""

from collections.abc import AsyncGenerator, Generator
from pathlib import Path

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http11.trust_roots import Bundle
from tests.unit.auth.asking import WAYS, Ask, serving
from tests.unit.http.http_fakes import WAITS
from tests.unit.http.proxy_servers import (
    QUOTED,
    hanging_up,
    http_proxy,
    refusing_proxy,
    silent,
    socks_proxy,
    talking_nonsense,
)
from tests.unit.http11.certificates import Authority
from tests.unit.http11.scripted_server import Script, Server, echo

FEW = AttemptTimeouts(connect=0.1, until=103.0, monotonic=lambda: 100.0)
"""Little time to connect, and more for the rest."""


@pytest.fixture(params=WAYS)
def ask(request: pytest.FixtureRequest) -> Ask:
    """Send a request each way."""
    found: Ask = request.param
    return found


@pytest.fixture(scope="module")
def authority() -> Authority:
    """Give a certificate authority that is known by its bundle only."""
    return Authority()


@pytest.fixture
def bundle(authority: Authority, tmp_path: Path) -> Bundle:
    """Give the authority's certificate."""
    authority.write(tmp_path / "roots.pem")
    return Bundle(str(tmp_path / "roots.pem"), "ca_bundle in the profile")


@pytest.fixture(params=["http", "https"])
def endpoint(request: pytest.FixtureRequest, authority: Authority) -> Generator[Server]:
    """Provide an endpoint with TLS and one without."""
    tls = authority.server("localhost") if request.param == "https" else None
    with serving(echo, tls) as server:
        yield server


@pytest.fixture
def secured(authority: Authority) -> Generator[Server]:
    """Give an endpoint with TLS."""
    with serving(echo, authority.server("localhost")) as server:
        yield server


def post(server: Server, bundle: Bundle | None) -> WireRequest:
    """Return a request to a server."""
    return WireRequest(server.url, {"Host": server.where, "Content-Length": "2"}, b"hi", bundle)


def test_connect(
    ask: Ask, endpoint: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For an endpoint with TLS the proxy receives CONNECT, without TLS the request."""
    seen: list[str] = []
    with serving(http_proxy(seen)) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        answer = ask(post(endpoint, bundle), WAITS)

    assert isinstance(answer, WireResponse)
    assert b"hi" == answer.body
    secure = f"CONNECT {endpoint.where} HTTP/1.1"
    assert [secure if endpoint.host == "localhost" else f"POST {endpoint.url} HTTP/1.1"] == seen


def test_proxy_with_tls(
    ask: Ask,
    endpoint: Server,
    authority: Authority,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """TLS with the proxy trusts whom TLS with the endpoint does, TLS inside TLS included."""
    seen: list[str] = []
    with serving(http_proxy(seen), authority.server("localhost")) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        answer = ask(post(endpoint, bundle), WAITS)

    assert isinstance(answer, WireResponse)
    assert b"hi" == answer.body
    assert 1 == len(seen)


@pytest.mark.parametrize("scheme", ["http", "socks5", "socks5h"])
@pytest.mark.parametrize(
    ("user_info", "accepted"), [(QUOTED, True), ("s3cret:s3cret", False), (None, False)]
)
def test_user_info(  # noqa: PLR0917 - parameters of pytest
    scheme: str,
    user_info: str | None,
    accepted: bool,  # noqa: FBT001 - a parameter of pytest
    ask: Ask,
    endpoint: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """User name and password are decoded and sent; a proxy that wants others is named, once."""
    seen: list[str] = []
    make = http_proxy if scheme == "http" else socks_proxy
    with serving(make(seen, asks=True)) as proxy:
        at = f"{user_info}@" if user_info else ""
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{at}{proxy.where}")
        answer = ask(post(endpoint, bundle), WAITS)

    assert accepted == isinstance(answer, WireResponse)
    if not isinstance(answer, WireResponse):
        assert isinstance(answer, kms.ConnectError)
        assert ("no", False) == (answer.sent, answer.retryable)
        assert f"proxy {proxy.where} (from ALL_PROXY) refused to connect to" in answer.message
        assert "s3cret" not in answer.message


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
def test_socks(
    scheme: str, ask: Ask, endpoint: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SOCKS proxy is given the endpoint's name."""
    seen: list[str] = []
    with serving(socks_proxy(seen)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{proxy.where}")
        answer = ask(post(endpoint, bundle), WAITS)

    assert isinstance(answer, WireResponse)
    assert b"hi" == answer.body
    assert [endpoint.where] == seen


@pytest.mark.parametrize(
    ("status", "retryable", "text"),
    [
        (b"407 s3cret", False, "407 Proxy Authentication Required; it asks for a user name"),
        (b"403 s3cret", False, "403 Forbidden"),
        (b"502 s3cret", True, "502 Bad Gateway"),
        (b"429 s3cret", True, "429 Too Many Requests"),
        (b"799 s3cret", True, "799"),
    ],
)
def test_refused(  # noqa: PLR0917 - parameters of pytest
    status: bytes,
    retryable: bool,  # noqa: FBT001 - a parameter of pytest
    text: str,
    ask: Ask,
    secured: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy that refuses to connect is named, with its status and without its text."""
    with serving(refusing_proxy(status)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        answer = ask(post(secured, bundle), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert ("no", retryable) == (answer.sent, answer.retryable)
    where = f"the proxy {proxy.where} (from HTTPS_PROXY) refused to connect to {secured.where}: "
    assert answer.message.startswith(f"{where}{text}")
    assert "s3cret" not in answer.message


@pytest.mark.parametrize("status", [b"403 x", b"407 x"])
def test_refused_without_tls(status: bytes, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that responds in place of the endpoint is named."""
    with serving(refusing_proxy(status)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        answer = ask(WireRequest("http://kms.test/", {"Host": "kms.test"}, b""), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert f"the proxy {proxy.where} (from HTTP_PROXY) refused" in answer.message


@pytest.mark.parametrize(
    "head", [b"Content-Type: application/x-amz-json-1.1", b"x-amzn-RequestId: id"]
)
def test_denied_by_the_service(head: bytes, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the service does not name the proxy."""
    with serving(refusing_proxy(b"403 Forbidden\r\n" + head)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        answer = ask(WireRequest("http://kms.test/", {"Host": "kms.test"}, b""), WAITS)

    assert isinstance(answer, WireResponse)
    assert 403 == answer.status_code


def test_refused_by_socks(
    ask: Ask, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SOCKS proxy that cannot reach the endpoint is named, and may be asked again."""
    with serving(socks_proxy([], reply=5)) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"socks5://{proxy.where}")
        answer = ask(post(secured, bundle), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert ("no", True) == (answer.sent, answer.retryable)
    assert f"the SOCKS proxy {proxy.where} (from ALL_PROXY) refused" in answer.message
    assert "Connection refused" in answer.message


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
@pytest.mark.parametrize("host", ["127.0.0.1:1", "proxy.invalid:1"])
def test_down(  # noqa: PLR0917 - parameters of pytest
    scheme: str,
    host: str,
    ask: Ask,
    endpoint: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy that is not there is what the error blames."""
    monkeypatch.setenv("ALL_PROXY", f"{scheme}://s3cret:s3cret@{host}")
    answer = ask(post(endpoint, bundle), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert ("no", True) == (answer.sent, answer.retryable)
    assert answer.message.startswith(f"could not connect to the proxy {host} (from ALL_PROXY): [E")
    assert "s3cret" not in answer.message


@pytest.mark.parametrize("script", [hanging_up, talking_nonsense])
@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_no_proxy_at_all(  # noqa: PLR0917 - parameters of pytest
    script: Script,
    scheme: str,
    ask: Ask,
    secured: Server,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server that does not speak the proxy protocol does not get the request."""
    with serving(script) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{proxy.where}")
        answer = ask(post(secured, bundle), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert "no" == answer.sent
    assert "it does not respond like a proxy" in answer.message
    assert proxy.where in answer.message
    assert "s3cret" not in answer.message


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
def test_silent(
    scheme: str, ask: Ask, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The handshake with a proxy counts towards the connect timeout."""
    with serving(silent) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"{scheme}://{proxy.where}")
        answer = ask(post(secured, bundle), FEW)

    assert isinstance(answer, kms.ConnectTimeoutError)
    assert "no" == answer.sent
    assert f"the proxy {proxy.where} (from ALL_PROXY) did not respond" in answer.message


@pytest.mark.parametrize("host", ["other.test", None])
def test_untrusted_proxy(  # noqa: PLR0917 - parameters of pytest
    host: str | None,
    ask: Ask,
    secured: Server,
    authority: Authority,
    bundle: Bundle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy whose certificate is not trusted gets nothing, and is what the error blames."""
    other = Authority() if host is None else authority
    with serving(http_proxy([]), other.server(host or "localhost")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        answer = ask(post(secured, bundle), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert not answer.retryable
    assert f"could not connect to the proxy {proxy.where} (from HTTPS_PROXY): " in answer.message
    assert "certificate verify failed" in answer.message
    assert (host is None) == ("AWS_CA_BUNDLE" in answer.message)


@pytest.mark.parametrize("scheme", ["http", "socks5"])
def test_untrusted_endpoint(
    scheme: str, ask: Ask, secured: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An endpoint whose certificate is not trusted is blamed itself, as behind TLS inspection."""
    Authority().write(tmp_path / "other.pem")
    make = http_proxy if scheme == "http" else socks_proxy
    with serving(make([])) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"{scheme}://{proxy.where}")
        answer = ask(post(secured, Bundle(str(tmp_path / "other.pem"), "x")), WAITS)

    assert isinstance(answer, kms.ConnectError)
    assert ("no", False) == (answer.sent, answer.retryable)
    assert answer.message.startswith(
        f"could not connect to {secured.where} through the proxy {proxy.where} (from HTTPS_PROXY): "
    )
    assert "name the file of its authority's certificate in AWS_CA_BUNDLE" in answer.message


def test_endpoint_that_hangs_up(
    ask: Ask, authority: Authority, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure of the endpoint does not name the proxy, and `sent` is `maybe`."""
    with (
        serving(hanging_up, authority.server("localhost")) as server,
        serving(http_proxy([])) as via,
    ):
        monkeypatch.setenv("HTTPS_PROXY", via.url)
        answer = ask(post(server, bundle), WAITS)

    assert isinstance(answer, kms.ConnectionLostError)
    assert "maybe" == answer.sent


def test_endpoint_that_is_slow_with_tls(
    ask: Ask, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TLS that does not come about behind the proxy ends in time, and nothing was sent."""
    with serving(silent) as server, serving(http_proxy([])) as via:
        monkeypatch.setenv("HTTPS_PROXY", via.url)
        request = WireRequest(f"https://{server.where}/", {"Host": server.where}, b"", bundle)
        answer = ask(request, FEW)

    assert isinstance(answer, kms.ConnectTimeoutError)
    assert ("no", True) == (answer.sent, f"{server.where} through the proxy" in answer.message)


@pytest.mark.parametrize("exempt", ["localhost", "127.0.0.1,localhost"])
def test_exempt(
    exempt: str, ask: Ask, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken proxy variable does not matter for an exempt endpoint."""
    monkeypatch.setenv("ALL_PROXY", "socks://user:p#w@h:99999")
    monkeypatch.setenv("NO_PROXY", f"[::1],fe80::/10,{exempt}")

    assert isinstance(ask(post(secured, bundle), WAITS), WireResponse)


def test_broken(ask: Ask, secured: Server, bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that cannot be understood is an error of configuration, and nothing is sent."""
    monkeypatch.setenv("HTTPS_PROXY", "ftp://h:1")
    answer = ask(post(secured, bundle), WAITS)

    assert isinstance(answer, kms.ConfigurationError)
    assert answer.message.startswith("HTTPS_PROXY: expected a proxy")
    assert 0 == secured.accepted


CREDENTIALS = kms.Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI")


@pytest.fixture
async def clients() -> AsyncGenerator[tuple[kms.AsyncKMSClient, kms.KMSClient]]:
    """Give both clients, with an endpoint that is not there."""
    url = "https://127.0.0.1:1"
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, endpoint_url=url
    ) as client:
        with kms.KMSClient(
            region="eu-west-1", credentials=CREDENTIALS, endpoint_url=url
        ) as blocking_client:
            yield client, blocking_client


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("HTTPS_PROXY", "ftp://h:1", "HTTPS_PROXY: expected a proxy"),
        ("AWS_CA_BUNDLE", "/nowhere/a.pem", "AWS_CA_BUNDLE cannot be loaded: /nowhere/a.pem: No"),
        ("SSL_CERT_FILE", "/nowhere/a.pem", "SSL_CERT_FILE cannot be loaded: /nowhere/a.pem: No"),
        ("SSL_CERT_DIR", "/nowhere", "SSL_CERT_DIR cannot be loaded: /nowhere: No such file"),
        ("REQUESTS_CA_BUNDLE", "/nowhere/a", "REQUESTS_CA_BUNDLE cannot be loaded: /nowhere/a: No"),
    ],
)
@pytest.mark.parametrize("through", [None, "http://127.0.0.1:1"])
async def test_call_and_check(  # noqa: PLR0917 - parameters of pytest
    name: str,
    value: str,
    text: str,
    through: str | None,
    clients: tuple[kms.AsyncKMSClient, kms.KMSClient],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Calls and `check()` report the same errors of proxy and trust roots; nothing is sent."""
    if through is not None:
        monkeypatch.setenv("ALL_PROXY", through)
    monkeypatch.setenv(name, value)
    client, blocking_client = clients
    calls = [await client.list_keys(), blocking_client.list_keys()]
    checks = [await client.check(), blocking_client.check()]

    for result in (*calls, *checks):
        assert isinstance(result.err, kms.ConfigurationError)
        assert text in result.err.message
    assert [0, 0] == [len(result.metadata.attempts) for result in calls]


@pytest.mark.parametrize("proxy", ["", "http://127.0.0.1:1", "socks5://127.0.0.1:1"])
@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "https://127.0.0.1:1"])
async def test_check_of_what_is_ready(
    proxy: str,
    url: str,
    clients: tuple[kms.AsyncKMSClient, kms.KMSClient],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`check()` connects neither to the endpoint nor to the proxy."""
    monkeypatch.setenv("ALL_PROXY", proxy)
    client, blocking_client = clients

    assert (await client.with_options(endpoint_url=url).check()).is_ok
    assert blocking_client.with_options(endpoint_url=url).check().is_ok


async def test_bundle_of_the_profile(
    secured: Server,
    bundle: Bundle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Clients trust whom `ca_bundle` in the profile names, and say where a bad path comes from."""
    config = tmp_path / "config"
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    results: list[kms.Err[object] | object] = []
    for path in (bundle.path, str(tmp_path / "nowhere.pem")):
        config.write_text(f"[default]\nregion = eu-west-1\nca_bundle = {path}\n")
        with kms.KMSClient(credentials=CREDENTIALS, endpoint_url=secured.url) as client:
            results.append(client.list_keys().err)
        async with kms.AsyncKMSClient(credentials=CREDENTIALS, endpoint_url=secured.url) as other:
            results.append((await other.list_keys()).err)

    # The server echoes the request, which is no answer of KMS, but came over TLS.
    assert [False, False, True, True] == [isinstance(e, kms.ConfigurationError) for e in results]
    assert 2 == secured.accepted
    for error in results[2:]:
        assert "the trust roots of ca_bundle in the profile cannot be loaded: " in str(error)
        assert "nowhere.pem: No such file or directory" in str(error)
