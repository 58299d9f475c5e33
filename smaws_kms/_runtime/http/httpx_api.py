"""Names of httpx for the other files, and support for httpx2, its fork with the same interface.

httpx2 is not imported: a program that passes one of its objects has loaded it. Protocols describe what
users may pass, so type checkers do not need httpx2 either.
"""

import sys
from collections.abc import Callable
from functools import lru_cache
from types import ModuleType
from typing import Final, Never, Protocol, TypeAlias, cast

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

from smaws_kms._runtime.http11.errors import Http11Error

__all__ = [
    "HTTPX",
    "URL",
    "AsyncBaseTransport",
    "AsyncClient",
    "AsyncClientLike",
    "AsyncHttpSource",
    "AsyncTransportLike",
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
    "SyncClientLike",
    "SyncHttpSource",
    "SyncTransportLike",
    "TimeoutException",
    "api_of",
    "class_in_httpx",
    "failures",
    "is_from_httpx",
]


class AsyncClientLike(Protocol):
    """An `httpx.AsyncClient` or `httpx2.AsyncClient`."""

    @property
    def is_closed(self) -> bool:
        """Return whether the client is closed."""
        ...

    async def send(
        self, request: Never, *, stream: bool = ..., auth: None = ..., follow_redirects: bool = ...
    ) -> object:
        """Send a request."""
        ...


class AsyncTransportLike(Protocol):
    """An `httpx.AsyncBaseTransport` or `httpx2.AsyncBaseTransport`."""

    async def handle_async_request(self, request: Never) -> object:
        """Send a request."""
        ...


class SyncClientLike(Protocol):
    """An `httpx.Client` or `httpx2.Client`."""

    @property
    def is_closed(self) -> bool:
        """Return whether the client is closed."""
        ...

    def send(
        self, request: Never, *, stream: bool = ..., auth: None = ..., follow_redirects: bool = ...
    ) -> object:
        """Send a request."""
        ...

    def close(self) -> None:
        """Close the connections. An async client has no method of this name."""
        ...


class SyncTransportLike(Protocol):
    """An `httpx.BaseTransport` or `httpx2.BaseTransport`."""

    def handle_request(self, request: Never) -> object:
        """Send a request."""
        ...


AsyncHttpSource: TypeAlias = AsyncClientLike | AsyncTransportLike
"""Types of the argument `http` of an async client."""
SyncHttpSource: TypeAlias = SyncClientLike | SyncTransportLike
"""Types of the argument `http` of a blocking client."""


@frozen
class HttpxApi:
    """Classes that make a request for a client or transport of httpx or of httpx2."""

    request: type[httpx.Request]
    byte_stream: type[httpx.ByteStream]
    # Cached: a client sends to one URL, and httpx takes 40 microseconds to parse it.
    url: Callable[[str], httpx.URL]


def _api(module: ModuleType) -> HttpxApi:
    return HttpxApi(module.Request, module.ByteStream, lru_cache(maxsize=64)(module.URL))


HTTPX: Final = _api(httpx)
_cached_api: Final = lru_cache(maxsize=1)(_api)


def api_of(source: object) -> HttpxApi:
    """Return the classes of the library that a client or transport belongs to."""
    module = _httpx2()
    names = ("AsyncClient", "AsyncBaseTransport", "Client", "BaseTransport")
    if module is not None and is_from_httpx(source, *names, among=(module,)):
        return _cached_api(module)
    return HTTPX


def is_from_httpx(
    value: object, *names: str, among: tuple[ModuleType | None, ...] | None = None
) -> bool:
    """Return whether a value is an instance of one of these classes of httpx or httpx2."""
    modules = (httpx, _httpx2()) if among is None else among
    # A class is missing while another thread is loading httpx2.
    classes = [getattr(module, name, None) for module in modules for name in names]
    return isinstance(value, tuple(it for it in classes if isinstance(it, type)))


def failures() -> tuple[type[Exception], ...]:
    """Return the base classes of an exchange's exceptions.

    `except failures()` calls this only when something was raised, by when httpx2 may be loaded.
    """
    module = _httpx2()
    names = ("HTTPError", "InvalidURL")
    classes = [getattr(it, name, None) for it in (httpx, module) if it for name in names]
    return (OSError, Http11Error, *(cls for cls in classes if isinstance(cls, type)))


def class_in_httpx(kind: type[Exception]) -> type[Exception]:
    """Return httpx's counterpart of a class of httpx2 or derived from one; other classes unchanged."""
    if _httpx2() is None:
        return kind
    for cls in kind.__mro__:
        found = getattr(httpx, cls.__name__, None)
        if found is not None and cls.__module__.partition(".")[0] == "httpx2":
            return cast("type[Exception]", found)
    return kind


def _httpx2() -> ModuleType | None:
    return sys.modules.get("httpx2")
