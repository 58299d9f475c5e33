"""Text for patterns of models."""

import pytest

from smaws_kms._runtime.serde.validation import expression
from smaws_kms._runtime.testing.patterns import text_for


@pytest.mark.parametrize(
    ("pattern", "minimum", "maximum", "text"),
    [
        (None, 0, None, "example"),
        (None, 0, 3, "exa"),
        (None, 10, None, "example-example"),
        (r"^\w+$", 0, None, "example"),
        ("^[0-9]{12}$", 0, None, "111122223333"),
        (r"^([a-z]+-){2,3}\d+$", 0, None, "us-east-1"),
        ("^https://[a-zA-Z0-9.-]+$", 0, None, "https://example.com"),
        ("^cluster-[2-7a-zA-Z]{11,16}$", 19, 24, "cluster-aaaaaaaaaaa"),
        ("^x(a|b)+y?$", 0, None, "xa"),
        (r"^(?:red|gr[ae]y)\.(?P<name>\d{2,})$", 8, None, "red.1111"),
        ("(?i)^(true|false)$", 0, None, "true"),
        (r"^[\]^-]\\$", 0, None, "-\\"),
        (r"^\u0041\x42[^A-Za-z0-9 -]$", 0, None, "AB!"),
        (r"^\t.{3}\b$", 0, None, "\taaa"),
        ("^(?!aws:)(?=e).+$", 0, None, "example"),
        ("^a{2}b{1,}c*?d{,3}e$", 0, None, "aabe"),
        ("", 0, None, "example"),
        ("^k-", 9, 9, "k--exampl"),
    ],
)
def test_text(pattern: str | None, minimum: int, maximum: int | None, text: str) -> None:
    """The text is short, matches, and has the length."""
    assert text == text_for(pattern, minimum, maximum)
    assert pattern is None or expression(pattern).search(text)


@pytest.mark.parametrize("pattern", ["^(?=b)a$", r"^(a)\1\1$", "^[\N{SNOWMAN}]$"])
def test_hopeless(pattern: str) -> None:
    """Where no text is found, some text of the length is returned."""
    assert "exam" == text_for(pattern, 1, 4)
