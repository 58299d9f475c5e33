"""Python source together with the imports that it needs.

Imports stay data until `module` writes them, so none is missing or unused. Names cannot clash:
`lower.reserved_names` and `lower.collisions` see to that.
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
    """Return text that needs the given imports, and those of the given sources."""
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
    """Return the name of a class or function of the model with its import."""
    return Source(name, frozenset({Import(module, name)}))


def imported_name(name: str) -> Source:
    """Return a name from the tables of `ir.imports`, with its import."""
    return Source(name, frozenset({imported(name)}))


def block(*lines: str) -> str:
    """Join lines or multi-line texts, and indent them one level.

    Only this function indents. Multi-line text is never interpolated into indented text.
    """
    return textwrap.indent("\n".join(lines), INDENT)


def joined(parts: Iterable[Source], separator: str) -> Source:
    """Join sources, and unite their imports."""
    parts = tuple(parts)
    return source(separator.join(part.text for part in parts), parts)
