"""From the model's names to Python's.

Classes and enum members keep the model's spelling, so that they can be found in AWS's documentation.
Members and operations become snake_case, the same as boto3's. A name that Python or the generated
code itself needs gets a trailing underscore.
"""

import builtins
import keyword
import re
from typing import Final

_PLURAL_ACRONYM: Final = re.compile(r"[A-Z]{2,}s$")
"""The end of `KeyARNs`: one word, though a capital is followed by a small letter."""
_WORD_START: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[^_])(?=[A-Z][a-z])")

_CLIENT_ATTRIBUTES: Final = frozenset(
    {"aclose", "check", "close", "perform", "region", "service", "settings", "with_options"}
)
"""What the clients have themselves; a method of that name would hide it."""

_USED_IN_CLASS_BODIES: Final = frozenset(
    {"bool", "bytes", "dict", "field", "float", "int", "member", "str", "tuple"}
    | {"datetime", "to_bytes", "to_optional_bytes", "to_optional_strings", "to_strings"}
)
"""Members of these names would hide what the lines below them call by the same name."""

_USED_IN_MODULES: Final = frozenset(
    {"datetime", "field", "frozen", "member", "members", "method", "publish", "resolve_types"}
    | {"to_bytes", "to_optional_bytes", "to_optional_strings", "to_strings", "to_tuple"}
)
"""Functions that generated modules import."""

_IMPORTED_CLASSES: Final = frozenset(
    {
        "AsyncClient",
        "AsyncIterator",
        "AsyncPages",
        "AsyncPaginatedMethod",
        "Blob",
        "ClassVar",
        "CommonError",
        "Creation",
        "DateTimeText",
        "Decimal",
        "Document",
        "Fault",
        "Final",
        "HttpDate",
        "IntEnum",
        "Iterator",
        "Limits",
        "Mapping",
        "Operation",
        "PaginatedOperation",
        "Pagination",
        "Result",
        "SERVICE",
        "Sequence",
        "Service",
        "ServiceError",
        "StrEnum",
        "SyncClient",
        "SyncPages",
        "SyncPaginatedMethod",
        "TYPE_CHECKING",
        "TypeAlias",
        "UnknownValue",
    }
)
"""Classes that generated modules import."""

_ENUM_OWN: Final = frozenset({*dir(str), "mro", "name", "value"})
"""Attributes of every string enum, which a member must not hide."""


def snake_case(name: str) -> str:
    """Return a name of the model in snake_case, as boto3 spells it."""
    plural = _PLURAL_ACRONYM.search(name)
    if plural:
        name = f"{name[: plural.start()]}_{plural.group().lower()}"
    return _WORD_START.sub("_", name).lower().removeprefix("_")


def member_name(name: str) -> str:
    """Return the Python name of a structure's member."""
    return _unless(snake_case(name), _USED_IN_CLASS_BODIES | {"self"})


def function_name(operation: str) -> str:
    """Return the name of an operation's function and method."""
    used = _CLIENT_ATTRIBUTES | _USED_IN_MODULES | frozenset(dir(builtins))
    return _unless(snake_case(operation), used)


def class_name(shape: str) -> str:
    """Return the name of a shape's class, or of an operation's value."""
    return _unless(shape, _IMPORTED_CLASSES | frozenset(dir(builtins)))


def enum_member_name(name: str) -> str:
    """Return the name of an enum's member."""
    return _unless(re.sub(r"\W", "_", name), _ENUM_OWN)


def service_class_name(sdk_id: str) -> str:
    """Return what the clients of a service are named after: `SecretsManager` of its SDK ID."""
    words = re.findall(r"[A-Za-z0-9]+", sdk_id)
    return "".join(f"{word[0].upper()}{word[1:]}" for word in words)


def _unless(name: str, used: frozenset[str]) -> str:
    return f"{name}_" if name in used or keyword.iskeyword(name) else name
