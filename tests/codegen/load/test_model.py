"""Loading a Smithy JSON AST: shapes, mixins, versions, services."""

from pathlib import Path

import pytest

from codegen.ir.smithy import (
    UNIT,
    EnumShape,
    ListShape,
    MapShape,
    Model,
    OperationShape,
    ServiceShape,
    SimpleShape,
    StructureShape,
)
from codegen.load.model import load_model
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject, read_json


def _load(shapes: JsonObject) -> Model:
    return load_model({"smithy": "2.0", "shapes": shapes})


def test_structures_keep_their_members_in_order() -> None:
    """Members have the model's order, an ID, a target and traits."""
    model = _load(
        {
            "a#S": {
                "type": "structure",
                "members": {
                    "Name": {"target": "a#T", "traits": {"smithy.api#required": {}}},
                    "Age": {"target": "smithy.api#Integer"},
                },
            },
            "a#T": {"type": "string", "traits": {"smithy.api#pattern": "^x"}},
        }
    )
    name, age = model.expect(StructureShape, "a#S", "test").members

    assert ("a#S$Name", "Name", "a#T", True) == (
        name.id,
        name.name,
        name.target,
        name.traits.required,
    )
    assert ("Age", "smithy.api#Integer", False) == (age.name, age.target, age.traits.required)
    assert "^x" == model.shape("a#T").traits.pattern


def test_enums_maps_and_operations() -> None:
    """All other kinds of shapes are read; an operation without input or output has Unit."""
    model = _load(
        {
            "a#E": {
                "type": "enum",
                "members": {
                    "ON": {"target": UNIT, "traits": {"smithy.api#enumValue": "on"}},
                },
            },
            "a#M": {
                "type": "map",
                "key": {"target": "a#E"},
                "value": {"target": "smithy.api#Blob"},
            },
            "a#O": {"type": "operation", "errors": [{"target": "a#Bad"}]},
            "a#Bad": {"type": "structure", "members": {}},
        }
    )

    assert "on" == model.expect(EnumShape, "a#E", "test").values[0].traits.enum_value
    assert "a#E" == model.expect(MapShape, "a#M", "test").key.target
    operation = model.expect(OperationShape, "a#O", "test")
    assert (UNIT, UNIT, ("a#Bad",)) == (operation.input, operation.output, operation.errors)


def test_prelude_needs_no_definition() -> None:
    """Shapes of Smithy's prelude need no definition."""
    boolean = _load({}).expect(SimpleShape, "smithy.api#PrimitiveBoolean", "test")

    assert "boolean" == boolean.kind


def test_lists_of_a_mixin_are_joined() -> None:
    """An operation has the errors of its mixin and its own, each once."""
    error: JsonObject = {"type": "structure", "members": {}}
    mixin: JsonObject = {"type": "operation", "traits": {"smithy.api#mixin": {}}}
    own: JsonObject = {"type": "operation", "mixins": [{"target": "a#M"}]}
    model = _load(
        {
            "a#One": error,
            "a#Two": error,
            "a#M": {**mixin, "errors": [{"target": "a#One"}]},
            "a#O": {**own, "errors": [{"target": "a#Two"}, {"target": "a#One"}]},
        }
    )

    assert ("a#One", "a#Two") == model.expect(OperationShape, "a#O", "test").errors


def test_traits_are_applied() -> None:
    """An `apply` statement can target members of structures and of lists."""
    traits: JsonObject = {"type": "apply", "traits": {"smithy.api#sensitive": {}}}
    model = _load(
        {
            "a#S": {"type": "structure", "members": {"M": {"target": "smithy.api#String"}}},
            "a#L": {"type": "list", "member": {"target": "smithy.api#String"}},
            "a#S$M": traits,
            "a#L$member": traits,
        }
    )
    (member,) = model.expect(StructureShape, "a#S", "test").members
    item = model.expect(ListShape, "a#L", "test").member

    assert [True, True] == [member.traits.sensitive, item.traits.sensitive]


def test_file_that_is_no_json_is_an_error_that_names_it(tmp_path: Path) -> None:
    """The error for a truncated file has its name and the position."""
    (tmp_path / "model.json").write_text('{"smithy": ')
    with pytest.raises(ModelError, match=r"^model\.json: .*line 1"):
        read_json(tmp_path / "model.json")


def test_other_versions_of_smithy_are_refused() -> None:
    """Smithy 1 and 2 are accepted, and no other version."""
    with pytest.raises(ModelError, match=r"expected a Smithy JSON AST 2\.0, found version '3\.0'"):
        load_model({"smithy": "3.0", "shapes": {}})


def test_service_must_be_the_only_one() -> None:
    """A model with two services is refused."""
    one: JsonObject = {"type": "service", "version": "1"}

    assert "a#W" == _load({"a#W": one}).service().id
    assert "a#V" == _load({"a#V": one, "a#W": one}).service("a#V").id
    with pytest.raises(ModelError, match="no service a#U"):
        _load({"a#V": one}).service("a#U")
    with pytest.raises(ModelError, match="found: a#V, a#W"):
        _load({"a#V": one, "a#W": one}).service()
    with pytest.raises(ModelError, match="found: none"):
        _load({}).service()


def test_shape_of_another_kind_is_an_error_that_names_both() -> None:
    """A service whose operation is no operation is refused."""
    model = _load({"a#S": {"type": "string"}})

    with pytest.raises(ModelError, match="a#W: a#S is not a service"):
        model.expect(ServiceShape, "a#S", "a#W")
