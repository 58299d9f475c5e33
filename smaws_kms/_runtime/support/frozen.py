"""Base of the immutable classes of the internals, which compare and print like classes of attrs.

attrs writes and compiles code for every class, which takes 0.4 ms. A first call needs dozens of
internal classes, so these have plain constructors. The shapes, errors and results that users handle stay
attrs classes.
"""

from typing import ClassVar, NoReturn, TypeVar

_T = TypeVar("_T", bound="Frozen")


class Frozen:
    """An immutable object whose attributes are the slots of its class and of its bases.

    A subclass lists its attributes in `__slots__`, in the order of its `repr`. Its constructor takes each
    by its name and calls `_set`. Names with an underscore count as `derived`.
    """

    __slots__ = ("__weakref__",)

    hidden: ClassVar[frozenset[str]] = frozenset()
    """Attributes that `repr` leaves out."""
    derived: ClassVar[frozenset[str]] = frozenset()
    """Attributes that the constructor makes, which do not count: neither compared, shown nor copied."""

    def _set(self, **values: object) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        self.__delattr__(name)

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be set or deleted")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Frozen):
            return NotImplemented
        return values_of(self) == values_of(other)

    def __hash__(self) -> int:
        return hash((type(self), *values_of(self).values()))

    def __repr__(self) -> str:
        shown = [(k, v) for k, v in values_of(self).items() if k not in self.hidden]
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown)})"

    def __getstate__(self) -> dict[str, object]:
        return values_of(self)

    def __setstate__(self, state: dict[str, object]) -> None:
        self._set(**state)


def names_of(cls: type[Frozen]) -> tuple[str, ...]:
    """Return the names of the attributes, those of bases first."""
    slots = [name for base in reversed(cls.__mro__) for name in vars(base).get("__slots__", ())]
    return tuple(name for name in slots if name not in cls.derived and not name.startswith("_"))


def values_of(value: Frozen) -> dict[str, object]:
    """Return the attributes by name."""
    return {name: getattr(value, name) for name in names_of(type(value))}


def evolve(value: _T, **changes: object) -> _T:
    """Return a copy with other values of some attributes, made by the constructor, which checks them."""
    return type(value)(**{**values_of(value), **changes})
