"""aiobotocore, measured. It has no blocking client."""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

from aiobotocore.config import AioConfig
from aiobotocore.session import get_session

from tests.benchmarks import measure


@asynccontextmanager
async def opened() -> AsyncGenerator[Callable[[], Awaitable[object]]]:
    """Open a client."""
    async with get_session().create_client(
        "kms",
        region_name=measure.REGION,
        endpoint_url=measure.url(),
        aws_access_key_id=measure.ACCESS_KEY_ID,
        aws_secret_access_key=measure.SECRET_ACCESS_KEY,
        config=AioConfig(max_pool_connections=measure.CONNECTIONS),
    ) as client:
        yield partial(client.encrypt, KeyId=measure.KEY_ID, Plaintext=measure.PLAINTEXT)


if __name__ == "__main__":
    measure.run_async(opened())
