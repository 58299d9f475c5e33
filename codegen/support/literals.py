"""Escapes a model's text for Python source; the only way into string literals and comments."""

import re
import textwrap
from typing import Final

_LINE: Final = 72
_ESCAPED: Final = {"\\": "\\\\", '"': '\\"'}
_LAST_OF_FOUR_DIGITS: Final = 0xFFFF
_NOT_IN_A_COMMENT: Final = re.compile(r"[^A-Za-z0-9._+ -]")


def string(value: str) -> str:
    """Return a string literal; a raw one if that avoids escaped backslashes, as in patterns."""
    plain = value.isprintable() and '"' not in value and not value.endswith("\\")
    return f'r"{value}"' if "\\" in value and plain else repr(value)


def sentence(text: str) -> str:
    """Return a string literal of several lines, in parentheses, if the text is long."""
    lines = textwrap.wrap(text, _LINE, break_long_words=False, break_on_hyphens=False)
    if len(lines) < 2:  # noqa: PLR2004  # one line
        return quoted(text)
    parts = [*(f"{line} " for line in lines[:-1]), lines[-1]]
    return "(\n" + "".join(f"    {quoted(part)}\n" for part in parts) + ")"


def quoted(value: str) -> str:
    """Return a string literal in double quotes."""
    return f'"{in_double_quotes(value)}"'


def in_double_quotes(value: str) -> str:
    """Escape a text for the inside of a double-quoted literal that is not raw."""
    return "".join(_ESCAPED.get(character) or visible(character) for character in value)


def visible(character: str) -> str:
    """Return a printable character unchanged and any other escaped: controls, bidi, surrogates."""
    return character if character.isprintable() else _escape(character)


def comment(text: str) -> str:
    """Escape a text for a comment, so that it cannot become a coding line or a pragma.

    Python obeys `coding:` in a file's first line, and ruff obeys `ruff: noqa`.
    """
    return _NOT_IN_A_COMMENT.sub(lambda it: _escape(it[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
