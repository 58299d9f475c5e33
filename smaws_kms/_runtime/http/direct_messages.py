"""Requests as http11 sends them, and responses as it parses them, without httpx's objects."""

from collections.abc import Callable

from smaws_kms._runtime.errors import ProtocolError
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse
from smaws_kms._runtime.http.response_checks import problem_of_encoding
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, encode_request
from smaws_kms._runtime.http11.timeouts import Deadlines


def encode(request: WireRequest, target: bytes) -> EncodedRequest:
    """Return the bytes of a request for a target on its server."""
    headers = [(name.encode(), value.encode()) for name, value in request.headers.items()]
    return encode_request(b"POST", target, headers, request.body)


def deadlines_of(timeouts: AttemptTimeouts, clock: Callable[[], float]) -> Deadlines:
    """Return the time limits of an attempt that starts now."""
    left = timeouts.remaining()
    return Deadlines(
        clock, pool=timeouts.connect, connect=timeouts.connect, write=left, read=left, total=left
    )


def decode(head: Head, body: bytes) -> WireResponse | ProtocolError:
    """Return a complete response, or the error that it is rejected with.

    http11 has enforced the bounds of head and body.
    """
    headers = _by_name(head)
    problem = problem_of_encoding(headers.get("content-encoding", ""))
    return problem or WireResponse(head.status, headers, body)


def _by_name(head: Head) -> dict[str, str]:
    """Return the headers by lower-case name; repeated ones are joined with a comma, as in httpx."""
    encoding = "ascii" if head.ascii else _encoding_of(head)
    headers: dict[str, str] = {}
    for raw_name, raw_value in head.headers:
        name, value = raw_name.decode("ascii").lower(), raw_value.decode(encoding)
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _encoding_of(head: Head) -> str:
    """Return the encoding that httpx finds: UTF-8 if all headers are valid in it."""
    try:
        for _, value in head.headers:
            value.decode("utf-8")
    except UnicodeDecodeError:
        return "iso-8859-1"
    return "utf-8"
