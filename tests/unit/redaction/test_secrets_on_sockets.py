"""Real connections to servers that break the rules of HTTP reveal no secret.

httpcore's DEBUG log shows heads of responses, and bytes that it cannot parse. This is its purpose, so
only secrets of requests are searched for there.
"""

import logging
import socket
import threading
from base64 import b64encode
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import pytest
from attrs import evolve

import smaws_kms as kms
from tests.unit.redaction.secret_markers import leaks_in_log, leaks_of, never_raised, secret
from tests.unit.redaction.secret_programs import CREDENTIALS, Fail, FailingCall, each_client

MARK: Final = secret("answer").encode()
PLAINTEXT: Final = secret("plaintext").encode()
REQUEST: Final = kms.EncryptRequest(key_id="k", plaintext=PLAINTEXT)
OF_THE_REQUEST: Final = (
    PLAINTEXT.decode(),
    b64encode(PLAINTEXT).decode(),
    CREDENTIALS.secret_access_key,
    str(CREDENTIALS.session_token),
)
OK: Final = b"HTTP/1.1 200 OK\r\n"

RESPONSES: Final[Mapping[str, tuple[type[kms.SmawsError], bytes]]] = {
    "no HTTP": (kms.ProtocolError, b"SSH-2.0-" + MARK + b"\r\n\r\n"),
    "no status": (kms.ProtocolError, b"HTTP/1.1 " + MARK + b"\r\n\r\n"),
    "no header": (kms.ProtocolError, OK + MARK + b" is no header\r\n\r\n"),
    "a header with a zero byte": (kms.ProtocolError, OK + b"x-secret: " + MARK + b"\0\r\n\r\n"),
    "no length": (kms.ProtocolError, OK + b"content-length: " + MARK + b"\r\n\r\n"),
    "no chunk": (kms.ProtocolError, OK + b"transfer-encoding: chunked\r\n\r\n" + MARK + b"\r\n"),
    "no gzip": (kms.ProtocolError, OK + b"content-encoding: gzip\r\n\r\n" + MARK),
    "half a head": (kms.ConnectionLostError, OK + b"x-secret: " + MARK),
    "half a body": (kms.ConnectionLostError, OK + b"content-length: 500\r\n\r\n" + MARK),
    "half a chunk": (
        kms.ConnectionLostError,
        OK + b"transfer-encoding: chunked\r\n\r\n500\r\n" + MARK,
    ),
    "nothing": (kms.ConnectionLostError, b""),
    "no JSON": (kms.ResponseParseError, OK + b"\r\n" + MARK),
    "an error page": (
        kms.UnmodeledServiceError,
        b"HTTP/1.1 502 " + MARK + b"\r\nx-secret: " + MARK + b"\r\n\r\n<html>" + MARK,
    ),
}


@pytest.fixture(params=["on", "off"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Send over http11 and over httpx's transports."""
    setting: str = request.param
    monkeypatch.setenv("SMAWS_KMS_ENGINE", setting)
    return setting


class OneResponse:
    """Serves one connection on this machine: reads a request, writes bytes as they are, closes."""

    def __init__(self, response: bytes) -> None:
        self.url = ""
        self.received = b""
        self._response = response

    @contextmanager
    def serving(self) -> Generator["OneResponse"]:
        """Listen during the block."""
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(10)
            self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
            thread = threading.Thread(target=self._serve, args=(listener,), daemon=True)
            thread.start()
            yield self
            thread.join(10)

    def _serve(self, listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(10)
            # The body is the end of a request, and JSON ends with a brace.
            while not self.received.endswith(b"}"):
                self.received += connection.recv(65536)
            connection.sendall(self._response)


def secrets_of_requests(text: str, server: OneResponse) -> list[str]:
    """Return the secrets of the request, including its signature, that are in a text."""
    head, _, _ = server.received.decode().partition("\r\n\r\n")
    (authorization,) = (line for line in head.splitlines() if line.lower().startswith("authoriz"))
    signature = authorization.partition("Signature=")[2]
    return [found for found in (*OF_THE_REQUEST, signature) if found in text]


@each_client
@pytest.mark.parametrize(("error", "response"), list(RESPONSES.values()), ids=list(RESPONSES))
async def test_malformed_response(
    error: type[kms.SmawsError],
    response: bytes,
    fail: Fail,
    engine: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Request and response are neither in the error nor in logs, except httpcore's log of received data."""
    caplog.set_level(logging.DEBUG)
    call = FailingCall(error=error, request=REQUEST, headers=response.count(b"x-secret") > 0)

    with OneResponse(response).serving() as server:
        options: dict[str, Any] = {"endpoint_url": server.url, "http": None}
        result = await fail(evolve(call, options=options))

    assert never_raised(result.error)
    assert [] == leaks_of(result, headers=call.headers)
    assert [] == leaks_in_log(record for record in caplog.records if "httpcore" not in record.name)
    assert [] == secrets_of_requests(caplog.text, server)
    assert ("off" == engine) == ("httpcore" in caplog.text)


@each_client
@pytest.mark.usefixtures("engine")
async def test_refused_connection(fail: Fail, caplog: pytest.LogCaptureFixture) -> None:
    """The error for a failed connection has the address and the system's text."""
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    options = {"endpoint_url": f"http://127.0.0.1:{port}", "http": None}

    result = await fail(FailingCall(error=kms.ConnectError, request=REQUEST, options=options))

    assert "could not connect" in str(result.error)
    assert f"127.0.0.1:{port}" in str(result.error)
    assert [] == leaks_of(result)
    assert [] == leaks_in_log(caplog.records)
