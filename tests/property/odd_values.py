"""Values of types that generated codecs leave to cattrs, and shapes that contain one of them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import Decimal
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple, cast

import attrs
from hypothesis import strategies as st

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import MEMBER
from tests.property.values import Strategy


class _Text(str):
    """Text that claims another length."""

    __slots__ = ()

    def __len__(self) -> int:
        return 7

    def __str__(self) -> str:
        return "other"


class _Word(StrEnum):
    ONE = "one"


class _Number(IntEnum):
    ONE = 1


class _Int(int):
    def __repr__(self) -> str:
        return "other"


class _Float(float):
    def __repr__(self) -> str:
        return "other"


class _Bytes(bytes):
    pass


class _Time(datetime):
    pass


class _Row(NamedTuple):
    one: str = "one"


class _Pairs(dict[str, str]):
    pass


class _Tag(kms.Tag):
    """A subclass that attrs does not know."""


class _Nowhere(tzinfo):
    """A time zone without an offset, as naive as none."""

    def utcoffset(self, _: datetime | None) -> timedelta | None:
        return None

    def dst(self, _: datetime | None) -> timedelta | None:
        return None

    def tzname(self, _: datetime | None) -> str | None:
        return None


_NAIVE: Final = datetime(2026, 1, 1)  # noqa: DTZ001  # on purpose
_TAG: Final = {"tag_key": "key", "tag_value": "value"}

_NUMBERS: Final = (
    *(True, False, 0, -1, 3, 2**53, 2**53 + 1, 10**400, 10**4000, _Number.ONE, _Int(5)),
    *(0.0, -0.0, 0.1, 1e16, 1e300, -5.5, float("nan"), float("inf"), _Float(0.5)),
    *(Decimal("0.1"), Decimal("1e400"), Decimal("NaN"), Decimal("-Infinity")),
)
_TEXTS: Final = (
    *("", "a", "\ud800", "\U0001f511", '"\\\x00\x7f\u2028é', _Text("text"), _Text(""), _Word.ONE),
    *(kms.UnknownValue(""), kms.UnknownValue("NEW"), kms.KeySpec.RSA_2048),
    *(b"", b"a", _Bytes(b"a"), bytearray(b"a"), memoryview(b"a")),
)
_TIMES: Final = (
    *(_NAIVE, _NAIVE.replace(tzinfo=UTC), _NAIVE.replace(tzinfo=_Nowhere())),
    *(_Time(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 0, 0, 0, 5, tzinfo=UTC)),
)
_CONTAINERS: Final[tuple[object, ...]] = (
    *((), ("a",), (1, None), [], ["a"], [b"a"], {"a"}, _Row(), range(3)),
    *({}, {"a": "b"}, {"": ""}, {1: "a"}, {_Text("a"): "b"}, {_Word.ONE: _Text("b")}, {"a": None}),
    *(
        {"a": {"b": [1, None]}},
        {"a": datetime.now(UTC)},
        _Pairs(a="b"),
        MappingProxyType({"a": "b"}),
    ),
)
_OBJECTS: Final = (
    *(None, object(), kms.Tag, kms.Tag(**_TAG), kms.Tag(tag_key="", tag_value=""), _Tag(**_TAG)),
    *(kms.UnknownMember("a", 1), kms.UnknownMember("a", object()), kms.UnknownMember(_Text(""), 1)),
)

ODD_VALUES: Final[Strategy] = st.sampled_from(
    (*_NUMBERS, *_TEXTS, *_TIMES, *_CONTAINERS, *_OBJECTS)
)
"""Values of all kinds, most of which do not fit where they are put."""


def is_shape(value: object) -> bool:
    """Return whether a value is a generated structure."""
    cls: Any = value.__class__
    return attrs.has(cls) and all(MEMBER in field.metadata for field in attrs.fields(cls))


def with_odd_part(draw: st.DrawFn, value: Any) -> Any:
    """Draw a copy of a value with one part replaced, at any depth and past all checks."""
    if draw(st.integers(0, 4)) == 0:
        return draw(ODD_VALUES)
    if is_shape(value) and attrs.fields(value.__class__):
        name = draw(st.sampled_from([field.name for field in attrs.fields(value.__class__)]))
        return replaced(value, name, with_odd_part(draw, getattr(value, name)))
    if isinstance(value, tuple) and value:
        items = cast("tuple[object, ...]", value)
        index = draw(st.integers(0, len(items) - 1))
        return (*items[:index], with_odd_part(draw, items[index]), *items[index + 1 :])
    if isinstance(value, Mapping) and value:
        return _entry_replaced(draw, cast("Mapping[object, object]", value))
    return draw(ODD_VALUES)


def _entry_replaced(draw: st.DrawFn, entries: Mapping[object, object]) -> dict[object, object]:
    key = draw(st.sampled_from([*entries]))
    rest = {name: value for name, value in entries.items() if name != key}
    new = draw(ODD_VALUES.filter(_is_hashable)) if draw(st.booleans()) else key
    return {**rest, new: with_odd_part(draw, entries[key])}


def _is_hashable(value: object) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True


def replaced(shape: Any, name: str, value: object) -> Any:
    """Return a copy of a shape with one member replaced, unchecked and unconverted."""
    cls = shape.__class__
    copy = object.__new__(cls)
    for field in attrs.fields(cls):
        member = value if field.name == name else getattr(shape, field.name)
        object.__setattr__(copy, field.name, member)
    return copy
