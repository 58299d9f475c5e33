"""Renders the modules that operations share: structures and lists."""

from collections.abc import Collection, Iterator, Sequence

from codegen.ir.imports import imported
from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Structure, Union
from codegen.ir.python_types import class_in
from codegen.render.codecs.constructors import render_constructor
from codegen.render.codecs.contents import received, sent
from codegen.render.codecs.decoders import render_decoder
from codegen.render.codecs.encoders import render_encoder
from codegen.render.codecs.names import decoder_name, encoder_name
from codegen.render.converters import Converter, converter_of, converters_of, render_converter
from codegen.render.module import Target, publishing, render_module
from codegen.render.source import Source, source
from codegen.render.structures import render_structure, render_union


def render_structures_module(target: Target, package: Package) -> str:
    """Return `structures.py`: structures that are nested or used by several operations."""
    converters = [it for it in converters_of(all_structures(package)) if it.module == ".structures"]
    classes = _in_order(package.structures, converters)
    parts = [*classes, *_codecs(package), publishing(target)]
    local = {(".structures", name) for name in _local_names(package, converters)}
    own = [_without(part, local) for part in parts]
    return render_module(
        target, "Structures that are part of others, or of several operations.", own
    )


def _codecs(package: Package) -> Iterator[Source]:
    """Yield constructors and encoders of what requests contain, decoders of what responses contain."""
    for structure in sent(package):
        if isinstance(structure, Structure):
            yield from render_constructor(structure)
        yield render_encoder(structure)
    yield from map(render_decoder, received(package))


def all_structures(package: Package) -> list[Structure | Union]:
    """Return every structure and union of a package."""
    return [*package.structures, *(own for it in package.operations for own in it.own)]


def _local_names(package: Package, converters: Sequence[Converter]) -> set[str]:
    arms = {arm.name for it in package.structures if isinstance(it, Union) for arm in it.arms}
    codecs = {
        name(it.name, private=False)
        for it in package.structures
        for name in (encoder_name, decoder_name)
    }
    return arms | codecs | {it.name for it in (*package.structures, *converters)}


def _without(part: Source, local: set[tuple[str, str]]) -> Source:
    kept = frozenset(it for it in part.imports if (it.module, it.name) not in local)
    return Source(part.text, kept)


def _in_order(
    structures: Sequence[Structure | Union], converters: Sequence[Converter]
) -> Iterator[Source]:
    """Yield classes and converters, each after those it uses unless they are recursive."""
    later = {structure.name for structure in structures}
    pending = list(converters)
    early: set[Converter] = set()
    recursive: list[str] = []
    for structure in structures:
        needed = set(converters_of([structure]))
        for converter in [it for it in pending if it in needed]:
            pending.remove(converter)
            early |= {converter} if converter.element_class in later else set()
            yield render_converter(converter, quoted=converter in early)
        yield _render(structure, later)
        recursive.extend(_to_resolve(structure, later, early))
        later.remove(structure.name)
        for converter in [it for it in pending if it.element_class == structure.name]:
            pending.remove(converter)
            yield render_converter(converter)
    quoted = [*sorted(converter.name for converter in early), *recursive]
    if quoted:
        yield source(f"resolve(globals(), {', '.join(quoted)})", imported("resolve"))


def _render(structure: Structure | Union, later: Collection[str]) -> Source:
    if isinstance(structure, Union):
        return render_union(structure, later=later)
    return render_structure(structure, later=later)


def _to_resolve(
    structure: Structure | Union, later: Collection[str], early: Collection[Converter]
) -> Iterator[str]:
    """Yield the classes with quoted annotations, in the class itself or in its converters."""
    if isinstance(structure, Union):
        fields = [(arm.name, [arm.member]) for arm in structure.arms]
    else:
        fields = [(structure.name, [*structure.members])]
    for name, members in fields:
        if any(class_in(it.type) in later or converter_of(it) in early for it in members):
            yield name


def render_lists_module(target: Target, package: Package) -> str | None:
    """Return `lists.py`: converters for lists without structures; None if none is needed."""
    converters = [it for it in converters_of(all_structures(package)) if it.module == ".lists"]
    doc = "Converters of list members, which accept any sequence and keep a tuple."
    parts = [render_converter(converter) for converter in converters]
    return render_module(target, doc, parts) if parts else None
