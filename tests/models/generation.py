"""Generate, import and type-check packages from the models of other services."""

import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, get_type_hints

import attrs
from attrs import frozen

from codegen.generate import Inputs, plan_package, render
from codegen.output import format_files, write_files
from smaws_kms import SmawsError, from_wire, to_wire
from smaws_kms._runtime.serde.fields import is_structure
from smaws_kms._runtime.serde.validation import validate
from smaws_kms.testing import example
from tests.models.sources import Source
from tests.typing.checkers import run

ROOT: Final = Path(__file__).parents[2]

_PYRIGHT: Final = {
    "typeCheckingMode": "strict",
    "pythonVersion": "3.11",
    "extraPaths": [str(ROOT)],
}


@frozen
class Generated:
    """A package that was written."""

    package: str
    operations: int
    left_out: tuple[str, ...]


def generate_source(source: Source, directory: Path) -> Generated:
    """Write the package of a model, with its overlay if there is one.

    Args:
        source: The model.
        directory: Parent folder of the package, and of the converted model of botocore.
    """
    inputs = Inputs(model=source.write_model(directory), overlay=source.overlay)
    return write_package(inputs, source.package, directory)


def write_package(inputs: Inputs, package: str, directory: Path) -> Generated:
    """Write a formatted package."""
    plan = plan_package(inputs)
    files = format_files(render(inputs, plan, package), package)
    write_files(files, directory / package)
    return Generated(package, len(plan.operations), plan.left_out)


def load_everything(package: str, directory: Path) -> Any:
    """Import a package, load all its names, and resolve the annotations of its classes."""
    if str(directory) not in sys.path:
        sys.path.append(str(directory))
    module: Any = importlib.import_module(package)
    for name in module.__all__:
        value = getattr(module, name)
        if isinstance(value, type) and attrs.has(value):
            get_type_hints(value)
            get_type_hints(vars(value)["__init__"])
    return module


def check_examples(module: Any) -> list[str]:
    """Return the classes of a package whose example breaks a limit or does not survive JSON."""
    found: list[str] = []
    for name in module.__all__:
        value: object = getattr(module, name)
        if is_structure(value):
            made: object = example(value)
            if validate(made, "full") or made != from_wire(value, to_wire(made)):
                found.append(name)
        elif isinstance(value, type) and issubclass(value, SmawsError):
            example(value)
    return found


def check_with_mypy(directory: Path, packages: Sequence[str]) -> str:
    """Return the errors of `mypy --strict`, or an empty string."""
    settings = ["--strict", "--config-file=", "--explicit-package-bases", "--no-error-summary"]
    command = ["mypy", *settings, f"--cache-dir={directory / '.mypy_cache'}", *packages]
    return run(command, directory, {"MYPYPATH": str(ROOT)})


def check_with_pyright(directory: Path, packages: Sequence[str]) -> str:
    """Return the errors of pyright's strict mode, or an empty string."""
    settings = {**_PYRIGHT, "include": list(packages)}
    (directory / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    found = json.loads(run(["pyright", "--outputjson"], directory))["generalDiagnostics"]
    return "\n".join(f"{it['file']}: {it['message']}" for it in found)
