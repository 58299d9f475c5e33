"""Runs load, lower and render: from the model's files to the unformatted text of a package."""

from pathlib import Path
from typing import Final

from attrs import frozen

from codegen.ir.plan import Package
from codegen.load.descriptions import load_descriptions
from codegen.load.model import load_model
from codegen.load.overlay import apply_overlay
from codegen.lower.package import lower
from codegen.render.enums import render_enums
from codegen.render.errors import render_errors_module
from codegen.render.examples import render_examples_module
from codegen.render.index import render_operations_init, render_package_init
from codegen.render.module import Target
from codegen.render.operations import render_operation_module
from codegen.render.service import render_client_module, render_endpoints, render_service_module
from codegen.render.shared import (
    render_lists_module,
    render_structures_module,
)
from codegen.support.grammar import check_package
from codegen.support.json_values import JsonObject, read_json

MODELS: Final = Path(__file__).parent / "models"
"""Directory of the models."""


@frozen(kw_only=True)
class Inputs:
    """Files that a package is generated from."""

    model: Path
    overlay: Path | None = None
    descriptions: Path | None = None
    service: str | None = None
    """ID of the service; required if the model has several."""


def generate(inputs: Inputs, package: str) -> dict[str, str]:
    """Return the text of a package's files by path."""
    return render(inputs, plan_package(inputs), package)


def plan_package(inputs: Inputs) -> Package:
    """Load and lower a model."""
    document = read_json(inputs.model)
    if inputs.overlay:
        document = apply_overlay(document, read_json(inputs.overlay))
    texts = load_descriptions(inputs.descriptions)
    return lower(load_model(document), texts, service=inputs.service)


def render(inputs: Inputs, plan: Package, package: str) -> dict[str, str]:
    """Render a plan with the inputs that it was made from, and return the text by path."""
    target = Target(package=check_package(package), model=inputs.model.name)
    return render_package(target, plan, read_json(MODELS / "partitions.json"))


def render_package(target: Target, package: Package, partitions: JsonObject) -> dict[str, str]:
    """Return the text of a package's files by path."""
    lists = render_lists_module(target, package)
    return {
        "__init__.py": render_package_init(target, package),
        "client.py": render_client_module(target, package),
        "endpoints.py": render_endpoints(target, package.service, partitions),
        **render_enums(target, package),
        "errors.py": render_errors_module(target, package),
        "examples.py": render_examples_module(target, package.examples),
        **({"lists.py": lists} if lists else {}),
        "operations/__init__.py": render_operations_init(target, package),
        **{
            f"operations/{operation.module}.py": render_operation_module(target, operation)
            for operation in package.operations
        },
        "service.py": render_service_module(target, package.service),
        "structures.py": render_structures_module(target, package),
    }
