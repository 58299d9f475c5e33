"""The services that differ most from KMS: generated, imported and type-checked.

`make models` does the same with every awsJson service that botocore ships.
"""

from pathlib import Path
from typing import Any, Final

import pytest

import smaws_kms as kms
from codegen.botocore_import import json_services
from tests.models.generation import (
    check_examples,
    check_with_mypy,
    generate_source,
    load_everything,
)
from tests.models.sources import from_botocore, package_of, sources

SERVICES: Final = (
    "dynamodb",
    "logs",
    "secretsmanager",
    "sqs",
    "stepfunctions",
    "verifiedpermissions",
)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the packages."""
    directory = tmp_path_factory.mktemp("services")
    for service in json_services():
        if service.partition("/")[0] in SERVICES:
            generate_source(from_botocore(service), directory)
    return directory


@pytest.mark.parametrize("service", SERVICES)
def test_every_name_loads(service: str, directory: Path) -> None:
    """All names exist, and annotations resolve."""
    module = load_everything(package_of(service), directory)

    assert len(module.__all__) > 100 or service in {"secretsmanager", "sqs"}
    assert [name for name in module.__all__ if name.endswith("Client")]


@pytest.mark.parametrize("service", SERVICES)
def test_every_shape_has_an_example(service: str, directory: Path) -> None:
    """Examples of the shapes of other services are within the limits of their models."""
    assert [] == check_examples(load_everything(package_of(service), directory))


def test_mypy(directory: Path) -> None:
    """The packages pass `mypy --strict`."""
    assert "" == check_with_mypy(directory, [package_of(service) for service in SERVICES])


def test_dynamodb_items_nest(directory: Path) -> None:
    """An attribute value holds lists and maps of attribute values; botocore has no union there."""
    dynamodb: Any = load_everything("aws_dynamodb", directory)
    inner = dynamodb.AttributeValue(l=[dynamodb.AttributeValue(n="1")])
    request = dynamodb.PutItemInput(
        table_name="t", item={"k": dynamodb.AttributeValue(m={"a": inner})}
    )

    assert {"k": {"M": {"a": {"L": [{"N": "1"}]}}}} == kms.to_wire(request)["Item"]
    assert request == kms.from_wire(dynamodb.PutItemInput, kms.to_wire(request))


def test_unions_nest(directory: Path) -> None:
    """A union of Verified Permissions holds sets and records of itself."""
    permissions: Any = load_everything("aws_verifiedpermissions", directory)
    value = permissions.AttributeValueSet(
        [permissions.AttributeValueRecord({"a": permissions.AttributeValueBoolean(value=True)})]
    )

    assert {"set": [{"record": {"a": {"boolean": True}}}]} == kms.to_wire(value)
    assert value == kms.from_wire(permissions.AttributeValueSet, kms.to_wire(value))


def test_sqs_is_query_compatible(directory: Path) -> None:
    """SQS errors keep the codes that they had before SQS supported JSON."""
    sqs: Any = load_everything("aws_sqs", directory)

    assert sqs.SendMessage.service.query_compatible
    assert "1.0" == sqs.SendMessage.service.json_version


def test_logs_lacks_event_streams(directory: Path) -> None:
    """Operations with event streams are left out; the others are generated."""
    logs: Any = load_everything("aws_logs", directory)

    assert not hasattr(logs, "StartLiveTail")


def test_host_prefix_of_step_functions(directory: Path) -> None:
    """The host prefix and the idempotency token are facts of the operation."""
    functions: Any = load_everything("aws_stepfunctions", directory)

    assert "sync-" == functions.StartSyncExecution.host_prefix
    assert (
        "client_request_token"
        == load_everything("aws_secretsmanager", directory).CreateSecret.idempotency_token
    )


def test_folder_of_models(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`make models MODELS=folder` generates all awsJson services, and names the files that it leaves out."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/tiny-bakery-2031.json").write_text(AMAZON.read_text(encoding="utf-8"))
    (tmp_path / "other.json").write_text("[]")
    (tmp_path / "cut.json").write_text("{")
    (tmp_path / "rest.json").write_text('{"smithy": "2.0", "shapes": {}}')
    name, found = sources(tmp_path)

    assert (str(tmp_path), ["aws_tiny_bakery_2031"]) == (name, [it.package for it in found])
    assert 3 == capsys.readouterr().out.count("left out")
    assert None is found[0].overlay
    assert 5 == generate_source(found[0], tmp_path / "deep").operations


AMAZON: Final = Path(__file__).parents[1] / "codegen/corners/amazon.json"
