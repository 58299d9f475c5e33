"""Modules that load on first use are named for tools that bundle programs."""

import ast
import pkgutil
import sys
from pathlib import Path
from typing import Any, cast

import smaws_kms as kms
from smaws_kms import _generated
from smaws_kms._generated import operations


def named_modules(package: Any) -> set[str]:
    """Return the modules that a package's `__import_all__` imports."""
    tree = ast.parse(Path(cast("str", package.__file__)).read_text())
    (function,) = (
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name == "__import_all__"
    )
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    return {cast("ast.Constant", call.args[0]).value for call in calls}  # type: ignore[misc]  # texts


def test_all_operations_are_named() -> None:
    """`__import_all__` names every module of an operation."""
    modules = {
        f"{operations.__name__}.{module.name}"
        for module in pkgutil.iter_modules(operations.__path__)
    }

    assert modules == named_modules(operations)
    assert modules < named_modules(_generated)


def test_all_defining_modules_are_named() -> None:
    """`__import_all__` names every module that defines a public name."""
    homes = {
        cast("str", getattr(kms, name).__module__.home)
        for name in dir(kms)
        if hasattr(getattr(getattr(kms, name), "__module__", None), "home")
    }
    named = named_modules(kms) | named_modules(_generated)

    assert set() == homes - named
    assert len(homes) > 60


def test_all_are_modules() -> None:
    """Every named module exists."""
    for package in (kms, _generated, operations):
        cast("Any", package).__import_all__()

        assert named_modules(package) <= sys.modules.keys()
