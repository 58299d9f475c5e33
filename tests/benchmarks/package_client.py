"""The clients of this package, measured: `python -m tests.benchmarks.package_client async|blocking URL AT_ONCE CALLS`."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Final

import smaws_kms as kms
from tests.benchmarks.measure import (
    ACCESS_KEY_ID,
    KEY_ID,
    PLAINTEXT,
    REGION,
    SECRET_ACCESS_KEY,
    client_kind,
    run_async,
    run_blocking,
    url,
)

_CREDENTIALS: Final = kms.Credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)


@asynccontextmanager
async def opened_async() -> AsyncGenerator[Callable[[], Awaitable[object]]]:
    """Open the async client."""

    async def call() -> None:
        (await client.encrypt(key_id=KEY_ID, plaintext=PLAINTEXT)).unwrap()

    async with kms.AsyncKMSClient(
        region=REGION, credentials=_CREDENTIALS, endpoint_url=url()
    ) as client:
        yield call


@contextmanager
def opened() -> Generator[Callable[[], object]]:
    """Open the blocking client."""

    def call(client: kms.KMSClient) -> None:
        client.encrypt(key_id=KEY_ID, plaintext=PLAINTEXT).unwrap()

    with kms.KMSClient(region=REGION, credentials=_CREDENTIALS, endpoint_url=url()) as client:
        yield partial(call, client)


if __name__ == "__main__":
    if client_kind() == "async":
        run_async(opened_async())
    else:
        run_blocking(opened())
