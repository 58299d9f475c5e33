"""Parse the JSON of a response within bounds.

8 MiB of `[{},{},...]` hold three million objects. Building them takes seconds, during which the event
loop is blocked. So the brackets and commas of the bytes are counted before parsing. If a count is too
high, it is repeated without strings, because a key policy is a string with many commas.
"""

import json
from typing import Final, cast

MAX_VALUES: Final = 100_000
"""Values in a response. The largest page that KMS sends, 1,000 keys, has 3,000."""
MAX_DEPTH: Final = 100
"""Levels of nesting. KMS sends four; Python's parser fails near the recursion limit."""
_FEW: Final = MAX_VALUES // 2 * 3
"""Bytes that are too few for more than `MAX_VALUES` values: the shortest are those of `[{},{},{}]`."""
_MAX_DIGITS: Final = 4300
"""Digits of an integer: Python's default limit, which an application may have disabled."""


class TooMuchJson(Exception):
    """A body exceeds a bound. The text never shows the body."""


def parse_json(body: bytes) -> object:
    """Return the JSON value of a body.

    Raises:
        TooMuchJson: The body has too many values, too many levels or too many digits in a number.
        ValueError: The body is not JSON, or not UTF-8.
        RecursionError: The application has set a recursion limit too low for `MAX_DEPTH`.
    """
    if len(body) > _FEW or body.rfind(b"{") >= MAX_DEPTH or body.rfind(b"[") >= MAX_DEPTH:
        _check_bounds(body)
    text = body.decode()
    if text.startswith("{"):
        # `decode` does this too, after it has looked for space twice, which takes as long.
        parsed: object
        parsed, end = _decoder.raw_decode(text)
        if end == len(text) or not text[end:].strip(_SPACE):
            return parsed
    return cast("object", _decoder.decode(text))


def _check_bounds(body: bytes) -> None:
    # One pass over the body. Counting in it would take as long for each character.
    marks = body.translate(None, _NOT_STRUCTURE)
    if len(body) <= _FEW and _is_flat(marks):
        return
    opening = marks.count(b"{") + marks.count(b"[")
    if opening <= MAX_DEPTH and opening + marks.count(b",") <= MAX_VALUES:
        return
    if b"\\" in body:
        plain = body.replace(b"\\\\", b"").replace(b'\\"', b"")
        marks = plain.translate(None, _NOT_STRUCTURE)
    structure = _without_strings(marks)
    # Every value except the first in its container follows a comma.
    if structure.count(b"{") + structure.count(b"[") + structure.count(b",") > MAX_VALUES:
        raise TooMuchJson(f"more than {MAX_VALUES} JSON values")
    _check_depth(structure)


def _is_flat(marks: bytes) -> bool:
    """Return whether too few containers are nested to exceed `MAX_DEPTH`, whatever strings contain."""
    # An object within an object follows the quotation mark of a name. All others, except the outermost,
    # are in an array. So are arrays, or they follow a name, but each of them is counted for itself.
    return marks.count(b'"{') + 2 * marks.count(b"[") < MAX_DEPTH


def _without_strings(marks: bytes) -> bytes:
    # Removing `""` does not change which of the other characters are inside strings.
    marks = marks.replace(b'""', b"")
    # Splitting at more quotation marks would use the memory that the bounds are to save.
    if marks.count(b'"') > 4 * MAX_VALUES:
        raise TooMuchJson(f"more than {MAX_VALUES} JSON values")
    return b"".join(marks.split(b'"')[::2])


def _check_depth(structure: bytes) -> None:
    """Raise `TooMuchJson` if brackets remain after removing `MAX_DEPTH` innermost levels."""
    rest = structure.translate(_ONE_KIND, b",")
    for _ in range(MAX_DEPTH):
        before = len(rest)
        rest = rest.replace(b"[]", b"")
        if len(rest) == before:
            break
    # Unmatched brackets remain. The parser reports where a few of them are.
    if rest.count(b"[") > MAX_DEPTH or b"[]" in rest:
        raise TooMuchJson(f"nested more than {MAX_DEPTH} levels deep")


def _parse_int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise TooMuchJson(f"an integer of more than {_MAX_DIGITS} digits")
    return int(digits)


_NOT_STRUCTURE: Final = bytes(set(range(256)) - set(b'[]{},"'))
_SPACE: Final = " \t\n\r"
_ONE_KIND: Final = bytes.maketrans(b"{}", b"[]")
_decoder: Final = json.JSONDecoder(parse_int=_parse_int)
