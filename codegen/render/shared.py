"""The modules of what operations share: structures, lists, enums, errors."""

from collections.abc import Iterator, Sequence

from codegen.docstrings import class_docstring, docstring
from codegen.plan import Enum, ErrorClass, Package, Structure
from codegen.python_types import class_in
from codegen.render.converters import Converter, converters_of, render_converter
from codegen.render.module import Target, publishing, render_module
from codegen.render.source import Import, Source, block, runtime, source
from codegen.render.structures import render_structure


def render_structures_module(target: Target, package: Package) -> str:
    """Return `structures.py`: structures inside others, or of several operations."""
    converters = [it for it in converters_of(all_structures(package)) if it.module == ".structures"]
    parts = [*_in_order(package.structures, converters), publishing(target)]
    local = {(".structures", name) for name in _local_names(package, converters)}
    own = [_without(part, local) for part in parts]
    return render_module(
        target, "Structures that are part of others, or of several operations.", own
    )


def all_structures(package: Package) -> list[Structure]:
    """Return every structure of a package."""
    return [*package.structures, *(own for it in package.operations for own in it.own)]


def _local_names(package: Package, converters: Sequence[Converter]) -> set[str]:
    return {it.name for it in package.structures} | {it.name for it in converters}


def _without(part: Source, local: set[tuple[str, str]]) -> Source:
    kept = frozenset(it for it in part.imports if (it.module, it.name) not in local)
    return Source(part.text, kept)


def _in_order(structures: Sequence[Structure], converters: Sequence[Converter]) -> Iterator[Source]:
    """Yield classes and converters, each after what it uses as far as recursion lets them."""
    later = {structure.name for structure in structures}
    pending = list(converters)
    recursive: list[str] = []
    for structure in structures:
        needed = converters_of([structure])
        for converter in [it for it in pending if it in needed]:
            pending.remove(converter)
            yield render_converter(converter, quoted=converter.element_class in later)
        yield render_structure(structure, later=later)
        if any(class_in(member.type) in later for member in structure.members):
            recursive.append(structure.name)
        later.remove(structure.name)
        for converter in [it for it in pending if it.element_class == structure.name]:
            pending.remove(converter)
            yield render_converter(converter)
    for name in recursive:
        yield source(f"resolve_types({name}, globals())", Import("attrs", "resolve_types"))


def render_lists_module(target: Target, package: Package) -> str | None:
    """Return `lists.py`: converters of lists that hold no structures; None if there are none."""
    converters = [it for it in converters_of(all_structures(package)) if it.module == ".lists"]
    doc = "What list members take and hold: any sequence in, a tuple kept."
    parts = [render_converter(converter) for converter in converters]
    return render_module(target, doc, parts) if parts else None


def render_enums_module(target: Target, package: Package) -> str:
    """Return `enums.py`."""
    parts = [*map(_render_enum, package.enums), publishing(target)]
    return render_module(target, f"The enums of {package.service.title}.", parts)


def _render_enum(enum: Enum) -> Source:
    doc = class_docstring(enum.doc.summary, enum.doc.details)
    members = (
        f"{member.name} = {member.value!r}\n{docstring(member.doc, depth=1)}"
        for member in enum.members
    )
    body = block(f"{doc}\n", *members)
    return source(f"class {enum.name}({enum.base}):\n{body}", Import("enum", enum.base))


def render_errors_module(target: Target, package: Package) -> str:
    """Return `errors.py`."""
    parts = [*map(_render_error, package.errors), publishing(target)]
    return render_module(target, f"The errors of {package.service.title}.", parts)


def _render_error(error: ErrorClass) -> Source:
    doc = class_docstring(error.doc.summary, error.doc.details)
    flags = {"retryable": error.retryable, "throttling": error.throttling, "quota": error.quota}
    facts = [f"{name}: ClassVar[bool] = True" for name, is_set in flags.items() if is_set]
    needs = [runtime("errors", "ServiceError")]
    if facts:
        needs.append(Import("typing", "ClassVar"))
    if error.fault == "server":
        facts.insert(0, 'fault: Fault = "server"')
        needs.append(runtime("errors", "Fault"))
    body = block(f"{doc}\n" if facts else doc, *facts)
    return source(f"class {error.name}(ServiceError):\n{body}", *needs)
