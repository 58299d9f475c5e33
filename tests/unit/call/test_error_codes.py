"""Codes and messages of errors: unexpected characters, and invalid codes."""

import json
from typing import Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.failed_calls import ends

TRICKS: Final = [
    "a\r\nINFO root: forged",
    "a\u2028b\u2029c\x85d\x0be\x0cf\x1cg",
    "\u202eetirw\u2066",
    "\ud800",
    "\x1b]0;title\x07\x1b[2J",
    "m" * 1_000_000,
    "\n" * 1_000_000,
]


@pytest.mark.parametrize("trick", TRICKS, ids=range(len(TRICKS)))
@pytest.mark.parametrize("place", ["message", "Message", "code", "__type", "header", "request id"])
@pytest.mark.parametrize("status", [400, 500])
def test_unexpected_characters(status: int, place: str, trick: str) -> None:
    """Every text of an error is one printable line within its bound."""
    headers = {"header": {"x-amzn-errortype": trick}, "request id": {"x-amzn-requestid": trick}}
    body = {} if place in headers else {place: trick}
    response = WireResponse(status, headers.get(place, {}), json.dumps(body).encode())
    error = ends(lambda _: response)[0].err

    assert isinstance(error, kms.UnmodeledServiceError)
    assert f"HTTP{status}" == error.code
    assert str(error).isprintable()
    assert str(error).encode()
    assert 4096 > len(str(error))
    assert 4096 > len(repr(error.args))


CODES: Final = [
    ("DisabledException", "DisabledException"),
    ("com.amazonaws.kms#DisabledException:http://x", "DisabledException"),
    ("com.amazon.coral.service#Some.Odd-Code_1", "Some.Odd-Code_1"),
    ("x" * 128, "x" * 128),
    ("x" * 129, "HTTP400"),
    ("Disabled Exception", "HTTP400"),
    ("Disabled\nException", "HTTP400"),
    ("<script>", "HTTP400"),
    ("\u0130", "HTTP400"),
    ("#", "HTTP400"),
    ("\u0661", "HTTP400"),
    ("x#" * 100_000, "HTTP400"),
]


@pytest.mark.parametrize(("sent", "code"), CODES, ids=range(len(CODES)))
def test_codes(sent: str, code: str) -> None:
    """A code has letters, digits, dots, hyphens and underscores, else the status is the code."""
    response = WireResponse(400, {}, json.dumps({"__type": sent}).encode())

    assert code == ends(lambda _: response)[0].err.code


def test_a_bad_code_in_the_header_does_not_hide_a_good_one() -> None:
    """If the code in the header is invalid, the one in the body is used."""
    body = json.dumps({"__type": "DisabledException"}).encode()

    assert isinstance(
        ends(lambda _: WireResponse(400, {"x-amzn-errortype": "\x00"}, body))[0].err,
        kms.DisabledException,
    )
