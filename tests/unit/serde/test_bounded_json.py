"""The JSON of a response is bounded before it is parsed."""

import json
import sys
import tracemalloc
from typing import Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode
from smaws_kms._runtime.serde.bounded_json import MAX_DEPTH, MAX_VALUES, TooMuchJson, parse_json

_SIZE: Final = 8 * 1024 * 1024
_COST: Final = 6 * _SIZE
"""Allowed copies of the body: its bytes, its text and its structure."""


def _filled(start: bytes, piece: bytes, end: bytes) -> bytes:
    return start + piece * ((_SIZE - len(start) - len(end)) // len(piece)) + end


BOMBS: Final = {
    "objects": _filled(b"[", b"{},", b"{}]"),
    "arrays": _filled(b"[", b"[],", b"[]]"),
    "numbers": _filled(b"[", b"0,", b"0]"),
    "strings": _filled(b"[", b'"",', b'""]'),
    "full strings": _filled(b"[", b'"ab",', b'""]'),
    "one key again and again": _filled(b"{", b'"a":1,', b'"a":1}'),
    "keys with escaped quotes": _filled(b"{", b'"\\"\\\\":1,', b'"a":1}'),
    "commas in strings between values": _filled(b"[", b'",{",', b"0]"),
    "depth of arrays": _filled(b"", b"[", b""),
    "depth of objects": _filled(b"", b'{"a":', b""),
    "depth with brackets in strings": b'["]",' * 200 + b"0" + b"]" * 200,
    "depth within the number of values": b"[" * 10_000 + b"]" * 10_000,
    "an integer": _filled(b"", b"1", b""),
    "a negative integer": _filled(b"-", b"1", b""),
    "error objects": _filled(b'{"__type":"X","list":[', b"{},", b"{}]}"),
}


@pytest.mark.parametrize("body", BOMBS.values(), ids=BOMBS)
def test_bombs(body: bytes) -> None:
    """JSON that would take seconds or gigabytes to parse is refused."""
    tracemalloc.start()
    try:
        with pytest.raises(TooMuchJson) as caught:
            parse_json(body)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < _COST
    assert 60 > len(str(caught.value))
    assert str(caught.value).startswith(("more than 1", "nested more than 1", "an integer of more"))


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize("body", [BOMBS["objects"], BOMBS["an integer"]], ids=["objects", "digits"])
def test_bombs_as_responses(body: bytes, status: int) -> None:
    """In a success a bomb is a `ResponseParseError`; in an error the status decides."""
    found = decode(kms.ListKeys, WireResponse(status, {}, body))

    if status == 200:
        assert isinstance(found, kms.ResponseParseError)
        assert "more than" in found.message
    else:
        assert isinstance(found, kms.UnmodeledServiceError)
        assert f"HTTP{status}" == found.code


HARMLESS: Final = {
    "long string": _filled(b'"', b"a", b'"'),
    "commas in a string": _filled(b'["', b",{[", b'"]'),
    "escapes": _filled(b'"', b'\\"', b'"'),
    "backslashes": _filled(b'["', b"\\\\", b'",{}]'),
    "long fraction": _filled(b"0.", b"1", b""),
    "many arrays of strings with commas": b"[" + b'["a,b"],' * 200 + b"0]",
    "many objects in objects": b"[" + b'{"a":{}},' * 200 + b"0]",
    "huge exponents": b"[1e999999,-1e999999,1e-999999]",
}


@pytest.mark.parametrize("body", HARMLESS.values(), ids=HARMLESS)
def test_large_but_cheap(body: bytes) -> None:
    """One large value is read, with memory in proportion to its bytes."""
    assert json.loads(body) == parse_json(body)


def test_bounds() -> None:
    """JSON at the bounds is read, and JSON beyond them is refused."""
    fits = b"[" + b"0," * (MAX_VALUES - 1) + b"0]"
    deep = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH

    assert MAX_VALUES == len(json.loads(fits))
    assert json.loads(fits) == parse_json(fits)
    assert json.loads(deep) == parse_json(deep)
    for body in (fits[:-1] + b",0]", b"[" + deep + b"]"):
        with pytest.raises(TooMuchJson):
            parse_json(body)


def test_a_full_page_passes_by_far() -> None:
    """The largest page of KMS has less than a tenth of the allowed values."""
    arn = "arn:aws:kms:us-east-1:111122223333:key/" + "1234abcd-12ab-34cd-56ef-1234567890ab"
    page = {"Keys": [{"KeyId": arn[-36:], "KeyArn": arn}] * 10_000, "Truncated": False}

    assert page == parse_json(json.dumps(page).encode())


def test_digits_stay_bounded_without_pythons_own_limit() -> None:
    """Digits are bounded even if the application has disabled Python's limit."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        with pytest.raises(TooMuchJson, match="an integer of more than 4300 digits"):
            parse_json(b"1" * 4301)
    finally:
        sys.set_int_max_str_digits(limit)

    assert int("1" * 4300) == parse_json(b"1" * 4300)


@pytest.mark.parametrize(
    "body", [b"[}" * 300, b"]" * 300 + b"[", b'"' * 301, b"[" * 50 + b"x" * 99]
)
def test_invalid_json_is_a_value_error(body: bytes) -> None:
    """Counting brackets does not turn invalid JSON into `TooMuchJson`."""
    with pytest.raises((ValueError, TooMuchJson)):
        parse_json(body)


def test_a_lower_limit_of_the_application_is_an_error() -> None:
    """If the application lowers Python's limit of digits, decoding returns an error."""
    limit = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        found = decode(kms.ListKeys, WireResponse(200, {}, b"1" * 641))
    finally:
        sys.set_int_max_str_digits(limit)

    assert isinstance(found, kms.ResponseParseError)
    assert "not JSON that can be read (ValueError)" == found.message


@pytest.mark.parametrize("body", [b'{"k":1} \r\n\t', b' {"k":1}', b'\n{"k" : 1}\n'])
def test_space(body: bytes) -> None:
    """Space around a value is no part of it."""
    assert {"k": 1} == parse_json(body)


@pytest.mark.parametrize("body", [b'{"k":1}{}', b'{"k":1} x', b'{"k":1}\x0b'])
def test_surplus(body: bytes) -> None:
    """Anything else after a value is an error."""
    with pytest.raises(json.JSONDecodeError, match="Extra data"):
        parse_json(body)
