"""What users may pass as `http`: clients and transports of httpx, or of httpx2, its fork.

Neither library is imported: a program that passes one of its objects has loaded it. Protocols describe the
objects, so type checkers do not need httpx2 either.
"""

import sys
from types import ModuleType
from typing import Never, Protocol, TypeAlias

from smaws_kms._runtime.support.type_names import name_of


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


def check_source(value: object, client: str, transport: str) -> None:
    """Raise `TypeError` unless `http` is `None` or an instance of one of these classes."""
    if value is not None and not is_from_httpx(value, client, transport):
        wanted = f"httpx.{client} or httpx.{transport}, or one of httpx2's"
        raise TypeError(f"http must be {wanted}, not {name_of(value)}")


def is_from_httpx(
    value: object, *names: str, among: tuple[ModuleType | None, ...] | None = None
) -> bool:
    """Return whether a value is an instance of one of these classes of httpx or httpx2."""
    modules = (sys.modules.get("httpx"), httpx2_module()) if among is None else among
    # A class is missing while another thread is loading its library.
    classes = [getattr(module, name, None) for module in modules for name in names]
    return isinstance(value, tuple(it for it in classes if isinstance(it, type)))


def httpx2_module() -> ModuleType | None:
    """Return httpx2 if the program has loaded it."""
    return sys.modules.get("httpx2")
