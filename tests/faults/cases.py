"""The table of faults.

Each case says what should become of the call. Where a transport does worse, `instead` says so.
"""

from typing import Final

from attrs import evolve

import smaws_kms as kms
from smaws_kms._runtime.errors import Sent
from tests.faults.case import FORGED, Case, Outcome

_OK: Final = Outcome(reused=True)
_OK_CLOSED: Final = Outcome()


def _error(
    error: type[kms.SmawsError], says: str, sent: Sent | None = None, *, reused: bool = False
) -> Outcome:
    return Outcome(error.__name__, says, sent, reused=reused)


def _lost(says: str = "", httpx_says: str | None = None) -> Outcome:
    return Outcome("ConnectionLostError", says, "maybe", httpx_says=httpx_says)


def _broken(says: str, httpx_says: str = "the response is not valid HTTP") -> Outcome:
    return Outcome("ProtocolError", says, "maybe", httpx_says=httpx_says)


def _unreached(says: str) -> Outcome:
    return _error(kms.ConnectError, says, "no", reused=True)


def _too_slow(says: str = "answer in time", sent: Sent = "maybe") -> Outcome:
    error = _error(kms.AttemptTimeoutError, says, sent)
    return evolve(error, httpx_says="no complete response in time")


def _refused(code: str, status: int) -> Outcome:
    return evolve(_error(kms.UnmodeledServiceError, code, reused=True), status=status)


def _invalid(error: type[kms.ServiceError], says: str, *, reused: bool = False) -> Outcome:
    return evolve(_error(error, says, reused=reused), status=400)


def _unreadable(says: str, *, reused: bool = True) -> Outcome:
    return _error(kms.ResponseParseError, says, reused=reused)


def _untrusted(says: str) -> Outcome:
    return evolve(_unreached(says), retryable=False)


_UNANSWERED: Final = _lost(
    "closed the connection before it had sent any of its answer",
    "the server closed the connection before its response was complete",
)
_CLOSED_EARLY: Final = _lost(
    "closed the connection before it had sent all of its answer",
    "the server closed the connection before its response was complete",
)
_NO_CONNECTION: Final = _error(kms.ConnectTimeoutError, "no connection", "no", reused=True)
_EARLY: Final = _invalid(kms.ValidationException, "too large")
# Whether the server sees the request that is answered by junk is a matter of chance.
_BROKEN_NEXT: Final = Outcome(reused=None, next="ProtocolError")
_LARGE_HEAD: Final = _broken("", "headers over 65536 bytes")
_UNREADABLE_FORGED_NEXT: Final = evolve(_unreadable("missing"), next=FORGED)
_ENCODED: Final = evolve(
    _broken("has Content-Encoding 'gzip'", "has Content-Encoding 'gzip'"), retryable=False
)
_LATE: Final = evolve(_too_slow(), late=True)
_LOST_LATE: Final = evolve(_CLOSED_EARLY, late=True)
_FORGED_NEXT: Final = Outcome(reused=True, next=FORGED)
_LARGE: Final = 6 * 1024 * 1024

CONNECTING: Final = (
    Case("refuses the connection", "echo", _unreached("could not connect"), address="closed port"),
    Case("does not answer the connection", "echo", _NO_CONNECTION, address="full backlog", connect=0.3),
    Case("accepts, and never shakes hands for TLS", "echo", _NO_CONNECTION, address="stalls", connect=0.3),
    Case("resets the connection within the TLS handshake", "echo", _unreached("could not connect"), address="resets"),
    Case("closes the connection within the TLS handshake", "echo", _unreached("could not connect"), address="closes"),
    Case("speaks HTTP where TLS is expected", "echo", _unreached("could not connect"), address="no TLS"),
    Case("shows a certificate of another host", "echo", _untrusted("certificate verify failed"), address="wrong host"),
    Case("shows a certificate that has expired", "echo", _untrusted("certificate has expired"), address="expired"),
    Case("shows a certificate of an unknown authority", "echo", _untrusted("unable to get local issuer"), address="unknown"),
)  # fmt: skip

IDLE: Final = (
    Case("closed the idle connection", "echo", _OK, before="idle-fin"),
    Case("reset the idle connection", "echo", _OK, before="idle-reset"),
    Case("sent 408 on the idle connection and closed it", "echo", _OK, before="idle-408"),
    Case("sent a forged answer on the idle connection", "echo", _OK, before="idle-forged"),
    Case("sent junk on the idle connection", "echo", _OK, before="idle-junk"),
    Case("sends a forged answer right behind its own", "glued", _OK_CLOSED, instead={"httpx": _FORGED_NEXT}),
    Case("sends junk right behind its answer", "glued-junk", _OK_CLOSED, instead={"httpx": _BROKEN_NEXT}),
    Case("sends an empty line right behind its answer", "glued-newline", _OK_CLOSED, instead={"httpx": _BROKEN_NEXT}),
    Case("sends a forged answer right behind a 204", "glued-204", _unreadable("missing", reused=False), instead={"httpx": _UNREADABLE_FORGED_NEXT}),
)  # fmt: skip

ENDINGS: Final = (
    Case("closes the connection instead of answering", "fin-unanswered", _UNANSWERED),
    Case("closes a new connection instead of answering", "fin-unanswered", _UNANSWERED, before=None),
    Case("resets the connection instead of answering", "reset-unanswered", _lost()),
    Case("resets a new connection instead of answering", "reset-unanswered", _lost(), before=None),
    Case("cuts the connection off instead of answering, TLS unfinished", "cut-unanswered", _lost()),
    Case("closes the connection within the head", "fin-in-head", _CLOSED_EARLY),
    Case("resets the connection within the head", "reset-in-head", _lost()),
    Case("closes the connection within a body of known length", "fin-in-body", _CLOSED_EARLY),
    Case("resets the connection within a body of known length", "reset-in-body", _lost()),
    Case("closes the connection within a chunk", "fin-in-chunk", _CLOSED_EARLY),
    Case("closes the connection within the line before a chunk", "fin-in-chunk-line", _CLOSED_EARLY, instead={"httpx": _broken("")}),
    Case("resets the connection within a chunk", "reset-in-chunk", _lost()),
    Case("closes the connection before the last chunk", "no-last-chunk", _CLOSED_EARLY),
    Case("resets the connection at the end of a body without length", "until-reset", _lost(), instead={"httpx blocking https": _OK_CLOSED}),
    Case("answers before the request is complete, and reads the rest", "early-and-reads", evolve(_EARLY, reused=None), size=_LARGE),
    Case("answers before the request is complete, and closes", "early-and-closes", _EARLY, size=_LARGE),
    Case("answers before the request is complete, and never reads the rest", "early-and-hangs", _EARLY, size=_LARGE, attempt=0.5, instead={"httpx": _too_slow()}),
)  # fmt: skip

PACES: Final = (
    Case("answers slowly, but in time", "slow", _OK),
    Case("never answers", "silence", _too_slow(), attempt=0.3),
    Case("never answers on a new connection", "silence", _too_slow(), before=None, attempt=0.3),
    Case("sends the head a few bytes at a time, for far too long", "trickle-head", _too_slow(), attempt=0.3, instead={"httpx blocking": _LATE}),
    Case("sends the answer a few bytes at a time, for far too long", "trickle-body", _too_slow(), attempt=0.3),
    Case("sends `100 Continue` again and again", "endless-1xx", _too_slow(), attempt=0.3, instead={"httpx blocking": _LOST_LATE}),
    Case("sends headers without end", "endless-headers", _broken("a head of more than 65536 bytes")),
    Case("sends a header without end", "endless-header", _broken("a head of more than 65536 bytes")),
    Case("sends a status line without end", "endless-status", _broken("a head of more than 65536 bytes")),
    Case("sends the line before a chunk without end", "endless-chunk-line", _broken("a line of more than 4096 bytes between chunks")),
    Case("sends trailers without end", "endless-trailers", _broken("the trailers are malformed")),
    Case("sends a head over 64 KiB", "large-head", _broken("a head of more than 65536 bytes"), instead={"httpx": _LARGE_HEAD}),
    Case("sends a body of 10 MB, as its length says", "large-body", _broken("a body of more than 8388608 bytes", "a body over 8388608 bytes")),
    Case("sends chunks without end", "large-chunks", _broken("a body of more than 8388608 bytes", "a body over 8388608 bytes")),
    Case("sends a body without length and without end", "large-rest", _broken("a body of more than 8388608 bytes", "a body over 8388608 bytes")),
    Case("sends a small body that gzip makes large", "bomb", evolve(_ENCODED, reused=True), instead={"httpx": _ENCODED}),
)  # fmt: skip

FRAMES: Final = (
    Case("answers in chunks", "chunked", _OK),
    Case("answers in chunks with a trailer", "trailers", _OK),
    Case("answers without length, then closes the connection", "until-closed", _OK_CLOSED),
    Case("answers without length, then cuts the connection off, TLS unfinished", "until-cut", _CLOSED_EARLY, scheme="https", instead={"httpx": _OK_CLOSED}),
    Case("answers without length, then ends TLS but not the connection", "until-notified", _OK_CLOSED, scheme="https", instead={"httpx": Outcome(next="ProtocolError")}),
    Case("answers with `Connection: close`, and closes", "close", _OK_CLOSED),
    Case("answers with `Connection: close`, and does not close", "close-said", _OK_CLOSED),
    Case("answers in HTTP/1.0 without length", "http-1.0", _OK_CLOSED),
    Case("answers in HTTP/1.0 with a length", "http-1.0-length", _OK_CLOSED),
    Case("sends 100 and 103 before its answer", "continue", _OK),
    Case("switches protocols", "switching", _broken("the server switches to a protocol that nobody asked for")),
    Case("answers 204", "204", _unreadable("missing")),
    Case("answers compressed", "gzip", evolve(_ENCODED, reused=True), instead={"httpx": _ENCODED}),
    Case("answers with broken compression", "broken-gzip", evolve(_ENCODED, reused=True), instead={"httpx": _ENCODED}),
    Case("receives a large request, and answers", "echo", _OK, size=_LARGE),
    Case("answers with 7 MiB", "large", _OK),
    Case("sends junk before its answer", "junk-before", _broken("what came is not HTTP/1.1")),
    Case("sends an empty line before its answer", "newline-before", _broken("what came is not HTTP/1.1")),
    Case("answers with two different lengths", "two-lengths", _broken("Duplicate Content-Length")),
    Case("answers with its length twice", "length-twice", _broken("Duplicate Content-Length"), instead={"httpx": _OK}),
    Case("answers with a negative length", "negative-length", _broken("Invalid character in Content-Length")),
    Case("answers with a signed length", "signed-length", _broken("Invalid character in Content-Length")),
    Case("answers with a length of 30 digits", "huge-length", _broken("Content-Length overflow")),
    Case("answers with a length that is no number", "no-length", _broken("Invalid character in Content-Length")),
    Case("answers with a length and in chunks", "length-and-chunked", _broken("Content-Length can't be present with Transfer-Encoding"), instead={"httpx": _OK}),
    Case("answers with `Transfer-Encoding: gzip, chunked`", "gzip-chunked", _broken("the length of the body cannot be told: Transfer-Encoding")),
    Case("answers with two `Transfer-Encoding`s", "chunked-twice", _broken("the length of the body cannot be told: Transfer-Encoding")),
    Case("answers with a transfer encoding of its own", "unknown-encoding", _broken("the length of the body cannot be told: Transfer-Encoding")),
    Case("sends a chunk size that is no number", "chunk-size-junk", _broken("the line before a chunk is malformed")),
    Case("sends a negative chunk size", "chunk-size-negative", _broken("the line before a chunk is malformed")),
    Case("sends a chunk size of 21 digits", "chunk-size-huge", _broken("the line before a chunk is malformed")),
    Case("sends a chunk that is longer than its size", "chunk-too-long", _broken("a chunk is longer than it says")),
)  # fmt: skip

HEADS: Final = (
    Case("answers in another protocol", "garbage", _broken("what came is not HTTP/1.1")),
    Case("sends a status that is no number", "no-status", _broken("the status line is not one of HTTP/1.1")),
    Case("sends status 099", "status-099", _broken("the status line is not one of HTTP/1.1")),
    Case("sends status 1000", "status-1000", _broken("the status line is not one of HTTP/1.1")),
    Case("answers in ICE/1.0", "ice", _broken("what came is not HTTP/1.1")),
    Case("answers in HTTP/3.7", "http-3.7", _broken("what came is not HTTP/1.1"), instead={"httpx": _OK}),
    Case("answers without any head", "http-0.9", _broken("what came is not HTTP/1.1"), instead={"httpx": _CLOSED_EARLY}),
    Case("sends a header without colon", "no-colon", _broken("Invalid header token")),
    Case("sends a header with a space before its colon", "space-before-colon", _broken("Invalid header field char")),
    Case("sends a header with a zero byte", "zero-byte", _broken("Invalid header value char")),
)  # fmt: skip

CONTENTS: Final = (
    Case("answers 502 with HTML", "html-502", _refused("HTTP502: HTTP status 502 with an HTML page", 502)),
    Case("answers 500 with nothing", "empty-500", _refused("HTTP500: HTTP status 500 with an empty body", 500)),
    Case("answers 200 with nothing", "empty-200", _unreadable("missing")),
    Case("redirects", "redirect", _refused("HTTP307", 307)),
    Case("answers with an error of the model", "modelled-error", _invalid(kms.DisabledException, "DisabledException", reused=True)),
    Case("answers under a wrong content type", "wrong-type", _OK),
    Case("answers 200 with HTML", "html-200", _unreadable("not JSON")),
    Case("answers in invalid UTF-8", "not-utf8", _unreadable("not UTF-8")),
    Case("answers with JSON that is nested 200,000 deep", "deep", _unreadable("more than 100000 JSON values")),
    Case("answers with half of the JSON", "half-json", _unreadable("not JSON")),
    Case("answers with a list", "list", _unreadable("expected an object, got an array")),
    Case("answers with a member of another type", "wrong-member", _unreadable("$.CiphertextBlob")),
    Case("answers with a member twice, the last of them right", "duplicates", _OK),
)  # fmt: skip

GROUPS: Final = {
    "Connecting": CONNECTING,
    "On an idle connection": IDLE,
    "Ending too early": ENDINGS,
    "Too slow, too large": PACES,
    "Framing": FRAMES,
    "The head": HEADS,
    "What is in an answer": CONTENTS,
}
CASES: Final = tuple(case for cases in GROUPS.values() for case in cases)
