"""Assembles a module: header, docstring, imports, body."""

from collections import defaultdict
from collections.abc import Iterable

from attrs import frozen

from codegen.ir.imports import Import, imported
from codegen.render.source import Source, joined, source
from codegen.support.docstrings import docstring
from codegen.support.literals import comment


@frozen(kw_only=True)
class Target:
    """Name of the package, and of the model that it is made from."""

    package: str
    """Full name of the generated package."""
    model: str
    """File name of the model."""

    @property
    def public(self) -> str:
        """Name of the package that users import."""
        return self.package.removesuffix("._generated")

    @property
    def header(self) -> str:
        """The first line of every file."""
        return f'# Generated from {comment(self.model)} by "python -m codegen generate"; do not edit.\n'


def render_module(target: Target, doc: str, parts: Iterable[Source]) -> str:
    """Return the text of a module; `output` sorts its imports and formats it."""
    body = joined(parts, "\n\n\n")
    return "\n".join(
        [
            f"{target.header}{docstring(doc, depth=0)}\n",
            *_imports(target, body.imports),
            f"\n\n{body.text}\n",
        ]
    )


def publishing(target: Target) -> Source:
    """Return the last statement of a module with public classes or functions."""
    return source(f'publish(globals(), "{target.public}")', imported("publish"))


def _imports(target: Target, imports: Iterable[Import]) -> list[str]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for it in sorted(imports):
        names[_absolute(target, it.module)].append(it.name)
    return [f"from {module} import {', '.join(names[module])}" for module in sorted(names)]


def _absolute(target: Target, module: str) -> str:
    return f"{target.package}{module}".rstrip(".") if module.startswith(".") else module
