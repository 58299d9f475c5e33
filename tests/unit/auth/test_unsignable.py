"""Requests that are refused, since HTTP does not allow their characters."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve

from smaws_kms._runtime.values import Credentials
from smaws_kms.signing import sign
from tests.unit.auth.sigv4_examples import KEY, NOON

_INJECTED = ["a\r\nX: y", "a\n", "a\r", "a\0", "a\x7f", "a\x85", "a\u2028", "\ud800", "\x1b[2J", "\u20ac"]  # fmt: skip


def _sign(**changes: object) -> dict[str, str]:
    arguments: dict[str, object] = {
        "method": "POST",
        "url": "https://kms.eu-west-1.amazonaws.com/",
        "headers": {"X-Extra": "fine"},
        "body": b"",
        "region": "eu-west-1",
        "service": "kms",
        "credentials": KEY,
        "now": NOON,
    }
    return sign(**{**arguments, **changes})  # type: ignore[arg-type]  # what is tested


def _credentials(**changes: Any) -> Credentials:
    return evolve(Credentials("AKIDEXAMPLE", "geheim-key", "geheim-token"), **changes)


_PLACES: Final[list[tuple[str, Callable[[str], dict[str, object]]]]] = [
    ("method", lambda bad: {"method": bad}),
    ("headers", lambda bad: {"headers": {bad: "x"}}),
    ("headers", lambda bad: {"headers": {"X-Key": f"geheim {bad}"}}),
    ("region", lambda bad: {"region": bad}),
    ("service", lambda bad: {"service": bad}),
    ("credentials", lambda bad: {"credentials": _credentials(access_key_id=bad)}),
    ("credentials", lambda bad: {"credentials": _credentials(session_token=f"geheim{bad}")}),
]


@pytest.mark.parametrize("bad", _INJECTED)
@pytest.mark.parametrize(("named", "changes"), _PLACES)
def test_characters_that_http_does_not_allow(
    named: str, changes: Callable[[str], dict[str, object]], bad: str
) -> None:
    """Characters that headers cannot hold raise an error that names the argument."""
    with pytest.raises(ValueError, match=f"^{named}: ") as caught:
        _sign(**changes(bad))

    text = f"{caught.value}{caught.value.__context__}{caught.value.args}"
    assert "geheim" not in text
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("bad", _INJECTED[:-1])
def test_characters_that_no_url_has(bad: str) -> None:
    """Control characters in a URL raise: `urlsplit` would drop some, and the signature would differ."""
    for url in (
        f"https://kms.test/{bad}/x",
        f"https://kms.test/?a={bad}b",
        f"{bad}https://kms.test",
    ):
        with pytest.raises(ValueError, match=r"^url: "):
            _sign(url=url)


@pytest.mark.parametrize("bad", ["\r\n", "\0", "\ud800"])
def test_secret_keys_with_control_characters(bad: str) -> None:
    """A secret key with a line feed raises, since its signatures would be rejected."""
    with pytest.raises(ValueError, match=r"^credentials: secret_access_key has control") as caught:
        _sign(credentials=_credentials(secret_access_key=f"geheim{bad}"))

    assert "geheim" not in f"{caught.value}{caught.value.__context__}"


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "PO ST"},
        {"method": ""},
        {"method": "GET /"},
        {"headers": {"": "x"}},
        {"headers": {"a b": "x"}},
        {"headers": {"a:b": "x"}},
        {"headers": {"\u00e9": "x"}},
        {"region": ""},
        {"region": "us east"},
        {"region": "us/east"},
        {"region": "us,east"},
        {"service": ""},
        {"service": "kms/aws4_request"},
        {"credentials": _credentials(access_key_id="AK,ID")},
        {"credentials": _credentials(access_key_id="")},
        {"credentials": _credentials(session_token="\u00e9")},
        {"url": " https://kms.test/"},
        {"url": "https://kms.test/ "},
    ],
)
def test_other_refused_characters(changes: dict[str, object]) -> None:
    """Spaces, separators and empty texts raise where HTTP or the signature gives them a meaning."""
    with pytest.raises(ValueError, match=f"^{next(iter(changes))}: "):
        _sign(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "get"},
        {"method": "M-SEARCH"},
        {"headers": {"x_y.z~1": "\t caf\u00e9 \xa0\xff"}},
        {"service": "s3-object-lambda"},
        {"region": "*"},
        {"url": "https://kms.test/\u1234 x?\u00e9"},
        {"credentials": _credentials(session_token="a b+/=")},
    ],
)
def test_unusual_characters_are_signed(changes: dict[str, object]) -> None:
    """All characters that HTTP allows are signed."""
    assert "Authorization" in _sign(**changes)
