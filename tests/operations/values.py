"""Create instances of generated classes from their annotations, with distinct and reproducible values.

All members are set, also those of nested structures, so that tests detect members that are lost or
swapped.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import Enum
from itertools import count
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

import attrs

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import Limits, member_of

_START: Final = datetime(2026, 1, 31, 23, 59, 58, tzinfo=UTC)
_NO_LIMITS: Final = Limits()


def filled(cls: type[Any], *, seed: int = 1) -> Any:
    """Return an instance with every member set."""
    return _Factory(seed).instance(cls)


def filled_from_the_future(cls: type[Any]) -> Any:
    """Return an instance with every member set, and no enum value that this version knows."""
    return _Factory(1, known_values=False).instance(cls)


def minimal(cls: type[Any]) -> Any:
    """Return an instance with the required members only."""
    return _Factory(1, optional_members=False).instance(cls)


def members_of(instance: Any) -> dict[str, Any]:
    """Return the members that are set, as a user passes them to a client's method."""
    found = {
        field.name: getattr(instance, field.name) for field in attrs.fields(instance.__class__)
    }
    return {name: value for name, value in found.items() if value is not None}


def required_members(cls: type[Any]) -> list[str]:
    """Return the Python names of the members without a default."""
    return [field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING]


class _Factory:
    """Creates values from a running number, so that no two are equal."""

    def __init__(
        self, seed: int, *, optional_members: bool = True, known_values: bool = True
    ) -> None:
        self._numbers = count(seed)
        self._optional_members = optional_members
        self._known_values = known_values

    def instance(self, cls: type[Any]) -> Any:
        """Return an instance of a generated class."""
        members = {
            field.name: self._value(field.type, member_of(field).limits or _NO_LIMITS)
            for field in attrs.fields(cls)
            if self._optional_members or field.default is attrs.NOTHING
        }
        return cls(**members)

    def _value(self, annotation: Any, limits: Limits) -> Any:
        origin, parts = get_origin(annotation), get_args(annotation)
        if origin in (Union, UnionType):
            return self._choice([part for part in parts if part is not NoneType], limits)
        if origin is tuple:
            return tuple(self._value(parts[0], limits.item or _NO_LIMITS) for _ in range(2))
        if origin is Mapping:
            return {
                self._value(parts[0], limits.key or _NO_LIMITS): self._value(
                    parts[1], limits.value or _NO_LIMITS
                )
                for _ in range(2)
            }
        if attrs.has(annotation):
            return self.instance(annotation)
        return self._plain(annotation, limits, next(self._numbers))

    def _choice(self, parts: list[Any], limits: Limits) -> Any:
        if kms.UnknownValue not in parts:
            (only,) = parts
            return self._value(only, limits)
        number = next(self._numbers)
        if not self._known_values:
            return kms.UnknownValue(f"FROM_THE_FUTURE_{number}")
        (enum,) = (part for part in parts if issubclass(part, Enum))
        known = list(enum)
        return known[number % len(known)]

    def _plain(self, kind: type[Any], limits: Limits, number: int) -> Any:
        least = int(limits.min or 0)
        most = None if limits.max is None else int(limits.max)
        if kind is bool:
            return True  # an absent member is never True
        if kind is int:
            return max(least, number if most is None else number % most)
        if kind is str:
            return f'{number} "Grüße" 🔑'.ljust(least, ".")[:most]
        if kind is bytes:
            return f"\x00\xff{number}".encode("latin-1").ljust(least, b"\xfe")
        if kind is datetime:
            return _START + timedelta(seconds=number, milliseconds=250 * (number % 4))
        raise NotImplementedError(f"no value for {kind}")
