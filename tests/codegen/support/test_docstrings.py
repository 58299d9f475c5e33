"""Docstrings: wrapping, escaping, sections."""

import ast

import pytest

from codegen.support.docstrings import docstring, paragraphs, remark, section

LONG = "Some words that go on and on until the line is full, and then for quite a few words more."


def test_short_text_is_one_line() -> None:
    """A text that fits is on one line with its quotes."""
    assert '"""Short."""' == docstring("Short.", depth=1)


def test_long_text_is_wrapped_with_room_for_its_indentation() -> None:
    """No line is longer than allowed after indentation."""
    lines = docstring(f"{LONG} {LONG}", depth=3).splitlines()

    assert '"""' == lines[-1]
    assert all(len(line) <= 88 for line in lines)
    assert 4 == len(lines)


def test_blocks_are_apart() -> None:
    """Summary and further blocks have a blank line between them; empty blocks leave none."""
    assert '"""One.\n\nTwo.\n"""' == docstring("One.", ["", "Two."], depth=0)


@pytest.mark.parametrize("text", [r"A \d pattern.", 'A "quote"', "Ends in \\", 'Three """ quotes.'])
def test_no_text_breaks_out(text: str) -> None:
    """Backslashes and quotes stay as they are, except for three quotes in a row."""
    source = docstring(text, depth=0)

    assert text.replace('"""', "'''") == ast.literal_eval(source).strip()


def test_markdown_lists_keep_their_items() -> None:
    """Each item starts a line, and its other lines are indented below its text."""
    text = f"Two things:\n- {LONG} {LONG}\n- The\n  second.\n\nAnd a paragraph\nin two lines."
    lines = paragraphs(text, depth=0).splitlines()

    assert ["Two things:", "- Some", "- The second."] == [lines[0], lines[1][:6], lines[3]]
    assert lines[2].startswith("  ")
    assert ["", "And a paragraph in two lines."] == lines[4:]


def test_sections_are_in_google_style() -> None:
    """Entries are indented, and long ones continue indented below their name."""
    lines = section("Args", [("key", "A key."), ("text", LONG)], depth=1).splitlines()

    assert ["Args:", "    key: A key."] == lines[:2]
    assert lines[2].startswith("    text: Some words")
    assert lines[3].startswith("        ")
    assert "Returns:\n    Nothing." == remark("Returns", "Nothing.", depth=1)
