"""Every name that generated modules import, apart from classes and functions of the model.

Renderers look imports up here by name, so an import that is missing from these tables cannot be
rendered. `lower.reserved_names` derives from the same tables which names the model's shapes,
members and operations must not take.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final, TypeAlias, get_args

from attrs import frozen

from codegen.ir.python_types import ScalarName

RUNTIME: Final = "smaws_kms._runtime"
"""The package that generated code builds on."""

Table: TypeAlias = Mapping[str, tuple[str, ...]]
"""Names by the module that defines them; a leading dot stands for the generated package."""

_IN_CLASS_BODIES: Final[Table] = {
    "attrs": ("field",),
    "collections.abc": ("Mapping",),
    "datetime": ("UTC", "datetime"),
    "decimal": ("Decimal",),
    "typing": ("ClassVar",),
    f"{RUNTIME}.errors.service": ("ErrorMember", "Fault"),
    f"{RUNTIME}.serde.absent": ("WITHHELD",),
    f"{RUNTIME}.serde.absent_members": ("leave_out_withheld",),
    f"{RUNTIME}.serde.construction": ("dict_of", "exactly", "tuple_of"),
    f"{RUNTIME}.serde.fields": (
        "DateTimeText",
        "Document",
        "HttpDate",
        "Limits",
        "member",
        "to_bytes",
        "to_optional_bytes",
        "to_optional_strings",
        "to_strings",
    ),
}
"""Used inside bodies of structures and errors, and beside parameters that are named like members.

A member of that name would hide them.
"""

_BESIDE_CLASSES: Final[Table] = {
    ".service": ("SERVICE",),
    "attrs": ("frozen",),
    "collections.abc": ("AsyncIterator", "Iterator", "Sequence"),
    "enum": ("IntEnum", "StrEnum"),
    "importlib": ("import_module",),
    "typing": ("Final", "Never", "TYPE_CHECKING", "TypeAlias"),
    f"{RUNTIME}.client.clients": ("AsyncClient", "SyncClient"),
    f"{RUNTIME}.client.methods": ("method", "paginated_method"),
    f"{RUNTIME}.client.operation": ("Operation", "PaginatedOperation"),
    f"{RUNTIME}.client.pagination": ("AsyncPages", "SyncPages"),
    f"{RUNTIME}.errors": ("CommonError",),
    f"{RUNTIME}.errors.service": ("ServiceError",),
    f"{RUNTIME}.model.operation": ("Creation", "Pagination"),
    f"{RUNTIME}.model.service": ("Service",),
    f"{RUNTIME}.results": ("Result",),
    f"{RUNTIME}.serde.base_shape": ("BaseShape",),
    f"{RUNTIME}.serde.decoding": ("ParsedObject", "decoder"),
    f"{RUNTIME}.serde.unfrozen": ("UnfrozenShape",),
    f"{RUNTIME}.serde.construction": ("constructor",),
    f"{RUNTIME}.serde.json_text": (
        "bool_json",
        "bytes_json",
        "date_json",
        "decimal_json",
        "elements_of",
        "encode_json",
        "entries_of",
        "enum_json",
        "epoch_json",
        "float_json",
        "int_enum_json",
        "int_json",
        "list_json",
        "map_json",
        "str_json",
        "unknown_member_json",
    ),
    f"{RUNTIME}.serde.unusual": ("Unusual",),
    f"{RUNTIME}.serde.fields": ("map_values", "members", "resolve", "to_tuple", "to_tuple_of"),
    f"{RUNTIME}.serde.json_values": (
        "bool_value",
        "bytes_value",
        "datetime_value",
        "decimal_value",
        "document_value",
        "entries_value",
        "enum_value",
        "float_value",
        "int_enum_value",
        "int_value",
        "list_value",
        "only_entry",
        "str_value",
    ),
    f"{RUNTIME}.serde.unknown_values": ("UnknownMember", "UnknownValue"),
    f"{RUNTIME}.support.frames": ("secretive",),
    f"{RUNTIME}.support.lazy_imports": ("lazy_attributes", "publish"),
    f"{RUNTIME}.values": ("Blob",),
}
"""Used at the top level of modules that also define the model's classes and functions."""

_AWAY_FROM_THE_MODEL: Final[Table] = {
    ".": ("operations as ops",),
    ".endpoints": ("resolve_endpoint",),
    f"{RUNTIME}.endpoints.partitions": ("Endpoint", "EndpointError", "EndpointParameters"),
}
"""Used only in modules where no name of the model can hide them, so the model may have them too."""


@frozen(order=True)
class Import:
    """A name of a module. A module that starts with a dot is part of the generated package."""

    module: str
    name: str


def _imports(table: Table) -> Iterator[Import]:
    return (Import(module, name) for module, names in table.items() for name in names)


IMPORTS: Final[Mapping[str, Import]] = {
    it.name: it
    for it in chain.from_iterable(
        map(_imports, (_IN_CLASS_BODIES, _BESIDE_CLASSES, _AWAY_FROM_THE_MODEL))
    )
}
"""All of the tables by name; names are unique, since one module may need any of them."""

USED_IN_CLASS_BODIES: Final = frozenset(
    {it.name for it in _imports(_IN_CLASS_BODIES)} | {"dict", "tuple", *get_args(ScalarName)}
)
"""Names that lines of a class body refer to, builtin types of annotations included."""

USED_IN_MODULES: Final = frozenset(
    it.name for it in chain(_imports(_IN_CLASS_BODIES), _imports(_BESIDE_CLASSES))
)
"""Names that modules with classes and functions of the model import from elsewhere."""


def imported(name: str) -> Import:
    """Return the import of a name that the tables list."""
    return IMPORTS[name]
