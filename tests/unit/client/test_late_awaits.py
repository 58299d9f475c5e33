"""A coroutine of a call that is awaited late is a call that starts late."""

import asyncio

import httpx
import pytest

import smaws_kms as kms
from tests.unit.call.call_harness import DONE, CallHarness

REQUEST = kms.EncryptRequest(key_id="a", plaintext=b"x")


def respond(_: httpx.Request) -> httpx.Response:
    """Respond as KMS does to Encrypt."""
    return httpx.Response(200, json={"CiphertextBlob": "eA=="})


def client() -> kms.AsyncKMSClient:
    """Return a client of a fake KMS."""
    return kms.AsyncKMSClient(
        region="eu-west-1",
        credentials=kms.Credentials("AKIDEXAMPLE", "secret"),
        http=httpx.MockTransport(respond),
    )


def test_time_before_the_start() -> None:
    """The deadline and the elapsed time count from the first step of a call."""
    harness = CallHarness(timeout=kms.Timeout(operation=5.0))
    harness.time += 60.0
    result = harness.finish(DONE, seconds=1.0)

    assert (True, 1.0) == (result.is_ok, result.metadata.elapsed)


async def test_closed_before_the_start() -> None:
    """A client that is closed before the coroutine is awaited sends nothing."""
    async with client() as closed:
        late = (
            kms.Encrypt.request(closed, REQUEST),
            closed.perform(kms.Encrypt, REQUEST),
            closed.encrypt(key_id="a", plaintext=b"x"),
            closed.with_options(region="us-east-1").perform(kms.Encrypt, REQUEST),
        )
        assert (await kms.Encrypt.request(closed, REQUEST)).is_ok

    for coroutine in late:
        with pytest.raises(RuntimeError, match="AsyncKMSClient is closed"):
            await coroutine


async def test_task_of_an_operation() -> None:
    """What an operation returns can be made a task."""
    async with client() as opened:
        task = asyncio.create_task(kms.Encrypt.request(opened, REQUEST))

        assert (await task).unwrap().ciphertext_blob == b"x"
