"""Requests as http11 sends them, and responses as it parses them, without httpx's objects."""

from collections.abc import Callable
from typing import Final

from smaws_kms._runtime.errors import ProtocolError
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http.response_checks import problem_of_encoding
from smaws_kms._runtime.http.response_head import ResponseHead
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, encode_request
from smaws_kms._runtime.http11.timeouts import Deadlines

_ENCODING: Final = b"\r\ncontent-encoding:"


def encode(request: WireRequest, target: bytes) -> EncodedRequest:
    """Return the bytes of a request for a target on its server: head and body in one piece."""
    lines = request.checked_lines
    if lines is None:
        headers = [(name.encode(), value.encode()) for name, value in request.headers.items()]
        return encode_request(b"POST", target, headers, request.body)
    parts = (b"POST ", target, b" HTTP/1.1\r\n", lines, b"\r\n", request.body)
    return EncodedRequest(b"".join(parts))


def deadlines_of(timeouts: AttemptTimeouts, clock: Callable[[], float]) -> Deadlines:
    """Return the time limits of an attempt that starts now."""
    connect = timeouts.connect
    if timeouts.monotonic is clock:
        return Deadlines(clock, pool=connect, connect=connect, until=timeouts.until)
    return Deadlines(clock, pool=connect, connect=connect, total=timeouts.remaining())


def decode(head: Head, body: bytes) -> WireResponse | ProtocolError:
    """Return a complete response, or the error that it is rejected with.

    http11 has enforced the bounds of head and body.
    """
    response = WireResponse(head.status, ResponseHead(head), body)
    if _ENCODING in head.raw.lower():
        problem = problem_of_encoding(response.headers["content-encoding"])
        return problem or response
    return response
