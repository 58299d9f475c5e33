"""aiobotocore, measured. It has no blocking client."""

from collections.abc import Awaitable, Callable
from functools import partial

from aiobotocore.config import AioConfig
from aiobotocore.session import get_session

from tests.benchmarks.setup import (
    ACCESS_KEY_ID,
    CONNECTIONS,
    ENTRIES,
    KEY_ID,
    PLAINTEXTS,
    REGION,
    SECRET_ACCESS_KEY,
    Setup,
)


async def asynchronous(setup: Setup) -> Callable[[], Awaitable[object]]:
    """Open a client."""
    client = await (
        get_session()
        .create_client(
            "kms",
            region_name=REGION,
            endpoint_url=setup.url,
            aws_access_key_id=ACCESS_KEY_ID,
            aws_secret_access_key=SECRET_ACCESS_KEY,
            aws_session_token=setup.token or None,
            config=AioConfig(max_pool_connections=CONNECTIONS),
        )
        .__aenter__()
    )
    if setup.work == "list keys":
        return partial(client.list_keys, Limit=ENTRIES)
    if setup.work == "generate data key":
        return partial(client.generate_data_key, KeyId=KEY_ID, KeySpec="AES_256")
    return partial(client.encrypt, KeyId=KEY_ID, Plaintext=PLAINTEXTS[setup.work])
