"""Loopback servers that stand in for services with credentials and for KMS."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from attrs import define, field, frozen

SECRET: Final = "geheim"
"""Part of every secret that a peer returns or expects."""


@frozen
class Request:
    """A request that a peer received."""

    method: str
    path: str
    headers: Message
    body: bytes

    @property
    def signed_by(self) -> str:
        """The access key ID in the signature; empty without one."""
        signature = self.headers.get("authorization", "")
        return signature.partition("Credential=")[2].partition("/")[0]


@frozen
class Response:
    """A response of a peer: a text or a JSON object."""

    content: object
    status: int = 200
    content_type: str = "application/json"

    @property
    def body(self) -> bytes:
        """The body in bytes."""
        if isinstance(self.content, bytes):
            return self.content
        text = self.content if isinstance(self.content, str) else json.dumps(self.content)
        return text.encode()


Respond: TypeAlias = Callable[[Request], Response]


@define(eq=False)
class Peer:
    """A server that records requests, responds with a function, and can delay responses."""

    respond: Respond
    hold: float = 0.0
    """Seconds by which each response is delayed."""
    requests: list[Request] = field(factory=list[Request])
    _server: ThreadingHTTPServer = field(init=False)

    def __attrs_post_init__(self) -> None:
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                size = int(self.headers.get("content-length", 0))
                body = self.rfile.read(size)
                response = peer.handle(Request(self.command, self.path, self.headers, body))
                self.send_response(response.status)
                self.send_header("Content-Type", response.content_type)
                self.send_header("Content-Length", str(len(response.body)))
                self.end_headers()
                self.wfile.write(response.body)

            do_GET = do_PUT = do_POST = handle_any  # noqa: N815  # names that the base class calls

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        """The URL of the server."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def handle(self, request: Request) -> Response:
        """Respond to one request, on the thread of its connection."""
        self.requests.append(request)
        # A delay that nothing ends early.
        Event().wait(self.hold)
        return self.respond(request)

    def close(self) -> None:
        """Shut the server down."""
        self._server.shutdown()
        self._server.server_close()


def relay(url: str) -> Respond:
    """Return a response function that forwards requests to another server."""

    def respond(request: Request) -> Response:
        connection = HTTPConnection(urlsplit(url).netloc)
        connection.request(
            request.method, request.path, request.body, dict(request.headers.items())
        )
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return Response(content, response.status, response.headers.get_content_type())

    return respond


@define
class Minter:
    """Returns different credentials each time, which expire after an hour."""

    prefix: str
    made: int = 0

    def mint(self) -> tuple[str, str, str, datetime]:
        """Return access key ID, secret, token and expiry."""
        self.made += 1
        end = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
        return f"ASIA{self.prefix}{self.made}", f"{SECRET} key", f"{SECRET} token {self.made}", end

    def document(self) -> dict[str, object]:
        """Return credentials as the JSON object of metadata services and processes."""
        key, secret, token, end = self.mint()
        return {
            "Version": 1,
            "Code": "Success",
            "AccessKeyId": key,
            "SecretAccessKey": secret,
            "Token": token,
            "SessionToken": token,
            "Expiration": end.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
