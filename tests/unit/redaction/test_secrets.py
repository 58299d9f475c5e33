"""Secrets are found in external text, in any encoding."""

import html
import json
from base64 import b64encode, urlsafe_b64encode
from typing import Final
from urllib.parse import quote, quote_plus

import pytest

from smaws_kms._runtime.redaction.secrets import Secrets

TOKEN: Final = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+/abc=="
PLAINTEXT: Final = b'{"card": "4929 1234 5678 9012",\n "pin":"\xc3\xa9<&>"}'
SECRETS: Final = Secrets([TOKEN, PLAINTEXT])

_TEXT: Final = PLAINTEXT.decode()
FORMS: Final = {
    "token": TOKEN,
    "lower case": TOKEN.lower(),
    "upper case": TOKEN.upper(),
    "percent": quote(TOKEN, safe=""),
    "percent, lower case": quote(TOKEN, safe="").lower(),
    "form": quote_plus(TOKEN),
    "JSON": json.dumps(TOKEN)[1:-1].replace("/", "\\/"),
    "hexadecimal": TOKEN.encode().hex(),
    "token in base64": b64encode(TOKEN.encode()).decode(),
    "start": TOKEN[:20],
    "end": TOKEN[-14:],
    "middle": TOKEN[28:52],
    "plaintext in base64": b64encode(PLAINTEXT).decode(),
    "plaintext in base64 for URLs": urlsafe_b64encode(PLAINTEXT).decode().rstrip("="),
    "part of it": b64encode(PLAINTEXT).decode()[11:37],
    "its percent form": quote(b64encode(PLAINTEXT), safe=""),
    "plaintext": _TEXT,
    "plaintext as JSON": json.dumps(_TEXT)[1:-1],
    "plaintext as HTML": html.escape(_TEXT),
    "plaintext, percent": quote(PLAINTEXT, safe=""),
    "plaintext, hexadecimal": PLAINTEXT.hex().upper(),
    "token, percent twice": quote(quote(TOKEN, safe=""), safe=""),
    "token in lines": "\n".join(TOKEN[at : at + 7] for at in range(0, len(TOKEN), 7)),
    "plaintext within other base64": b64encode(b'x{"Plaintext":' + PLAINTEXT).decode()[24:-4],
}


def _runs(text: str, size: int = 13) -> set[str]:
    return {text[at : at + size] for at in range(len(text) - size + 1)}


@pytest.mark.parametrize("around", ["{}", "Bad token: {}", "{} is bad", "'{}', é '{}'"])
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_forms(form: str, around: str) -> None:
    """No part of a secret is left, and the words around it are kept."""
    shown = SECRETS.redact(around.format(form, form))

    assert not _runs(html.unescape(form)) & _runs(html.unescape(shown))
    assert "***" in shown
    assert shown.startswith(around.partition("{}")[0])
    assert 120 + len(around) > len(shown)


@pytest.mark.parametrize("offset", range(14))
def test_parts_at_every_offset(offset: int) -> None:
    """A part of twelve characters is found at every offset."""
    shown = SECRETS.redact("." * offset + TOKEN[5:17] + " tail")

    assert "." * offset + "*** tail" == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Alias arn:aws:kms:us-east-1:111122223333:alias/orders is not found.",
        "User: arn:aws:sts::111122223333:assumed-role/x/y is not authorized to perform: kms:Encrypt",
        "Credential should be scoped to a valid region, not 'us-east-1'.",
        "IQoJb3J is shorter than a part that counts",
    ],
)
def test_messages_without_secrets_stay(text: str) -> None:
    """Messages without secrets stay unchanged."""
    assert text == SECRETS.redact(text)


@pytest.mark.parametrize("text", ["密碼是一二三四五六七", "Ключ от сейфа"])
def test_text_beyond_ascii(text: str) -> None:
    """Plaintext in any script is found as text, in JSON, percent-encoded and in base64."""
    secrets = Secrets([text.encode()])
    forms = [text, json.dumps(text)[1:-1], quote(text), b64encode(text.encode()).decode()]

    for form in forms:
        shown = secrets.redact(f"é {form} ü")
        assert shown.startswith("é ")
        assert not set(text) - {" "} & set(shown)
        assert 20 > len(shown)


def test_long_texts_are_searched_in_the_same_way() -> None:
    """The search for long texts has the same result as that for short ones."""
    for length in (100, 10_000, 60_000):
        shown = SECRETS.redact(f"{'. ' * length}{TOKEN[:30]} {'é' * 100}"[-60_000:])
        assert "***" in shown
        assert not _runs(TOKEN) & _runs(shown)


def test_binary_secrets() -> None:
    """Binary secrets are found in base64 and hexadecimal."""
    raw = bytes(range(256))
    secrets = Secrets([raw])

    assert "*** ***" == secrets.redact(f"{raw.hex()} {b64encode(raw).decode().rstrip('=')}")


def test_secrets_of_punctuation() -> None:
    """A secret of mostly punctuation is found as a whole."""
    assert "<***>" == Secrets(["!!--??##$$%%&&.."]).redact("<!!--??##$$%%&&..>")


def test_short_secrets() -> None:
    """A short secret is found as a whole, also in base64; one of three characters is ignored."""
    secrets = Secrets([b"pin7", b"abc", b""])

    assert "***, ***, ***" == secrets.redact("pin7, cGluNw==, PIN7")
    assert "abc, ***" == secrets.redact("abc, YWJj")


def test_overlapping_secrets() -> None:
    """Overlapping secrets are replaced completely."""
    secrets = Secrets(["abcdefghijklmnop", "ijklmnopqrstuvwx", "opqr"])

    assert "<***>" == secrets.redact("<abcdefghijklmnopqrstuvwx>")


@pytest.mark.parametrize("mark", ["The Canonical String", "the canonical string"])
def test_quoted_request(mark: str) -> None:
    """AWS's quotation of the request is cut."""
    text = f"Check your key.\n\n{mark} for this request should have been\n'POST\n/\n\nhost:kms'"

    assert "Check your key." == SECRETS.redact(text)


def test_cost_is_bounded() -> None:
    """Only the start of a huge text is searched, and the rest is dropped."""
    assert 64 * 1024 == len(SECRETS.redact("x" * 8_000_000))
