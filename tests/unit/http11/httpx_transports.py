"""The transports under httpx's interface, whose requests, responses and exceptions tests know."""

import httpx

from smaws_kms._runtime import http11
from smaws_kms._runtime.http.httpx_errors import in_httpx
from smaws_kms._runtime.http.httpx_messages import send, send_async
from smaws_kms._runtime.http11.errors import Http11Error


class Http11AsyncTransport(http11.Http11AsyncTransport, httpx.AsyncBaseTransport):
    """The transport for asyncio."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; its exceptions are httpx's."""
        try:
            return await send_async(self, request)
        except Http11Error as error:
            raise in_httpx(error) from None


class Http11Transport(http11.Http11Transport, httpx.BaseTransport):
    """The blocking transport."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request; its exceptions are httpx's."""
        try:
            return send(self, request)
        except Http11Error as error:
            raise in_httpx(error) from None
