"""Maps exceptions of http11 and of the operating system to errors of the public API.

Texts of http11 are kept as they are: they quote nothing that was sent or received.
"""

import ssl
from collections.abc import Iterator
from typing import Final

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

_FAILURES: Final[tuple[tuple[type[Exception], type[TransportError], Sent], ...]] = (
    (NotSent, ConnectionLostError, "no"),
    (ClosedEarly, ConnectionLostError, "maybe"),
    (ConnectTookTooLong, ConnectTimeoutError, "no"),
    (PoolTookTooLong, ConnectTimeoutError, "no"),
    (WriteTookTooLong, AttemptTimeoutError, "maybe"),
    (ReadTookTooLong, AttemptTimeoutError, "maybe"),
    (CouldNotConnect, ConnectError, "no"),
    (Unsendable, ProtocolError, "no"),
    (Malformed, ProtocolError, "maybe"),
    (Http11Error, ConnectionLostError, "maybe"),
    (TimeoutError, AttemptTimeoutError, "maybe"),
    (OSError, ConnectionLostError, "maybe"),
)
"""From exception to error class and `sent`; the first matching row counts."""

# X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, DEPTH_ZERO_SELF_SIGNED_CERT, SELF_SIGNED_CERT_IN_CHAIN,
# UNABLE_TO_GET_ISSUER_CERT_LOCALLY and UNABLE_TO_VERIFY_LEAF_SIGNATURE of OpenSSL's x509_vfy.h.
_UNKNOWN_ISSUER: Final = frozenset({2, 18, 19, 20, 21})
_OUT_OF_DATE: Final = frozenset({9, 10})  # X509_V_ERR_CERT_NOT_YET_VALID, CERT_HAS_EXPIRED

# What versions of OpenSSL say when the first bytes of a server are not TLS.
_NO_TLS: Final = frozenset(
    {"WRONG_VERSION_NUMBER", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"}
)


def classify(error: Exception) -> TransportError | ConfigurationError:
    """Return the error for an exception of an exchange, and clear the exception's frames."""
    forget_frames(error)
    if isinstance(error, Misconfigured):
        return ConfigurationError(str(error))
    return with_tls_hint(_classify(error), error)


def unready(error: Exception) -> ConfigurationError:
    """Return the error for a failure to prepare connections."""
    text = str(error) if isinstance(error, Http11Error) else type(error).__name__
    return ConfigurationError(
        text if isinstance(error, Misconfigured) else f"no connections can be made: {text}"
    )


def system_words(error: Exception) -> str | None:
    """Return the text of the last `OSError` in a chain of causes: the operating system's own."""
    words = None
    for cause in causes_of(error):
        if isinstance(cause, OSError) and str(cause):
            words = str(cause)
    return words


def with_tls_hint(found: TransportError, error: Exception) -> TransportError:
    """Return an error with advice if TLS caused it; an untrusted certificate is not retried."""
    if not isinstance(found, ConnectError) or (failure := _tls_failure(error)) is None:
        return found
    is_untrusted = isinstance(failure, ssl.SSLCertVerificationError)
    retryable = found.retryable and not is_untrusted
    return ConnectError(f"{found.message}{_hint(failure)}", sent="no", retryable=retryable)


def _tls_failure(error: Exception) -> ssl.SSLError | None:
    return next((it for it in causes_of(error) if isinstance(it, ssl.SSLError)), None)


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


def _classify(error: Exception) -> TransportError:
    _, cls, sent = next(row for row in _FAILURES if isinstance(error, row[0]))
    if isinstance(error, Http11Error):
        return cls(str(error), sent=sent, retryable=not isinstance(error, WillNotConnect))
    timed_out = isinstance(error, TimeoutError)
    text = "no complete response in time" if timed_out else "the connection broke"
    detail = str(error) or system_words(error)
    return cls(f"{text}: {detail}" if detail else text, sent=sent)


def causes_of(error: BaseException | None) -> Iterator[BaseException]:
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
