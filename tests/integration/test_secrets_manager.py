"""A client for another service, generated here, calls moto's server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import pytest

import smaws_kms as kms

pytest.importorskip("codegen", reason="the generator is not in the wheel")

from codegen.botocore_import import json_services  # see above
from tests.models.generation import generate_source, load_everything  # see above
from tests.models.sources import from_botocore  # see above

CREDENTIALS: Final = kms.Credentials("AKIDEXAMPLE", "not a secret")


@pytest.fixture(scope="module")
def secrets_manager(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Generate and import the package."""
    directory: Path = tmp_path_factory.mktemp("secrets_manager")
    service = next(it for it in json_services() if it.startswith("secretsmanager/"))
    package = generate_source(from_botocore(service), directory).package
    return load_everything(package, directory)


@pytest.fixture
def secrets(secrets_manager: Any, endpoint: str) -> Iterator[Any]:
    """Make a blocking client."""
    with secrets_manager.SecretsManagerClient(
        region="us-east-1", credentials=CREDENTIALS, endpoint_url=endpoint
    ) as client:
        yield client


def test_created_secret_is_read_back(secrets: Any) -> None:
    """Bytes are read as they were written; the version is the generated idempotency token."""
    created = secrets.create_secret(name="orders/key", secret_binary=b"\x00\xff").unwrap()
    read = secrets.get_secret_value(secret_id="orders/key").unwrap()

    assert (b"\x00\xff", created.version_id) == (read.secret_binary, read.version_id)
    assert created.version_id == str(UUID(created.version_id))
    assert "xff" not in repr(read)


def test_token_of_the_user(secrets: Any) -> None:
    """The same request, sent twice with the user's token, creates one version."""
    token = "12345678-1234-1234-1234-123456789012"
    secrets.create_secret(name="a", secret_string="1").unwrap()
    versions = {
        secrets.put_secret_value(secret_id="a", secret_string="2", client_request_token=token)
        .unwrap()
        .version_id
        for _ in range(2)
    }

    assert {token} == versions


def test_paginated_list(secrets: Any) -> None:
    """Each page is requested with the token of the page before it."""
    for number in range(5):
        secrets.create_secret(name=f"s{number}", secret_string="x").unwrap()
    pages = [page.unwrap() for page in secrets.list_secrets.pages(max_results=2)]
    names = [secret.name for secret in secrets.list_secrets.items(max_results=2)]

    assert [2, 2, 1] == [len(page.secret_list) for page in pages]
    assert [f"s{number}" for number in range(5)] == sorted(names)


async def test_missing_secret_is_the_modelled_error(secrets_manager: Any, endpoint: str) -> None:
    """The async client returns the error that the model lists."""
    async with secrets_manager.AsyncSecretsManagerClient(
        region="us-east-1", credentials=CREDENTIALS, endpoint_url=endpoint
    ) as client:
        error = (await client.get_secret_value(secret_id="nowhere")).err

    assert isinstance(error, secrets_manager.ResourceNotFoundException)
    assert "ResourceNotFoundException" == error.code
    assert "Secrets Manager can't find" in error.message
