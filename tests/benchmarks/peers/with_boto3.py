"""boto3, measured. It has no async client."""

from collections.abc import Callable
from functools import partial

import boto3
from botocore.config import Config

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
    """Open a client."""
    client = boto3.client(
        "kms",
        region_name=REGION,
        endpoint_url=setup.url,
        aws_access_key_id=ACCESS_KEY_ID,
        aws_secret_access_key=SECRET_ACCESS_KEY,
        aws_session_token=setup.token or None,
        config=Config(max_pool_connections=CONNECTIONS),
    )
    if setup.work == "list keys":
        return partial(client.list_keys, Limit=ENTRIES)
    if setup.work == "generate data key":
        return partial(client.generate_data_key, KeyId=KEY_ID, KeySpec="AES_256")
    return partial(client.encrypt, KeyId=KEY_ID, Plaintext=PLAINTEXTS[setup.work])


def decoder(body: bytes) -> Callable[[], object]:
    """Return a function that decodes a response of ListKeys with botocore."""
    from botocore.parsers import create_parser  # noqa: PLC0415
    from botocore.session import get_session  # noqa: PLC0415

    model = get_session().get_service_model("kms")
    shape = model.operation_model("ListKeys").output_shape
    parser = create_parser(model.protocol)
    response = {"headers": {}, "status_code": 200, "body": body}
    return partial(parser.parse, response, shape)
