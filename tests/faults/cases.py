"""Every fault without retries, and the outcome that a call has on the package's own transports."""

from typing import Final

from attrs import evolve

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.case import Case, Outcome

_OK: Final = Outcome(reused=True)
_OK_CLOSED: Final = Outcome()


def _error(
    error: type[kms.SmawsError], says: str, sent: Sent | None = None, *, reused: bool = False
) -> Outcome:
    return Outcome(error.__name__, says, sent, reused=reused)


def _lost(says: str = "") -> Outcome:
    return _error(kms.ConnectionLostError, says, "maybe")


def _broken(says: str) -> Outcome:
    return _error(kms.ProtocolError, says, "maybe")


def _unreached(says: str) -> Outcome:
    return _error(kms.ConnectError, says, "no", reused=True)


def _refused(code: str, status: int) -> Outcome:
    return evolve(_error(kms.UnmodeledServiceError, code, reused=True), status=status)


def _invalid(error: type[kms.ServiceError], says: str, *, reused: bool = False) -> Outcome:
    return evolve(_error(error, says, reused=reused), status=400)


def _unreadable(says: str, *, reused: bool = True) -> Outcome:
    return _error(kms.ResponseParseError, says, reused=reused)


def _untrusted(says: str) -> Outcome:
    return evolve(_unreached(says), retryable=False)


_UNANSWERED: Final = _lost("closed the connection before it had sent any of its response")
_CLOSED_EARLY: Final = _lost("closed the connection before it had sent all of its response")
_NO_CONNECTION: Final = _error(kms.ConnectTimeoutError, "no connection", "no", reused=True)
_TOO_SLOW: Final = _error(kms.AttemptTimeoutError, "response in time", "maybe")
_EARLY: Final = _invalid(kms.ValidationException, "too large")
_ENCODED: Final = evolve(_broken("has Content-Encoding 'gzip'"), retryable=False, reused=True)
_LARGE: Final = 6 * 1024 * 1024

CONNECTING: Final = (
    Case("refuses the connection", "echo", _unreached("could not connect"), address="closed port"),
    Case("does not accept the connection", "echo", _NO_CONNECTION, address="full backlog", connect=0.3),
    Case("accepts the connection, and does not start the TLS handshake", "echo", _NO_CONNECTION, address="stalls", connect=0.3),
    Case("resets the connection during the TLS handshake", "echo", _unreached("could not connect"), address="resets"),
    Case("closes the connection during the TLS handshake", "echo", _unreached("could not connect"), address="closes"),
    Case("responds to the TLS handshake with plain HTTP", "echo", _unreached("could not connect"), address="no TLS"),
    Case("presents a certificate of another host", "echo", _untrusted("certificate verify failed"), address="wrong host"),
    Case("presents an expired certificate", "echo", _untrusted("certificate has expired"), address="expired"),
    Case("presents a certificate of an unknown authority", "echo", _untrusted("unable to get local issuer"), address="unknown"),
)  # fmt: skip

IDLE: Final = (
    Case("closed the idle connection", "echo", _OK, before="idle-fin"),
    Case("reset the idle connection", "echo", _OK, before="idle-reset"),
    Case("sent 408 on the idle connection and closed it", "echo", _OK, before="idle-408"),
    Case("sent a forged response on the idle connection", "echo", _OK, before="idle-forged"),
    Case("sent junk on the idle connection", "echo", _OK, before="idle-junk"),
    Case("sends a forged response directly after the right one", "glued", _OK_CLOSED),
    Case("sends junk directly after its response", "glued-junk", _OK_CLOSED),
    Case("sends an empty line directly after its response", "glued-newline", _OK_CLOSED),
    Case("sends a forged response directly after a 204", "glued-204", _unreadable("missing", reused=False)),
)  # fmt: skip

ENDINGS: Final = (
    Case("closes the connection instead of responding", "fin-unanswered", _UNANSWERED),
    Case("closes a new connection instead of responding", "fin-unanswered", _UNANSWERED, before=None),
    Case("resets the connection instead of responding", "reset-unanswered", _lost()),
    Case("resets a new connection instead of responding", "reset-unanswered", _lost(), before=None),
    Case("closes the connection without `close_notify` instead of responding", "cut-unanswered", _lost()),
    Case("closes the connection in the middle of the head", "fin-in-head", _CLOSED_EARLY),
    Case("resets the connection in the middle of the head", "reset-in-head", _lost()),
    Case("closes the connection in the middle of a body with `Content-Length`", "fin-in-body", _CLOSED_EARLY),
    Case("resets the connection in the middle of a body with `Content-Length`", "reset-in-body", _lost()),
    Case("closes the connection in the middle of a chunk", "fin-in-chunk", _CLOSED_EARLY),
    Case("closes the connection in the middle of a chunk-size line", "fin-in-chunk-line", _CLOSED_EARLY),
    Case("resets the connection in the middle of a chunk", "reset-in-chunk", _lost()),
    Case("closes the connection before the last chunk", "no-last-chunk", _CLOSED_EARLY),
    Case("resets the connection at the end of a body without `Content-Length`", "until-reset", _lost()),
    Case("responds before the request is complete, and reads the rest", "early-and-reads", evolve(_EARLY, reused=None), size=_LARGE),
    Case("responds before the request is complete, and closes", "early-and-closes", _EARLY, size=_LARGE),
    Case("responds before the request is complete, and never reads the rest", "early-and-hangs", _EARLY, size=_LARGE, attempt=5.0),
)  # fmt: skip

PACES: Final = (
    Case("responds slowly, but in time", "slow", _OK),
    Case("never responds", "silence", _TOO_SLOW, attempt=0.3),
    Case("never responds on a new connection", "silence", _TOO_SLOW, before=None, attempt=0.3),
    Case("sends the head a few bytes at a time, past the timeout", "trickle-head", _TOO_SLOW, attempt=0.3),
    Case("sends the body a few bytes at a time, past the timeout", "trickle-body", _TOO_SLOW, attempt=0.3),
    Case("sends `100 Continue` again and again", "endless-1xx", _TOO_SLOW, attempt=0.3),
    Case("sends endless headers", "endless-headers", _broken("a head of more than 65536 bytes")),
    Case("sends an endless header", "endless-header", _broken("a head of more than 65536 bytes")),
    Case("sends an endless status line", "endless-status", _broken("a head of more than 65536 bytes")),
    Case("sends an endless chunk-size line", "endless-chunk-line", _broken("a line of more than 4096 bytes between chunks")),
    Case("sends endless trailers", "endless-trailers", _broken("the trailers are malformed")),
    Case("sends a head over 64 KiB", "large-head", _broken("a head of more than 65536 bytes")),
    Case("sends a body of 10 MB with `Content-Length`", "large-body", _broken("a body of more than 8388608 bytes")),
    Case("sends endless chunks", "large-chunks", _broken("a body of more than 8388608 bytes")),
    Case("sends an endless body without `Content-Length`", "large-rest", _broken("a body of more than 8388608 bytes")),
    Case("sends a small gzip body that decompresses to a large one", "bomb", _ENCODED),
)  # fmt: skip

FRAMES: Final = (
    Case("responds in chunks", "chunked", _OK),
    Case("responds in chunks with a trailer", "trailers", _OK),
    Case("responds without `Content-Length`, then closes the connection", "until-closed", _OK_CLOSED),
    Case("responds without `Content-Length`, then closes the connection without `close_notify`", "until-cut", _CLOSED_EARLY, scheme="https"),
    Case("responds without `Content-Length`, then sends `close_notify` and leaves the connection open", "until-notified", _OK_CLOSED, scheme="https"),
    Case("responds with `Connection: close`, and closes", "close", _OK_CLOSED),
    Case("responds with `Connection: close`, and does not close", "close-said", _OK_CLOSED),
    Case("responds in HTTP/1.0 without `Content-Length`", "http-1.0", _OK_CLOSED),
    Case("responds in HTTP/1.0 with `Content-Length`", "http-1.0-length", _OK_CLOSED),
    Case("sends 100 and 103 before its response", "continue", _OK),
    Case("switches protocols", "switching", _broken("the server switches to a protocol that the request did not ask for")),
    Case("responds 204", "204", _unreadable("missing")),
    Case("responds with gzip", "gzip", _ENCODED),
    Case("responds with broken gzip", "broken-gzip", _ENCODED),
    Case("receives a large request, and responds", "echo", _OK, size=_LARGE),
    Case("responds with 7 MiB", "large", _OK),
    Case("sends junk before its response", "junk-before", _broken("the first bytes are not HTTP/1.1")),
    Case("sends an empty line before its response", "newline-before", _broken("the first bytes are not HTTP/1.1")),
    Case("responds with two different `Content-Length`s", "two-lengths", _broken("Content-Length is not one whole number")),
    Case("responds with the same `Content-Length` twice", "length-twice", _broken("Content-Length is not one whole number")),
    Case("responds with a negative `Content-Length`", "negative-length", _broken("Content-Length is not one whole number")),
    Case("responds with a signed `Content-Length`", "signed-length", _broken("Content-Length is not one whole number")),
    Case("responds with a `Content-Length` of 30 digits", "huge-length", _broken("Content-Length is not one whole number")),
    Case("responds with a `Content-Length` that is not a number", "no-length", _broken("Content-Length is not one whole number")),
    Case("responds with `Content-Length` and in chunks", "length-and-chunked", _broken("Transfer-Encoding is not `chunked` alone")),
    Case("responds with `Transfer-Encoding: gzip, chunked`", "gzip-chunked", _broken("Transfer-Encoding is not `chunked` alone")),
    Case("responds with two `Transfer-Encoding`s", "chunked-twice", _broken("Transfer-Encoding is not `chunked` alone")),
    Case("responds with an unknown `Transfer-Encoding`", "unknown-encoding", _broken("Transfer-Encoding is not `chunked` alone")),
    Case("sends a chunk size that is not a number", "chunk-size-junk", _broken("the line before a chunk is malformed")),
    Case("sends a negative chunk size", "chunk-size-negative", _broken("the line before a chunk is malformed")),
    Case("sends a chunk size of 21 digits", "chunk-size-huge", _broken("the line before a chunk is malformed")),
    Case("sends a chunk that is longer than its chunk size", "chunk-too-long", _broken("a chunk is longer than it says")),
)  # fmt: skip

HEADS: Final = (
    Case("responds in another protocol", "garbage", _broken("the first bytes are not HTTP/1.1")),
    Case("sends a status that is not a number", "no-status", _broken("the status line is not valid HTTP/1.1")),
    Case("sends status 099", "status-099", _broken("the status line is not valid HTTP/1.1")),
    Case("sends status 1000", "status-1000", _broken("the status line is not valid HTTP/1.1")),
    Case("responds in ICE/1.0", "ice", _broken("the first bytes are not HTTP/1.1")),
    Case("responds in HTTP/3.7", "http-3.7", _broken("the first bytes are not HTTP/1.1")),
    Case("responds with a body only, without a head", "http-0.9", _broken("the first bytes are not HTTP/1.1")),
    Case("sends a header without a colon", "no-colon", _broken("a header line is not `name: value`")),
    Case("sends a header with a space before the colon", "space-before-colon", _broken("a header line is not `name: value`")),
    Case("sends a header with a zero byte", "zero-byte", _broken("a header line is not `name: value`")),
)  # fmt: skip

CONTENTS: Final = (
    Case("responds 502 with HTML", "html-502", _refused("HTTP502: HTTP status 502 with an HTML page", 502)),
    Case("responds 500 with an empty body", "empty-500", _refused("HTTP500: HTTP status 500 with an empty body", 500)),
    Case("responds 200 with an empty body", "empty-200", _unreadable("missing")),
    Case("responds with a redirect", "redirect", _refused("HTTP307", 307)),
    Case("responds with a modelled error", "modelled-error", _invalid(kms.DisabledException, "DisabledException", reused=True)),
    Case("responds with a wrong `Content-Type`", "wrong-type", _OK),
    Case("responds 200 with HTML", "html-200", _unreadable("expected JSON, got an HTML page")),
    Case("responds with invalid UTF-8", "not-utf8", _unreadable("not UTF-8")),
    Case("responds with JSON nested 200,000 levels deep", "deep", _unreadable("more than 100000 JSON values")),
    Case("responds with truncated JSON", "half-json", _unreadable("not JSON")),
    Case("responds with a JSON array", "list", _unreadable("expected an object, got an array")),
    Case("responds with a member of the wrong type", "wrong-member", _unreadable("$.CiphertextBlob")),
    Case("responds with a member twice, of which the last is right", "duplicates", _OK),
)  # fmt: skip

GROUPS: Final = {
    "Connecting": CONNECTING,
    "Idle connections": IDLE,
    "Connections that end too early": ENDINGS,
    "Timeouts and size limits": PACES,
    "Framing": FRAMES,
    "Status line and headers": HEADS,
    "Response bodies": CONTENTS,
}
CASES: Final = tuple(case for cases in GROUPS.values() for case in cases)
