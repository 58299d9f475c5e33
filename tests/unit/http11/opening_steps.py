"""Steps that open a channel and send a request over it."""

from time import monotonic
from typing import Any, Final

from smaws_kms._runtime.http11.channel import WOULD_BLOCK, Channel
from smaws_kms._runtime.http11.opening import Opener
from smaws_kms._runtime.http11.polling import READ
from smaws_kms._runtime.http11.proxy import Proxy
from smaws_kms._runtime.http11.request_encoder import Origin
from smaws_kms._runtime.http11.timeouts import Countdown
from smaws_kms._runtime.http11.waiting import Steps, until_possible
from tests.unit.http11.scripted_server import Server

_REQUEST: Final = b"POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi"


LONG: Final = 20.0


def via(proxy: Server, user_info: tuple[str, str] | None = None, **changes: Any) -> Proxy:
    """Return a server as a proxy."""
    scheme = proxy.url.partition(":")[0]
    return Proxy("HTTPS_PROXY", scheme, proxy.host, proxy.port, user_info, **changes)


def origin(server: Server, proxy: Proxy | None = None) -> Origin:
    """Return the origin of a server."""
    return Origin(server.url.startswith("https"), server.host, server.port, proxy)


def exchange(
    opener: Opener, where: Origin, within: float | None = LONG, request: bytes = _REQUEST
) -> Steps[bytes]:
    """Open a channel, send a request and return what comes back."""
    countdown = Countdown(within, monotonic)
    channel = yield from opener.open(where, countdown)
    try:
        assert len(request) == channel.send(memoryview(request))
        received = b""
        while not received.endswith(b"hi"):
            received += yield from receive(channel, countdown)
    finally:
        channel.close()
    return received


def receive(channel: Channel, countdown: Countdown) -> Steps[bytes]:
    """Return what arrives next."""
    while True:
        try:
            return channel.recv(65536)
        except WOULD_BLOCK as error:
            obstacle = error
        yield from until_possible(channel, obstacle, READ, countdown)
