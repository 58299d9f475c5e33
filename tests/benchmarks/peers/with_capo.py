"""capo-kms, measured, on its own ten connections."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from functools import partial

from capo_kms import AsyncKMSClient, Credentials, KMSClient

from tests.benchmarks import measure

OPTIONS = {
    "region": measure.REGION,
    "endpoint": measure.url(),
    "credentials": Credentials(
        access_key=measure.ACCESS_KEY_ID, secret_key=measure.SECRET_ACCESS_KEY
    ),
}


@asynccontextmanager
async def opened_async() -> AsyncGenerator[Callable[[], Awaitable[object]]]:
    """Open the async client."""
    async with AsyncKMSClient(**OPTIONS) as client:
        yield partial(client.encrypt, measure.KEY_ID, measure.PLAINTEXT)


@contextmanager
def opened() -> Generator[Callable[[], object]]:
    """Open the blocking client."""
    with KMSClient(**OPTIONS) as client:
        yield partial(client.encrypt, measure.KEY_ID, measure.PLAINTEXT)


if __name__ == "__main__":
    if measure.client_kind() == "async":
        measure.run_async(opened_async())
    else:
        measure.run_blocking(opened())
