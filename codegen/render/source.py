"""Text of Python, and the imports that it needs.

Imports are data until a module is put together: none is forgotten, none is left over, and two that
would clash have been refused before (`codegen.collisions`, `codegen.naming`).
"""

import textwrap
from collections.abc import Iterable

from attrs import frozen

from codegen.ir.imports import Import, imported
from codegen.support.docstrings import INDENT


@frozen
class Source:
    """A piece of Python."""

    text: str
    imports: frozenset[Import] = frozenset()

    def __str__(self) -> str:
        return self.text


def source(text: str, *needs: Source | Import | Iterable[Source]) -> Source:
    """Return text with the imports of what it is made of."""
    imports: set[Import] = set()
    for need in needs:
        if isinstance(need, Import):
            imports.add(need)
        elif isinstance(need, Source):
            imports |= need.imports
        else:
            imports.update(*(part.imports for part in need))
    return Source(text, frozenset(imports))


def named(name: str, module: str) -> Source:
    """Return a name, imported from a module."""
    return Source(name, frozenset({Import(module, name)}))


def imported_name(name: str) -> Source:
    """Return a name from the tables of `ir.imports`, with its import."""
    return Source(name, frozenset({imported(name)}))


def block(*lines: str) -> str:
    """Return lines, or texts of several lines, one level deeper.

    Multi-line text is never interpolated into indented text: only this indents.
    """
    return textwrap.indent("\n".join(lines), INDENT)


def joined(parts: Iterable[Source], separator: str) -> Source:
    """Return sources in a row."""
    parts = tuple(parts)
    return source(separator.join(part.text for part in parts), parts)
