"""Finds the structures that responses contain, since only these need decoders."""

from collections.abc import Iterator

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Structure, Union
from codegen.ir.python_types import class_in


def received(package: Package) -> Iterator[Structure | Union]:
    """Yield the contents of `structures.py` that are responses or parts of responses."""
    responses = [it.response for it in package.operations if it.response]
    names = _names_in(package, responses) | {it.name for it in responses}
    return (it for it in package.structures if it.name in names)


def _names_in(package: Package, roots: list[Structure]) -> set[str]:
    """Return the names of the classes inside some structures, directly or indirectly."""
    shared = {it.name: it for it in package.structures}
    found: set[str] = set()
    waiting: list[Structure | Union] = [*roots]
    while waiting:
        names = {class_in(member.type) for member in waiting.pop().members}
        new = {name for name in names if name in shared} - found
        found |= new
        waiting += [shared[name] for name in new]
    return found
