"""Replaces the secrets of a call in text from a server.

Services and proxies quote requests: the message of AWS's InvalidSignatureException contains the canonical
request, session token included. A call knows its secrets, so it can find them: whole, in part, in another
case, and encoded. Percent, JSON and HTML encoding change punctuation only, so letters and digits alone
are compared. Base64 and hexadecimal forms are searched for separately.
"""

import binascii
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

REDACTED: Final = "***"

_SHORTEST: Final = 4
"""Bytes of the shortest form to search for. Shorter secrets cannot be distinguished from words."""
_RUN: Final = 10
"""Length of a run of letters and digits in both text and secret that counts as a quotation."""
_STRIDE: Final = _RUN // 2
_BLOCK: Final = _RUN - _STRIDE + 1
"""Every run of `_RUN` bytes contains a block of this size that starts at a multiple of `_STRIDE`."""
_LONGEST: Final = 64 * 1024
"""Characters of a text that are searched; the rest is dropped."""
_MANY: Final = 4096
"""Bytes of a text above which a set of all blocks is faster than one search per block."""

_PUNCTUATION: Final = bytes(code for code in range(128) if not chr(code).isalnum())
_PUNCTUATION_OR_ESCAPE: Final = (
    rb"%(?:25)*[0-9a-f]{2}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\.|&#?[0-9a-z]{1,8};"
    rb"|[^0-9a-z\x80-\xff]"
)
_ESCAPE: Final = rb"[%\\&]"
_PUNCTUATION_ALONE: Final = rb"[^0-9a-z\x80-\xff]+"

# What AWS appends to "The request signature we calculated does not match ...".
_QUOTATION: Final = b"the canonical string"

_Span = tuple[int, int]


class Secrets:
    """Searches text for the secrets of one call, in all forms in which a server may quote them.

    Args:
        values: Session token, secret key, signature, sensitive members of the request.
    """

    __slots__ = ("_long", "_short")

    def __init__(self, values: Iterable[str | bytes]) -> None:
        forms = {form.lower() for value in values for form in _forms(value)}
        reduced = {form: form.translate(None, _PUNCTUATION) for form in forms}
        self._long = b"\n".join({form for form in reduced.values() if len(form) >= _RUN})
        self._short = [
            form for form in forms if len(form) >= _SHORTEST and len(reduced[form]) < _RUN
        ]

    def redact(self, text: str) -> str:
        """Return the text with `***` in place of secrets and parts of them."""
        text = text[:_LONGEST]
        data = text.encode("utf-8", "surrogatepass")
        lower = data.lower()  # of bytes: `str.lower` may change the length
        if (quotation := lower.find(_QUOTATION)) >= 0:
            data, lower = _stripped(data[:quotation]), lower[:quotation]
        spans = [*self._whole(lower)]
        spans += self._parts(lower, _PUNCTUATION_ALONE)
        if re.search(_ESCAPE, lower):
            spans += self._parts(lower, _PUNCTUATION_OR_ESCAPE)
        if not spans and quotation < 0:
            return text
        return _replaced(data, sorted(spans)).decode("utf-8", "replace")

    def _whole(self, lower: bytes) -> Iterator[_Span]:
        for form in self._short:
            start = lower.find(form)
            while start >= 0:
                yield start, start + len(form)
                start = lower.find(form, start + 1)

    def _parts(self, lower: bytes, noise: bytes) -> Iterator[_Span]:
        """Yield spans that share a run with a secret, when noise is ignored."""
        where = _kept(lower, noise)
        reduced = bytes([lower[at] for at in where])
        for start, end in self._runs(reduced, self._known(len(reduced))):
            yield where[start], where[end - 1] + 1

    def _known(self, size: int) -> Callable[[bytes], bool]:
        if size <= _MANY:
            return self._long.__contains__
        blocks = {self._long[at : at + _BLOCK] for at in range(len(self._long) - _BLOCK + 1)}
        return blocks.__contains__

    def _runs(self, text: bytes, is_known: Callable[[bytes], bool]) -> Iterator[_Span]:
        end = 0
        for at in range(0, len(text) - _BLOCK + 1, _STRIDE):
            if at + _BLOCK <= end or not is_known(text[at : at + _BLOCK]):
                continue
            for start in range(max(0, at - _STRIDE + 1), at + 1):
                run = text[start : start + _RUN]
                if len(run) == _RUN and run in self._long:
                    end = self._end_of_run(text, start)
                    yield start, end
                    break

    def _end_of_run(self, text: bytes, start: int) -> int:
        end = start + _RUN
        while end < len(text) and text[end - _RUN + 1 : end + 1] in self._long:
            end += 1
        return end


def _kept(lower: bytes, noise: bytes) -> list[int]:
    """Return the positions of the bytes that are not noise."""
    where: list[int] = []
    done = 0
    for match in re.finditer(noise, lower):
        where += range(done, match.start())
        done = match.end()
    return [*where, *range(done, len(lower))]


def _stripped(data: bytes) -> bytes:
    """Return the text without trailing line feeds, also escaped ones."""
    while (shorter := data.rstrip().removesuffix(b"\\n").removesuffix(b"\\r")) != data:
        data = shorter
    return data


def _replaced(data: bytes, spans: list[_Span]) -> bytes:
    parts: list[bytes] = []
    done = 0
    for start, end in spans:
        if start > done or not parts:
            parts += [data[done:start], REDACTED.encode()]
        done = max(done, end)
        while data[done : done + 1] == b"=":  # the padding of base64
            done += 1
    return b"".join([*parts, data[done:]])


def _forms(value: str | bytes) -> Iterator[bytes]:
    """Yield a value as text, hexadecimal and base64, also as base64 of a longer text around it."""
    raw = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    yield raw
    yield binascii.hexlify(raw)
    yield binascii.b2a_base64(raw, newline=False).rstrip(b"=")
    for shift in (1, 2):
        # The first and last characters depend on the bytes around the value.
        yield binascii.b2a_base64(bytes(shift) + raw, newline=False)[4:-4]
    if not raw.isascii():
        yield json.dumps(raw.decode("utf-8", "replace"))[1:-1].encode()
