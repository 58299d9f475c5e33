"""Ask a proxy to connect to an endpoint: CONNECT, RFC 9110 section 9.3.6."""

import ssl

from smaws_kms._runtime.http11.channel import WOULD_BLOCK, Channel
from smaws_kms._runtime.http11.errors import ClosedEarly, Malformed
from smaws_kms._runtime.http11.head_parser import END_OF_HEAD, START, Head, parse_head
from smaws_kms._runtime.http11.limits import MAX_HEAD, PIECE
from smaws_kms._runtime.http11.polling import READ, WRITE
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.proxy_errors import refused
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.waiting import Steps, until_possible

_FIRST_FINAL = 200
_FIRST_REFUSAL = 300


def open_tunnel(
    channel: Channel, proxy: Proxy, authority: str, countdown: Countdown
) -> Steps[None]:
    """Make the proxy relay everything that follows on the channel to `authority`.

    Raises:
        CouldNotConnect: The proxy refuses.
        Malformed: It does not respond in HTTP, or sends more than a head.
        ClosedEarly: It closes the channel.
    """
    where = authority.encode("ascii")
    head = b"CONNECT %b HTTP/1.1\r\nHost: %b\r\n%b\r\n" % (where, where, proxy.authorization())
    yield from _send(channel, head, countdown)
    received = bytearray()
    room = MAX_HEAD
    while True:
        response = yield from _read_head(channel, received, room, countdown)
        if response.status >= _FIRST_FINAL:
            break
        room = MAX_HEAD - len(received)
    if response.status >= _FIRST_REFUSAL:
        raise refused(response.status, proxy, authority)
    # A TLS server waits for the client: these bytes would be read as the endpoint's.
    if received:
        raise Malformed("bytes after the head")


def _send(channel: Channel, data: bytes, countdown: Countdown) -> Steps[None]:
    view = memoryview(data)
    while view:
        try:
            view = view[channel.send(view) :]
        except WOULD_BLOCK as error:
            obstacle = error
        else:
            continue
        yield from until_possible(channel, obstacle, WRITE, countdown)


def _read_head(
    channel: Channel, received: bytearray, room: int, countdown: Countdown
) -> Steps[Head]:
    """Take one head from the front of `received`, reading as much as is needed."""
    looked = 0
    while (end := received.find(END_OF_HEAD, looked)) < 0:
        if not START.startswith(received[: len(START)]) or len(received) > room:
            raise Malformed("no head of HTTP")
        looked = max(0, len(received) - len(END_OF_HEAD))
        received += yield from _receive(channel, countdown)
    size = end + len(END_OF_HEAD)
    head = parse_head(bytes(received[:size]))
    del received[:size]
    return head


def _receive(channel: Channel, countdown: Countdown) -> Steps[bytes]:
    while True:
        try:
            data = channel.recv(PIECE)
        except WOULD_BLOCK as error:
            obstacle = error
        except ssl.SSLEOFError:  # many proxies end without close_notify
            break
        else:
            if not data:
                break
            return data
        yield from until_possible(channel, obstacle, READ, countdown)
    raise ClosedEarly("the proxy closed the connection")
