"""The commands of the fault server, and the behaviour of each."""

import gzip
from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.http11.limits import MAX_BODY, MAX_HEAD
from tests.faults.behaviours import (
    Behaviour,
    body_after,
    early_and_closes,
    early_and_hangs,
    early_and_reads,
    floods,
    keep,
    only,
    repeats,
    sends,
    time_out,
    trickles,
    when_idle,
)
from tests.faults.connection import ServerConnection
from tests.faults.messages import (
    CHUNKED,
    FORGED_CIPHERTEXT,
    FORGED_RESPONSE,
    MARK,
    body_with,
    chunked,
    half,
    half_a_chunk,
    head_with,
    response_body,
    response_with,
    right_chunks,
    right_response,
    with_length,
)
from tests.faults.refusals import CLOCKS, REFUSALS

_HALF_A_HEAD: Final = f"HTTP/1.1 200 OK\r\nx-secret: {MARK}".encode()
_LINE: Final = b"x-more: " + b"y" * 1000 + b"\r\n"
_PIECE: Final = bytes(65536)
_LARGE: Final = 10_000_000
_HTML: Final = f"<html><body>{MARK}</body></html>".encode()
_CONTINUE: Final = head_with(status="100 Continue")
_EARLY: Final[Mapping[str, Behaviour]] = {
    "early-and-reads": early_and_reads,
    "early-and-closes": early_and_closes,
    "early-and-hangs": early_and_hangs,
}

_ENDINGS: Final[Mapping[str, Behaviour]] = {
    "idle-fin": when_idle(ServerConnection.finish),
    "idle-reset": when_idle(ServerConnection.reset),
    "idle-408": when_idle(time_out),
    "idle-forged": when_idle(lambda connection: connection.send(FORGED_RESPONSE)),
    "idle-junk": when_idle(lambda connection: connection.send(MARK.encode())),
    "silence": only(keep),
    "fin-unanswered": only(ServerConnection.finish),
    "reset-unanswered": only(ServerConnection.reset),
    "cut-unanswered": only(ServerConnection.cut),
    "fin-in-head": sends(_HALF_A_HEAD, then=ServerConnection.finish),
    "reset-in-head": sends(_HALF_A_HEAD, then=ServerConnection.reset),
    "fin-in-body": sends(half, then=ServerConnection.finish),
    "reset-in-body": sends(half, then=ServerConnection.reset),
    "fin-in-chunk": sends(half_a_chunk, then=ServerConnection.finish),
    "fin-in-chunk-line": sends(head_with(CHUNKED), b"1\r\n{\r\n1", then=ServerConnection.finish),
    "reset-in-chunk": sends(half_a_chunk, then=ServerConnection.reset),
    "no-last-chunk": sends(
        head_with(CHUNKED), lambda request: right_chunks(request)[:-5], then=ServerConnection.finish
    ),
}

_PACES: Final[Mapping[str, Behaviour]] = {
    "slow": trickles(right_response, pause=0.0005),
    "trickle-head": trickles(
        lambda request: response_with(response_body(request), f"x-long: {'y' * 2000}")
    ),
    "trickle-body": trickles(right_response, at_once=100),
    "endless-1xx": repeats(_CONTINUE),
    "endless-headers": floods(b"HTTP/1.1 200 OK\r\n", _LINE),
    "endless-header": floods(b"HTTP/1.1 200 OK\r\nx-long: ", b"y" * 1000),
    "endless-status": floods(b"HTTP/1.1 200 ", b"y" * 1000),
    "endless-chunk-line": floods(head_with(CHUNKED) + b"1;", b"y" * 1000),
    "endless-trailers": floods(head_with(CHUNKED) + b"0\r\n", _LINE),
    "large-head": sends(head_with(f"x-long: {'y' * MAX_HEAD}", "Content-Length: 0")),
    "large-body": floods(head_with(f"Content-Length: {_LARGE}"), bytes(_LARGE // 100), _LARGE),
    "large-chunks": floods(head_with(CHUNKED), chunked(_PIECE, last=b"")),
    "large-rest": floods(head_with(), _PIECE),
    "large": sends(lambda request: response_with(response_body(request) + b" " * (7 << 20))),
    "bomb": sends(response_with(gzip.compress(bytes(2 * MAX_BODY), 1), "Content-Encoding: gzip")),
}

_FRAMES: Final[Mapping[str, Behaviour]] = {
    "echo": sends(right_response),
    "close": sends(
        lambda request: with_length(request, "Connection: close"), then=ServerConnection.finish
    ),
    "close-said": sends(lambda request: with_length(request, "Connection: close")),
    "chunked": sends(head_with(CHUNKED), right_chunks),
    "trailers": sends(head_with(CHUNKED), lambda request: right_chunks(request, b"x-more: 1\r\n")),
    "until-closed": sends(head_with(), response_body, then=ServerConnection.finish),
    "until-cut": sends(head_with(), response_body, then=ServerConnection.cut),
    "until-notified": sends(head_with(), response_body, then=ServerConnection.end_tls),
    "until-reset": sends(head_with(), response_body, then=ServerConnection.reset),
    "http-1.0": sends(head_with(version="HTTP/1.0"), response_body, then=ServerConnection.finish),
    "http-1.0-length": sends(
        lambda request: with_length(request, version="HTTP/1.0"), then=ServerConnection.finish
    ),
    "continue": sends(_CONTINUE, head_with("Link: </x>", status="103 Early Hints"), right_response),
    "switching": sends(
        head_with("Upgrade: x", "Connection: upgrade", status="101 Switching"), right_response
    ),
    "204": sends(head_with(status="204 No Content")),
    "gzip": sends(
        lambda request: response_with(
            gzip.compress(response_body(request)), "Content-Encoding: gzip"
        )
    ),
    "broken-gzip": sends(response_with(MARK.encode(), "Content-Encoding: gzip")),
    "glued": sends(right_response, FORGED_RESPONSE),
    "glued-204": sends(head_with(status="204 No Content"), FORGED_RESPONSE),
    "glued-junk": sends(right_response, MARK.encode()),
    "glued-newline": sends(right_response, b"\r\n"),
    "junk-before": sends(MARK.encode() + b"\r\n", right_response),
    "newline-before": sends(b"\r\n", right_response),
    "two-lengths": sends(lambda request: with_length(request, "Content-Length: 2")),
    "length-twice": sends(
        lambda request: with_length(request, f"Content-Length: {len(response_body(request))}")
    ),
    "negative-length": body_after(head_with("Content-Length: -2")),
    "signed-length": body_after(head_with("Content-Length: +86")),
    "huge-length": body_after(head_with(f"Content-Length: {'9' * 30}")),
    "no-length": body_after(head_with(f"Content-Length: {MARK}")),
    "length-and-chunked": sends(head_with(CHUNKED, "Content-Length: 2"), right_chunks),
    "gzip-chunked": sends(head_with("Transfer-Encoding: gzip, chunked"), right_chunks),
    "chunked-twice": sends(head_with(CHUNKED, CHUNKED), right_chunks),
    "unknown-encoding": body_after(head_with("Transfer-Encoding: x-unknown")),
    "chunk-size-junk": sends(head_with(CHUNKED), MARK.encode(), b"\r\n"),
    "chunk-size-negative": sends(head_with(CHUNKED), b"-1\r\n{}\r\n0\r\n\r\n"),
    "chunk-size-huge": sends(head_with(CHUNKED), b"1" * 21, b"\r\n{}\r\n0\r\n\r\n"),
    "chunk-too-long": sends(head_with(CHUNKED), b"1\r\n{}\r\n0\r\n\r\n"),
}

_HEADS: Final[Mapping[str, Behaviour]] = {
    "garbage": sends(f"SSH-2.0-{MARK}\r\n\r\n".encode()),
    "no-status": sends(f"HTTP/1.1 {MARK}\r\n\r\n".encode()),
    "status-099": body_after(head_with(status="099 No")),
    "status-1000": body_after(head_with(status="1000 No")),
    "ice": sends(lambda request: right_response(request).replace(b"HTTP/1.1", b"ICE/1.0")),
    "http-3.7": sends(lambda request: right_response(request).replace(b"HTTP/1.1", b"HTTP/3.7")),
    "http-0.9": sends(response_body, then=ServerConnection.finish),
    "no-colon": sends(f"HTTP/1.1 200 OK\r\n{MARK}\r\n\r\n".encode()),
    "space-before-colon": sends(b"HTTP/1.1 200 OK\r\nContent-Length : 2\r\n\r\n{}"),
    "zero-byte": sends(head_with(f"x-secret: {MARK}\0", "Content-Length: 2") + b"{}"),
}

_CONTENTS: Final[Mapping[str, Behaviour]] = {
    "html-502": sends(response_with(_HTML, "Content-Type: text/html", status="502 Bad Gateway")),
    "empty-500": sends(response_with(b"", status="500 Internal Server Error")),
    "empty-200": sends(response_with(b"")),
    "redirect": sends(response_with(b"", f"Location: /{MARK}", status="307 Temporary Redirect")),
    "wrong-type": sends(
        lambda request: response_with(response_body(request), "Content-Type: text/html")
    ),
    "html-200": sends(response_with(_HTML, "Content-Type: text/html")),
    "not-utf8": sends(response_with(b'{"CiphertextBlob":"\xff\xfe' + MARK.encode() + b'"}')),
    "deep": sends(response_with(b'{"CiphertextBlob":' + b"[" * 200_000 + b"]" * 200_000 + b"}")),
    "half-json": sends(response_with(f'{{"CiphertextBlob":"{MARK}'.encode())),
    "list": sends(response_with(f'["{MARK}"]'.encode())),
    "wrong-member": sends(response_with(f'{{"CiphertextBlob":{{"x":"{MARK}"}}}}'.encode())),
    "duplicates": sends(
        lambda request: response_with(
            body_with(FORGED_CIPHERTEXT)[:-1] + b"," + response_body(request)[1:]
        )
    ),
    "modelled-error": sends(
        response_with(b'{"__type":"DisabledException"}', status="400 Bad Request")
    ),
}

BEHAVIOURS: Final = {
    **_EARLY,
    **_ENDINGS,
    **_PACES,
    **_FRAMES,
    **_HEADS,
    **_CONTENTS,
    **REFUSALS,
    **CLOCKS,
}
EARLY: Final = frozenset(_EARLY)
"""The commands that act before the request is complete."""
