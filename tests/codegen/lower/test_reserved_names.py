"""Reserved names are derived, and include every name that generated code uses."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

import pytest

from codegen.ir.imports import IMPORTS, Import, imported
from codegen.lower.reserved_names import CONVERTER, FOR_ERROR_MEMBERS, FOR_FUNCTIONS, FOR_MEMBERS
from codegen.lower.runtime_classes import keyword_parameters, public_attributes
from codegen.support.errors import GeneratorError
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.errors import ServiceError

ROOT: Final = Path(__file__).parents[3]
PACKAGES: Final = (ROOT / "smaws_kms/_generated", ROOT / "tests/codegen/golden/expected")


@pytest.mark.parametrize("it", [it for it in IMPORTS.values() if not it.module.startswith(".")])
def test_listed_import_exists(it: Import) -> None:
    """Each name in the tables of imports is defined by its module."""
    assert hasattr(import_module(it.module), it.name)


@pytest.mark.parametrize("client", [AsyncClient, SyncClient])
def test_attributes_of_clients_are_read_from_source(client: type) -> None:
    """Reading the source finds every public attribute of a client class, including inherited ones."""
    found = public_attributes(imported(client.__name__))

    assert {name for name in dir(client) if not name.startswith("_")} | {"service"} == found
    assert found <= FOR_FUNCTIONS


def test_attributes_of_a_base_in_the_same_module() -> None:
    """Attributes of a base class count where it is defined in the same module."""
    found = public_attributes(Import("smaws_kms._runtime.client.operation", "PaginatedOperation"))

    assert {"pagination", "request_sync", "errors_by_code"} <= found


def test_attributes_of_errors_are_read_from_source() -> None:
    """Reading the source finds attributes that only constructors set, and those of `Exception`."""
    expected = {name for name in dir(ServiceError()) if not name.startswith("_")}

    assert expected == FOR_ERROR_MEMBERS
    assert {"add_note", "request_id", "operation"} <= FOR_ERROR_MEMBERS


def test_parameters_of_errors_are_read_from_source() -> None:
    """Constructors of generated errors have the parameters and defaults of `ServiceError`."""
    assert keyword_parameters(imported("ServiceError")) == {
        "code": "str | None = None",
        "operation": "str | None = None",
        "status_code": "int = 400",
        "request_id": "str | None = None",
    }


@pytest.mark.parametrize(
    ("expected", "cls"),
    [
        (
            "expected the class Gone, found none of that name; name its module in codegen/ir/imports.py",
            Import("smaws_kms._runtime.errors.service", "Gone"),
        ),
        (
            "gone.py, found no such file; correct its name in codegen/ir/imports.py",
            Import("smaws_kms._runtime.gone", "Gone"),
        ),
    ],
)
def test_runtime_class_that_moved_is_named(expected: str, cls: Import) -> None:
    """A class that is missing from its module in the tables stops the generator with its name."""
    with pytest.raises(GeneratorError) as raised:
        public_attributes(cls)

    assert str(raised.value).endswith(expected)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_members_cannot_hide_names_that_class_bodies_use(package: Path) -> None:
    """Every lower-case name that a generated class body reads is reserved."""
    used = {name for path in package.rglob("*.py") for name in _names_in_class_bodies(path)}
    unreserved = {it for it in used - FOR_MEMBERS if it.islower() and not CONVERTER.fullmatch(it)}

    assert {"field", "member", "bytes", "tuple"} <= used
    assert unreserved <= {"frozen", "members", "secretive"}


def _names_in_class_bodies(path: Path) -> Iterator[str]:
    """Yield names that statements of structures and errors read, except inside functions."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and path.stem != "client":
            for statement in node.body:
                if not isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
                    names = (it for it in ast.walk(statement) if isinstance(it, ast.Name))
                    yield from (it.id for it in names if isinstance(it.ctx, ast.Load))


@pytest.mark.parametrize("path", sorted((ROOT / "codegen/render").glob("*.py")), ids=str)
def test_renderers_take_imports_from_the_tables(path: Path) -> None:
    """A renderer names a module itself only for classes of the generated package."""
    calls = (it for it in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(it, ast.Call))
    modules = [
        argument.value
        for it in calls
        if isinstance(it.func, ast.Name) and it.func.id in {"Import", "named"}
        for argument in it.args
        if isinstance(argument, ast.Constant)
    ]

    assert all(module in {".enums", ".errors", ".structures"} for module in modules)
