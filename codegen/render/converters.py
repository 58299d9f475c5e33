"""Renders converters, which turn arguments of a class into the values that its fields hold.

The runtime defines those for bytes and lists of strings. Any other list type gets a converter with
concrete types, because mypy does not infer the element type of a generic converter.
"""

from collections.abc import Iterable

from attrs import frozen

from codegen.ir.imports import imported
from codegen.ir.plan_shapes import Member, Optional, Structure, Union
from codegen.ir.python_types import ListType, MapType, PyType, ScalarType, class_in
from codegen.lower.names import snake_case
from codegen.render.source import Source, block, imported_name, named, source
from codegen.render.types import held, taken

_STRINGS = ListType(ScalarType("str"))


@frozen
class Converter:
    """A generated converter."""

    type: PyType
    optional: bool

    @property
    def name(self) -> str:
        """Name of the function."""
        return f"to_{'optional_' if self.optional else ''}{_type_name(self.type)}"

    @property
    def element_class(self) -> str | None:
        """Class of the elements, if they are structures."""
        return class_in(self.type)

    @property
    def module(self) -> str:
        """Module that defines it; beside the class if elements are structures, to avoid a cycle."""
        return ".lists" if self.element_class is None else ".structures"


def converter_of(member: Member) -> Converter | Source | None:
    """Return the converter of a field: generated, from the runtime, or None."""
    optional = isinstance(member.presence, Optional)
    if not _converts(member.type):
        return None
    if member.type == ScalarType("bytes"):
        return imported_name("to_optional_bytes" if optional else "to_bytes")
    if member.type == _STRINGS:
        return imported_name("to_optional_strings" if optional else "to_strings")
    return Converter(member.type, optional)


def converters_of(structures: Iterable[Structure | Union]) -> list[Converter]:
    """Return the generated converters of some structures, sorted by name."""
    members = (member for structure in structures for member in structure.members)
    found = {it for it in map(converter_of, members) if isinstance(it, Converter)}
    return sorted(found, key=lambda converter: (_type_name(converter.type), converter.optional))


def converter_name(member: Member) -> Source | None:
    """Return the name of a field's converter."""
    converter = converter_of(member)
    if isinstance(converter, Converter):
        return named(converter.name, converter.module)
    return converter


def render_converter(converter: Converter, *, quoted: bool = False) -> Source:
    """Return a converter function; annotations are quoted if the class is defined later."""
    none = " | None" if converter.optional else ""
    accepts, holds = taken(converter.type), held(converter.type)
    result = _convert(converter.type, "value", 0)
    value = f"None if value is None else {result}" if converter.optional else result.text
    quote = '"' if quoted else ""
    also = ", and keep `None`" if converter.optional else ""
    lines = (f'"""Convert {_words(converter.type)}{also}."""', f"return {value}")
    head = f"(value: {quote}{accepts}{none}{quote}) -> {quote}{holds}{none}{quote}:"
    return source(f"def {converter.name}{head}\n{block(*lines)}", accepts, holds, result)


def _converts(type_: PyType) -> bool:
    match type_:
        case ListType() | ScalarType(name="bytes"):
            return True
        case MapType(value=value):
            return _converts(value)
        case _:
            return False


def _convert(type_: PyType, value: str, level: int) -> Source:
    """Return the expression that converts a value; `_converts` must hold for its type."""
    match type_:
        case ListType(item=of) if not _converts(of):
            return source(f"to_tuple({value})", imported("to_tuple"))
        case ListType(item=of, sparse=sparse):
            return _each("to_tuple_of", value, of, level, sparse=sparse)
        case MapType(value=of, sparse=sparse):
            return _each("map_values", value, of, level, sparse=sparse)
        case _:
            return source(f"to_bytes({value})", imported("to_bytes"))


def _each(function: str, value: str, of: PyType, level: int, *, sparse: bool) -> Source:
    """Return the call of a function that converts each item of a value."""
    if of == ScalarType("bytes") and not sparse:
        convert = imported_name("to_bytes")
    elif isinstance(of, ListType) and not sparse and not _converts(of.item):
        convert = imported_name("to_tuple")
    else:
        item = f"item_{level}" if level else "item"
        inner = _convert(of, item, level + 1)
        none = f"None if {item} is None else " if sparse else ""
        convert = source(f"lambda {item}: {none}{inner}", inner)
    return source(f"{function}({value}, {convert})", convert, imported(function))


def _type_name(type_: PyType) -> str:
    match type_:
        case ListType(item=item, sparse=sparse):
            return f"{'sparse_' if sparse else ''}{_type_name(item)}_tuple"
        case MapType(key=key, value=value, sparse=sparse):
            by = "" if key == ScalarType("str") else f"_by_{_type_name(key)}"
            return f"{'sparse_' if sparse else ''}{_type_name(value)}{by}_map"
        case _:
            return snake_case(type_.name)


def _words(type_: PyType) -> str:
    match type_:
        case ListType(item=item) if not isinstance(item, ListType | MapType):
            return f"a sequence of `{item.name}` to a tuple"
        case ListType():
            return "a sequence and the sequences in it to tuples"
        case _:
            return "the values of a mapping"
