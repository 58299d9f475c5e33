"""botocore's awsJson protocol cases: small models, each with requests or responses to check."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from tests.published.archive import PROTOCOLS, files

Facts: TypeAlias = dict[str, Any]
"""A JSON object of botocore's archive."""

# Members that the `metadata` of a service must have, and those of the cases lack.
_METADATA: Final = {
    "serviceId": "Published Protocol",
    "serviceFullName": "Published Protocol",
    "endpointPrefix": "published",
    "signatureVersion": "v4",
}


@frozen
class Suite:
    """A model of one operation, in botocore's format."""

    name: str
    model: Facts = field(repr=False)
    endpoint_url: str


@frozen
class ProtocolCase:
    """One request or one response of a suite."""

    id: str
    suite: Suite
    facts: Facts

    @property
    def operation(self) -> Facts:
        """The operation, in botocore's format."""
        return cast_facts(self.facts["given"])

    def wire(self, values: Facts, end: Literal["input", "output"]) -> Facts:
        """Return values of the case, where blobs are text, as wire JSON."""
        if end not in self.operation:
            return values
        shapes = cast_facts(self.suite.model["shapes"])
        return cast_facts(_wire(values, self.operation[end]["shape"], shapes))


def cast_facts(value: Any) -> Facts:
    """Return a value that is known to be a JSON object."""
    facts: Facts = value
    return facts


def protocol_cases(end: Literal["input", "output"]) -> Iterator[ProtocolCase]:
    """Yield the cases of requests or of responses; none if the archive was not downloaded."""
    for path in files(PROTOCOLS, f"{end}/json*.json"):
        for number, entry in enumerate(json.loads(path.read_text("utf-8"))):
            suite = _suite(path, number, entry)
            for case in entry["cases"]:
                yield ProtocolCase(f"{path.stem}-{case['id']}", suite, case)


def _suite(path: Path, number: int, entry: Facts) -> Suite:
    operations = {case["given"]["name"]: case["given"] for case in entry["cases"]}
    metadata = {**_METADATA, **entry["metadata"]}
    return Suite(
        name=f"{path.parent.name}_{path.stem.replace('-', '_')}_{number}",
        model={"metadata": metadata, "shapes": entry["shapes"], "operations": operations},
        endpoint_url=entry.get("clientEndpoint", "https://example.com"),
    )


def _wire(value: Any, name: str, shapes: Facts) -> Any:
    shape = shapes[name]
    kind = shape["type"]
    if value is None or shape.get("document"):
        return value
    if kind == "structure":
        members = shape["members"]
        return {key: _wire(item, members[key]["shape"], shapes) for key, item in value.items()}
    if kind == "list":
        return [_wire(item, shape["member"]["shape"], shapes) for item in value]
    if kind == "map":
        return {key: _wire(item, shape["value"]["shape"], shapes) for key, item in value.items()}
    return base64.b64encode(value.encode()).decode() if kind == "blob" else value
