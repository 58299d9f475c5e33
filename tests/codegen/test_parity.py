"""Nothing of the OCaml binding Smaws is missing in the generated package.

`smaws-kms-surface.json` lists the operations, records, fields, enums and errors of `Smaws_Client_KMS`.
The naming rules, by which each is looked up here:

- An operation keeps its name: `Encrypt` is the value `smaws_kms.Encrypt`.
- A record or enum is the class of Amazon's name, that is the class whose name is the same without
  underscores and regard to case: `kms_invalid_state_exception` is `KMSInvalidStateException`.
- A field is the field of the same wire name, whatever either language calls it.
- A constructor of an enum is the member of the same value.
- The unit type, as output of an operation, is no output: `Operation.output` is `None`.
- An alias is what it stands for: `key_id_type` is `str`, `grant_token_list` is `tuple[str, ...]`.
- `request` and `request_with_metadata` are `Operation.request`, whose `Result` carries the metadata.
  A builder `make_x` is the constructor of the class.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import GenericAlias, NoneType
from typing import Any, Final, TypeAlias, cast, get_args, get_type_hints

import attrs
import pytest

import smaws_kms as kms
from codegen.support.json_values import JsonObject, list_at, object_at, read_json, text_at
from smaws_kms._runtime.serde.fields import member_of
from tests.codegen.load.overlay_reading import targets

SURFACE: Final = Path(__file__).parents[3] / "shared" / "parity" / "smaws-kms-surface.json"

pytestmark = pytest.mark.skipif(
    not SURFACE.exists(), reason="the surface of Smaws lies beside the repository, not in it"
)

Field: TypeAlias = tuple[str, str]
"""A class and the wire name of one of its fields."""

UNIT: Final = "Smaws_Lib.Smithy_api.Types.unit_"
SIMPLE: Final[dict[str, object]] = {
    "Smaws_Lib.CoreTypes.Timestamp.t": datetime,
    "bool": bool,
    "bytes": bytes,
    "int": int,
    "string": str,
}

HAVE_A_DEFAULT: Final[set[Field]] = {
    ("DescribeCustomKeyStoresResponse", "Truncated"),
    ("GetKeyRotationStatusResponse", "KeyRotationEnabled"),
    ("KeyMetadata", "Enabled"),
    ("ListAliasesResponse", "Truncated"),
    ("ListGrantsResponse", "Truncated"),
    ("ListKeyPoliciesResponse", "Truncated"),
    ("ListKeyRotationsResponse", "Truncated"),
    ("ListKeysResponse", "Truncated"),
    ("ListResourceTagsResponse", "Truncated"),
    ("VerifyMacResponse", "MacValid"),
    ("VerifyResponse", "SignatureValid"),
}
"""Optional in OCaml; here the model's default stands for absence."""

ALWAYS_PRESENT: Final[set[Field]] = {
    (shape, member)
    for trait in ("alwaysPresent", "alwaysSent", "withheld")
    for shape, _, member in (it.partition("$") for it in targets(f"smaws_kms.traits#{trait}"))
}
"""Optional in OCaml; here the overlay says that every response has them."""


def surface(part: str) -> JsonObject:
    """Return one part of the list, empty where the file is absent and the tests are skipped."""
    return object_at(read_json(SURFACE)[part], part) if SURFACE.exists() else {}


def plain(name: str) -> str:
    """Return a name in the form that names of records and classes share."""
    return name.replace("_", "").lower()


CLASSES: Final = {plain(name): name for name in dir(kms) if name[0].isupper()}
OPERATIONS: Final = surface("operations")
RECORDS: Final = surface("records")
ENUMS: Final = surface("enums")
ALIASES: Final = surface("aliases")


def class_of(record: str) -> type:
    """Return the class for a record or enum."""
    found = getattr(kms, CLASSES[plain(record)])
    assert isinstance(found, type)
    return found


def structures() -> Iterator[tuple[type, list[JsonObject]]]:
    """Return every record that is no error as its class, with the record's fields."""
    for name, value in RECORDS.items():
        record = object_at(value, name)
        if not record["is_error"]:
            yield (
                class_of(name),
                [object_at(each, name) for each in list_at(record["fields"], name)],
            )


def fields_of(cls: type) -> dict[str, Any]:
    """Return the evaluated annotations of a class, by wire name."""
    hints = get_type_hints(cls)
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", cls))
    return {member_of(field).wire_name: hints[field.name] for field in fields}


def python_type(ocaml: str) -> object:
    """Return the annotation of a required field for a type of OCaml."""
    if ocaml in ALIASES:
        return python_type(text_at(ALIASES[ocaml], ocaml))
    if ocaml in SIMPLE:
        return SIMPLE[ocaml]
    if ocaml in ENUMS:
        return class_of(ocaml) | kms.UnknownValue
    if ocaml in RECORDS:
        return class_of(ocaml)
    item = ocaml.removesuffix(" list")
    if item.startswith("("):
        key, value = item.strip("()").split(" * ")
        return GenericAlias(Mapping, (python_type(key), python_type(value)))
    return GenericAlias(tuple, (python_type(item), ...))


@pytest.mark.parametrize("name", OPERATIONS)
def test_operation(name: str) -> None:
    """Each operation exists, with its input, its output and at least its errors."""
    facts = object_at(OPERATIONS[name], name)
    operation = getattr(kms, name)
    output = text_at(facts["output"], name)

    assert text_at(facts["target"], name) == f"TrentService.{operation.name}"
    assert class_of(text_at(facts["input"], name)) is operation.input
    assert (None if output == UNIT else class_of(output)) is operation.output
    assert facts["errors"] == sorted(
        (error.__name__ for error in operation.errors), key=str.casefold
    )
    assert callable(operation.request)
    assert callable(operation.request_sync)


@pytest.mark.parametrize(
    ("cls", "fields"), [*structures()], ids=lambda it: getattr(it, "__name__", "")
)
def test_fields(cls: type, fields: list[JsonObject]) -> None:
    """Each field of a record exists, with the type that it has in OCaml."""
    found = fields_of(cls)
    expected = {
        text_at(each["wire"], ""): python_type(text_at(each["type"], "")) for each in fields
    }

    assert expected == {name: without_none(found[name]) for name in expected}


def test_optional_fields() -> None:
    """Fields that are optional in OCaml are optional here, except by defaults and the overlay."""
    differing = {
        (cls.__name__, text_at(field["wire"], ""))
        for cls, fields in structures()
        for field in fields
        if field["optional"] is not may_be_none(fields_of(cls)[text_at(field["wire"], "")])
    }

    known = {
        (cls.__name__, text_at(it["wire"], "")) for cls, fields in structures() for it in fields
    }
    assert differing == HAVE_A_DEFAULT | (ALWAYS_PRESENT & known)


@pytest.mark.parametrize("name", ENUMS)
def test_enum(name: str) -> None:
    """Each value of an enum exists under its name."""
    cls = class_of(name)
    assert issubclass(cls, StrEnum)
    values = [object_at(each, name) for each in list_at(ENUMS[name], name)]
    expected = {plain(text_at(each["ctor"], name)): text_at(each["wire"], name) for each in values}
    found = {plain(member.name): member.value for member in cls}

    assert expected == {key: found.get(key) for key in expected}


def test_errors() -> None:
    """Each error is a class with the fields of its record."""
    listed = list_at(read_json(SURFACE)["errors"], "errors")
    records = {
        CLASSES[plain(name)]: [
            object_at(field, name)["name"]
            for field in list_at(object_at(value, name)["fields"], name)
        ]
        for name, value in RECORDS.items()
        if object_at(value, name)["is_error"]
    }
    found = {name: getattr(kms, name) for name in records}

    assert set(listed) == found.keys()
    assert all(issubclass(error, kms.ServiceError) for error in found.values())
    assert records == {name: list(error.member_names) for name, error in found.items()}


def test_builders_are_constructors() -> None:
    """Each builder's arguments are those of the constructor."""
    for name, parameters in surface("builders").items():
        cls = class_of(name.removeprefix("make_"))
        fields = attrs.fields_dict(cast("type[attrs.AttrsInstance]", cls))
        taken = [object_at(each, name) for each in list_at(parameters, name)]

        assert {plain(text_at(each["name"], name)) for each in taken} <= {*map(plain, fields)}, name


def without_none(hint: Any) -> object:
    """Return the annotation of an optional field without `None`."""
    rest = [each for each in get_args(hint) if each is not NoneType]
    if not may_be_none(hint):
        return hint
    union: Any = rest[0]
    for each in rest[1:]:
        union |= each
    return union


def may_be_none(hint: object) -> bool:
    """Return whether `None` is among the alternatives of an annotation."""
    return NoneType in get_args(hint)
