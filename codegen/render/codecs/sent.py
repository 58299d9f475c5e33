"""Finds the structures that requests contain, which get encoders and constructors."""

from collections.abc import Iterable, Iterator, Mapping

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Structure, Union
from codegen.ir.python_types import ClassType, ListType, MapType, PyType


def sent_structures(package: Package) -> list[Structure | Union]:
    """Return the contents of `structures.py` that are requests or parts of requests."""
    shared = {it.name: it for it in package.structures}
    found: set[str] = set()
    waiting: list[Structure | Union] = [it.request for it in package.operations]
    while waiting:
        names = set(_classes(waiting.pop(), shared)) - found
        found |= names
        waiting += [shared[name] for name in names]
    found |= {it.request.name for it in package.operations}
    return [it for it in package.structures if it.name in found]


def _classes(shape: Structure | Union, shared: Mapping[str, Structure | Union]) -> Iterable[str]:
    return (name for it in shape.members for name in _names(it.type) if name in shared)


def _names(type_: PyType) -> Iterator[str]:
    match type_:
        case ClassType(name=name):
            yield name
        case ListType(item=inner):
            yield from _names(inner)
        case MapType(key=key, value=value):
            yield from _names(key)
            yield from _names(value)
        case _:
            pass
