"""Models of other services, from botocore's data or a directory of Smithy JSON ASTs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from codegen.botocore_import import botocore_version, convert_service, json_services
from codegen.generate import MODELS

_PROTOCOLS: Final = ("aws.protocols#awsJson1_0", "aws.protocols#awsJson1_1")


@frozen
class Source:
    """A model, and the name of its package."""

    package: str
    path: Path | None
    """A Smithy JSON AST, or `None` for a service of botocore."""
    service: str
    """Path in botocore's data, or the name of the model."""

    def write_model(self, directory: Path) -> Path:
        """Return the file of the model, after converting it if it is botocore's."""
        if self.path is not None:
            return self.path
        path = directory / f"{self.service.partition('/')[0]}.json"
        path.write_text(json.dumps(convert_service(self.service)), encoding="utf-8")
        return path

    @property
    def overlay(self) -> Path | None:
        """The overlay for the service, if there is one that fits botocore's model."""
        name = self.service.partition("/")[0]
        path = MODELS / f"{name}-overlay.json"
        return path if self.path is None and name != "kms" and path.exists() else None


def from_botocore(service: str) -> Source:
    """Return the source for a service of botocore, for example `secretsmanager/2017-10-17`."""
    return Source(package_of(service.partition("/")[0]), None, service)


def sources(folder: Path | None) -> tuple[str, list[Source]]:
    """Return the name of the origin, and all models of awsJson services."""
    if folder is None:
        found = [from_botocore(service) for service in json_services()]
        return f"botocore {botocore_version()}", found
    return str(folder), [*_in_folder(folder)]


def _in_folder(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.json")):
        try:
            model: Any = json.loads(path.read_text(encoding="utf-8"))
        except ValueError:
            print(f"{path.name}: not JSON, left out")
            continue
        if isinstance(model, dict) and "smithy" in model and _is_aws_json(model):
            yield Source(package_of(path.stem), path, path.stem)
        else:
            print(f"{path.name}: not the model of an awsJson service, left out")


def _is_aws_json(model: Any) -> bool:
    return any(
        protocol in shape.get("traits", {})
        for shape in model.get("shapes", {}).values()
        for protocol in _PROTOCOLS
        if shape.get("type") == "service"
    )


def package_of(name: str) -> str:
    """Return the package's name for a service: `aws_secretsmanager`."""
    return f"aws_{re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_')}"
