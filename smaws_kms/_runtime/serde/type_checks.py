"""Check Python types of constructor arguments against annotations.

Limits of the model are not checked here: `validation` does that when a call sends the request. A check
returns `None`, or a text that follows the name of the member: ` must be str, not int`,
`[2].tag_key must be ...`. The text never shows a value, which may be secret.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, cast, get_args, get_origin

Check: TypeAlias = Callable[[object], str | None]


def checker(annotation: Any) -> Check:
    """Return the check for an annotation of a generated class."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return checker(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _union(get_args(annotation))
    if origin is tuple:
        return _items(checker(get_args(annotation)[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _entries(*(checker(part) for part in get_args(annotation)))
    return _instance(annotation)


def _instance(cls: type) -> Check:
    accepted = (float, int) if cls is float else cls
    expected = _NAMES.get(cls, cls.__name__)
    no_bool = cls in (int, float, Decimal)

    def check(value: object) -> str | None:
        if isinstance(value, accepted) and not (no_bool and isinstance(value, bool)):
            return None
        return _mismatch(expected, value)

    return check


def _union(parts: tuple[Any, ...]) -> Check:
    checks = [checker(part) for part in parts if part is not NoneType]
    optional = NoneType in parts
    if len(checks) == 1:
        only = checks[0]
        return lambda value: None if value is None and optional else only(value)
    expected = " or ".join(_NAMES.get(part, getattr(part, "__name__", str(part))) for part in parts)
    expected = expected.replace("NoneType", "None")

    def check(value: object) -> str | None:
        if (value is None and optional) or any(part(value) is None for part in checks):
            return None
        return _mismatch(expected, value)

    return check


def _items(item: Check) -> Check:
    def check(value: object) -> str | None:
        if not isinstance(value, tuple):
            return _mismatch("a sequence such as a list or a tuple", value)
        for index, element in enumerate(cast("tuple[object, ...]", value)):
            problem = item(element)
            if problem is not None:
                return f"[{index}]{problem}"
        return None

    return check


def _entries(key: Check, value: Check) -> Check:
    def check(entries: object) -> str | None:
        if not isinstance(entries, Mapping):
            return _mismatch("a mapping such as a dict", entries)
        for name, element in cast("Mapping[object, object]", entries).items():
            problem = key(name)
            if problem is not None:
                return f" keys{problem}"
            problem = value(element)
            if problem is not None:
                return f" values{problem}"
        return None

    return check


def _mismatch(expected: str, value: object) -> str:
    return f" must be {expected}, not {type(value).__name__}"


_NAMES: dict[type, str] = {
    bytes: "bytes, bytearray or memoryview",
    datetime: "datetime",
}
