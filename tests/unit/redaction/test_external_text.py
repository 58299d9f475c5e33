"""External text becomes one bounded, printable line."""

import sys
import unicodedata

import pytest

from smaws_kms._runtime.redaction.external_text import MAX_TEXT, MAX_VALUE, escape_text, quote_value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("Schlüssel 鍵 \N{KEY}", "Schlüssel 鍵 \N{KEY}"),
        ("a\r\nb", r"a\r\nb"),
        ("\x85\u2028\u2029", r"\x85\u2028\u2029"),
        ("\x1b[31m\x00\x7f", r"\x1b[31m\x00\x7f"),
        ("\u202eevil\u2066", r"\u202eevil\u2066"),
        ("\ud800 and \udfff", r"\ud800 and \udfff"),
        ("\U000e0041", r"\U000e0041"),
        ("", ""),
    ],
)
def test_characters_that_change_lines_or_terminals_are_escaped(text: str, expected: str) -> None:
    """Characters that change lines or terminals are escaped, printable ones are kept."""
    assert expected == escape_text(text)


def test_no_code_point_can_start_a_line_or_break_encoding() -> None:
    """Every code point that splits lines, reorders text or is unassigned is escaped."""
    every = [escape_text(chr(code)) for code in range(sys.maxunicode + 1)]

    assert all(len(shown.splitlines()) == 1 for shown in every)
    assert "".join(every).encode()
    assert not {"Cc", "Cf", "Cs", "Zl", "Zp"} & {
        unicodedata.category(char) for char in "".join(every)
    }


@pytest.mark.parametrize("text", ["x" * 10_000_000, "\n" * 10_000_000, "\U000e0001" * MAX_TEXT])
def test_long_texts_are_cut_and_say_so(text: str) -> None:
    """The bound applies after escaping, and cut text ends with a mark."""
    shown = escape_text(text)

    assert len(shown) == MAX_TEXT
    assert shown.endswith("... (cut)")


@pytest.mark.parametrize("text", ["short", "x" * MAX_TEXT, "y" * (MAX_TEXT + 1), "\n" * 5000])
def test_escaping_twice_changes_nothing(text: str) -> None:
    """Escaping a second time changes nothing, since two layers may both escape."""
    once = escape_text(text)

    assert once == escape_text(once)


def test_a_text_of_exactly_the_bound_is_kept() -> None:
    """A text of exactly the bound is complete."""
    assert "x" * MAX_TEXT == escape_text("x" * MAX_TEXT)


def test_a_quoted_value_is_escaped_once_and_short() -> None:
    """A quoted value has quotation marks, single escapes, and its own bound."""
    assert r"'a\nb'" == quote_value("a\nb")
    assert MAX_VALUE + 2 == len(quote_value("x" * 1000))
