"""Parser of the URL in a proxy variable, with errors that never show a user name or a password."""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from typing import Final
from urllib.parse import unquote

from attrs import field, frozen

from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.proxy import SOCKS, Proxy

_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
_LARGEST_PORT: Final = 65535
_HOST: Final = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")


@frozen
class ProxyVariable:
    """A variable that names a proxy."""

    name: str
    value: str = field(repr=False)


def parse_proxy(variable: ProxyVariable) -> Proxy:
    """Return the proxy that a variable names.

    An error shows nothing of the value before user name and password are recognized in it.

    Raises:
        Misconfigured: The value is not the URL of a proxy.
    """
    scheme, separator, rest = variable.value.partition("://")
    scheme, rest = (scheme.lower(), rest) if separator else ("http", scheme)
    authority, *beyond = re.split(r"[/?#]", rest, maxsplit=1)
    if scheme not in _PORTS:
        raise _problem(variable, _problem_of_scheme(scheme, variable.value))
    if any("@" in part for part in beyond):
        raise _problem(variable, "a user name or password with an unescaped /, ? or # (use %23)")
    user_info, at, address = authority.rpartition("@")
    host, port = _split(variable, address)
    return Proxy(
        variable.name,
        scheme,
        host.strip("[]"),
        _PORTS[scheme] if port is None else _port(variable, port),
        _user_info(variable, user_info) if at else None,
    )


def _split(variable: ProxyVariable, address: str) -> tuple[str, str | None]:
    # A bare IPv6 address is ambiguous: its last group could be a port.
    parts = re.fullmatch(r"(\[.*\]|[^:]*)(?::([^:]*))?", address)
    if parts is None or (parts[1] and not _HOST.fullmatch(parts[1])):
        raise _problem(variable, "a host that cannot be read")
    if not parts[1]:
        raise _problem(variable, "no host")
    return parts[1], parts[2] or None


def _port(variable: ProxyVariable, text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= _LARGEST_PORT):
        raise _problem(variable, f"a port that is not a number from 1 to {_LARGEST_PORT}")
    return int(text)


def _user_info(variable: ProxyVariable, text: str) -> tuple[str, str]:
    user, _, password = text.partition(":")
    try:
        return unquote(user, errors="strict"), unquote(password, errors="strict")
    except UnicodeDecodeError:
        pass
    raise _problem(variable, "a user name or password that is not UTF-8")


def _problem_of_scheme(scheme: str, value: str) -> str:
    if not scheme:
        return "no scheme before ://"
    if scheme.startswith("socks"):
        return f"the scheme {scheme[:7]}:// (use socks5:// or socks5h://)"
    # With an @ in the value, the text before :// may be part of a password.
    shown = scheme.isalnum() and "@" not in value
    return f"the scheme {scheme}://" if shown else "another scheme"


def _problem(variable: ProxyVariable, came: str) -> Misconfigured:
    return Misconfigured(
        f"{variable.name}: expected a proxy such as http://host:port, "
        f"with https://, socks5:// or socks5h:// too, got {came}"
    )


def check_usable(proxy: Proxy) -> None:
    """Raise `Misconfigured` if a proxy needs a package that is not installed."""
    if proxy.scheme in SOCKS and find_spec("socksio") is None:
        raise Misconfigured(
            f"{proxy.variable}: a SOCKS proxy needs the package socksio: pip install httpx[socks]"
        )
