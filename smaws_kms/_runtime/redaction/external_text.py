"""Escapes and bounds text from outside: services, proxies, files, other libraries.

Such text reaches error messages, log lines and terminals. A line feed in it would forge a second log
line, a bidirectional control would reorder the line, a lone surrogate would make `encode()` fail, and a
megabyte would fill the log. Code that takes text from outside passes it through `escape_text`.
"""

from typing import Final

MAX_TEXT: Final = 2048
"""Characters kept of a message. The longest of AWS have some hundred."""
MAX_VALUE: Final = 200
"""Characters kept of one quoted value: a header, a host, a setting."""

_CUT: Final = "... (cut)"


def escape_text(text: str, limit: int = MAX_TEXT) -> str:
    """Return `text` as one printable line of at most `limit` characters.

    Characters that `str.isprintable` rejects become backslash escapes: control, format and
    bidirectional characters, line and paragraph separators, surrogates, unassigned code points.
    Cut text ends with a mark. Escaping twice changes nothing.
    """
    # Cut first: escaping a megabyte costs more than dropping it.
    shown = text[: limit + 1]
    if not shown.isprintable():
        shown = "".join([char if char.isprintable() else _escape(char) for char in shown])
    if len(shown) <= limit:
        return shown
    return f"{shown[: limit - len(_CUT)]}{_CUT}"


def quote_value(value: str, limit: int = MAX_VALUE) -> str:
    """Return a value from outside, escaped and in quotation marks, for an error message."""
    return repr(escape_text(value, limit)).replace("\\\\", "\\")


def _escape(char: str) -> str:
    # Python's notation: \n, \x1b, \u202e, \U000e0001.
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")
