"""Base of public attrs classes: comparison, hash and `repr`, written once.

attrs writes and compiles these methods for every class, which takes half of the time that it takes to
create one. The classes of a first call pass `eq=False` and `repr=False`, and inherit the methods.
"""

from typing import Any, cast

from attrs import fields


class Comparable:
    """Compares, hashes and shows the fields, as the methods that attrs writes for frozen classes do."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def __hash__(self) -> int:
        return hash((self.__class__, *_compared(self)))

    def __repr__(self) -> str:
        shown: list[str] = []
        for field in fields(_class_of(self)):
            value: object = getattr(self, field.name)
            if field.repr:
                text = field.repr(value) if callable(field.repr) else repr(value)
                shown.append(f"{field.name}={text}")
        return f"{type(self).__qualname__}({', '.join(shown)})"


def _class_of(value: object) -> Any:  # only attrs classes have this base
    return cast("Any", value.__class__)


def _compared(value: object) -> tuple[object, ...]:
    return tuple([getattr(value, it.name) for it in fields(_class_of(value)) if it.eq])
