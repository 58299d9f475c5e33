"""Which proxy variable applies to an endpoint, and the parser of its value."""

from collections.abc import Mapping
from importlib.util import find_spec

import pytest

from smaws_kms._runtime.http import proxy_url
from smaws_kms._runtime.http.proxy_environment import ProxyFinder
from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin

TLS = Origin(secure=True, host="kms.test", port=443)
PLAIN = Origin(secure=False, host="kms.test", port=80)

NAMES = [
    (TLS, {"HTTPS_PROXY": "http://a"}, "HTTPS_PROXY"),
    (TLS, {"https_proxy": "http://a"}, "https_proxy"),
    (TLS, {"Https_Proxy": "http://a"}, "Https_Proxy"),
    (TLS, {"HTTPS_PROXY": "http://b", "https_proxy": "http://a"}, "https_proxy"),
    (TLS, {"HTTPS_PROXY": "http://b", "https_proxy": ""}, None),
    (TLS, {"HTTPS_PROXY": "http://b", "https_proxy": "", "ALL_PROXY": "http://a"}, "ALL_PROXY"),
    (TLS, {"HTTPS_PROXY": " "}, None),
    (TLS, {"HTTP_PROXY": "http://b"}, None),
    (TLS, {"ALL_PROXY": "http://a"}, "ALL_PROXY"),
    (TLS, {"ALL_PROXY": "http://b", "HTTPS_PROXY": "http://a"}, "HTTPS_PROXY"),
    (PLAIN, {"HTTP_PROXY": "http://a"}, "HTTP_PROXY"),
    (PLAIN, {"HTTPS_PROXY": "http://b"}, None),
    (PLAIN, {"HTTP_PROXY": "http://b", "REQUEST_METHOD": "GET"}, None),
    (PLAIN, {"http_proxy": "http://a", "REQUEST_METHOD": "GET"}, "http_proxy"),
    (TLS, {"HTTPS_PROXY": "http://a", "REQUEST_METHOD": "GET"}, "HTTPS_PROXY"),
    (TLS, {"HTTPS_PROXY": "http://b", "NO_PROXY": "kms.test"}, None),
    (TLS, {"HTTPS_PROXY": "http://b", "no_proxy": "*", "NO_PROXY": "other.test"}, None),
    (TLS, {"HTTPS_PROXY": "http://a", "no_proxy": "", "NO_PROXY": "*"}, "HTTPS_PROXY"),
    (TLS, {"FTP_PROXY": "http://b", "TRAVIS_APT_PROXY": "b"}, None),
]


@pytest.mark.parametrize(("origin", "environ", "variable"), NAMES)
def test_variable(origin: Origin, environ: Mapping[str, str], variable: str | None) -> None:
    """The scheme's variable comes before ALL_PROXY, lower case before upper; CGI ignores HTTP_PROXY."""
    proxy = ProxyFinder(environ, dict).find(origin)

    assert (variable and Proxy(variable, "http", "a", 80)) == proxy


VALUES = [
    ("proxy.test:3128", ("http", "proxy.test", 3128, None)),
    ("http://proxy.test", ("http", "proxy.test", 80, None)),
    (" http://proxy.test:3128 ", ("http", "proxy.test", 3128, None)),
    ("HTTP://proxy.test:3128/", ("http", "proxy.test", 3128, None)),
    ("http://proxy.test:3128/path?query#fragment", ("http", "proxy.test", 3128, None)),
    ("http://proxy.test:", ("http", "proxy.test", 80, None)),
    ("https://proxy.test", ("https", "proxy.test", 443, None)),
    ("socks5://proxy.test", ("socks5", "proxy.test", 1080, None)),
    ("socks5h://[::1]:9050", ("socks5h", "::1", 9050, None)),
    ("[fe80::1]:80", ("http", "fe80::1", 80, None)),
    ("user@proxy.test:1", ("http", "proxy.test", 1, ("user", ""))),
    ("http://user:pass@proxy.test:1", ("http", "proxy.test", 1, ("user", "pass"))),
    ("http://u%40ser:p%23%2F%3a%25@proxy.test:1", ("http", "proxy.test", 1, ("u@ser", "p#/:%"))),
    ("http://user:p@ss:w@proxy.test:1", ("http", "proxy.test", 1, ("user", "p@ss:w"))),
    ("http://user:100%@proxy.test:1", ("http", "proxy.test", 1, ("user", "100%"))),
]


@pytest.mark.parametrize(("value", "expected"), VALUES)
def test_value(value: str, expected: tuple[str, str, int, tuple[str, str] | None]) -> None:
    """Scheme, host, port and percent-encoded user info are parsed, with defaults for missing parts."""
    proxy = ProxyFinder({"HTTPS_PROXY": value}, dict).find(TLS)

    assert Proxy("HTTPS_PROXY", *expected) == proxy


BROKEN = [
    ("ftp://proxy.test", "got the scheme ftp://"),
    ("socks://s3cret:s3cret@h:1", "got the scheme socks:// (use socks5:// or socks5h://)"),
    ("socks4a://h:1", "got the scheme socks4a:// (use"),
    ("socks4-s3cret://h:1", "got the scheme socks4-:// (use"),
    ("s3cret://s3cret@h:1", "got another scheme"),
    ("s3cret:s3cret://s3cret@h:1", "got another scheme"),
    ("://x", "got no scheme before ://"),
    ("http://", "got no host"),
    ("http://:3128", "got no host"),
    ("http://s3cret:s3cret@", "got no host"),
    ("http://h:99999", "got a port that is not a number from 1 to 65535"),
    ("http://h:0", "got a port that"),
    ("http://h:9999999999999999999", "got a port that"),
    ("http://h:-1", "got a port that"),
    ("http://h:٣", "got a port that"),
    ("http://s3cret:s3cret", "got a port that"),
    ("http://s3cret:s3#cret@h:1", "got a user name or password with an unescaped /, ? or # (use %23)"),
    ("http://s3cret:s3/cret@h:1", "got a user name or password with an unescaped"),
    ("http://s3cret:s3?cret@h:1", "got a user name or password with an unescaped"),
    ("http://s3cret:%ff@h:1", "got a user name or password that is not UTF-8"),
    ("http://::1:3128", "got a host that cannot be read"),
    ("http://[::1", "got a host that cannot be read"),
    ("http://[nonsense]:1", "got a host that cannot be read"),
    ("http://a b:1", "got a host that cannot be read"),
    ("http://a\tb:1", "got a host that cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "problem"), BROKEN)
def test_broken(value: str, problem: str) -> None:
    """The error for a malformed value names the variable and shows no user info."""
    finder = ProxyFinder({"ALL_PROXY": value}, dict)

    for _ in range(2):
        with pytest.raises(Misconfigured) as caught:
            finder.find(TLS)
        assert str(caught.value).startswith("ALL_PROXY: expected a proxy such as http://host:port")
        assert problem in str(caught.value)
        assert "s3cret" not in str(caught.value).replace("socks4-", "")


@pytest.mark.parametrize("value", ["ftp://h", "://x", "http://h:99999", "http://u:p#w@h"])
def test_broken_for_others(value: str) -> None:
    """A malformed variable for another scheme is no error."""
    environ = {"HTTPS_PROXY": value, "NO_PROXY": "[::1],fe80::/10,kms.test"}

    assert ProxyFinder(environ, dict).find(TLS) is None
    assert ProxyFinder({"HTTPS_PROXY": value}, dict).find(PLAIN) is None


def test_later() -> None:
    """A corrected variable applies to the next call; a valid one is cached."""
    environ = {"ALL_PROXY": "ftp://h"}
    finder = ProxyFinder(environ, dict)
    with pytest.raises(Misconfigured):
        finder.find(TLS)
    environ["ALL_PROXY"] = "http://a"
    first = finder.find(TLS)
    environ["ALL_PROXY"] = "http://b"

    assert Proxy("ALL_PROXY", "http", "a", 80) == first
    assert first is finder.find(TLS)


def test_none_at_all() -> None:
    """Without proxy variables, `finds_none` is true after the first look-up."""
    finder = ProxyFinder({"NO_PROXY": "*"}, dict)

    assert not finder.finds_none()
    assert finder.find(TLS) is None
    assert finder.finds_none()


def test_system() -> None:
    """Without variables, the settings of macOS and Windows apply, and errors name them."""
    system = {"https": "http://a", "http": "", "ftp": "b"}
    found = ProxyFinder({}, lambda: system).find(TLS)

    assert Proxy("the system's proxy settings", "http", "a", 80) == found
    assert ProxyFinder({}, lambda: system).find(PLAIN) is None
    assert ProxyFinder({"NO_PROXY": "x.test"}, lambda: system).find(TLS) is None
    assert ProxyFinder({"HTTP_PROXY": "b"}, lambda: system).find(TLS) is None


def test_socks_without_socksio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without socksio, the error for a SOCKS proxy says what to install."""

    def none(_: str) -> None:
        return None

    finder = ProxyFinder({"ALL_PROXY": "socks5://user:s3cret@h:1"}, dict)
    assert find_spec("socksio") is not None
    monkeypatch.setattr(proxy_url, "find_spec", none)

    with pytest.raises(Misconfigured, match=r"^ALL_PROXY: a SOCKS proxy needs .* httpx\[socks\]$"):
        finder.find(TLS)


def test_shown() -> None:
    """The text of a proxy has host, port and variable."""
    proxy = Proxy("HTTPS_PROXY", "http", "::1", 80, ("s3cret", "s3cret"))

    assert "[::1]:80 (from HTTPS_PROXY)" == str(proxy)
    assert "s3cret" not in repr(proxy)
