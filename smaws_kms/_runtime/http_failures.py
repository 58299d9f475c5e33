"""What httpx and the engine raise, as errors of ours.

The only file that looks into these exceptions. They hold the request, with the plaintext in it, and
some quote header values or what a server sent; none of that goes further than here.
"""

from typing import Final
from urllib.parse import urlsplit

import httpx

from smaws_kms._runtime.engine.errors import ClosedEarly, EngineError, NotSent
from smaws_kms._runtime.errors import (
    AttemptTimeoutError,
    ConnectError,
    ConnectionLostError,
    ConnectTimeoutError,
    ProtocolError,
    Sent,
    TransportError,
)
from smaws_kms._runtime.exception_frames import forget_frames

CAUGHT: Final = (httpx.HTTPError, httpx.InvalidURL, OSError)
"""What an exchange over httpx may raise."""

_FAILURES: Final[tuple[tuple[type[Exception], type[TransportError], Sent, str], ...]] = (
    (NotSent, ConnectionLostError, "no", "the connection broke"),
    (ClosedEarly, ConnectionLostError, "maybe", "the connection broke"),
    (httpx.ConnectTimeout, ConnectTimeoutError, "no", "no connection in time"),
    (httpx.PoolTimeout, ConnectTimeoutError, "no", "no free connection in time"),
    (httpx.TimeoutException, AttemptTimeoutError, "maybe", "no complete answer in time"),
    (httpx.ConnectError, ConnectError, "no", "could not connect"),
    (httpx.ProxyError, ConnectError, "no", "the proxy refused the connection"),
    (httpx.UnsupportedProtocol, ConnectError, "no", "not an HTTP address"),
    (httpx.InvalidURL, ConnectError, "no", "not an HTTP address"),
    (httpx.LocalProtocolError, ProtocolError, "no", "the request is not valid HTTP"),
    (httpx.RemoteProtocolError, ProtocolError, "maybe", "the answer is not valid HTTP"),
    (httpx.DecodingError, ProtocolError, "maybe", "the answer's content encoding is broken"),
    (
        httpx.HTTPStatusError,
        ProtocolError,
        "maybe",
        "a hook of your httpx client refused the answer",
    ),
    (httpx.HTTPError, ConnectionLostError, "maybe", "the connection broke"),
    (TimeoutError, AttemptTimeoutError, "maybe", "no complete answer in time"),
    (OSError, ConnectionLostError, "maybe", "the connection broke"),
)
"""Which failure becomes which error; the first that fits counts."""

# httpx reports a server that closes early as a protocol error; to users it is a lost connection.
_CLOSED_EARLY: Final = ("Server disconnected", "peer closed connection")


def classify(error: Exception, url: str) -> TransportError:
    """Return our error for a failure of httpx; only its kind and the system's words are kept.

    Texts of the engine are kept whole: they quote nothing. The exception loses its frames.
    """
    forget_frames(error)
    if isinstance(error, httpx.RemoteProtocolError) and str(error).startswith(_CLOSED_EARLY):
        return ConnectionLostError(
            "the server closed the connection before its answer was complete"
        )
    _, cls, sent, text = next(row for row in _FAILURES if isinstance(error, row[0]))
    if isinstance(error, EngineError):
        return cls(str(error), sent=sent)
    if sent == "no":
        text = f"{text} ({urlsplit(url).netloc})"
    detail = str(error) if isinstance(error, httpx.ConnectError | OSError) else ""
    return cls(f"{text}: {detail}" if detail else text, sent=sent)
