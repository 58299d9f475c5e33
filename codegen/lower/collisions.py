"""Checks that no two things of a package have the same Python name."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Structure, Union
from codegen.support.errors import ModelError

Claim: TypeAlias = tuple[str, str]
"""A Python name, and the shape or member that claims it."""


def check_collisions(package: Package) -> None:
    """Raise an error if two shapes, members or values have the same name."""
    _check(_public_names(package))
    _check(_functions(package))
    for structure in _structures(package):
        _check((it.name, f"{structure.shape}${it.wire_name}") for it in structure.members)
    for error in package.errors:
        _check((it.name, f"{error.shape}${it.wire_name}") for it in error.members)
    for enum in package.enums:
        _check((it.name, f"{enum.shape}: value {it.value!r}") for it in enum.members)


def _check(claims: Iterable[Claim]) -> None:
    owners: dict[str, str] = {}
    for name, owner in claims:
        first = owners.setdefault(name, owner)
        if first != owner:
            raise ModelError(f"{first} and {owner} would both be called {name}")


def _public_names(package: Package) -> Iterator[Claim]:
    service = package.service
    yield f"Async{service.client}Client", service.shape
    yield f"{service.client}Client", service.shape
    yield from ((it.name, it.shape) for it in package.enums)
    yield from ((it.name, it.shape) for it in package.errors)
    yield from ((it.name, it.shape) for it in (*package.structures, *_structures(package)))
    for union in package.structures:
        if isinstance(union, Union):
            yield from ((it.name, f"{union.shape}${it.member.wire_name}") for it in union.arms)
    for operation in package.operations:
        yield operation.name, operation.shape
        yield operation.error_union, f"{operation.shape} (its errors)"
        if operation.pagination:
            yield operation.names.pages, f"{operation.shape} (its pages)"
            yield operation.names.pages_sync, f"{operation.shape} (its pages)"


def _functions(package: Package) -> Iterator[Claim]:
    for operation in package.operations:
        yield operation.function, operation.shape
        yield f"{operation.function}_sync", f"{operation.shape} (blocking)"


def _structures(package: Package) -> Iterator[Structure]:
    yield from (it for it in package.structures if isinstance(it, Structure))
    for operation in package.operations:
        yield from operation.own
