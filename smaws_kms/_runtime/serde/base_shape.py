"""Base class of generated structures: comparison, and a `repr` without members that are `None`."""

from typing import Any, cast

from attrs import fields

from smaws_kms._runtime.serde.shape_misuse import ShapeMisuse
from smaws_kms._runtime.support.comparable import Comparable


class BaseShape(ShapeMisuse, Comparable):
    """Base class of every structure, request and response."""

    __slots__ = ()

    def __repr__(self) -> str:
        shown: list[str] = []
        for attribute in fields(cast("type[Any]", type(self))):
            value: object = getattr(self, attribute.name)
            if value is not None:
                text = attribute.repr(value) if callable(attribute.repr) else repr(value)
                shown.append(f"{attribute.name}={text}")
        return f"{type(self).__qualname__}({', '.join(shown)})"
