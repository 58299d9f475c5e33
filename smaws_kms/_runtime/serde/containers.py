"""How lists, maps and unions are read from JSON, and where in them something is wrong."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from smaws_kms._runtime.serde.scalars import WrongValue
from smaws_kms._runtime.serde.unions import UnknownMember

K = TypeVar("K", bound=str)
T = TypeVar("T")


class At(Exception):
    """A failure further down, and the step that leads there: `[2]` or `.name`."""

    def __init__(self, step: str, reason: Exception) -> None:
        super().__init__(step)
        self.step = step
        self.reason = reason


def list_reader(item: Callable[[object], T], *, sparse: bool) -> Callable[[object], tuple[T, ...]]:
    """Return the reader of a list; `null` elements are left out, unless it is sparse."""

    def read(data: object) -> tuple[T, ...]:
        if not isinstance(data, list):
            raise WrongValue("an array", data)
        found: list[T] = []
        for index, element in enumerate(cast("list[object]", data)):
            if element is None and not sparse:
                continue
            try:
                found.append(item(element))
            except Exception as error:  # noqa: BLE001  # whatever it is, its place is worth keeping
                raise At(f"[{index}]", error) from None
        return tuple(found)

    return read


def map_reader(
    name: Callable[[object], K], item: Callable[[object], T], *, sparse: bool
) -> Callable[[object], dict[K, T]]:
    """Return the reader of a map; `null` values are left out, unless it is sparse."""

    def read(data: object) -> dict[K, T]:
        if not isinstance(data, dict):
            raise WrongValue("an object", data)
        found: dict[K, T] = {}
        for key, element in cast("dict[str, object]", data).items():
            if element is None and not sparse:
                continue
            try:
                found[name(key)] = item(element)
            except Exception as error:  # noqa: BLE001  # whatever it is, its place is worth keeping
                raise At(f".{key}", error) from None
        return found

    return read


def union_reader(
    arms: Mapping[str, Callable[[object], T]],
) -> Callable[[object], T | UnknownMember]:
    """Return the reader of a union: of the object's members exactly one counts.

    `null` members are absent, and so is `__type`, which some servers add.

    Args:
        arms: By the member's name, what reads an object that has this member.
    """

    def read(data: object) -> T | UnknownMember:
        if not isinstance(data, dict):
            raise WrongValue("an object", data)
        everything = cast("dict[str, object]", data)
        given: dict[str, object] = {
            name: value for name, value in everything.items() if value is not None
        }
        if "__type" not in arms:
            given.pop("__type", None)
        if len(given) != 1:
            raise WrongValue("an object with exactly one member", everything)
        (name,) = given
        return arms[name](given) if name in arms else UnknownMember(name, given[name])

    return read
