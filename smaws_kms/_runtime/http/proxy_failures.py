"""Errors of requests through a proxy: they name the proxy, and quote nothing that a server sent."""

import re
from http import HTTPStatus
from typing import Final

from smaws_kms._runtime.http.httpx_api import (
    ConnectError,
    ConnectTimeout,
    HTTPError,
    ProxyError,
    Response,
    TimeoutException,
)
from smaws_kms._runtime.http.httpx_failures import words_of
from smaws_kms._runtime.http.proxy_progress import Progress
from smaws_kms._runtime.http11.errors import (
    ConnectionBroke,
    ConnectTookTooLong,
    CouldNotConnect,
    Http11Error,
    WillNotConnect,
)
from smaws_kms._runtime.http11.proxy import SOCKS, Proxy
from smaws_kms._runtime.http11.proxy_errors import asks_for_user, broken, refused, silent
from smaws_kms._runtime.http11.request_encoder import Origin

_NO_METHOD: Final = "NO ACCEPTABLE METHODS"
"""The end of httpcore's text about a SOCKS proxy that wants another way of authentication."""
_REFUSALS: Final = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.PROXY_AUTHENTICATION_REQUIRED})


def explain(error: Exception, proxy: Proxy, progress: Progress) -> Exception:
    """Return the error for an exception of httpx's transports, told apart by the progress."""
    origin = progress.origin
    if isinstance(error, ProxyError):
        return _refused(str(error), proxy, origin)
    if progress.at_proxy():
        return _at_proxy(error, proxy, origin)
    if isinstance(error, ConnectError):
        words = words_of(error) or type(error).__name__
        return CouldNotConnect(f"could not connect to {origin} through the proxy {proxy}: {words}")
    if isinstance(error, ConnectTimeout):
        return ConnectTookTooLong(f"no connection to {origin} through the proxy {proxy} in time")
    if isinstance(error, HTTPError):
        return error
    name = type(error).__name__
    return ConnectionBroke(f"the connection through the proxy {proxy} failed: {name}")


def _at_proxy(error: Exception, proxy: Proxy, origin: Origin) -> Http11Error:
    if isinstance(error, TimeoutException):
        return silent(proxy, origin)
    kind = "SOCKS 5" if proxy.scheme in SOCKS else "HTTP"
    return broken(error, proxy, words_of(error), kind)


def refusal(response: Response, proxy: Proxy, origin: Origin) -> CouldNotConnect | None:
    """Return the error if the response of an endpoint without TLS came from the proxy.

    A 403 may be from either. AWS services and local stand-ins respond in JSON or with a request ID.
    """
    if origin.secure or response.status_code not in _REFUSALS:
        return None
    is_json = "json" in response.headers.get("content-type", "")
    if is_json or "x-amzn-requestid" in response.headers:
        return None
    return refused(response.status_code, proxy, origin)


def _refused(said: str, proxy: Proxy, origin: Origin) -> CouldNotConnect:
    if proxy.scheme not in SOCKS:
        status = re.match(r"\d{3}\b", said)
        return refused(int(status[0]) if status else HTTPStatus.BAD_GATEWAY, proxy, origin)
    # The text is httpcore's, and quotes nothing that the proxy sent.
    is_about_access = "could not connect" not in said
    reason = asks_for_user(proxy) if _NO_METHOD in said else said.rstrip(".")
    text = f"the SOCKS proxy {proxy} refused to connect to {origin}: {reason}"
    return WillNotConnect(text) if is_about_access else CouldNotConnect(text)
