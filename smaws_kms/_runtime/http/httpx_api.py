"""Names of httpx for the other files, and support for httpx2, its fork with the same interface."""

from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import Final, cast

import httpx
from attrs import frozen
from httpx import (
    URL,
    AsyncBaseTransport,
    AsyncClient,
    BaseTransport,
    ByteStream,
    Client,
    ConnectError,
    ConnectTimeout,
    HTTPError,
    ProxyError,
    Request,
    Response,
    ResponseNotRead,
    TimeoutException,
)

from smaws_kms._runtime.http.httpx_sources import httpx2_module, is_from_httpx
from smaws_kms._runtime.http11.errors import Http11Error

__all__ = [
    "HTTPX",
    "URL",
    "AsyncBaseTransport",
    "AsyncClient",
    "BaseTransport",
    "ByteStream",
    "Client",
    "ConnectError",
    "ConnectTimeout",
    "HTTPError",
    "HttpxApi",
    "ProxyError",
    "Request",
    "Response",
    "ResponseNotRead",
    "TimeoutException",
    "api_of",
    "class_in_httpx",
    "failures",
]


@frozen
class HttpxApi:
    """Classes that make a request for a client or transport of httpx or of httpx2, and the library."""

    library: ModuleType
    request: type[httpx.Request]
    byte_stream: type[httpx.ByteStream]
    # Cached: a client sends to one URL, and httpx takes 40 microseconds to parse it.
    url: Callable[[str], httpx.URL]


def _api(module: ModuleType) -> HttpxApi:
    return HttpxApi(module, module.Request, module.ByteStream, lru_cache(maxsize=64)(module.URL))


HTTPX: Final = _api(httpx)
_cached_api: Final = lru_cache(maxsize=1)(_api)


def api_of(source: object) -> HttpxApi:
    """Return the classes of the library that a client or transport belongs to."""
    module = httpx2_module()
    names = ("AsyncClient", "AsyncBaseTransport", "Client", "BaseTransport")
    if module is not None and is_from_httpx(source, *names, among=(module,)):
        return _cached_api(module)
    return HTTPX


def failures() -> tuple[type[Exception], ...]:
    """Return the base classes of an exchange's exceptions.

    `except failures()` calls this only when something was raised, by when httpx2 may be loaded.
    """
    module = httpx2_module()
    names = ("HTTPError", "InvalidURL")
    classes = [getattr(it, name, None) for it in (httpx, module) if it for name in names]
    return (OSError, Http11Error, *(cls for cls in classes if isinstance(cls, type)))


def class_in_httpx(kind: type[Exception]) -> type[Exception]:
    """Return httpx's counterpart of a class of httpx2 or derived from one; other classes unchanged."""
    if httpx2_module() is None:
        return kind
    for cls in kind.__mro__:
        found = getattr(httpx, cls.__name__, None)
        if found is not None and cls.__module__.partition(".")[0] == "httpx2":
            return cast("type[Exception]", found)
    return kind
