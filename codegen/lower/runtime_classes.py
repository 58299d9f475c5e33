"""Attributes and parameters of the runtime's classes, read from its source files.

Importing the runtime would import the generated package as well. The generator must work while that
package is missing, or was made for another version of the runtime.
"""

import ast
import builtins
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

from codegen.ir.imports import RUNTIME, Import
from codegen.support.errors import GeneratorError

_ROOT: Final = Path(__file__).parents[2]


def public_attributes(cls: Import) -> frozenset[str]:
    """Return the public attributes of a runtime class and its instances, inherited ones included."""
    if not cls.module.startswith(RUNTIME):
        names = dir(getattr(import_module(cls.module), cls.name))
        return frozenset(name for name in names if not name.startswith("_"))
    module, node = _module(cls.module), _class_node(cls)
    inherited = (public_attributes(_base(cls.module, module, base)) for base in node.bases)
    own = (name for name in _own_attributes(node) if not name.startswith("_"))
    return frozenset(own).union(*inherited)


def keyword_parameters(cls: Import) -> dict[str, str]:
    """Return the keyword-only parameters of a runtime class: `type = default` by name."""
    functions = (it for it in _class_node(cls).body if isinstance(it, ast.FunctionDef))
    arguments = next(it.args for it in functions if it.name == "__init__")
    found = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    return {
        parameter.arg: f"{ast.unparse(parameter.annotation)} = {ast.unparse(default)}"
        for parameter, default in found
        if parameter.annotation and default
    }


def _own_attributes(node: ast.ClassDef) -> Iterator[str]:
    """Yield what the class body defines and what methods assign to `self`."""
    for statement in node.body:
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                yield name
            case _:
                pass
    for inner in ast.walk(node):
        match inner:
            case ast.Attribute(value=ast.Name(id="self"), attr=name, ctx=ast.Store()):
                yield name
            case _:
                pass


def _base(name: str, module: ast.Module, base: ast.expr) -> Import:
    """Return where a base class is defined: `Base`, or `Base[T]`."""
    name_of_base = ast.unparse(base.value if isinstance(base, ast.Subscript) else base)
    for statement in module.body:
        if isinstance(statement, ast.ClassDef) and statement.name == name_of_base:
            return Import(name, name_of_base)
        if isinstance(statement, ast.ImportFrom) and statement.module:
            for alias in statement.names:
                if name_of_base == (alias.asname or alias.name):
                    return Import(statement.module, alias.name)
    return Import(builtins.__name__, name_of_base)


def _class_node(cls: Import) -> ast.ClassDef:
    for statement in _module(cls.module).body:
        if isinstance(statement, ast.ClassDef) and statement.name == cls.name:
            return statement
    raise GeneratorError(
        f"{_path(cls.module)}: expected the class {cls.name}, found none of that name;"
        " name its module in codegen/ir/imports.py"
    )


@cache
def _module(name: str) -> ast.Module:
    return ast.parse(_path(name).read_text(encoding="utf-8"))


def _path(module: str) -> Path:
    path = _ROOT / f"{module.replace('.', '/')}.py"
    if not path.is_file():
        raise GeneratorError(
            f"expected the module {module} at {path}, found no such file;"
            " correct its name in codegen/ir/imports.py"
        )
    return path
