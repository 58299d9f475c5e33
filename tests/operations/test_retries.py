"""Retries end to end with both clients, through httpx's mock transport."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final, TypeAlias

import httpx
import pytest

import smaws_kms as kms
from tests.operations.fake_kms import CREDENTIALS, FakeKms, http_response

AT_ONCE: Final = kms.RetryPolicy(base_delay=0.0, throttling_base_delay=0.0)
"""The default policy without delays."""

Listed: TypeAlias = kms.Result[kms.ListKeysResponse, kms.ListKeysError]

CallStyle: TypeAlias = Callable[[FakeKms], Awaitable[Listed]]


def keys() -> httpx.Response:
    """Return a successful response."""
    return http_response({"Keys": [{"KeyId": "k"}]})


def error(code: str, *, status: int = 400, **headers: str) -> httpx.Response:
    """Return an error response."""
    return http_response({"__type": code, "message": "no"}, status=status, headers=headers)


async def by_async(service: FakeKms) -> Listed:
    """Call through the async client."""
    async with kms.AsyncKMSClient(
        region="eu-west-1", credentials=CREDENTIALS, http=service.transport, retry=AT_ONCE
    ) as client:
        return await client.list_keys()


async def by_blocking(service: FakeKms) -> Listed:
    """Call through the blocking client."""
    with kms.KMSClient(
        region="eu-west-1", credentials=CREDENTIALS, http=service.transport, retry=AT_ONCE
    ) as client:
        return client.list_keys()


each_client = pytest.mark.parametrize("call", [by_async, by_blocking])


@each_client
async def test_success_after_failures(call: CallStyle) -> None:
    """A call that succeeds after two failures has three attempts in its metadata."""
    service = FakeKms([error("ThrottlingException"), http_response(status=503), keys()])
    result = await call(service)

    assert result.is_ok
    assert [400, 503, 200] == [it.status_code for it in result.metadata.attempts]
    assert ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"] == [
        request.headers["amz-sdk-request"] for request in service.requests
    ]
    assert 1 == len({request.headers["amz-sdk-invocation-id"] for request in service.requests})


@each_client
async def test_failure_after_failures(call: CallStyle) -> None:
    """A call without attempts left ends with the error of the last attempt."""
    service = FakeKms([error("KMSInternalException", status=500) for _ in range(3)])
    result = await call(service)

    assert isinstance(result.err, kms.KMSInternalException)
    assert 3 == len(service.requests) == len(result.metadata.attempts)


@each_client
async def test_wrong_clock(call: CallStyle) -> None:
    """If the local clock is an hour behind, the second attempt is signed for the service's time."""
    served = datetime.now(UTC) + timedelta(hours=1)
    date = format_datetime(served, usegmt=True)
    service = FakeKms([error("InvalidSignatureException", date=date), keys()])
    result = await call(service)
    signed = datetime.strptime(service.requests[1].headers["x-amz-date"], "%Y%m%dT%H%M%S%z")

    assert result.is_ok
    assert abs(signed - served) < timedelta(minutes=1)


def blocking(service: FakeKms, retry: kms.RetryPolicy | None = AT_ONCE) -> kms.KMSClient:
    """Return a blocking client of the service."""
    return kms.KMSClient(
        region="eu-west-1", credentials=CREDENTIALS, http=service.transport, retry=retry
    )


def test_shared_token_bucket() -> None:
    """Derived clients share one token bucket; another client has its own."""
    service = FakeKms([error("KMSInternalException", status=500) for _ in range(7)])
    scarce = kms.RetryPolicy(base_delay=0.0, retry_tokens=28)
    client = blocking(service, scarce)
    others = [client.with_options(timeout=5.0), blocking(service, scarce)]
    results = [each.list_keys() for each in (client, *others)]

    assert all(result.is_err for result in results)
    assert [3, 1, 3] == [len(result.metadata.attempts) for result in results]


def test_policy_of_a_derived_client() -> None:
    """A derived client can have another policy."""
    service = FakeKms([error("ThrottlingException"), error("ThrottlingException"), keys()])
    client = blocking(service)

    assert client.with_options(retry=kms.RetryPolicy(mode="off")).list_keys().is_err
    assert client.list_keys().is_ok


@pytest.mark.parametrize(
    ("environ", "sends"),
    [({}, 3), ({"AWS_MAX_ATTEMPTS": "2"}, 2), ({"AWS_MAX_ATTEMPTS": "1"}, 1)],
)
def test_environment(environ: dict[str, str], sends: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that the code does not make comes from the environment."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    slept: list[float] = []
    monkeypatch.setattr("time.sleep", slept.append)
    service = FakeKms([http_response(status=503) for _ in range(3)])
    client = blocking(service, retry=None)

    assert client.list_keys().is_err
    assert (sends, sends - 1) == (len(service.requests), len(slept))


def test_retries_of_pages() -> None:
    """Each page is a call with its own retries."""
    service = FakeKms(
        [
            error("ThrottlingException"),
            http_response({"Keys": [{"KeyId": "a"}], "NextMarker": "m", "Truncated": True}),
            http_response(status=503),
            http_response({"Keys": [{"KeyId": "b"}]}),
        ]
    )
    client = blocking(service)

    assert ["a", "b"] == [key.key_id for key in client.list_keys.items()]
