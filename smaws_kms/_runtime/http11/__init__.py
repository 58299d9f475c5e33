"""An HTTP/1.1 engine under the httpx API: two transports, one for asyncio and one that blocks.

It sends whole requests, hands out whole answers, and rather closes a connection than guess what the
bytes on it belong to. It knows HTTP and nothing of what is sent over it.

    errors       what it raises
    head         the head of an answer: httptools, and what that lets through refused
    response     an answer, without I/O
    request      a request, as bytes
    deadlines    time limits of a request
    pool         connections of one origin, without I/O
    tls          the shared context and its trust roots
    names        host names to addresses
    polling      whether a socket is ready
    dial         addresses to a connected socket, on asyncio
    establish    a connected socket to a connection
    connection   one connection: an `asyncio.Protocol`
    home         the pools of one event loop
    transport    all of it behind httpx's interface
    answer       an answer, as httpx's
    sync_dial, sync_connection, sync_transport     the blocking twins
"""

from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from smaws_kms._runtime.http11.async_transport import Http11AsyncTransport
    from smaws_kms._runtime.http11.sync_transport import Http11Transport

    __all__ = ["Http11AsyncTransport", "Http11Transport"]
else:
    # Whoever needs the names of errors only does not need sockets, TLS and a parser.
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {"sync_transport": ["Http11Transport"], "async_transport": ["Http11AsyncTransport"]},
    )
