"""One response, read by the package's own parser and by h11."""

from collections.abc import Iterable
from typing import NamedTuple

import h11

from smaws_kms._runtime.http11.errors import Http11Error
from smaws_kms._runtime.http11.limits import MAX_HEAD
from smaws_kms._runtime.http11.response_parser import ResponseParser


class Reading(NamedTuple):
    """A response as a parser has read it."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    reusable: bool


def read_by_http11(pieces: Iterable[bytes], *, ends: bool) -> Reading | None:
    """Return the response; `None` if it is rejected or incomplete."""
    parser = ResponseParser("kms.test:443")
    try:
        for piece in pieces:
            parser.feed(piece)
        if ends:
            parser.end()
    except Http11Error:
        return None
    if not parser.complete:
        return None
    headers = [_normal(name.lower(), value) for name, value in parser.head.headers]
    return Reading(parser.head.status, headers, parser.body, parser.reusable)


def read_by_h11(data: bytes, *, ends: bool) -> Reading | None:
    """Return the response; `None` if it is rejected or incomplete."""
    # http11 limits the whole head, h11 only incomplete events; h11 must not be stricter here.
    connection = h11.Connection(h11.CLIENT, max_incomplete_event_size=2 * MAX_HEAD)
    connection.send(h11.Request(method="POST", target="/", headers=[("Host", "kms.test")]))
    connection.send(h11.EndOfMessage())
    connection.receive_data(data)
    if ends and data:
        connection.receive_data(b"")
    try:
        return _read(connection)
    except h11.RemoteProtocolError:
        return None


def _read(connection: h11.Connection) -> Reading | None:
    head: h11.Response | None = None
    body = b""
    while True:
        event = connection.next_event()
        if isinstance(event, h11.Response):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            still_open = connection.their_state is h11.DONE and not connection.trailing_data[0]
            headers = [(name, value) for name, value in head.headers]
            return Reading(head.status_code, headers, body, still_open)
        elif not isinstance(event, h11.InformationalResponse):
            return None


def _normal(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    # h11 lowers the case of this value.
    return name, value.lower() if name == b"transfer-encoding" else value
