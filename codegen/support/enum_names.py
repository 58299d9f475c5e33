"""Names for the values of enums that come without any."""

import re
from collections.abc import Iterable
from typing import Final

from codegen.support.grammar import IDENTIFIER

_NOT_IN_AN_IDENTIFIER: Final = re.compile(r"[^A-Za-z0-9_]+")


def name_values(values: Iterable[str]) -> dict[str, str]:
    """Return the values by name: the value itself wherever that is an identifier."""
    names: dict[str, str] = {}
    for value in values:
        wish = _identifier(value)
        name, number = wish, 2
        while name in names:
            name = f"{wish}_{number}"
            number += 1
        names[name] = value
    return names


def _identifier(value: str) -> str:
    name = _NOT_IN_AN_IDENTIFIER.sub("_", value)
    if not name.strip("_"):
        return "SYMBOL" if value else "EMPTY"
    return name if IDENTIFIER.fullmatch(name) else f"_{name}"
