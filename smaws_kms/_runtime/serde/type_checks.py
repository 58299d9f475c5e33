"""Check Python types of constructor arguments against annotations.

Limits of the model are not checked here: `validation` does that when a call sends the request. A check
returns `None`, or a text that follows the name of the member: ` must be str, not int`,
`[2].tag_key must be ...`, and what to write instead (`type_advice`). The text never shows a value, which
may be secret.
"""

import sys
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, Union, cast, get_args, get_origin

import attrs

from smaws_kms._runtime.support.fork_guard import import_whole
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
    accepts = _acceptor(cls)

    def check(value: object) -> str | None:
        return None if accepts(value) else _mismatch((cls,), value, sensitive=sensitive)

    return check


def _acceptor(annotation: Any) -> Callable[[object], bool]:
    """Return a predicate. For a class, it makes no text, since a value may be of another arm of a union."""
    if not isinstance(annotation, type):
        check = checker(annotation)
        return lambda value: check(value) is None
    accepted = (float, int) if annotation is float else annotation
    if annotation in (int, float) or _is_decimal(annotation):
        return lambda value: isinstance(value, accepted) and not isinstance(value, bool)
    return lambda value: isinstance(value, accepted)


def _is_decimal(annotation: object) -> bool:
    # Only packages whose model has decimals load the module, which takes 1 ms.
    return annotation is getattr(sys.modules.get("decimal"), "Decimal", None)


def _union(parts: tuple[Any, ...], *, sensitive: bool) -> Check:
    arms = [part for part in parts if part is not NoneType]
    optional = NoneType in parts
    if len(arms) == 1:
        only = checker(arms[0], sensitive=sensitive)
        return lambda value: None if value is None and optional else only(value)
    acceptors = [_acceptor(arm) for arm in arms]
    kinds = tuple(cast("type", get_origin(part) or part) for part in parts)

    def check(value: object) -> str | None:
        if (value is None and optional) or any(accepts(value) for accepts in acceptors):
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
    import_whole(f"{__package__}.type_advice")  # a fork waits for it
    from smaws_kms._runtime.serde.type_advice import advise  # noqa: PLC0415  # only errors need it

    return advise(kinds, value, item=item, sensitive=sensitive)
