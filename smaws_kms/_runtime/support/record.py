"""Named tuples whose classes take little time to create.

`typing.NamedTuple` compiles a constructor for each class, 0.15 ms, and a first call needs thirty.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Record(tuple[object, ...]):
    """Base of classes that are declared and used like a `NamedTuple`, with `__slots__ = ()`."""

    __slots__ = ()

    _fields: ClassVar[tuple[str, ...]]
    _defaults: ClassVar[Mapping[str, object]]

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)
        cls._defaults = {name: vars(cls)[name] for name in cls._fields if name in vars(cls)}
        for position, name in enumerate(cls._fields):
            setattr(cls, name, property(itemgetter(position)))
        setattr(cls, "__match_args__", cls._fields)  # noqa: B010  # type checkers have their own

    def __new__(cls, *values: object, **named: object) -> Self:
        """Create a record of values by position and by name."""
        missing = cls._fields[len(values) :]
        if missing or named:
            given = {**cls._defaults, **named}
            if not named.keys() <= set(missing) or not given.keys() >= set(missing):
                raise TypeError(f"{cls.__name__}() takes {', '.join(cls._fields)}")
            values = (*values, *[given[name] for name in missing])
        elif len(values) > len(cls._fields):
            raise TypeError(f"{cls.__name__}() takes {', '.join(cls._fields)}")
        return super().__new__(cls, values)

    def __getnewargs__(self) -> tuple[object, ...]:
        return tuple(self)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{type(self).__name__}({shown})"

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def replaced(self, **changes: object) -> Self:
        """Return a copy with other values of some fields."""
        return type(self)(**{**self._asdict(), **changes})
