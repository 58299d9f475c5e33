"""Smithy's protocol test cases for awsJson clients, from the traits of Smithy's test model."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from codegen.support.json_values import read_json

ROOT: Final = Path(__file__).parents[2]
MODEL: Final = Path(__file__).parent / "smithy" / "aws-json-1-1.json"

JSON_PROTOCOL: Final = "aws.protocoltests.json#JsonProtocol"
MACHINE_LEARNING: Final = "com.amazonaws.machinelearning#AmazonML_20141212"


@frozen
class Case:
    """One protocol test case."""

    service: str
    operation: str
    """Name of the operation."""
    error: str | None
    """Name of the error, for a case with an error response."""
    facts: dict[str, Any]
    """The case as JSON of the model."""

    def __str__(self) -> str:
        return str(self.facts["id"])


def _shapes() -> dict[str, Any]:
    return dict(read_json(MODEL)["shapes"])  # type: ignore[arg-type]  # an object


def _cases_at(shape: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    for case in shape.get("traits", {}).get(f"smithy.test#http{kind}Tests", []):
        if case.get("appliesTo") != "server":
            yield case


def _operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    shapes = _shapes()
    for service in (JSON_PROTOCOL, MACHINE_LEARNING):
        for reference in shapes[service]["operations"]:
            target = reference["target"]
            yield service, target.partition("#")[2], shapes[target]


def _of_operations(kind: str) -> Iterator[Case]:
    for service, name, operation in _operations():
        for facts in _cases_at(operation, kind):
            yield Case(service, name, None, facts)


def _of_errors() -> Iterator[Case]:
    shapes = _shapes()
    for service, name, operation in _operations():
        for reference in operation.get("errors", []):
            target = reference["target"]
            for facts in _cases_at(shapes[target], "Response"):
                yield Case(service, name, target.partition("#")[2], facts)


REQUESTS: Final = list(_of_operations("Request"))
RESPONSES: Final = list(_of_operations("Response"))
ERRORS: Final = list(_of_errors())
