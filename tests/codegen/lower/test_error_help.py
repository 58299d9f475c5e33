"""Help texts of errors: from the description files, in generated code as a fact."""

import pytest

from codegen.ir.texts import Descriptions
from codegen.support.literals import sentence


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"summary": " What it means. "}, "What it means."),
        ({"summary": "What it means.", "help": "What to do."}, "What to do."),
        ({"details": "More."}, ""),
    ],
)
def test_help(table: dict[str, str], expected: str) -> None:
    """An error has a text of its own for this, else its summary."""
    assert expected == Descriptions({"BadException": table}).help("BadException")


def test_services_without_descriptions() -> None:
    """The name of an error is no help, so there is none."""
    assert not Descriptions(None).help("BadException")


@pytest.mark.parametrize(
    "text", ["short", 'with "quotes" and \\', "word " * 40 + "end", "x" * 200, "a\nb"]
)
def test_sentence(text: str) -> None:
    """The literal has the text's words, on lines of bounded length where they allow it."""
    literal = sentence(text)

    assert " ".join(text.split()) == " ".join(str(eval(literal)).split())  # noqa: S307  # our own
    assert max(map(len, literal.splitlines())) < 100 or "x" * 200 in text
