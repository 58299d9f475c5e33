"""Building blocks of server behaviour: respond in one piece, slowly, too early, without end, or not."""

from collections.abc import Callable
from typing import Final, TypeAlias

from tests.faults.connection import ServerConnection
from tests.faults.messages import Request, response_body, response_with, right_response

Behaviour: TypeAlias = Callable[[ServerConnection, Request], None]
Part: TypeAlias = bytes | Callable[[Request], bytes]

_BOUND: Final = 64 * 1024 * 1024
"""Bytes after which an endless response ends if the client reads on."""
_PIECES: Final = 200
_PAUSE: Final = 0.1
_REFUSAL: Final = response_with(
    b'{"__type":"ValidationException","message":"too large"}', status="400 Bad Request"
)


def keep(_: ServerConnection) -> None:
    """Leave the connection open for the next request."""


def _joined(parts: tuple[Part, ...], request: Request) -> bytes:
    return b"".join(part if isinstance(part, bytes) else part(request) for part in parts)


def sends(*parts: Part, then: Callable[[ServerConnection], None] = keep) -> Behaviour:
    """Respond with these bytes in one write, then do something with the connection."""

    def behave(connection: ServerConnection, request: Request) -> None:
        connection.send(_joined(parts, request))
        then(connection)

    return behave


def only(then: Callable[[ServerConnection], None]) -> Behaviour:
    """Do this instead of responding."""
    return lambda connection, _: then(connection)


def when_idle(then: Callable[[ServerConnection], None]) -> Behaviour:
    """Respond, and do something once the client has received the response."""

    def behave(connection: ServerConnection, request: Request) -> None:
        connection.send(right_response(request))
        connection.wait_for_go()
        then(connection)

    return behave


def time_out(connection: ServerConnection) -> None:
    """Send `408 Request Timeout` and close the connection, as idle timeouts of servers do."""
    connection.send(response_with(b"", "Connection: close", status="408 Request Timeout"))
    connection.finish()


def trickles(*parts: Part, at_once: int = 0, pause: float = _PAUSE) -> Behaviour:
    """Respond with these bytes: the first `at_once` in one write, the others slowly in 200 writes."""

    def behave(connection: ServerConnection, request: Request) -> None:
        data = _joined(parts, request)
        connection.send(data[:at_once])
        size = -(-(len(data) - at_once) // _PIECES)
        for start in range(at_once, len(data), size):
            connection.send(data[start : start + size])
            connection.wait(pause)

    return behave


def floods(head: bytes, piece: bytes, size: int = _BOUND) -> Behaviour:
    """Respond with a head, then the same piece again and again without a pause."""

    def behave(connection: ServerConnection, _: Request) -> None:
        connection.send(head)
        for _number in range(-(-size // len(piece))):
            connection.send(piece)
        connection.finish()

    return behave


def repeats(piece: bytes) -> Behaviour:
    """Respond with the same piece again and again, slowly."""

    def behave(connection: ServerConnection, _: Request) -> None:
        for _number in range(_PIECES):
            connection.send(piece)
            connection.wait(_PAUSE)
        connection.finish()

    return behave


def body_after(head: bytes) -> Behaviour:
    """Respond with this head and the right body."""
    return sends(head, response_body)


def early_and_reads(connection: ServerConnection, request: Request) -> None:
    """Refuse a request before it is complete, then read the rest."""
    connection.send(_REFUSAL)
    connection.read_rest(request)


def early_and_closes(connection: ServerConnection, _: Request) -> None:
    """Refuse a request before it is complete, then close the connection."""
    connection.send(_REFUSAL)
    connection.finish()


def early_and_hangs(connection: ServerConnection, _: Request) -> None:
    """Refuse a request before it is complete, and do not read the rest."""
    connection.send(_REFUSAL)
    connection.stop_reading()
