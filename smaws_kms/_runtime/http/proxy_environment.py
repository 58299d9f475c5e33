"""The proxy of one endpoint, from the environment.

Pure but for `ProxyFinder`, which reads the environment once. The variables are those of curl and
urllib: `https_proxy` or `http_proxy` by the endpoint's scheme, else `all_proxy`, in lower case before
upper case; `no_proxy` exempts hosts. Only the value that is for the endpoint is parsed.
"""

import os
import re
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Final
from urllib.parse import unquote
from urllib.request import getproxies

from attrs import field, frozen

from smaws_kms._runtime.http.no_proxy import is_exempt
from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.request_encoder import Origin

SOCKS: Final = frozenset({"socks5", "socks5h"})
_PORTS: Final[Mapping[str, int]] = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
_LARGEST_PORT: Final = 65535
_SYSTEM: Final = "the system's proxy settings"
_HOST: Final = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")


@frozen
class Proxy:
    """A proxy, and the variable that names it."""

    variable: str
    scheme: str
    host: str
    """Name or address, without brackets."""
    port: int
    user_info: tuple[str, str] | None = field(default=None, repr=False)
    """User name and password."""

    @property
    def authority(self) -> str:
        """Host and port, as in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.authority} (from {self.variable})"


@frozen
class _Variable:
    name: str
    value: str = field(repr=False)


@frozen
class ProxyVariables:
    """What the environment says about proxies."""

    by_scheme: Mapping[str, _Variable]
    """By `http`, `https` and `all`."""
    no_proxy: str

    def proxy_for(self, origin: Origin) -> Proxy | None:
        """Return the proxy for an endpoint.

        Raises:
            Misconfigured: The variable that is for the endpoint cannot be understood.
        """
        scheme = "https" if origin.secure else "http"
        variable = self.by_scheme.get(scheme) or self.by_scheme.get("all")
        if variable is None or is_exempt(self.no_proxy, origin):
            return None
        return _parse(variable)


def read_variables(
    environ: Mapping[str, str], system: Callable[[], Mapping[str, str]] = getproxies
) -> ProxyVariables:
    """Return what the environment says, else what macOS or Windows does through `system`."""
    found = {
        scheme: variable
        for scheme in ("http", "https", "all")
        if (variable := _look_up(environ, f"{scheme}_proxy")) is not None
    }
    exempt = _look_up(environ, "no_proxy")
    if found or exempt is not None:
        return ProxyVariables(found, exempt.value if exempt else "")
    others = {name: _Variable(_SYSTEM, value) for name, value in system().items() if value}
    return ProxyVariables({name: others[name] for name in ("http", "https") if name in others}, "")


def _look_up(environ: Mapping[str, str], name: str) -> _Variable | None:
    # Not `environ.get`: on Windows, where names have no case, it would find HTTP_PROXY as well.
    spellings = {key: value.strip() for key, value in environ.items() if key.lower() == name}
    if name in spellings:
        # An empty one in lower case clears the others, as for urllib and botocore.
        return _Variable(name, spellings[name]) if spellings[name] else None
    if name == "http_proxy" and "REQUEST_METHOD" in environ:
        # In a CGI script, HTTP_PROXY is the request header "Proxy": https://httpoxy.org.
        return None
    return next((_Variable(key, value) for key, value in spellings.items() if value), None)


def _parse(variable: _Variable) -> Proxy:
    """Read a URL. Nothing of it is shown before it is known where user name and password are."""
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


def _split(variable: _Variable, address: str) -> tuple[str, str | None]:
    # A bare IPv6 address cannot be told from a host and port.
    parts = re.fullmatch(r"(\[.*\]|[^:]*)(?::([^:]*))?", address)
    if parts is None or (parts[1] and not _HOST.fullmatch(parts[1])):
        raise _problem(variable, "a host that cannot be read")
    if not parts[1]:
        raise _problem(variable, "no host")
    return parts[1], parts[2] or None


def _port(variable: _Variable, text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= _LARGEST_PORT):
        raise _problem(variable, f"a port that is no number from 1 to {_LARGEST_PORT}")
    return int(text)


def _user_info(variable: _Variable, text: str) -> tuple[str, str]:
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
    # With user info in the value, what looks like a scheme may be a part of a password.
    shown = scheme.isalnum() and "@" not in value
    return f"the scheme {scheme}://" if shown else "another scheme"


def _problem(variable: _Variable, came: str) -> Misconfigured:
    return Misconfigured(
        f"{variable.name}: expected a proxy such as http://host:port, "
        f"with https://, socks5:// or socks5h:// too, got {came}"
    )


def _usable(proxy: Proxy | None) -> Proxy | None:
    if proxy is not None and proxy.scheme in SOCKS and find_spec("socksio") is None:
        raise Misconfigured(
            f"{proxy.variable}: a SOCKS proxy needs the package socksio: pip install httpx[socks]"
        )
    return proxy


class ProxyFinder:
    """Finds the proxy of each endpoint, with the environment as it is when the first one is looked up."""

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        system: Callable[[], Mapping[str, str]] = getproxies,
    ) -> None:
        self._environ = environ
        self._system = system
        self._variables: ProxyVariables | None = None
        self._found: dict[Origin, Proxy | None] = {}

    def find(self, origin: Origin) -> Proxy | None:
        """Return the proxy of an endpoint.

        Raises:
            Misconfigured: The variable that is for the endpoint cannot be understood.
        """
        variables = self._variables
        if variables is None:
            variables = self._variables = read_variables(self._environ, self._system)
        if not variables.by_scheme:
            return None
        if origin not in self._found:
            try:
                self._found[origin] = _usable(variables.proxy_for(origin))
            except Misconfigured:
                self._variables = None  # the next call looks again
                raise
        return self._found[origin]

    def finds_none(self) -> bool:
        """Return whether it is known that there are no proxies, as in most environments."""
        return self._variables is not None and not self._variables.by_scheme
