"""Servers on loopback that credentials and KMS come from, as far as a client can tell."""

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
"""Stands in every secret that a peer hands out or expects."""


@frozen
class Asked:
    """One request that a peer got."""

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
class Answer:
    """What a peer says: text or a JSON object."""

    content: object
    status: int = 200
    content_type: str = "application/json"

    @property
    def body(self) -> bytes:
        """The bytes."""
        if isinstance(self.content, bytes):
            return self.content
        text = self.content if isinstance(self.content, str) else json.dumps(self.content)
        return text.encode()


Respond: TypeAlias = Callable[[Asked], Answer]


@define(eq=False)
class Peer:
    """A server that answers by a function, remembers its requests, and can take its time."""

    respond: Respond
    hold: float = 0.0
    """Seconds that it keeps each answer back."""
    requests: list[Asked] = field(factory=list[Asked])
    _server: ThreadingHTTPServer = field(init=False)

    def __attrs_post_init__(self) -> None:
        peer = self

        class Handler(BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                size = int(self.headers.get("content-length", 0))
                body = self.rfile.read(size)
                answer = peer.answer(Asked(self.command, self.path, self.headers, body))
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.content_type)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_PUT = do_POST = handle_any  # noqa: N815  # names that the base class calls

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def answer(self, asked: Asked) -> Answer:
        """Answer one request, on its connection's thread."""
        self.requests.append(asked)
        # A wait that nobody ends early: the peer is slow.
        Event().wait(self.hold)
        return self.respond(asked)

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


def relay(url: str) -> Respond:
    """Return a function that passes requests on to another server."""

    def respond(asked: Asked) -> Answer:
        connection = HTTPConnection(urlsplit(url).netloc)
        connection.request(asked.method, asked.path, asked.body, dict(asked.headers.items()))
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return Answer(content, response.status, response.headers.get_content_type())

    return respond


@define
class Minter:
    """Makes credentials, each time others, that live for an hour."""

    prefix: str
    made: int = 0

    def mint(self) -> tuple[str, str, str, datetime]:
        """Return access key ID, secret, token and expiry."""
        self.made += 1
        end = datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)
        return f"ASIA{self.prefix}{self.made}", f"{SECRET} key", f"{SECRET} token {self.made}", end

    def document(self) -> dict[str, object]:
        """Return them as metadata services and processes do."""
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
