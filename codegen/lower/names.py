"""From the model's names to Python's.

Classes and enum members keep the model's spelling, so that they can be found in AWS's documentation.
Members and operations become snake_case, the same as boto3's. A name that Python or the generated
code itself needs gets a trailing underscore.
"""

import keyword
import re
from collections.abc import Collection, Mapping
from typing import Final, TypeVar

from codegen.lower.reserved_names import (
    CONVERTER,
    FOR_CLASSES,
    FOR_ENUM_MEMBERS,
    FOR_ERROR_MEMBERS,
    FOR_FUNCTIONS,
    FOR_MEMBERS,
)

_K = TypeVar("_K")

_PLURAL_ACRONYM: Final = re.compile(r"[A-Z]{2,}s$")
"""The end of `KeyARNs`: one word, though a capital is followed by a small letter."""
_WORD_START: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[^_])(?=[A-Z][a-z])")


def snake_case(name: str) -> str:
    """Return a name of the model in snake_case, as boto3 spells it."""
    plural = _PLURAL_ACRONYM.search(name)
    if plural:
        name = f"{name[: plural.start()]}_{plural.group().lower()}"
    return _with_letter(_WORD_START.sub("_", name).lower().lstrip("_"), "n")


def member_name(name: str) -> str:
    """Return the Python name of a structure's member."""
    python = _unless(snake_case(name), FOR_MEMBERS)
    return f"{python}_" if CONVERTER.fullmatch(python) else python


def member_names(names: Collection[str]) -> dict[str, str]:
    """Return the Python names of all members of a structure."""
    return distinct({name: member_name(name) for name in names})


def error_member_names(names: Collection[str]) -> dict[str, str]:
    """Return the Python names of the members of an error, beside what every error has."""
    return distinct({name: member_name(name) for name in names}, reserved=FOR_ERROR_MEMBERS)


def function_name(operation: str) -> str:
    """Return the name of an operation's function and method."""
    return _unless(snake_case(operation), FOR_FUNCTIONS)


def class_name(shape: str) -> str:
    """Return the name of a shape's class, or of an operation's value. It starts with a capital."""
    bare = _with_letter(shape.lstrip("_"), "N")
    return _unless(f"{bare[0].upper()}{bare[1:]}", FOR_CLASSES)


def enum_member_names(names: Collection[str]) -> dict[str, str]:
    """Return the names of the members of an enum."""
    return distinct({name: enum_member_name(name) for name in names})


def enum_member_name(name: str) -> str:
    """Return the name of an enum's member."""
    name = re.sub(r"\W", "_", name)
    # Two underscores in front make a name private to Python, one on either side one of `enum`'s own.
    name = re.sub("^__+", "_", name)
    name = f"{name}_" if name.startswith("_") and name.endswith("_") else name
    return _unless(name, FOR_ENUM_MEMBERS)


def distinct(wishes: Mapping[_K, str], *, reserved: Collection[str] = ()) -> dict[_K, str]:
    """Return names that differ from each other; the first who wants one gets it."""
    taken = set(reserved)
    found: dict[_K, str] = {}
    for key, wish in wishes.items():
        name = wish
        while name in taken:
            name = f"{name}_"
        taken.add(name)
        found[key] = name
    return found


def service_class_name(sdk_id: str) -> str:
    """Return what the clients of a service are named after: `SecretsManager` of its SDK ID."""
    words = re.findall(r"[A-Za-z0-9]+", sdk_id)
    return "".join(f"{word[0].upper()}{word[1:]}" for word in words)


def _with_letter(name: str, letter: str) -> str:
    """Return a name that starts with a letter: `_1` is one in Smithy, and `1` none in Python."""
    return name if name[0].isalpha() else f"{letter}{name}"


def _unless(name: str, used: frozenset[str]) -> str:
    return f"{name}_" if name in used or keyword.iskeyword(name) else name
