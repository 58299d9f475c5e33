"""Text of a model as Python source. Nothing else puts such text into string literals or comments."""

import re
from typing import Final

_ESCAPED: Final = {"\\": "\\\\", '"': '\\"'}
_LAST_OF_FOUR_DIGITS: Final = 0xFFFF
_NOT_IN_A_COMMENT: Final = re.compile(r"[^A-Za-z0-9._+ -]")


def string(value: str) -> str:
    """Return a string literal; a raw one where that spares backslashes, as in patterns."""
    plain = value.isprintable() and '"' not in value and not value.endswith("\\")
    return f'r"{value}"' if "\\" in value and plain else repr(value)


def quoted(value: str) -> str:
    """Return a string literal in double quotes."""
    return f'"{in_double_quotes(value)}"'


def in_double_quotes(value: str) -> str:
    """Return what stands between the double quotes of a literal that is not a raw one."""
    return "".join(_ESCAPED.get(character) or visible(character) for character in value)


def visible(character: str) -> str:
    """Return a character, or its escape where it cannot be seen: controls, bidi, surrogates."""
    return character if character.isprintable() else _escape(character)


def comment(text: str) -> str:
    """Return a text for a comment; what could be a coding line or a pragma is escaped.

    A file's first line may hold `coding:`, which Python obeys, and `ruff: noqa`.
    """
    return _NOT_IN_A_COMMENT.sub(lambda it: _escape(it[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
