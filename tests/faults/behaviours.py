"""Ways for a server to answer: whole, in pieces, too early, too slowly, without end, not at all."""

from collections.abc import Callable
from typing import Final, TypeAlias

from tests.faults.connection import Served
from tests.faults.wire import Request, answer_with, own, response_body

Behaviour: TypeAlias = Callable[[Served, Request], None]
Part: TypeAlias = bytes | Callable[[Request], bytes]

_BOUND: Final = 64 * 1024 * 1024
"""Where endless things end, should nobody object."""
_PIECES: Final = 20
_PAUSE: Final = 0.1
_HANG: Final = 1.0
"""Longer than any attempt that it is meant for."""
_REFUSAL: Final = answer_with(
    b'{"__type":"ValidationException","message":"too large"}', status="400 Bad Request"
)


def keep(_: Served) -> None:
    """Leave the connection open for the next request."""


def _made(parts: tuple[Part, ...], request: Request) -> bytes:
    return b"".join(part if isinstance(part, bytes) else part(request) for part in parts)


def sends(*parts: Part, then: Callable[[Served], None] = keep) -> Behaviour:
    """Answer with these bytes in one go."""

    def behave(served: Served, request: Request) -> None:
        served.send(_made(parts, request))
        then(served)

    return behave


def only(then: Callable[[Served], None]) -> Behaviour:
    """Do this instead of answering."""
    return lambda served, _: then(served)


def when_idle(then: Callable[[Served], None]) -> Behaviour:
    """Answer, and do this once the client has the answer."""

    def behave(served: Served, request: Request) -> None:
        served.send(own(request))
        served.wait_for_go()
        then(served)

    return behave


def time_out(served: Served) -> None:
    """Say that nobody has asked for too long."""
    served.send(answer_with(b"", "Connection: close", status="408 Request Timeout"))
    served.finish()


def trickles(*parts: Part, at_once: int = 0, pause: float = _PAUSE) -> Behaviour:
    """Answer with these bytes, some of them at once, the others a few at a time."""

    def behave(served: Served, request: Request) -> None:
        data = _made(parts, request)
        served.send(data[:at_once])
        size = -(-(len(data) - at_once) // _PIECES)
        for start in range(at_once, len(data), size):
            served.send(data[start : start + size])
            served.wait(pause)

    return behave


def floods(head: bytes, piece: bytes, size: int = _BOUND) -> Behaviour:
    """Answer with a beginning, and the same piece again and again."""

    def behave(served: Served, _: Request) -> None:
        served.send(head)
        for _number in range(-(-size // len(piece))):
            served.send(piece)
        served.finish()

    return behave


def repeats(piece: bytes) -> Behaviour:
    """Answer with the same piece every now and then."""

    def behave(served: Served, _: Request) -> None:
        for _number in range(_PIECES):
            served.send(piece)
            served.wait(_PAUSE)
        served.finish()

    return behave


def body_after(head: bytes) -> Behaviour:
    """Answer with this head and the right body."""
    return sends(head, response_body)


def early_and_reads(served: Served, request: Request) -> None:
    """Refuse a request before all of it is there, and read the rest."""
    served.send(_REFUSAL)
    served.read_rest(request)


def early_and_closes(served: Served, _: Request) -> None:
    """Refuse a request before all of it is there, and leave."""
    served.send(_REFUSAL)
    served.finish()


def early_and_hangs(served: Served, _: Request) -> None:
    """Refuse a request before all of it is there, and let the client wait with the rest."""
    served.send(_REFUSAL)
    served.wait(_HANG)
    served.finish()
