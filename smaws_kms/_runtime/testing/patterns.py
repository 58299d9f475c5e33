"""Text that matches a regular expression: short, readable, and always the same.

The sampler reads the syntax that models use. It takes the first alternative of each group, repeats as
rarely as it can and skips look-around assertions. `text_for` then checks what came out.
"""

import re
from functools import cache
from typing import Final

from smaws_kms._runtime.serde.validation import expression

_WORD: Final = "example"

_FAMILIAR: Final = (
    _WORD,
    "Example1",
    "111122223333",
    "us-east-1",
    "arn:aws:service:us-east-1:111122223333:resource/example",
    "https://example.com",
    "2026-01-01T00:00:00Z",
)
"""Values that read better than sampled ones, wherever they match."""

_CHARACTERS: Final = (
    "aeA1-",  # readable ones first
    "".join(map(chr, range(0x20, 0x7F))),
    "\t\n\r",
    "".join(map(chr, range(0xA0, 0x100))),
)

_MOST_REPEATS: Final = 64
"""Patterns are tried with up to so many repetitions more than they need."""


def text_for(pattern: str | None, minimum: int, maximum: int | None) -> str:
    """Return text of this length that matches the pattern.

    If none is found, which look-around assertions may cause, return text of this length.
    """
    familiar = [_resized(text, minimum, maximum) for text in _FAMILIAR]
    if pattern is None:
        return familiar[0]
    sampled = _sampled(pattern, minimum)
    longer = [_resized(text, minimum, maximum) for text in sampled]
    fitting = (text for text in (*familiar, *sampled, *longer) if _fits(text, minimum, maximum))
    return next(filter(expression(pattern).search, fitting), familiar[0])


def _fits(text: str, minimum: int, maximum: int | None) -> bool:
    return minimum <= len(text) and (maximum is None or len(text) <= maximum)


def _resized(text: str, minimum: int, maximum: int | None) -> str:
    while len(text) < minimum:
        text = f"{text}-{_WORD}"
    return text[:maximum]


def _sampled(pattern: str, minimum: int) -> list[str]:
    repeats = range(min(minimum, _MOST_REPEATS) + 2)
    return [_Sampler(pattern, extra).alternatives() for extra in repeats]


class _Sampler:
    """Reads a pattern from left to right and returns text for what it has read."""

    def __init__(self, pattern: str, extra: int) -> None:
        self._rest = pattern
        self._extra = extra

    def alternatives(self) -> str:
        """Read alternatives up to the end of their group; return text for the first."""
        first = self._sequence()
        while self._rest.startswith("|"):
            self._take(1)
            self._sequence()
        return first

    def _sequence(self) -> str:
        parts: list[str] = []
        while self._rest and self._rest[0] not in "|)":
            atom = self._atom()
            parts.append(atom * self._repeats())
        return "".join(parts)

    def _atom(self) -> str:
        character = self._take(1)
        match character:
            case "(":
                return self._group()
            case "[":
                return _character_in(character + self._class())
            case "\\":
                return self._escape()
            case "^" | "$":
                return ""
            case ".":
                return _CHARACTERS[0][0]
            case _:
                return character

    def _group(self) -> str:
        opening = re.match(r"\?(?:[:=!]|<[=!]|P?<\w+>|[a-z]+\)?)", self._rest)
        kind = self._take(opening.end()) if opening else ""
        if kind.endswith(")"):
            return ""  # flags
        text = self.alternatives()
        self._take(1)
        return "" if kind in {"?=", "?!", "?<=", "?<!"} else text

    def _class(self) -> str:
        end = re.match(r"\^?\]?(?:\\.|[^\]\\])*\]", self._rest, re.DOTALL)
        return self._take(end.end() if end else len(self._rest))

    def _escape(self) -> str:
        code = re.match(r"u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.", self._rest, re.DOTALL)
        escaped = self._take(code.end() if code else 0)
        return "" if escaped in {"A", "Z", "b", "B"} else _character_in(f"\\{escaped}")

    def _repeats(self) -> int:
        found = re.match(r"(?:[*+?]|\{(\d*)(,?)(\d*)\})[?+]?", self._rest)
        if found is None:
            return 1
        sign = self._take(found.end())[0]
        least, comma, most = found.groups()
        low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(sign) or (
            int(least or 0),
            int(most) if most else None if comma else int(least or 0),
        )
        return low + self._extra if high is None else min(low + self._extra, high)

    def _take(self, count: int) -> str:
        taken, self._rest = self._rest[:count], self._rest[count:]
        return taken


@cache
def _character_in(part: str) -> str:
    """Return a character that a class or an escape matches, or an empty string."""
    try:
        one = re.compile(part, re.ASCII)
    except re.error:  # a reference to another group
        return ""
    return next((it for group in _CHARACTERS for it in group if one.fullmatch(it)), "")
