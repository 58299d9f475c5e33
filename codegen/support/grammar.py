"""Smithy's grammar of names, checked once when a name is loaded.

Names of a model become names in generated Python. The check guarantees that none of them contains an
expression, a path or a line break. See "Shape ID ABNF" in https://smithy.io/2.0/spec/model.html.
"""

import re
from collections.abc import Iterable
from keyword import iskeyword
from typing import Final

from codegen.support.errors import GeneratorError, ModelError

_IDENTIFIER: Final = r"(?:[A-Za-z]|_+[A-Za-z0-9])[A-Za-z0-9_]*"
IDENTIFIER: Final = re.compile(_IDENTIFIER)
"""Names of shapes, members and enum values."""
_SHAPE_IDS: Final = re.compile(rf"{_IDENTIFIER}(?:\.{_IDENTIFIER})*#{_IDENTIFIER}")
_TARGETS: Final = re.compile(rf"{_SHAPE_IDS.pattern}(?:\${_IDENTIFIER})?")
_SDK_IDS: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*")
_SIGNING_NAMES: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_HOST_TEXTS: Final = re.compile(r"[A-Za-z0-9.-]*")

_PLAIN: Final = re.compile(r"[A-Za-z0-9_.,#$ -]{1,80}")
_SHOWN: Final = 80

_NOT_IN_AN_IDENTIFIER: Final = re.compile(r"[^A-Za-z0-9_]+")


def check_identifier(name: str, where: str) -> str:
    """Check the name of a member, a rename or a variable of endpoint rules, and return it."""
    return _check(IDENTIFIER, name, f"{where}: expected an identifier")


def check_shape_id(shape_id: str, where: str = "shapes") -> str:
    """Check the ID of a shape or trait, `namespace#Name`, and return it."""
    return _check(_SHAPE_IDS, shape_id, f"{where}: expected an ID, namespace#Name")


def check_target(target: str) -> str:
    """Check the target of an `apply` statement, a shape or (after `$`) a member, and return it."""
    return _check(
        _TARGETS, target, "shapes: expected an ID, namespace#Name or namespace#Name$member"
    )


def check_sdk_id(sdk_id: str, where: str) -> str:
    """Check a service's `sdkId`, which settings and classes are named after, and return it."""
    return _check(_SDK_IDS, sdk_id, f"{where}: expected words of letters and digits")


def check_signing_name(name: str, where: str) -> str:
    """Check a name that goes into signatures and host names, and return it."""
    return _check(_SIGNING_NAMES, name, f"{where}: expected letters, digits, '.', '_' and '-'")


def check_host_text(text: str, where: str) -> str:
    """Check the parts of a host prefix outside its labels, and return them."""
    return _check(_HOST_TEXTS, text, f"{where}: expected letters, digits, '.' and '-'")


def check_package(name: str) -> str:
    """Check the full name of a Python package, and return it."""
    if not all(part.isidentifier() and not iskeyword(part) for part in name.split(".")):
        raise GeneratorError(
            f"expected the full name of a Python package, such as aws_kms, found {show(name)}"
        )
    return name


def show(text: str) -> str:
    """Format a text for an error message: at most 80 characters, quoted unless it looks like a name."""
    if _PLAIN.fullmatch(text):
        return text
    return ascii(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}...")


def _check(pattern: re.Pattern[str], text: str, expected: str) -> str:
    if not pattern.fullmatch(text):
        raise ModelError(f"{expected}, found {show(text)}")
    return text


def name_values(values: Iterable[str]) -> dict[str, str]:
    """Return enum values by generated name; a value that is an identifier is its own name."""
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
