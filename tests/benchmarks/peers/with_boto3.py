"""boto3, measured. It has no async client."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial

import boto3
from botocore.config import Config

from tests.benchmarks import measure


@contextmanager
def opened() -> Generator[Callable[[], object]]:
    """Open a client."""
    client = boto3.client(
        "kms",
        region_name=measure.REGION,
        endpoint_url=measure.url(),
        aws_access_key_id=measure.ACCESS_KEY_ID,
        aws_secret_access_key=measure.SECRET_ACCESS_KEY,
        config=Config(max_pool_connections=measure.CONNECTIONS),
    )
    yield partial(client.encrypt, KeyId=measure.KEY_ID, Plaintext=measure.PLAINTEXT)
    client.close()


if __name__ == "__main__":
    measure.run_blocking(opened())
