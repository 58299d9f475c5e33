"""Maps exceptions of httpx to errors of the public API.

Exceptions of httpx hold the request, plaintext included, and some quote header values or bytes from the
server. No other file reads them, so none of that reaches an error.
"""

from typing import Final
from urllib.parse import urlsplit

import httpx

from smaws_kms._runtime.errors import (
    AttemptTimeoutError,
    ConfigurationError,
    ConnectError,
    ConnectionLostError,
    ConnectTimeoutError,
    ProtocolError,
    Sent,
    TransportError,
)
from smaws_kms._runtime.http import error_mapping
from smaws_kms._runtime.http.error_mapping import system_words, with_tls_hint
from smaws_kms._runtime.http.httpx_api import class_in_httpx
from smaws_kms._runtime.http11.errors import CouldNotConnect, Http11Error
from smaws_kms._runtime.support.frames import forget_frames

_RAISES_FOR_STATUS: Final = (
    "an event hook of your httpx client raised HTTPStatusError; without raise_for_status, the call "
    "returns the error of the service"
)

_FAILURES: Final[tuple[tuple[type[Exception], type[TransportError], Sent, str], ...]] = (
    (httpx.ConnectTimeout, ConnectTimeoutError, "no", "no connection to {} in time"),
    (httpx.PoolTimeout, ConnectTimeoutError, "no", "no free connection to {} in time"),
    (httpx.TimeoutException, AttemptTimeoutError, "maybe", "no complete response in time"),
    (httpx.ConnectError, ConnectError, "no", "could not connect to {}"),
    (httpx.ProxyError, ConnectError, "no", "the proxy refused the connection to {}"),
    (httpx.UnsupportedProtocol, ConnectError, "no", "{} is not an HTTP address"),
    (httpx.InvalidURL, ConnectError, "no", "{} is not an HTTP address"),
    (httpx.LocalProtocolError, ProtocolError, "no", "the request to {} is not valid HTTP"),
    (httpx.RemoteProtocolError, ProtocolError, "maybe", "the response is not valid HTTP"),
    (httpx.DecodingError, ProtocolError, "maybe", "the response's content encoding is broken"),
    (
        httpx.HTTPStatusError,
        ProtocolError,
        "maybe",
        _RAISES_FOR_STATUS,
    ),
    (httpx.HTTPError, ConnectionLostError, "maybe", "the connection broke"),
)
"""From exception to error class, `sent` and text with host and port; the first matching row counts."""

# httpx reports a server that closes early as a protocol error; to users it is a lost connection.
_CLOSED_EARLY: Final = ("Server disconnected", "peer closed connection")


def classify(error: Exception, url: str) -> TransportError | ConfigurationError:
    """Return the error for an exception of an exchange through httpx, and clear its frames.

    Of httpx's exceptions only the class and the operating system's text are kept.
    """
    kind = class_in_httpx(type(error))
    if isinstance(error, Http11Error) or not issubclass(kind, httpx.HTTPError | httpx.InvalidURL):
        return error_mapping.classify(error)
    forget_frames(error)
    return with_tls_hint(_classify(error, kind, url), error)


def words_of(error: Exception) -> str | None:
    """Return the operating system's text of a failure, or that of an exception without a cause."""
    kinds = httpx.ConnectError | CouldNotConnect
    is_about_system = issubclass(class_in_httpx(type(error)), kinds)
    return system_words(error) or (str(error) if is_about_system else None)


def _classify(error: Exception, kind: type[Exception], url: str) -> TransportError:
    if issubclass(kind, httpx.RemoteProtocolError) and str(error).startswith(_CLOSED_EARLY):
        return ConnectionLostError(
            "the server closed the connection before its response was complete"
        )
    _, cls, sent, text = next(row for row in _FAILURES if issubclass(kind, row[0]))
    text = text.format(urlsplit(url).netloc)
    detail = str(error) or words_of(error) if issubclass(kind, httpx.ConnectError) else None
    return cls(f"{text}: {detail}" if detail else text, sent=sent)
