"""Check Python types of constructor arguments against annotations.

Limits of the model are not checked here: `validation` does that when a call sends the request. A check
returns `None`, or a text that follows the name of the member: ` must be str, not int`,
`[2].tag_key must be ...`, and what to write instead (`type_advice`). The text never shows a value, which
may be secret.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, Union, cast, get_args, get_origin

import attrs

from smaws_kms._runtime.support.type_names import mismatch, name_of
from smaws_kms._runtime.values import Blob

Check: TypeAlias = Callable[[object], str | None]

_BLOB: Final[tuple[type, ...]] = get_args(Blob)


def checker(annotation: Any, *, sensitive: bool = False) -> Check:
    """Return the check for an annotation of a generated class.

    Args:
        annotation: The type of the member.
        sensitive: Whether the text must not depend on the value.
    """
    origin = get_origin(annotation)
    parts = get_args(annotation)
    if origin is Annotated:
        return checker(parts[0], sensitive=sensitive)
    if origin in (Union, UnionType):
        return _union(parts, sensitive=sensitive)
    if origin is tuple:
        return _items(parts[0], checker(parts[0], sensitive=sensitive))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _entries(*(checker(part, sensitive=sensitive) for part in parts))
    return _instance(annotation, sensitive=sensitive)


def _instance(cls: type, *, sensitive: bool) -> Check:
    accepted = (float, int) if cls is float else cls
    no_bool = cls in (int, float, Decimal)

    def check(value: object) -> str | None:
        if isinstance(value, accepted) and not (no_bool and isinstance(value, bool)):
            return None
        return _mismatch((cls,), value, sensitive=sensitive)

    return check


def _union(parts: tuple[Any, ...], *, sensitive: bool) -> Check:
    checks = [checker(part, sensitive=sensitive) for part in parts if part is not NoneType]
    optional = NoneType in parts
    if len(checks) == 1:
        only = checks[0]
        return lambda value: None if value is None and optional else only(value)
    kinds = tuple(cast("type", get_origin(part) or part) for part in parts)

    def check(value: object) -> str | None:
        if (value is None and optional) or any(part(value) is None for part in checks):
            return None
        return _mismatch(kinds, value, sensitive=sensitive)

    return check


def _items(annotation: Any, item: Check) -> Check:
    structure = annotation if attrs.has(annotation) else None

    def check(value: object) -> str | None:
        if not isinstance(value, tuple):
            expected = "a sequence such as a list or a tuple"
            advice = _advice((tuple,), value, item=structure)
            return f" must be {expected}, not {name_of(value)}{advice}"
        for index, element in enumerate(cast("tuple[object, ...]", value)):
            problem = item(element)
            if problem is not None:
                return f"[{index}]{problem}"
        return None

    return check


def _entries(key: Check, value: Check) -> Check:
    def check(entries: object) -> str | None:
        if not isinstance(entries, Mapping):
            advice = _advice((Mapping,), entries)
            return f" must be a mapping such as a dict, not {name_of(entries)}{advice}"
        for name, element in cast("Mapping[object, object]", entries).items():
            problem = key(name)
            if problem is not None:
                return f" keys{problem}"
            problem = value(element)
            if problem is not None:
                return f" values{problem}{': leave the entry out' if element is None else ''}"
        return None

    return check


def _mismatch(kinds: tuple[type, ...], value: object, *, sensitive: bool) -> str:
    expected = _BLOB if bytes in kinds else kinds
    return mismatch(expected, value) + _advice(kinds, value, sensitive=sensitive)


def _advice(
    kinds: tuple[type, ...], value: object, *, item: type | None = None, sensitive: bool = False
) -> str:
    # Only errors need it, and it imports much.
    from smaws_kms._runtime.serde.type_advice import advise  # noqa: PLC0415

    return advise(kinds, value, item=item, sensitive=sensitive)
