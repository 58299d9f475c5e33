"""The clients of this package, with default settings."""

from collections.abc import Awaitable, Callable

import smaws_kms as kms
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


def blocking(setup: Setup) -> Callable[[], object]:
    """Open the blocking client."""
    client = kms.KMSClient(
        region=REGION, credentials=_credentials(setup), endpoint_url=setup.url
    ).__enter__()
    if setup.work == "list keys":
        return lambda: client.list_keys(limit=ENTRIES).unwrap()
    if setup.work == "generate data key":
        spec = kms.DataKeySpec.AES_256
        return lambda: client.generate_data_key(key_id=KEY_ID, key_spec=spec).unwrap()
    plaintext = PLAINTEXTS[setup.work]
    return lambda: client.encrypt(key_id=KEY_ID, plaintext=plaintext).unwrap()


async def asynchronous(setup: Setup) -> Callable[[], Awaitable[object]]:
    """Open the async client."""
    client = await _async_client(setup).__aenter__()

    async def list_keys() -> object:
        return (await client.list_keys(limit=ENTRIES)).unwrap()

    async def generate_data_key() -> object:
        return (await client.generate_data_key(key_id=KEY_ID, key_spec=spec)).unwrap()

    async def encrypt() -> object:
        return (await client.encrypt(key_id=KEY_ID, plaintext=plaintext)).unwrap()

    if setup.work == "list keys":
        return list_keys
    if setup.work == "generate data key":
        spec = kms.DataKeySpec.AES_256
        return generate_data_key
    plaintext = PLAINTEXTS[setup.work]
    return encrypt


def decoder(body: bytes) -> Callable[[], object]:
    """Return a function that decodes a response of ListKeys."""
    from smaws_kms._runtime.http.messages import WireResponse  # noqa: PLC0415
    from smaws_kms._runtime.serde.aws_json import decode  # noqa: PLC0415

    response = WireResponse(200, {}, body)
    return lambda: decode(kms.ListKeys, response)


def _async_client(setup: Setup) -> kms.AsyncKMSClient:
    credentials = _credentials(setup)
    if not setup.httpx:
        return kms.AsyncKMSClient(region=REGION, credentials=credentials, endpoint_url=setup.url)
    from tests.benchmarks.clients.httpx_send import open_client  # noqa: PLC0415

    return kms.AsyncKMSClient(
        region=REGION,
        credentials=credentials,
        endpoint_url=setup.url,
        http=open_client(setup, CONNECTIONS),
    )


def _credentials(setup: Setup) -> kms.Credentials:
    return kms.Credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY, setup.token or None)
