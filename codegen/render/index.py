"""Renders the `__init__` modules, whose names are loaded on first use."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from codegen.ir.imports import imported
from codegen.ir.plan import Operation, Package
from codegen.ir.plan_shapes import Union
from codegen.lower.names import distinct, snake_case
from codegen.render.module import Target, render_module
from codegen.render.source import Source, block, source


def render_package_init(target: Target, package: Package) -> str:
    """Return `__init__.py` with all public names; importing it imports no other module."""
    client = package.service.client
    exports = {
        "client": (f"Async{client}Client", f"{client}Client"),
        **{f"enums.{module}": (name,) for name, module in enum_modules(package).items()},
        "errors": tuple(it.name for it in package.errors),
        "structures": tuple(sorted(_in_structures(package))),
        **{f"operations.{it.module}": _public(it) for it in package.operations},
    }
    doc = "Every public name of the generated package, loaded on first use."
    return render_index(target, doc, "", exports)


def render_operations_init(target: Target, package: Package) -> str:
    """Return `operations/__init__.py` with the functions that become clients' methods."""
    exports = {it.module: _functions(it) for it in package.operations}
    doc = "The operations as functions, each module loaded on first use."
    return render_index(target, doc, ".operations", exports)


def enum_modules(package: Package) -> Mapping[str, str]:
    """Return the module of each enum by the enum's name."""
    return distinct({it.name: f"_{snake_case(it.name)}" for it in package.enums})


def _in_structures(package: Package) -> Iterator[str]:
    for structure in package.structures:
        yield structure.name
        if isinstance(structure, Union):
            yield from (arm.name for arm in structure.arms)


def _public(operation: Operation) -> Sequence[str]:
    names = [operation.name, operation.error_union, *(it.name for it in operation.own)]
    return sorted(names)


def _functions(operation: Operation) -> Sequence[str]:
    pages = [operation.names.pages, operation.names.pages_sync]
    functions = [operation.function, f"{operation.function}_sync"]
    return [*(pages if operation.pagination else []), *functions]


def render_index(
    target: Target, doc: str, package: str, exports: Mapping[str, Sequence[str]]
) -> str:
    """Return an `__init__.py` that loads the modules of a folder when their names are used."""
    listed = {module: names for module, names in exports.items() if names}
    imports = [
        f"from {target.package}{package}.{module} import {name} as {name}"
        for module, names in listed.items()
        for name in names
    ]
    entries = [f'"{module}": {tuple(names)!r},' for module, names in listed.items()]
    call = f"lazy_attributes(__name__, {{\n{block(*entries)}\n}})"
    body = source(
        f"if TYPE_CHECKING:\n{block(*imports)}\n"
        f"else:\n{block(f'__getattr__, __dir__, __all__ = {call}')}",
        imported("TYPE_CHECKING"),
        imported("lazy_attributes"),
    )
    return render_module(target, doc, [body, _named_modules(f"{target.package}{package}", listed)])


def _named_modules(package: str, modules: Iterable[str]) -> Source:
    """Return a function that imports every module, for tools that follow import statements only."""
    doc = '"""Import every module, for packaging tools that only follow import statements."""'
    calls = [f'import_module("{package}.{module}")' for module in modules]
    text = f"def __import_all__() -> None:\n{block(doc, *calls)}"
    return source(text, imported("import_module"))
