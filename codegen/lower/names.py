"""From names of the model to names in Python.

Classes and enum members keep the model's spelling, as in AWS's documentation. Members and operations
become snake_case, as in boto3. A name of `reserved_names` gets a trailing underscore.
"""

import keyword
import re
from collections.abc import Collection, Mapping
from typing import Final, TypeVar

from codegen.lower.reserved_names import (
    CODEC,
    CONVERTER,
    FOR_CLASSES,
    FOR_ENUM_MEMBERS,
    FOR_ERROR_MEMBERS,
    FOR_FUNCTIONS,
    FOR_MEMBERS,
)

_K = TypeVar("_K")

_PLURAL_ACRONYM: Final = re.compile(r"[A-Z]{2,}s$")
"""An acronym with a plural s at the end, as in `KeyARNs`, which is one word."""
_WORD_START: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[^_])(?=[A-Z][a-z])")


def snake_case(name: str) -> str:
    """Convert a name of the model to snake_case, spelled as in boto3."""
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
    """Return the Python names of an error's members; attributes of every error are taken."""
    return distinct({name: member_name(name) for name in names}, reserved=FOR_ERROR_MEMBERS)


def function_name(operation: str) -> str:
    """Return the name of an operation's function and method."""
    python = _unless(snake_case(operation), FOR_FUNCTIONS)
    return f"{python}_" if CODEC.fullmatch(python) else python


def class_name(shape: str) -> str:
    """Return the name of a shape's class or an operation's value; it starts with a capital."""
    bare = _with_letter(shape.lstrip("_"), "N")
    return _unless(f"{bare[0].upper()}{bare[1:]}", FOR_CLASSES)


def enum_member_names(names: Collection[str]) -> dict[str, str]:
    """Return the Python names of all members of an enum."""
    return distinct({name: enum_member_name(name) for name in names})


def enum_member_name(name: str) -> str:
    """Return the Python name of an enum's member."""
    name = re.sub(r"\W", "_", name)
    # Python mangles names with two underscores in front, and `enum` reserves `_name_`.
    name = re.sub("^__+", "_", name)
    name = f"{name}_" if name.startswith("_") and name.endswith("_") else name
    return _unless(name, FOR_ENUM_MEMBERS)


def distinct(wishes: Mapping[_K, str], *, reserved: Collection[str] = ()) -> dict[_K, str]:
    """Make names unique: later duplicates, and reserved names, get underscores appended."""
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
    """Return the prefix of a service's client classes: `SecretsManager` for `Secrets Manager`."""
    words = re.findall(r"[A-Za-z0-9]+", sdk_id)
    return "".join(f"{word[0].upper()}{word[1:]}" for word in words)


def _with_letter(name: str, letter: str) -> str:
    """Return a name that starts with a letter; `1`, from Smithy's `_1`, is no name in Python."""
    return name if name[0].isalpha() else f"{letter}{name}"


def _unless(name: str, used: frozenset[str]) -> str:
    return f"{name}_" if name in used or keyword.iskeyword(name) else name
