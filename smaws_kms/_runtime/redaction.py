"""Replaces the secrets of a call in text that comes from outside.

Services and proxies quote what they were sent: AWS's own InvalidSignatureException repeats the canonical
request, session token included. The call knows its secrets, so it can find them: whole, in part, in
another case, and in the encodings that such quotations come in.
"""

import binascii
import json
from collections.abc import Iterable, Iterator
from html import escape as escape_html
from typing import Final
from urllib.parse import quote

from smaws_kms._runtime.external_text import escape_text

REDACTED: Final = "***"

_SHORTEST: Final = 4
"""Characters of the shortest form that is looked for: below that, secrets cannot be told from words."""
_RUN: Final = 12
"""Characters in a row that a text and a secret may not have in common."""
_STRIDE: Final = _RUN // 2
_BLOCK: Final = _RUN - _STRIDE + 1
"""A common run of `_RUN` characters covers a block of this size at some multiple of `_STRIDE`."""
_LONGEST: Final = 64 * 1024
"""Characters of a text that are looked through; what is behind them is dropped."""

_URL_SAFE: Final = {ord("+"): "-", ord("/"): "_", ord("="): None}

# What AWS appends to "The request signature we calculated does not match ...".
_QUOTATION: Final = "the canonical string"


class Secrets:
    """The secrets of one call, in the forms in which they may be quoted.

    Args:
        values: Session token, secret key, signature, sensitive members of the request.
    """

    __slots__ = ("_long", "_short")

    def __init__(self, values: Iterable[str | bytes]) -> None:
        forms = {_lower(form) for value in values for form in _forms(value)}
        self._short = [form for form in forms if _SHORTEST <= len(form) < _RUN]
        self._long = "\n".join([form for form in forms if len(form) >= _RUN])

    def redact(self, text: str) -> str:
        """Return the text with `***` in place of every secret and of every part of one."""
        text = text[:_LONGEST]
        lower = _lower(text)
        quotation = lower.find(_QUOTATION)
        if quotation >= 0:
            text, lower = _stripped(text[:quotation]), lower[:quotation]
        spans = sorted([*self._whole(lower), *self._parts(lower)])
        return _replaced(text, spans) if spans else text

    def _whole(self, lower: str) -> Iterator[tuple[int, int]]:
        for form in self._short:
            start = lower.find(form)
            while start >= 0:
                yield start, start + len(form)
                start = lower.find(form, start + 1)

    def _parts(self, lower: str) -> Iterator[tuple[int, int]]:
        """Find runs that a long form contains; blocks spare the search at most places."""
        end = 0
        for at in range(0, len(lower) - _BLOCK + 1, _STRIDE):
            if at + _BLOCK <= end or lower[at : at + _BLOCK] not in self._long:
                continue
            for start in range(max(0, at - _STRIDE + 1), at + 1):
                if len(run := lower[start : start + _RUN]) == _RUN and run in self._long:
                    end = self._end_of_run(lower, start)
                    yield start, end
                    break

    def _end_of_run(self, lower: str, start: int) -> int:
        end = start + _RUN
        while end < len(lower) and lower[end - _RUN + 1 : end + 1] in self._long:
            end += 1
        return end


def _stripped(text: str) -> str:
    """Return the text without the line feeds at its end, escaped ones too."""
    while (shorter := text.rstrip().removesuffix("\\n").removesuffix("\\r")) != text:
        text = shorter
    return text


def _replaced(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        if start > done or not parts:
            parts += [text[done:start], REDACTED]
        done = max(done, end)
    return "".join([*parts, text[done:]])


def _forms(value: str | bytes) -> Iterator[str]:
    """Return the encodings in which a service, a proxy or a library may quote a value."""
    raw = value.encode("utf-8", "replace") if isinstance(value, str) else value
    yield raw.hex()
    for encoded in _in_base64(raw):
        yield from (encoded, encoded.translate(_URL_SAFE), quote(encoded, safe=""))
        yield encoded.replace("/", "\\/")
    text = raw.decode("utf-8", "replace")
    written = json.dumps(text)[1:-1]
    yield from (text, quote(raw, safe=""), escape_html(text), written)
    yield from (written.replace("/", "\\/"), escape_text(text, max(len(text) * 10, 10)))


def _in_base64(raw: bytes) -> Iterator[str]:
    """Return the value in base64 by itself, and at each place where it may stand in other bytes."""
    yield binascii.b2a_base64(raw, newline=False).decode("ascii")
    for shift in (1, 2):
        shifted = binascii.b2a_base64(bytes(shift) + raw, newline=False).decode("ascii")
        # The ends depend on the neighbours.
        yield shifted[4:-4]


def _lower(text: str) -> str:
    """Return the text in lower case without a change of its length, which `str.lower` may make."""
    if text.isascii():
        return text.lower()
    return "".join([char.lower() if char.isascii() else char for char in text])
