"""Requests of the blocking transport."""

from typing import Any

from tests.unit.http11.httpx_transports import Http11Transport
from tests.unit.http11.scripted_server import Server
from tests.unit.http11.transport_harness import post, private


def send(transport: Http11Transport, server: Server, body: bytes) -> bytes:
    """Send a request and return the body of the response."""
    return transport.handle_request(post(server.url, body)).read()


def the_pool(transport: Http11Transport) -> Any:
    """Return the transport's only pool."""
    (pool,) = private(transport)._pools.values()
    return pool
