"""http11 through a proxy for HTTP.

For an endpoint with TLS, http11 opens a tunnel. Requests for one without TLS go to the proxy itself, with
the whole URL and the user: RFC 9112 section 3.2.2.
"""

from collections.abc import Callable
from typing import Final

from smaws_kms._runtime.http.senders import AsyncSender, SyncSender
from smaws_kms._runtime.http11.head_parser import Head
from smaws_kms._runtime.http11.proxy import SOCKS, Proxy
from smaws_kms._runtime.http11.proxy_errors import refused
from smaws_kms._runtime.http11.request_encoder import EncodedRequest, Origin
from smaws_kms._runtime.http11.timeouts import Deadlines

_HTTP_PORT: Final = 80
_REFUSALS: Final = frozenset({403, 407})
"""Forbidden, Proxy Authentication Required."""


class AsyncProxiedSender:
    """Sends over http11 through one proxy, for async clients."""

    def __init__(self, http11: AsyncSender, proxy: Proxy) -> None:
        self._http11 = http11
        self._proxy = proxy

    @property
    def clock(self) -> Callable[[], float]:
        """The clock of deadlines."""
        return self._http11.clock

    async def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response."""
        through = origin._replace(proxy=self._proxy)
        if origin.secure:
            return await self._http11.send(through, request, deadlines)
        request = for_proxy(request, origin, self._proxy)
        head, body = await self._http11.send(through, request, deadlines)
        check_origin(head, origin, self._proxy)
        return head, body


class SyncProxiedSender:
    """The blocking twin of `AsyncProxiedSender`."""

    def __init__(self, http11: SyncSender, proxy: Proxy) -> None:
        self._http11 = http11
        self._proxy = proxy

    @property
    def clock(self) -> Callable[[], float]:
        """The clock of deadlines."""
        return self._http11.clock

    def send(
        self, origin: Origin, request: EncodedRequest, deadlines: Deadlines
    ) -> tuple[Head, bytes]:
        """Send a request and return head and body of its response."""
        through = origin._replace(proxy=self._proxy)
        if origin.secure:
            return self._http11.send(through, request, deadlines)
        request = for_proxy(request, origin, self._proxy)
        head, body = self._http11.send(through, request, deadlines)
        check_origin(head, origin, self._proxy)
        return head, body


def is_supported(proxy: Proxy) -> bool:
    """Return whether http11 speaks the proxy's protocol."""
    return proxy.scheme not in SOCKS


def for_proxy(request: EncodedRequest, origin: Origin, proxy: Proxy) -> EncodedRequest:
    """Return a request with the whole URL as its target, and with the user."""
    method, _, rest = request.data.partition(b" ")
    target, _, rest = rest.partition(b"\r\n")
    where = str(origin).removesuffix(f":{_HTTP_PORT}").encode("ascii")
    line = b"%b http://%b%b\r\n" % (method, where, target)
    data = b"".join((line, proxy.authorization(), rest))
    return EncodedRequest(data, bodiless=request.bodiless)


def check_origin(head: Head, origin: Origin, proxy: Proxy) -> None:
    """Raise if the response to a request without TLS came from the proxy.

    A 403 may be from either. AWS services and local stand-ins respond in JSON or with a request ID.

    Raises:
        CouldNotConnect: It is the proxy's refusal.
    """
    if head.status not in _REFUSALS:
        return
    headers = {name.lower(): value for name, value in head.headers}
    if b"json" not in headers.get(b"content-type", b"") and b"x-amzn-requestid" not in headers:
        raise refused(head.status, proxy, origin)
