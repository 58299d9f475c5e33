"""What to write instead of a value of the wrong type, for the `TypeError` of a constructor.

The advice never contains the value. A text may select an enum member, but only members that the model
lists are shown.
"""

import re
from array import array
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from enum import Enum
from inspect import iscoroutine
from pathlib import PurePath
from typing import Any, Final, TypeAlias, cast
from uuid import UUID

import attrs

from smaws_kms._runtime.results import Err, Ok
from smaws_kms._runtime.serde.unknown_values import UnknownMember, UnknownValue

Advice: TypeAlias = Callable[[object], str]

_SCALARS: Final = (str, bytes, bytearray, memoryview)

_BASE64: Final = re.compile(r"(?:[A-Za-z0-9+/]{4}){3,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?\s*")
"""Text that is probably base64: whole groups, and too long for a word that fits by chance."""


def advise(
    kinds: Collection[type], value: object, *, item: type | None = None, sensitive: bool = False
) -> str:
    """Return advice that follows an error text, for example `: decode it, value.decode()`, or nothing.

    Args:
        kinds: The accepted types; `tuple` for a list, `Mapping` for a map.
        value: The value, which is of none of them.
        item: Class of a list's elements, if they are structures.
        sensitive: Whether even the choice of an enum member would reveal too much.
    """
    text = _of_any(value)
    for kind in kinds:
        if not text and issubclass(kind, Enum):
            is_open = UnknownValue in kinds and not isinstance(value, Enum)
            text = "" if sensitive else _member_like(kind, value, is_open=is_open)
        elif not text and kind is tuple:
            text = _for_list(item, value)
        elif not text and kind in _ADVICE:
            text = _ADVICE[kind](value)
        elif not text and UnknownMember not in kinds:
            text = _for_structure(kind, value)
    return f": {text}" if text else ""


def _of_any(value: object) -> str:
    if isinstance(value, Ok | Err):
        return "it is the result of a call; pass what you need of its unwrap()"
    if iscoroutine(value):
        return "await it first"
    if isinstance(value, type):
        return "pass one of its members" if issubclass(value, Enum) else "pass an instance"
    return ""


def _for_list(item: type | None, value: object) -> str:
    if item is not None and _is_mapping(value):
        return f"write [{_call(item, value)}]"
    if isinstance(value, (*_SCALARS, *([item] if item else []))):
        return "put it in a list, [value]"
    return "pass list(value)" if hasattr(value, "__iter__") else ""


def _for_map(value: object) -> str:
    if isinstance(value, str):
        return "if it is JSON text, pass json.loads(value)"
    return "pass dict(value)" if isinstance(value, list | tuple) else ""


def _member_like(enum: type[Enum], value: object, *, is_open: bool) -> str:
    if not isinstance(value, str):
        return ""
    text = str.__str__(value)
    names = {str(item.value): name for name, item in enum.__members__.items()}
    if text in names:
        return f"write {enum.__name__}.{names[text]}"
    spellings = {value.casefold(): name for value, name in names.items()}
    spellings |= {name.casefold(): name for name in names.values()}
    near = get_close_matches(_plain(text), spellings, n=1, cutoff=0.75)
    parts = [f"{enum.__name__}.{spellings[found]}" for found in near]
    if is_open:
        parts.append('UnknownValue("...") for a value that this version does not know')
    return f"write {' or '.join(parts)}" if parts else ""


def _plain(text: str) -> str:
    return re.sub(r"[\s-]+", "_", text.strip().rpartition(".")[2][:100]).casefold()


def _for_structure(cls: type, value: object) -> str:
    is_like = attrs.has(cls) and (_is_mapping(value) or type(value) in (list, tuple))
    return f"write {_call(cls, value)}" if is_like else ""


def _call(cls: type, value: object) -> str:
    """Return a call of the constructor with the members that are required or were given."""
    given = cast("Mapping[object, object]", value) if _is_mapping(value) else dict[object, object]()
    keys = {key.replace("_", "").casefold() for key in given if isinstance(key, str)}
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    shown = [
        field.name
        for field in fields
        if field.default is attrs.NOTHING or field.name.replace("_", "").casefold() in keys
    ]
    return f"{cls.__name__}({', '.join(f'{name}=...' for name in shown)})"


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _for_str(value: object) -> str:
    if isinstance(value, bytes | bytearray):
        return "decode it, value.decode()"
    if _is_mapping(value):
        return "if it is a JSON document such as a policy, pass json.dumps(value)"
    if attrs.has(type(value)):
        return "pass one of its members"
    return "pass str(value)" if isinstance(value, int | float | UUID | PurePath) else ""


def _for_bytes(value: object) -> str:
    if isinstance(value, str):
        if _BASE64.fullmatch(value):
            return "if it is base64 text, pass base64.b64decode(value), else value.encode()"
        return "encode it, value.encode()"
    if hasattr(value, "read"):
        return "pass value.read()"
    return "pass bytes(value)" if isinstance(value, list | tuple | array) else ""


def _for_bool(value: object) -> str:
    return "" if value is None else "pass True or False"


def _for_int(value: object) -> str:
    convertible = isinstance(value, str | float) or hasattr(value, "__index__")
    return "pass int(value)" if convertible and not isinstance(value, bool) else ""


def _for_float(value: object) -> str:
    convertible = isinstance(value, str) or hasattr(value, "__float__")
    return "pass float(value)" if convertible and not isinstance(value, bool) else ""


def _for_datetime(value: object) -> str:
    if isinstance(value, str):
        return "pass datetime.fromisoformat(value), with a time zone"
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "pass datetime.fromtimestamp(value, UTC)"
    if isinstance(value, date):
        return "pass datetime.combine(value, time(), UTC)"
    return "pass datetime.now(UTC) + value" if isinstance(value, timedelta) else ""


_ADVICE: Final[dict[type, Advice]] = {
    str: _for_str,
    bytes: _for_bytes,
    bool: _for_bool,
    int: _for_int,
    float: _for_float,
    datetime: _for_datetime,
    Mapping: _for_map,
}
