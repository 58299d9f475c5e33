"""The operations under test, and the shapes of the model if it is available."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

import smaws_kms as kms

AnyOperation: TypeAlias = kms.Operation[Any, Any, Any]
Shape: TypeAlias = Mapping[str, Any]

_MODEL: Final = Path(__file__).parents[2] / "codegen" / "models" / "kms-2014-11-01.json"
_NAMESPACE: Final = "com.amazonaws.kms#"


def _read_shapes() -> dict[str, Shape]:
    if not _MODEL.is_file():
        return {}
    shapes: dict[str, Shape] = json.loads(_MODEL.read_text())["shapes"]
    return shapes


SHAPES: Final = _read_shapes()
"""The model's shapes by ID; empty if the tests run against a wheel, which does not contain the model."""

NEEDS_MODEL: Final = pytest.mark.skipif(
    not SHAPES, reason="needs codegen/models, which is not part of the wheel"
)

OPERATIONS: Final[dict[str, AnyOperation]] = {
    name: operation
    for name in dir(kms)
    if isinstance(operation := getattr(kms, name), kms.Operation)
}

MODELLED: Final[dict[str, type[kms.ServiceError]]] = {
    error.__name__: error for operation in OPERATIONS.values() for error in operation.errors
}
"""Every error that some operation lists."""

each_operation: Final = pytest.mark.parametrize(
    "operation", list(OPERATIONS.values()), ids=list(OPERATIONS)
)


def shape_id(name: str) -> str:
    """Return a shape's ID in the model of KMS."""
    return _NAMESPACE + name


def method_name(operation: AnyOperation) -> str:
    """Return the name of the client's method: `ReEncrypt` is `re_encrypt`."""
    return re.sub(r"\B(?=[A-Z])", "_", operation.name).lower()
