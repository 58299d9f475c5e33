"""A failed call is freed at once, without the garbage collector."""

import gc
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any, Final, cast

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.transport_selection import SWITCH

MARK: Final = b"s3cret-body-of-a-response"
_BODY: Final = MARK * 50


def _head(*lines: str, status: str = "200 OK") -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode()


RESPONSES: Final = {
    "truncated": _head("Content-Length: 99999") + _BODY,
    "truncated chunk": _head("Transfer-Encoding: chunked") + b"fff\r\n" + _BODY,
    "malformed chunk": _head("Transfer-Encoding: chunked") + b"4e2\r\n" + _BODY + b"xx",
    "malformed head": b"HTTP/1.1 200 OK\r\nX: " + _BODY + b"\n\n",
    "head without end": b"HTTP/1.1 200 OK\r\nX: " + _BODY,
    "encoded": _head("Content-Length: 1250", "Content-Encoding: gzip") + _BODY,
    "too large": _head("Content-Length: 99999999") + _BODY,
    "not JSON": _head("Content-Length: 1250") + _BODY,
    "wrong type": _head("Content-Length: 1276") + b'{"CiphertextBlob":"' + _BODY + b'!!!!!"}',
    "deep": _head("Content-Length: 2050") + b"[" * 800 + _BODY,
    "error": _head("Content-Length: 1250", status="500 Oops") + _BODY,
    "silence": _head("Content-Length: 99999") + _BODY,
}


@pytest.fixture
def server() -> Iterator[socket.socket]:
    """Return a socket that listens on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


def _serve(listener: socket.socket, response: bytes, *, silent: bool) -> Thread:
    def run() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(response)
            if silent:
                connection.recv(65536)

    thread = Thread(target=run, daemon=True)
    thread.start()
    return thread


def _settings(listener: socket.socket) -> dict[str, Any]:
    return {
        "region": "us-east-1",
        "endpoint_url": f"http://127.0.0.1:{listener.getsockname()[1]}",
        "credentials": kms.Credentials("AKIDEXAMPLE", "key"),
        "retry": kms.RetryPolicy(mode="off"),
    }


def _garbage_with_the_mark() -> list[str]:
    """Return the kinds of objects that only a collection would free, with a body in them."""
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        found: list[object] = [item for item in gc.garbage if _holds(item)]
        return [repr(item.__class__) for item in found]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


def _holds(item: object) -> bool:
    parts: list[object] = [item, *gc.get_referents(item)]
    return any(
        (isinstance(part, bytes | bytearray) and MARK in bytes(cast("bytes", part)))
        or (isinstance(part, str) and MARK.decode() in part)
        for part in parts
    )


def test_the_search_finds_a_cycle() -> None:
    """The search of the other tests finds bytes in a reference cycle."""
    gc.collect()
    gc.disable()
    try:
        cycle: list[object] = [bytearray(MARK)]
        cycle.append(cycle)
        del cycle
        found = _garbage_with_the_mark()
    finally:
        gc.enable()

    assert ["<class 'list'>"] == found


@pytest.mark.parametrize("blocking", [False, True], ids=["async", "blocking"])
@pytest.mark.parametrize("engine", ["on", "off"])
@pytest.mark.parametrize("kind", RESPONSES)
async def test_failures(
    kind: str,
    engine: str,
    blocking: bool,  # noqa: FBT001 - a parameter of pytest
    server: socket.socket,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The bytes of a faulty response are freed with the call."""
    monkeypatch.setenv(SWITCH, engine)
    settings = _settings(server)
    silent = kind == "silence"
    if silent:
        settings["timeout"] = kms.Timeout(attempt=0.3)
    thread = _serve(server, RESPONSES[kind], silent=silent)
    gc.collect()
    gc.disable()
    try:
        if blocking:
            with kms.KMSClient(**settings) as client:
                result: Any = client.encrypt(key_id="k", plaintext=b"p")
        else:
            async with kms.AsyncKMSClient(**settings) as async_client:
                result = await async_client.encrypt(key_id="k", plaintext=b"p")
        failed = result.is_err
        del result
        found = _garbage_with_the_mark()
    finally:
        gc.enable()
    thread.join(10)

    assert failed
    assert [] == found
