"""Random JSON for classes: valid, or with odd values in places.

Hypothesis' strategies for classes take 50 ms a value, too long for hundreds of values of each class.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any, Final

import attrs

from smaws_kms._runtime.serde import annotations as types
from smaws_kms._runtime.serde.fields import member_of

_ODD: Final[tuple[Any, ...]] = (
    *("", "A", "AA==", "AAE=", "A A==", "AA=", "ÄÄ==", "2026-01-02", "1.5", "NaN", "Infinity", "NEW"),
    *(None, None, True, False, 0, 1, -1, 1.0, 1.5, 1e400, -1e400, float("nan"), 10**20, 10**400),
    *([], [None], [[]], [1, "a"], {}, {"__type": "a"}, {"a": None}, {"a": 1, "b": 2}),
)  # fmt: skip
"""Values that some reader accepts, and others nearly accept."""

_NAMES: Final = ("__type", "NotKnown", "name", "", "a")
_DEEPEST: Final = 4


class RandomJson:
    """Draws JSON values.

    Args:
        random: Where the values come from.
        oddity: Probability of an odd value in each place, and of a missing or an added member.
    """

    def __init__(self, random: Random, oddity: float) -> None:
        self._random = random
        self._oddity = oddity
        self._depth = 0

    def value(self, annotation: Any) -> Any:
        """Return JSON for an annotation."""
        if self._is_odd():
            return self._random.choice(_ODD)
        self._depth += 1
        try:
            make = next(make for fits, make in _MAKERS if fits(annotation))
            return make(self, annotation)
        finally:
            self._depth -= 1

    def structure(self, cls: Any) -> Any:
        """Return an object with the members of a class."""
        found: dict[str, Any] = {}
        for field in attrs.fields(cls):
            may_lack = field.default is not attrs.NOTHING
            if self._is_odd() or (may_lack and not self._goes_on()):
                continue
            found[member_of(field).wire_name] = self.value(field.type)
        if self._is_odd():
            found[self._random.choice(_NAMES)] = self._random.choice(_ODD)
        return found

    def union(self, annotation: Any) -> Any:
        """Return an object with one member, which may be unknown."""
        arms = types.arms_of(annotation)
        return self.structure(self._random.choice(arms)) if self._goes_on() else {"NotKnown": 1}

    def optional(self, annotation: Any) -> Any:
        """Return JSON for the part that is not `None`, or nothing."""
        return self.value(types.optional_part(annotation)) if self._goes_on() else None

    def array(self, annotation: Any) -> list[Any]:
        """Return an array."""
        return [self.value(types.element_type(annotation)) for _ in self._few()]

    def mapping(self, annotation: Any) -> dict[str, Any]:
        """Return an object with any names."""
        key, item = types.key_type(annotation), types.element_type(annotation)
        return {str(self.value(key)): self.value(item) for _ in self._few()}

    def enum(self, annotation: Any) -> Any:
        """Return the value of a member, or of none."""
        known = [item.value for item in types.enum_of(annotation)]
        is_text = isinstance(known[0], str)
        return self._random.choice([*known, "NEW" if is_text else 12345])

    def scalar(self, annotation: Any) -> Any:
        """Return text, a number, a boolean or any value."""
        choices = _SCALARS[datetime if types.is_timestamp(annotation) else annotation]
        return self._random.choice(choices)

    def _is_odd(self) -> bool:
        return self._random.random() < self._oddity

    def _goes_on(self) -> bool:
        return self._depth <= _DEEPEST and self._random.random() < 0.7

    def _few(self) -> range:
        return range(self._random.randrange(4) if self._depth <= _DEEPEST else 0)


_SCALARS: Final[Mapping[Any, tuple[Any, ...]]] = {
    str: ("", "text", "grüße", "null"),
    bool: (True, False),
    int: (0, -1, 4096, 2**53 + 1),
    float: (0.0, -1.5, 3, 1e300),
    Decimal: (0.1, 3, "1.10"),
    bytes: tuple(b64encode(bytes(range(size))).decode() for size in (0, 1, 2, 3, 100)),
    datetime: (0, 1.7e9, 1700000000.123, 1700000000, -1),
    object: ("text", 1, 1.5, True, [], {}, [{"a": [None]}], {"a": {"b": None}}),
}

_MAKERS: Final[tuple[tuple[Callable[[Any], bool], Callable[[RandomJson, Any], Any]], ...]] = (
    (attrs.has, RandomJson.structure),
    (types.is_one_of, RandomJson.union),
    (types.is_list, RandomJson.array),
    (types.is_map, RandomJson.mapping),
    (types.is_open_enum, RandomJson.enum),
    (types.is_open_int_enum, RandomJson.enum),
    (types.is_optional, RandomJson.optional),
    (lambda _: True, RandomJson.scalar),
)


def json_for(annotation: Any, seed: int, oddity: float) -> Any:
    """Return JSON for an annotation.

    Args:
        annotation: The annotation.
        seed: The same seed gives the same value.
        oddity: Probability of an odd value in each place.
    """
    return RandomJson(Random(seed), oddity).value(annotation)  # noqa: S311  # no secrets
