"""Comparison of generated encoders and constructors with cattrs, attrs and the checks of the runtime."""

from collections.abc import Callable
from typing import Any, cast

import attrs

import smaws_kms as kms
from smaws_kms._runtime.serde.request_body import encode_checked
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms._runtime.values import Validate
from tests.property.classes import AnyOperation


def outcome(function: Callable[[], object]) -> object:
    """Return what a function returns or raises, in a form that can be compared."""
    try:
        result = function()
    except Exception as error:  # noqa: BLE001  # odd values raise anything
        return type(error), str(error)
    if isinstance(result, kms.RequestValidationError):
        return type(result), result.message, result.member
    return result


def generated_and_general(
    operation: AnyOperation, request: object, mode: Validate
) -> tuple[object, object]:
    """Return the outcomes of encoding a request with and without the generated encoder."""
    general = evolve(operation, to_json=None)
    return (
        outcome(lambda: encode_checked(operation, request, mode)),
        outcome(lambda: encode_checked(general, request, mode)),
    )


def is_usual(operation: AnyOperation, request: object) -> bool:
    """Return whether the generated encoder writes a request."""
    assert operation.to_json is not None
    return isinstance(outcome(lambda: operation.to_json(request)), str)  # type: ignore[misc]  # not None


def build(cls: type[Any], members: dict[str, object], *, generated: bool) -> object:
    """Return the shape that a constructor makes, by member with its type, or its error."""
    construct = vars(cls)["__init__"]
    shape = object.__new__(cls)
    result = outcome(lambda: (construct if generated else construct.__wrapped__)(shape, **members))
    if result is not None:
        return result
    return {it.name: _with_types(getattr(shape, it.name)) for it in attrs.fields(cls)}


def _with_types(value: object) -> object:
    """Return a value in a form that tells `True` from `1`, and compares NaN equal to itself."""
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        return type(items).__name__, [_with_types(item) for item in items]
    if isinstance(value, dict):
        entries = cast("dict[object, object]", value)
        pairs = [(_with_types(key), _with_types(it)) for key, it in entries.items()]
        return type(entries).__name__, pairs
    return type(value), repr(value)
