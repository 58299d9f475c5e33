"""Finds the structures that requests or responses contain, since only these need their codecs."""

from collections.abc import Iterable

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Structure, Union
from codegen.ir.python_types import class_in


def sent(package: Package) -> list[Structure | Union]:
    """Return the contents of `structures.py` that are requests or parts of requests."""
    return _within(package, [it.request for it in package.operations])


def received(package: Package) -> list[Structure | Union]:
    """Return the contents of `structures.py` that are responses or parts of responses."""
    return _within(package, [it.response for it in package.operations if it.response])


def _within(package: Package, ends: Iterable[Structure]) -> list[Structure | Union]:
    shared = {it.name: it for it in package.structures}
    waiting: list[Structure | Union] = [*ends]
    found = {it.name for it in waiting}
    while waiting:
        names = {class_in(member.type) for member in waiting.pop().members}
        new = {name for name in names if name in shared} - found
        found |= new
        waiting += [shared[name] for name in new]
    return [it for it in package.structures if it.name in found]
