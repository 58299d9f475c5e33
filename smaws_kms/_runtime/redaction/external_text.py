"""Escaping and bounding of text from outside: services, proxies, files, other libraries.

Such text ends up in error messages, log lines and terminals. A line feed in it would forge a second log
line, a bidirectional control would reorder what a reader sees, a lone surrogate would make `encode()`
fail, and a megabyte of it would fill a log. Every seam to the outside passes its text through `escape_text`.
"""

from typing import Final

MAX_TEXT: Final = 2048
"""Characters of a message that is kept; AWS's longest are some hundred."""
MAX_VALUE: Final = 200
"""Characters of a single value that a message quotes: a header, a host, a setting."""

_CUT: Final = "... (cut)"


def escape_text(text: str, limit: int = MAX_TEXT) -> str:
    """Return `text` as one printable line of at most `limit` characters.

    Everything that `str.isprintable` refuses is written as a backslash escape: control, format and
    bidirectional characters, line and paragraph separators, surrogates, unassigned code points.
    A text that was cut ends with a mark. Escaping twice changes nothing.
    """
    # The cut comes first: to escape a megabyte costs more than to drop it.
    shown = text[: limit + 1]
    if not shown.isprintable():
        shown = "".join([char if char.isprintable() else _escape(char) for char in shown])
    if len(shown) <= limit:
        return shown
    return f"{shown[: limit - len(_CUT)]}{_CUT}"


def quote_value(value: str, limit: int = MAX_VALUE) -> str:
    """Return a short value from outside in quotation marks, for an error message."""
    return repr(escape_text(value, limit)).replace("\\\\", "\\")


def _escape(char: str) -> str:
    # The form of Python and JSON: \n, \x1b, \u202e, \U000e0001.
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
