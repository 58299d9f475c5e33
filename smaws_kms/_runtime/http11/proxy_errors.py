"""Errors of connections through a proxy: they name the proxy, and quote nothing that it sent."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from smaws_kms._runtime.http11.errors import (
    ClosedEarly,
    ConnectTookTooLong,
    CouldNotConnect,
    Malformed,
    WillNotConnect,
    reason_of,
)
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.support.frames import raise_if_from_handler

# As numbers, since importing `http` takes time from the first call.
_FIRST_SERVER_ERROR: Final = 500
_AUTHENTICATION_REQUIRED: Final = 407
_TRANSIENT: Final = frozenset({408, 425, 429})
"""Request Timeout, Too Early, Too Many Requests."""


@contextmanager
def reaching(proxy: Proxy, origin: object) -> Generator[None]:
    """Turn exceptions into errors that name the proxy: it is down, silent, or no proxy."""
    try:
        yield
    except CouldNotConnect:
        raise
    except Exception as error:  # noqa: BLE001 - resolver, loop and OpenSSL may raise anything
        raise_if_from_handler(error)
        if isinstance(error, TimeoutError):
            raise silent(proxy, origin) from None
        is_odd = isinstance(error, ClosedEarly | Malformed)
        raise broken(error, proxy, None if is_odd else reason_of(error)) from None


def broken(
    error: Exception, proxy: Proxy, words: str | None, kind: str = "HTTP"
) -> CouldNotConnect:
    """Return the error for a proxy that is down, or that is none.

    Args:
        error: What was raised.
        proxy: The proxy.
        words: The system's text, `None` if the proxy responded with something else.
        kind: The proxy's protocol.
    """
    if words is None:
        words = f"it does not respond like a proxy for {kind} ({type(error).__name__})"
    return CouldNotConnect(f"could not connect to the proxy {proxy}: {words}")


def silent(proxy: Proxy, origin: object) -> ConnectTookTooLong:
    """Return the error for a proxy that did not respond in time."""
    return ConnectTookTooLong(
        f"no connection to {origin} in time: the proxy {proxy} did not respond"
    )


def refused(status: int, proxy: Proxy, origin: object) -> CouldNotConnect:
    """Return the error for a proxy that responded with `status` instead of connecting."""
    text = f"the proxy {proxy} refused to connect to {origin}: {_reason(status)}"
    if status == _AUTHENTICATION_REQUIRED:
        text = f"{text}; {asks_for_user(proxy)}"
    passes = status >= _FIRST_SERVER_ERROR or status in _TRANSIENT
    return CouldNotConnect(text) if passes else WillNotConnect(text)


def asks_for_user(proxy: Proxy) -> str:
    """Return the reason of a proxy that does not accept the user."""
    kind = "another" if proxy.user_info else "a"
    return f"it asks for {kind} user name and password in {proxy.variable}"


def _reason(status: int) -> str:
    from http import HTTPStatus  # noqa: PLC0415  # see above

    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
