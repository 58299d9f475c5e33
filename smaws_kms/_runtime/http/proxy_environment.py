"""Selects the proxy of one endpoint from the environment.

The variables are those of curl and urllib: `https_proxy` or `http_proxy` by the endpoint's scheme, then
`all_proxy`, in lower case before upper case; `no_proxy` exempts hosts. Only the variable for the endpoint
is parsed, so a mistake in another one does no harm. `ProxyFinder` reads the environment once.
"""

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.http11.errors import Misconfigured
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.lazy_module import runtime_module

# Most environments name no proxy, and then the first call does without these modules.
if TYPE_CHECKING:
    from smaws_kms._runtime.http import no_proxy as exemptions, proxy_url
    from smaws_kms._runtime.http11.proxy import Proxy
else:
    exemptions = runtime_module("http.no_proxy")
    proxy_url = runtime_module("http.proxy_url")

_SYSTEM: Final = "the system's proxy settings"


class ProxyVariables:
    """The proxy variables of the environment.

    Args:
        by_scheme: Keys are `http`, `https` and `all`.
        no_proxy: Value of the variable that exempts hosts.
    """

    __slots__ = ("by_scheme", "no_proxy")

    def __init__(self, by_scheme: "Mapping[str, proxy_url.ProxyVariable]", no_proxy: str) -> None:
        self.by_scheme = by_scheme
        self.no_proxy = no_proxy

    def proxy_for(self, origin: Origin) -> "Proxy | None":
        """Return the proxy for an endpoint, `None` if it is reached directly.

        Raises:
            Misconfigured: The variable for the endpoint cannot be parsed.
        """
        scheme = "https" if origin.secure else "http"
        variable = self.by_scheme.get(scheme) or self.by_scheme.get("all")
        if variable is None or exemptions.is_exempt(self.no_proxy, origin):
            return None
        return proxy_url.parse_proxy(variable)


def system_proxies(platform: str = sys.platform) -> Mapping[str, str]:
    """Return the proxies that macOS or Windows has settings for; other systems have variables only."""
    if platform not in {"darwin", "win32"}:
        return {}
    found: Mapping[str, str] = import_whole("urllib.request").getproxies()
    return found


def read_variables(
    environ: Mapping[str, str], system: Callable[[], Mapping[str, str]] = system_proxies
) -> ProxyVariables:
    """Return the variables, or without any the settings of macOS or Windows, from `system`."""
    found = {
        scheme: variable
        for scheme in ("http", "https", "all")
        if (variable := _look_up(environ, f"{scheme}_proxy")) is not None
    }
    exempt = _look_up(environ, "no_proxy")
    if found or exempt is not None:
        return ProxyVariables(found, exempt.value if exempt else "")
    others = {
        name: proxy_url.ProxyVariable(_SYSTEM, value) for name, value in system().items() if value
    }
    return ProxyVariables({name: others[name] for name in ("http", "https") if name in others}, "")


def _look_up(environ: Mapping[str, str], name: str) -> "proxy_url.ProxyVariable | None":
    # Not `environ.get`: on Windows, where names have no case, it would find HTTP_PROXY as well.
    spellings = {key: value.strip() for key, value in environ.items() if key.lower() == name}
    if name in spellings:
        # An empty value in lower case disables the upper-case one, as in urllib and botocore.
        return proxy_url.ProxyVariable(name, spellings[name]) if spellings[name] else None
    if name == "http_proxy" and "REQUEST_METHOD" in environ:
        # In a CGI script, HTTP_PROXY holds the header "Proxy" of a request: https://httpoxy.org.
        return None
    found = ((key, value) for key, value in spellings.items() if value)
    return next((proxy_url.ProxyVariable(key, value) for key, value in found), None)


class ProxyFinder:
    """Finds and caches the proxy of each endpoint; reads the environment at the first look-up."""

    def __init__(
        self,
        environ: Mapping[str, str] = os.environ,
        system: Callable[[], Mapping[str, str]] = system_proxies,
    ) -> None:
        self._environ = environ
        self._system = system
        self._variables: ProxyVariables | None = None
        self._found: dict[Origin, Proxy | None] = {}

    def find(self, origin: Origin) -> "Proxy | None":
        """Return the proxy of an endpoint, `None` if it is reached directly.

        Raises:
            Misconfigured: The variable for the endpoint cannot be parsed.
        """
        variables = self._variables
        if variables is None:
            variables = self._variables = read_variables(self._environ, self._system)
        if not variables.by_scheme:
            return None
        if origin not in self._found:
            try:
                proxy = variables.proxy_for(origin)
                if proxy is not None:
                    proxy_url.check_usable(proxy)
            except Misconfigured:
                self._variables = None  # the next call reads the environment again
                raise
            self._found[origin] = proxy
        return self._found[origin]

    def finds_none(self) -> bool:
        """Return whether the environment was read and names no proxy, as is usual."""
        return self._variables is not None and not self._variables.by_scheme
