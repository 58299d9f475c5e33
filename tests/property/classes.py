"""Classes under test: all of KMS, and those of the golden package for types that KMS lacks."""

from typing import Any, Final, TypeAlias

import attrs
import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import MEMBER
from tests.codegen.golden import expected

AnyOperation: TypeAlias = kms.Operation[Any, Any, Any]


def _is_shape(value: object) -> bool:
    return (
        isinstance(value, type)
        and attrs.has(value)
        and all(MEMBER in field.metadata for field in attrs.fields(value))
    )


def shapes_of(package: Any) -> list[type[Any]]:
    """Return the structures that a package exports."""
    exported = (getattr(package, name) for name in package.__all__)
    return [value for value in exported if _is_shape(value)]


def operations_of(package: Any) -> list[AnyOperation]:
    """Return the operations that a package exports."""
    exported = (getattr(package, name) for name in package.__all__)
    return [value for value in exported if isinstance(value, kms.Operation)]


SHAPES: Final = [*shapes_of(kms), *shapes_of(expected)]
OPERATIONS: Final = [*operations_of(kms), *operations_of(expected)]
REQUESTS: Final[list[type[Any]]] = [operation.input for operation in OPERATIONS]
RESPONSES: Final[list[type[Any]]] = list(
    dict.fromkeys(operation.output for operation in OPERATIONS if operation.output)
)


def each(classes: list[type[Any]]) -> pytest.MarkDecorator:
    """Run a test once for each class."""
    return pytest.mark.parametrize("cls", classes, ids=[cls.__name__ for cls in classes])
