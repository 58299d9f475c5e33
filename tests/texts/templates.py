"""Finds the texts in the source of the package, to check that the cases produce every one of them."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import smaws_kms

_PACKAGE: Final = Path(smaws_kms.__file__).parent
_GENERATED: Final = _PACKAGE / "_generated"
_EXPRESSION: Final = "{}"
"""What stands for an expression in a text."""


class Template(NamedTuple):
    """A text in the source, with `{}` for each expression in it."""

    module: str
    text: str

    def matches(self, produced: str) -> bool:
        """Return whether a produced text contains the literal parts, in order."""
        parts = (re.escape(part) for part in re.split(r"\{\w*\}", self.text))
        return re.search(".*".join(parts), produced, re.DOTALL) is not None


def find_templates() -> list[Template]:
    """Return the texts of all hand-written modules: literals with a space, without docstrings."""
    found: list[Template] = []
    for path in sorted(_PACKAGE.rglob("*.py")):
        if _GENERATED not in path.parents:
            module = str(path.relative_to(_PACKAGE))
            found += [Template(module, text) for text in _texts(ast.parse(path.read_text()))]
    return found


def _texts(node: ast.AST) -> Iterator[str]:
    text = _text(node)
    if text is not None and " " in text.strip():
        yield text
    for child in _children(node):
        yield from _texts(child)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"%[sd]", _EXPRESSION, node.value)  # arguments of log lines
    if isinstance(node, ast.JoinedStr):
        parts = (_text(value) for value in node.values)
        return "".join(_EXPRESSION if part is None else part for part in parts)
    return None


def _children(node: ast.AST) -> Iterable[ast.AST]:
    """Return the parts of a node, without docstrings, types and regular expressions."""
    match node:
        case (
            ast.Expr(value=ast.Constant())
            | ast.arg()
            | ast.Call(func=ast.Name(id="TypeVar") | ast.Attribute(value=ast.Name(id="re")))
        ):
            return ()
        case ast.JoinedStr(values=values):
            return [value for value in values if isinstance(value, ast.FormattedValue)]
        case ast.AnnAssign(value=value):
            return [value] if value else ()
        case ast.FunctionDef(returns=returns) | ast.AsyncFunctionDef(returns=returns):
            return [child for child in ast.iter_child_nodes(node) if child is not returns]
        case ast.Call(func=ast.Name(id="cast"), args=[_, value]):
            return [value]
        case _:
            return ast.iter_child_nodes(node)
