"""Every class of this package in a public signature is exported, so that users can annotate with it."""

import ast
import inspect
import textwrap
import typing
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any, Final

import smaws_kms as kms
from smaws_kms import connections, signing

EXPORTED: Final[dict[str, Any]] = {
    name: getattr(module, name)
    for module in (kms, connections, signing)
    for name in vars(module)["__all__"]
}


def owners(value: object) -> Iterator[type | FunctionType]:
    """Yield a public function, or our classes that define the members of a public class."""
    if isinstance(value, FunctionType):
        yield value
    elif isinstance(value, type):
        yield from (cls for cls in value.__mro__ if cls.__module__.startswith("smaws_kms"))


def is_public(name: str) -> bool:
    """Return whether users see the annotations of a member."""
    return name == "__init__" or not name.startswith("_")


def functions(owner: type | FunctionType) -> Iterator[FunctionType]:
    """Yield a function, or the public methods and getters of a class."""
    if isinstance(owner, FunctionType):
        yield owner
        return
    for name, member in vars(owner).items():
        getter = member.fget if isinstance(member, property) else member
        found: object = getattr(getter, "__func__", getter)  # operations load on first use
        if isinstance(found, FunctionType) and is_public(name):
            yield found


def hints(owner: type | FunctionType) -> Iterator[object]:
    """Yield the evaluated annotations that users see."""
    for function in functions(owner):
        yield from typing.get_type_hints(function).values()
    if isinstance(owner, type):
        of_class = typing.get_type_hints(owner)
        yield from (hint for name, hint in of_class.items() if is_public(name))


def parts(hint: object) -> Iterator[object]:
    """Yield the types that a hint is composed of."""
    yield typing.get_origin(hint) or hint
    for argument in typing.get_args(hint):
        listed = isinstance(argument, list)
        several = typing.cast("list[object]", argument) if listed else [argument]
        for part in several:
            yield from parts(part)


def test_classes() -> None:
    """Evaluated hints name exported classes, or members of an exported alias."""
    exported = {id(part) for value in EXPORTED.values() for part in parts(value)}
    seen = {
        part
        for value in EXPORTED.values()
        for owner in owners(value)
        for hint in hints(owner)
        for part in parts(hint)
        if isinstance(part, type) and part.__module__.startswith("smaws_kms")
    }

    assert {kms.Service, kms.Endpoint, kms.EncryptResponse, kms.SyncClient} <= seen
    assert [] == sorted(part.__qualname__ for part in seen if id(part) not in exported)


@cache
def aliases() -> frozenset[str]:
    """Return the names of all type aliases in the package's source."""
    root = Path(inspect.getfile(kms)).parent
    return frozenset(
        node.target.id
        for path in root.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and ast.unparse(node.annotation) == "TypeAlias"
    )


def annotations(owner: type | FunctionType) -> Iterator[ast.expr]:
    """Yield the annotations that users see, as they are written."""
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(owner)))):
        match node:
            case (
                ast.FunctionDef(name=name, args=found, returns=returns)
                | ast.AsyncFunctionDef(name=name, args=found, returns=returns)
            ) if is_public(name):
                written = [each.annotation for each in (*found.args, *found.kwonlyargs)]
                yield from (each for each in [*written, returns] if each is not None)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation) if is_public(name):
                yield annotation
            case _:
                pass


def test_aliases() -> None:
    """Written annotations use only exported aliases, which evaluated hints no longer show."""
    written = {
        node.id
        for value in EXPORTED.values()
        for owner in owners(value)
        for annotation in annotations(owner)
        for node in ast.walk(annotation)
        if isinstance(node, ast.Name)
    }

    assert {"Result", "Blob", "Validate", "Sent", "SyncHttpSource"} <= written & aliases()
    assert [] == sorted((written & aliases()) - set(EXPORTED))
