"""Parses the JSON of a response within bounds.

8 MiB of `[{},{},...]` are three million objects, which take seconds to build while the event loop stands
still. What the parser would build is counted in the bytes first. A count that could only come from
punctuation inside strings, such as the commas of a key policy, is taken again without the strings.
"""

import json
from typing import Final

MAX_VALUES: Final = 100_000
"""Values of a response. A page of 1,000 keys, the largest that KMS sends, has 3,000."""
MAX_DEPTH: Final = 100
"""Levels of nesting. KMS sends four; Python's parser gives up near its recursion limit."""
_MAX_DIGITS: Final = 4300
"""Digits of an integer: Python's own default limit, which an application may have switched off."""


class TooMuchJson(Exception):
    """A body holds more than any response. Its text never shows the body."""


def parse_json(body: bytes) -> object:
    """Return the JSON value of a body.

    Raises:
        TooMuchJson: It holds too many values, too deep a nesting or too long a number.
        ValueError: It is no JSON, or no UTF-8.
        RecursionError: The application has set a lower recursion limit than `MAX_DEPTH` needs.
    """
    _check_bounds(body)
    parsed: object = _decode(body.decode())
    return parsed


def _check_bounds(body: bytes) -> None:
    if len(body) <= MAX_DEPTH:
        return
    opening = body.count(b"{") + body.count(b"[")
    if opening <= MAX_DEPTH and (
        len(body) <= MAX_VALUES or opening + body.count(b",") <= MAX_VALUES
    ):
        return
    structure = _without_strings(body)
    # Every value but the first of its container has a comma before it.
    if structure.count(b"{") + structure.count(b"[") + structure.count(b",") > MAX_VALUES:
        raise TooMuchJson(f"more than {MAX_VALUES} JSON values")
    _check_depth(structure)


def _without_strings(body: bytes) -> bytes:
    plain = body if b"\\" not in body else body.replace(b"\\\\", b"").replace(b'\\"', b"")
    # Two marks with nothing between them can go: inside and outside stay what they are.
    marks = plain.translate(None, _NOT_STRUCTURE).replace(b'""', b"")
    # To split at more quotation marks than this would itself take the memory that is to be saved.
    if marks.count(b'"') > 4 * MAX_VALUES:
        raise TooMuchJson(f"more than {MAX_VALUES} JSON values")
    return b"".join(marks.split(b'"')[::2])


def _check_depth(structure: bytes) -> None:
    """Take away the innermost brackets, level by level."""
    rest = structure.replace(b",", b"")
    for _ in range(MAX_DEPTH):
        before = len(rest)
        rest = rest.replace(b"[]", b"").replace(b"{}", b"")
        if len(rest) == before:
            break
    # Brackets that do not match stay behind. A few are left to the parser, which says where.
    if rest.count(b"[") + rest.count(b"{") > MAX_DEPTH or b"[]" in rest or b"{}" in rest:
        raise TooMuchJson(f"nested more than {MAX_DEPTH} levels deep")


def _parse_int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise TooMuchJson(f"an integer of more than {_MAX_DIGITS} digits")
    return int(digits)


_NOT_STRUCTURE: Final = bytes(set(range(256)) - set(b'[]{},"'))
_decode: Final = json.JSONDecoder(parse_int=_parse_int).decode
