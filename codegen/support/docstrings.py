"""Formats docstrings: wrapped to the line length, escaped, in Google style."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

from codegen.support.literals import visible

LINE_LENGTH: Final = 100
INDENT: Final = "    "

_LIST_ITEM: Final = re.compile(r"\s*[-*] ")


def docstring(summary: str, body: Iterable[str] = (), *, depth: int) -> str:
    """Format a docstring; the caller indents it.

    Args:
        summary: The first paragraph.
        body: Further blocks, wrapped already.
        depth: Levels of indentation that the caller will add.
    """
    blocks = [_harmless(block) for block in (summary, *body) if block] or [""]
    quotes = 'r"""' if any("\\" in block for block in blocks) else '"""'
    width = LINE_LENGTH - depth * len(INDENT)
    opening = f"{quotes}{blocks[0]}"
    alone = len(blocks) == 1 and not opening.endswith(('"', "\\"))
    if alone and len(opening) + 3 <= width:
        return f'{opening}"""'
    text = "\n\n".join([wrap(opening, width), *blocks[1:]])
    return f'{text}\n"""'


def _harmless(text: str) -> str:
    """Escape invisible characters, and quotes that would end the docstring."""
    shown = "".join(it if it == "\n" else visible(it) for it in text)
    return shown.replace('"""', "'''")


def class_docstring(summary: str, details: str) -> str:
    """Format the docstring of a class at the top level of a module."""
    return docstring(summary, [paragraphs(details, depth=1)], depth=1)


def wrap(text: str, width: int, *, hanging: str = "") -> str:
    """Wrap a paragraph; lines after the first start with `hanging`."""
    return textwrap.fill(
        " ".join(text.split()),
        width,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def paragraphs(text: str, *, depth: int) -> str:
    """Wrap each paragraph and list item of a Markdown text."""
    width = LINE_LENGTH - depth * len(INDENT)
    blocks = re.split(r"\n\s*\n", text.strip()) if text else []
    return "\n\n".join(_paragraph(block, width) for block in blocks)


def _paragraph(text: str, width: int) -> str:
    items: list[list[str]] = [[]]
    for line in text.splitlines():
        if _LIST_ITEM.match(line) and items[-1]:
            items.append([])
        items[-1].append(line.strip())
    wrapped = [
        wrap(" ".join(lines), width, hanging="  " if _LIST_ITEM.match(lines[0]) else "")
        for lines in items
    ]
    return "\n".join(wrapped)


def section(title: str, entries: Sequence[tuple[str, str]], *, depth: int) -> str:
    """Format a section such as `Args:` with named entries."""
    width = LINE_LENGTH - (depth + 1) * len(INDENT)
    lines = [wrap(f"{name}: {text}", width, hanging=INDENT) for name, text in entries]
    return "\n".join([f"{title}:", *(textwrap.indent(line, INDENT) for line in lines)])


def remark(title: str, text: str, *, depth: int) -> str:
    """Format a section such as `Returns:` with one paragraph."""
    width = LINE_LENGTH - (depth + 1) * len(INDENT)
    return "\n".join([f"{title}:", textwrap.indent(wrap(text, width), INDENT)])
