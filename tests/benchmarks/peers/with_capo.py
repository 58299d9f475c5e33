"""capo-kms, measured, on its own ten connections."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from capo_kms import AsyncKMSClient, Credentials, KMSClient

from tests.benchmarks.setup import (
    ACCESS_KEY_ID,
    ENTRIES,
    KEY_ID,
    PLAINTEXTS,
    REGION,
    SECRET_ACCESS_KEY,
    Setup,
)


async def asynchronous(setup: Setup) -> Callable[[], Awaitable[object]]:
    """Open the async client."""
    return _call(await AsyncKMSClient(**_options(setup)).__aenter__(), setup)


def blocking(setup: Setup) -> Callable[[], object]:
    """Open the blocking client."""
    return _call(KMSClient(**_options(setup)).__enter__(), setup)


def _call(client: AsyncKMSClient | KMSClient, setup: Setup) -> Callable[[], Any]:
    if setup.work == "list keys":
        return partial(client.list_keys, limit=ENTRIES)
    if setup.work == "generate data key":
        return partial(client.generate_data_key, KEY_ID, key_spec="AES_256")
    return partial(client.encrypt, KEY_ID, PLAINTEXTS[setup.work])


def _options(setup: Setup) -> dict[str, Any]:
    keys = {"access_key": ACCESS_KEY_ID, "secret_key": SECRET_ACCESS_KEY}
    if setup.token:
        keys["session_token"] = setup.token
    return {"region": REGION, "endpoint": setup.url, "credentials": Credentials(**keys)}
