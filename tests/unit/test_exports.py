"""Exports of `smaws_kms`: loaded on first use, under their public names."""

import ast
import inspect
import subprocess
import sys
import typing
from pathlib import Path
from types import FunctionType, UnionType

import pytest

import smaws_kms as kms
from smaws_kms import _generated
from smaws_kms._runtime.support.lazy_imports import lazy_attributes

NAMES: list[str] = vars(kms)["__all__"]


def run(program: str) -> str:
    """Run a program in a new interpreter and return its output."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        timeout=120,
        check=False,
        text=True,
    )

    assert "" == done.stderr
    return done.stdout


def seen_by_type_checkers(package: object) -> dict[str, str | None]:
    """Return the names that a package imports for type checkers, with their modules."""
    tree = ast.parse(inspect.getsource(package))  # type: ignore[arg-type]  # a module
    [block] = [node for node in tree.body if isinstance(node, ast.If)]
    return {
        alias.name: node.module
        for node in ast.walk(ast.Module(block.body, []))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.asname == alias.name
    }


HOMES = seen_by_type_checkers(_generated) | seen_by_type_checkers(kms)


def test_type_checkers_see_the_same() -> None:
    """Type checkers and interpreter agree on every name."""
    assert set(vars(_generated)["__all__"]) == set(seen_by_type_checkers(_generated))
    assert set(NAMES) == set(HOMES)
    assert sorted(NAMES) == NAMES


def test_each_module_first() -> None:
    """Every module can be loaded first; two represent those of the operations."""
    firsts = ["Encrypt", "ListKeys"]
    firsts += {
        home: name for name, home in HOMES.items() if ".operations._" not in f"{home}"
    }.values()
    program = (
        "import importlib, sys\n"
        f"for name in {firsts}:\n"
        "    getattr(importlib.import_module('smaws_kms'), name)\n"
        "    for module in [m for m in sys.modules if m.startswith('smaws_kms')]:\n"
        "        del sys.modules[module]\n"
        "    print(name)\n"
    )

    assert firsts == run(program).split()


def test_star_import() -> None:
    """`from smaws_kms import *` gives every name."""
    program = "from smaws_kms import *\nprint(*sorted(n for n in globals() if n[:1] != '_'))"

    assert NAMES == run(program).split()


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import smaws_kms", "botocore httpx attrs attr cattrs asyncio json"),
        ("import smaws_kms; smaws_kms.NotFoundException", "botocore httpx cattrs asyncio"),
        ("import smaws_kms; smaws_kms.KeySpec", "botocore httpx cattrs asyncio"),
        ("import smaws_kms; smaws_kms.KMSClient()", "botocore"),
    ],
)
def test_cost_of_importing(statement: str, absent: str) -> None:
    """Nothing is imported before it is needed."""
    program = f"{statement}\nimport sys\nprint(*set('{absent}'.split()) & set(sys.modules))"

    assert "" == run(program).strip()


def is_alias(value: object) -> bool:
    """Return whether a value is a union or a `Literal`, which have no name of their own."""
    return typing.get_origin(value) in {UnionType, typing.Literal, typing.Union}


@pytest.mark.parametrize("name", NAMES)
def test_public_place(name: str) -> None:
    """The `__module__` of an exported class or function is `smaws_kms`."""
    value: object = getattr(kms, name)

    if isinstance(value, type | FunctionType):
        assert ("smaws_kms", name, name) == (value.__module__, value.__name__, value.__qualname__)
    else:
        assert isinstance(value, kms.Operation) or name == "converter" or is_alias(value)


def test_loaded_once() -> None:
    """A loaded name becomes an ordinary attribute."""
    assert kms.Encrypt is vars(kms)["Encrypt"]


def test_dir() -> None:
    """`dir` lists all exports, for completion in editors."""
    assert NAMES == dir(kms)


def test_unknown_name() -> None:
    """An unknown name is an `AttributeError`, and an `ImportError` in an import statement."""
    with pytest.raises(AttributeError, match="module 'smaws_kms' has no attribute 'Encrpyt'"):
        getattr(kms, "Encrpyt")  # noqa: B009 - unknown to type checkers
    with pytest.raises(ImportError, match="cannot import name 'Encrpyt'"):
        exec("from smaws_kms import Encrpyt")  # noqa: S102 - unknown to type checkers


def test_lazy_attributes() -> None:
    """Attribute access loads a name from the module that defines it."""
    load, names, exported = lazy_attributes("smaws_kms", {"_runtime.version": ["__version__"]})

    assert kms.__version__ == load("__version__")
    assert ["__version__"] == names() == exported


def test_typed() -> None:
    """The package has a `py.typed` marker."""
    assert (Path(inspect.getfile(kms)).parent / "py.typed").is_file()
