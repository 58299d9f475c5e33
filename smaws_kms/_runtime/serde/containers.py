"""Read lists, maps and unions from JSON, and record the path of a failure."""

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from smaws_kms._runtime.serde.scalars import WrongValue
from smaws_kms._runtime.serde.unknown_values import UnknownMember

K = TypeVar("K", bound=str)
T = TypeVar("T")


class FailedAt(Exception):
    """A nested failure, and the path step that leads to it: `[2]` or `.name`."""

    def __init__(self, step: str, reason: Exception) -> None:
        super().__init__(step)
        self.step = step
        self.reason = reason


def list_reader(item: Callable[[object], T], *, sparse: bool) -> Callable[[object], tuple[T, ...]]:
    """Return a reader of lists, which drops `null` elements unless the list is sparse."""

    def read(data: object) -> tuple[T, ...]:
        if not isinstance(data, list):
            raise WrongValue("an array", data)
        found: list[T] = []
        for index, element in enumerate(cast("list[object]", data)):
            if element is None and not sparse:
                continue
            try:
                found.append(item(element))
            except Exception as error:  # noqa: BLE001  # hooks of users may raise anything
                raise FailedAt(f"[{index}]", error) from None
        return tuple(found)

    return read


def map_reader(
    name: Callable[[object], K], item: Callable[[object], T], *, sparse: bool
) -> Callable[[object], dict[K, T]]:
    """Return a reader of maps, which drops `null` values unless the map is sparse."""

    def read(data: object) -> dict[K, T]:
        if not isinstance(data, dict):
            raise WrongValue("an object", data)
        found: dict[K, T] = {}
        for key, element in cast("dict[str, object]", data).items():
            if element is None and not sparse:
                continue
            try:
                found[name(key)] = item(element)
            except Exception as error:  # noqa: BLE001  # hooks of users may raise anything
                raise FailedAt(f".{key}", error) from None
        return found

    return read


def union_reader(
    arms: Mapping[str, Callable[[object], T]],
) -> Callable[[object], T | UnknownMember]:
    """Return a reader of unions, which requires exactly one member.

    `null` members count as absent, and so does `__type`, which some servers add.

    Args:
        arms: For each member name, the reader of an object with that member.
    """

    def read(data: object) -> T | UnknownMember:
        if not isinstance(data, dict):
            raise WrongValue("an object", data)
        members = cast("dict[str, object]", data)
        present = {name: value for name, value in members.items() if value is not None}
        if "__type" not in arms:
            present.pop("__type", None)
        if len(present) != 1:
            raise WrongValue("an object with exactly one member", members)
        (name,) = present
        return arms[name](present) if name in arms else UnknownMember(name, present[name])

    return read
