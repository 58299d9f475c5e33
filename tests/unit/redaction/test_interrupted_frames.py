"""Frames of interrupted and cancelled calls hold no secret."""

import asyncio
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Final

import httpx
import pytest

import smaws_kms as kms
from tests.faults.interruptions import interrupted
from tests.unit.http11.scripted_server import Peer, serving
from tests.unit.redaction.frame_secrets import SECRET, options
from tests.unit.redaction.frame_watch import leaks_in_frames


class Interrupted(BaseException):
    """The exception that a signal handler raises."""


def never(peer: Peer) -> None:
    """Read a request and send no response."""
    peer.request()
    peer.signal()
    peer.await_close()


@pytest.mark.parametrize("end", ["cancelled", "timed out"])
@pytest.mark.parametrize("engine", ["on", "off"])
async def test_ended_while_waiting(end: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that is cancelled while it waits for the response shows no secret, on either transport."""
    monkeypatch.setenv("SMAWS_KMS_ENGINE", engine)
    async with serving(never) as server:
        client = kms.AsyncKMSClient(**options(http=None, endpoint_url=server.url))
        limit = asyncio.timeout(None)

        async def call() -> None:
            async with limit:
                await client.encrypt(key_id="k", plaintext=SECRET)

        waiting = asyncio.create_task(call())
        await asyncio.to_thread(server.await_signal)
        if end == "cancelled":
            waiting.cancel()
        else:
            limit.reschedule(asyncio.get_running_loop().time())
        with pytest.raises((TimeoutError, asyncio.CancelledError)) as caught:
            await waiting
        await client.aclose()

    assert (end == "timed out") == isinstance(caught.value, TimeoutError)
    assert [] == leaks_in_frames(caught.value)


def places(
    work: Callable[[], object], inside: Callable[[FrameType], bool], step: int
) -> Iterator[BaseException]:
    """Interrupt a call at one point after another, and yield each exception."""

    def handler(_signal: int, _frame: FrameType | None) -> None:
        raise Interrupted

    place = 0
    while True:
        try:
            if not interrupted(work, handler, place, inside):
                return
        except Interrupted as error:
            yield error
        place += step


_LIBRARIES: Final = ("smaws_kms", "httpx", "json", "hmac", "attr", "cattrs", "ssl", "base64")


def _inside(frame: FrameType) -> bool:
    name = str(frame.f_globals.get("__name__"))
    return name.partition(".")[0] in _LIBRARIES or frame.f_code.co_filename.startswith("<")


@pytest.mark.parametrize("operation", ["encrypt", "decrypt"])
def test_interrupted_anywhere(operation: str) -> None:
    """Wherever a signal handler raises, the frames hold neither request nor response."""
    body = b'{"CiphertextBlob": "aGk=", "Plaintext": "eFMzY3IzdHg5ZjNiN2NR"}'

    def respond(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body)

    with kms.KMSClient(**options(http=httpx.MockTransport(respond))) as client:

        def work() -> None:
            if operation == "encrypt":
                client.encrypt(key_id="k", plaintext=SECRET).unwrap()
            else:
                client.decrypt(ciphertext_blob=b"hi").unwrap()

        work()
        found = [leaks_in_frames(error) for error in places(work, _inside, 7)]

    assert len(found) > 50
    assert [] == [leaks for leaks in found if leaks]


def test_interrupted_conversion() -> None:
    """An interrupt during conversion of shapes leaves no secret in frames either."""
    request = kms.EncryptRequest(key_id="k", plaintext=SECRET)

    def work() -> None:
        kms.from_wire(kms.EncryptRequest, kms.to_wire(request))

    work()
    found = [leaks_in_frames(error) for error in places(work, _inside, 1)]

    assert len(found) > 10
    # A function cannot clear its parameters before its first instruction.
    assert [] == [leaks for leaks in found if leaks and "from_wire" not in leaks[0]]
