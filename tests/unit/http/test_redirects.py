"""No redirect is followed, for any status and any target."""

import socket
from collections.abc import Generator
from contextlib import contextmanager
from threading import Thread
from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.transport_selection import SWITCH

STATUSES: Final = [*range(300, 310), 399]


class _Counting:
    """Redirects every request, and counts requests."""

    def __init__(self, listener: socket.socket) -> None:
        self.requests: list[bytes] = []
        self.port: int = listener.getsockname()[1]
        self.location = ""
        self.status = 0
        self._listener = listener

    def run(self) -> None:
        """Serve connections until the listener closes."""
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.requests.append(connection.recv(65536))
                head = f"HTTP/1.1 {self.status} Moved\r\nLocation: {self.location}\r\n"
                connection.sendall(f"{head}Content-Length: 0\r\nConnection: close\r\n\r\n".encode())


@contextmanager
def _serving() -> Generator[_Counting]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = _Counting(listener)
        thread = Thread(target=server.run, daemon=True)
        thread.start()
        yield server
        listener.shutdown(socket.SHUT_RDWR)
        thread.join(20)


@pytest.mark.parametrize("engine", ["on", "off"])
@pytest.mark.parametrize("client", ["async", "blocking"])
@pytest.mark.parametrize("away", [False, True], ids=["same host", "another host"])
async def test_redirects(
    away: bool,  # noqa: FBT001 - a parameter of pytest
    client: str,
    engine: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A redirect is an error with its status after one request; the other host gets none."""
    monkeypatch.setenv(SWITCH, engine)
    with _serving() as server, _serving() as other:
        server.location = f"http://127.0.0.1:{other.port}/" if away else "/elsewhere"
        settings: dict[str, Any] = {
            "region": "us-east-1",
            "endpoint_url": f"http://127.0.0.1:{server.port}",
            "credentials": kms.Credentials("AKID", "key"),
        }
        for status in STATUSES:
            server.status = status
            if client == "async":
                async with kms.AsyncKMSClient(**settings) as asynchronous:
                    error: Any = (await asynchronous.list_keys()).err
            else:
                with kms.KMSClient(**settings) as blocking:
                    error = blocking.list_keys().err

            assert isinstance(error, kms.UnmodeledServiceError)
            assert (status, f"HTTP{status}") == (error.status_code, error.code)

    assert len(STATUSES) == len(server.requests)
    assert all(request.startswith(b"POST / HTTP/1.1\r\n") for request in server.requests)
    assert [] == other.requests
