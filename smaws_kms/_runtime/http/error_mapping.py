"""Maps exceptions of httpx and http11 to errors of the public API.

Exceptions of httpx hold the request, plaintext included, and some quote header values or bytes from the
server. No other file reads them, so none of that reaches an error.
"""

import ssl
from collections.abc import Iterator
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
from smaws_kms._runtime.http.httpx_api import class_in_httpx
from smaws_kms._runtime.http11.errors import (
    ClosedEarly,
    ConnectTookTooLong,
    CouldNotConnect,
    Http11Error,
    Malformed,
    Misconfigured,
    NotSent,
    PoolTookTooLong,
    ReadTookTooLong,
    Unsendable,
    WillNotConnect,
    WriteTookTooLong,
)
from smaws_kms._runtime.support.frames import forget_frames

_RAISES_FOR_STATUS: Final = (
    "an event hook of your httpx client raised HTTPStatusError; without raise_for_status, the call "
    "returns the error of the service"
)

_FAILURES: Final[tuple[tuple[type[Exception], type[TransportError], Sent, str], ...]] = (
    (NotSent, ConnectionLostError, "no", ""),
    (ClosedEarly, ConnectionLostError, "maybe", ""),
    (ConnectTookTooLong, ConnectTimeoutError, "no", ""),
    (PoolTookTooLong, ConnectTimeoutError, "no", ""),
    (WriteTookTooLong, AttemptTimeoutError, "maybe", ""),
    (ReadTookTooLong, AttemptTimeoutError, "maybe", ""),
    (CouldNotConnect, ConnectError, "no", ""),
    (Unsendable, ProtocolError, "no", ""),
    (Malformed, ProtocolError, "maybe", ""),
    (Http11Error, ConnectionLostError, "maybe", ""),
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
    (TimeoutError, AttemptTimeoutError, "maybe", "no complete response in time"),
    (OSError, ConnectionLostError, "maybe", "the connection broke"),
)
"""From exception to error class, `sent` and text with host and port; the first matching row counts.

Exceptions of http11 keep their own text.
"""

# httpx reports a server that closes early as a protocol error; to users it is a lost connection.
_CLOSED_EARLY: Final = ("Server disconnected", "peer closed connection")


# X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, DEPTH_ZERO_SELF_SIGNED_CERT, SELF_SIGNED_CERT_IN_CHAIN,
# UNABLE_TO_GET_ISSUER_CERT_LOCALLY and UNABLE_TO_VERIFY_LEAF_SIGNATURE of OpenSSL's x509_vfy.h.
_UNKNOWN_ISSUER: Final = frozenset({2, 18, 19, 20, 21})
_OUT_OF_DATE: Final = frozenset({9, 10})  # X509_V_ERR_CERT_NOT_YET_VALID, CERT_HAS_EXPIRED

# What versions of OpenSSL say when the first bytes of a server are not TLS.
_NO_TLS: Final = frozenset(
    {"WRONG_VERSION_NUMBER", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"}
)


def classify(error: Exception, url: str) -> TransportError | ConfigurationError:
    """Return the error for an exception of an exchange, and clear the exception's frames.

    Of httpx's exceptions only the class and the operating system's text are kept. Texts of http11 are
    kept as they are: they quote nothing.
    """
    forget_frames(error)
    if isinstance(error, Misconfigured):
        return ConfigurationError(str(error))
    found = _classify(error, url)
    if isinstance(found, ConnectError) and (failure := _tls_failure(error)) is not None:
        is_untrusted = isinstance(failure, ssl.SSLCertVerificationError)
        retryable = found.retryable and not is_untrusted
        return ConnectError(f"{found.message}{_hint(failure)}", sent="no", retryable=retryable)
    return found


def unready(error: Exception) -> ConfigurationError:
    """Return the error for a failure to prepare connections."""
    text = str(error) if isinstance(error, Http11Error) else type(error).__name__
    return ConfigurationError(
        text if isinstance(error, Misconfigured) else f"no connections can be made: {text}"
    )


def system_words(error: Exception) -> str | None:
    """Return the text of the last `OSError` in a chain of causes: the operating system's own."""
    words = None
    for cause in _causes(error):
        if isinstance(cause, OSError) and str(cause):
            words = str(cause)
    return words or (
        str(error)
        if issubclass(class_in_httpx(type(error)), httpx.ConnectError | CouldNotConnect)
        else None
    )


def _tls_failure(error: Exception) -> ssl.SSLError | None:
    return next((it for it in _causes(error) if isinstance(it, ssl.SSLError)), None)


def _hint(error: ssl.SSLError) -> str:
    if error.reason in _NO_TLS:
        return "; if the server does not speak TLS, write http:// in its URL"
    verify_code = error.verify_code if isinstance(error, ssl.SSLCertVerificationError) else None
    if verify_code in _UNKNOWN_ISSUER:
        return (
            "; if a proxy or gateway inspects TLS here, or the endpoint is your own, "
            "name the file of its authority's certificate in AWS_CA_BUNDLE"
        )
    if verify_code in _OUT_OF_DATE:
        return "; if the certificate is in order, the clock of this machine may be wrong"
    return ""


def _classify(error: Exception, url: str) -> TransportError:
    kind = class_in_httpx(type(error))
    if issubclass(kind, httpx.RemoteProtocolError) and str(error).startswith(_CLOSED_EARLY):
        return ConnectionLostError(
            "the server closed the connection before its response was complete"
        )
    _, cls, sent, text = next(row for row in _FAILURES if issubclass(kind, row[0]))
    if isinstance(error, Http11Error):
        return cls(str(error), sent=sent, retryable=not isinstance(error, WillNotConnect))
    text = text.format(urlsplit(url).netloc)
    quotes_system = issubclass(kind, httpx.ConnectError | OSError)
    detail = (str(error) or system_words(error)) if quotes_system else ""
    return cls(f"{text}: {detail}" if detail else text, sent=sent)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and its causes. Adapters such as anyio put several before the system's.

    Of a group, the causes of its first exception follow.
    """
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        # Not `isinstance` with a group: its type parameter would be unknown to type checkers.
        grouped: tuple[BaseException, ...] = getattr(error, "exceptions", ())
        error = grouped[0] if grouped else error.__cause__ or error.__context__
