"""Conversion of the model's names to Python's."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from botocore import xform_name

from codegen.ir.smithy import OperationShape, StructureShape
from codegen.load.model import load_model
from codegen.lower.names import (
    class_name,
    enum_member_name,
    function_name,
    member_name,
    service_class_name,
    snake_case,
)
from codegen.support.json_values import read_json
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient

CODEGEN: Final = Path(__file__).parents[3] / "codegen"


def _names_of_kms() -> Iterator[str]:
    """Yield the names of every operation, structure and member of KMS."""
    model = load_model(read_json(CODEGEN / "models" / "kms-2014-11-01.json"))
    for shape in model.shapes.values():
        if isinstance(shape, OperationShape | StructureShape):
            yield shape.name
        if isinstance(shape, StructureShape):
            yield from (member.name for member in shape.members)


def test_names_of_kms_are_those_of_boto3() -> None:
    """Every name of the KMS model has the name that boto3 gives it."""
    names = set(_names_of_kms())
    expected = {name: xform_name(name) for name in names}

    assert expected == {name: snake_case(name) for name in names}


@pytest.mark.parametrize(
    ("expected", "name"),
    [
        ("key_id", "KeyId"),
        ("custom_key_store_has_cm_ks_exception", "CustomKeyStoreHasCMKsException"),
        ("key_arns", "KeyARNs"),
        ("xks_proxy_uri_path", "XksProxyUriPath"),
        ("sm2_key", "SM2Key"),
        ("already_snake", "already_snake"),
    ],
)
def test_snake_case(expected: str, name: str) -> None:
    """Acronyms, their plurals and digits belong to words."""
    assert expected == snake_case(name)
    assert expected == xform_name(name)


@pytest.mark.parametrize(
    ("expected", "name"),
    [("import_", "Import"), ("str_", "Str"), ("self_", "Self"), ("id", "Id"), ("type", "Type")],
)
def test_member_that_python_needs_gets_an_underscore(expected: str, name: str) -> None:
    """Keywords and names that class bodies use get an underscore; other builtins do not."""
    assert expected == member_name(name)


@pytest.mark.parametrize(
    ("expected", "operation"),
    [("close_", "Close"), ("publish_", "Publish"), ("list_", "List"), ("encrypt", "Encrypt")],
)
def test_operation_that_hides_something_gets_an_underscore(expected: str, operation: str) -> None:
    """Attributes of clients, builtins and imports of generated modules get an underscore."""
    assert expected == function_name(operation)


@pytest.mark.parametrize("client", [AsyncClient, SyncClient])
def test_no_method_hides_an_attribute_of_the_clients(client: type) -> None:
    """Every public attribute of the clients is reserved."""
    own = {name for name in dir(client) if not name.startswith("_")}

    assert {f"{name}_" for name in own} == {function_name(name) for name in own}


@pytest.mark.parametrize(
    ("expected", "shape"),
    [("Operation_", "Operation"), ("Exception_", "Exception"), ("Tag", "Tag")],
)
def test_class_that_hides_something_gets_an_underscore(expected: str, shape: str) -> None:
    """Builtins and classes that generated modules import get an underscore."""
    assert expected == class_name(shape)


def test_all_imports_of_generated_code_are_reserved() -> None:
    """Every name that generated modules import from elsewhere is reserved."""
    package = CODEGEN.parent / "smaws_kms" / "_generated"
    imported = set(_imported_names(package))

    assert {"Operation", "field", "Final"} <= imported
    assert {f"{name}_" for name in imported if not name.islower()} == {
        class_name(name) for name in imported if not name.islower()
    }
    assert {f"{name}_" for name in imported if name.islower()} == {
        function_name(name) for name in imported if name.islower()
    }


def _imported_names(package: Path) -> Iterator[str]:
    """Yield the names that modules of operations, structures, enums and errors import."""
    folders = ("operations", "enums")
    modules = [module for name in folders for module in package.glob(f"{name}/_[a-z]*.py")]
    modules += [package / f"{name}.py" for name in ("client", "structures", "lists", "errors")]
    for module in modules:
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ImportFrom) and "_generated" not in (node.module or ""):
                yield from (alias.name for alias in node.names)


@pytest.mark.parametrize(
    ("expected", "name"),
    [("RSA_2048", "RSA_2048"), ("title_", "title"), ("value_", "value"), ("a_b", "a-b")],
)
def test_enum_members_keep_their_names_where_they_can(expected: str, name: str) -> None:
    """Attributes of strings and characters outside identifiers are changed."""
    assert expected == enum_member_name(name)


@pytest.mark.parametrize(
    ("expected", "sdk_id"),
    [("KMS", "KMS"), ("SecretsManager", "Secrets Manager"), ("Route53", "route53")],
)
def test_clients_are_named_after_the_service(expected: str, sdk_id: str) -> None:
    """The SDK ID loses its spaces and starts with a capital letter."""
    assert expected == service_class_name(sdk_id)
