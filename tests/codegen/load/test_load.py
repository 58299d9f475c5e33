"""Reading a Smithy JSON AST: what is unknown is an error that names the shape."""

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
from codegen.ir.traits import Creates, Default, Deprecated, Interval, Paginated, Traits
from codegen.load.model import load_model
from codegen.load.traits import load_traits
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
    """Every other kind of shape is read too; an operation without input or output has Unit."""
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
    """Smithy's own shapes are there without being written down."""
    boolean = _load({}).expect(SimpleShape, "smithy.api#PrimitiveBoolean", "test")

    assert "boolean" == boolean.kind


@pytest.mark.parametrize(
    ("expected", "traits"),
    [
        (Traits(length=Interval(1, 5)), {"smithy.api#length": {"min": 1, "max": 5}}),
        (Traits(range=Interval(max=0.5)), {"smithy.api#range": {"max": 0.5}}),
        (Traits(default=Default(value=False)), {"smithy.api#default": False}),
        (Traits(), {"smithy.api#default": None}),
        (Traits(deprecated=Deprecated("use B")), {"smithy.api#deprecated": {"message": "use B"}}),
        (Traits(error="server"), {"smithy.api#error": "server"}),
        (Traits(retryable=True), {"smithy.api#retryable": {}}),
        (
            Traits(retryable=True, throttling=True),
            {"smithy.api#retryable": {"throttling": True}},
        ),
        (Traits(timestamp_format="http-date"), {"smithy.api#timestampFormat": "http-date"}),
        (
            Traits(paginated=Paginated("A", "B", None)),
            {"smithy.api#paginated": {"inputToken": "A", "outputToken": "B"}},
        ),
        (Traits(creates=Creates()), {"smaws_kms.traits#creates": {}}),
        (
            Traits(creates=Creates(idempotency_member="Name")),
            {"smaws_kms.traits#creates": {"idempotencyMember": "Name"}},
        ),
        (
            Traits(already_done_errors=("a#E",)),
            {"smaws_kms.traits#alreadyDoneErrors": {"errors": ["a#E"]}},
        ),
        (Traits(json_version="1.1"), {"aws.protocols#awsJson1_1": {}}),
        (Traits(), {"smithy.api#documentation": "<p>Prose</p>"}),
    ],
)
def test_traits(expected: Traits, traits: JsonObject) -> None:
    """Known traits become typed values; ignored ones leave no trace."""
    assert expected == load_traits({"traits": traits}, "a#S")


@pytest.mark.parametrize(
    ("expected", "shapes"),
    [
        (
            "a#S: unknown trait b#odd",
            {"a#S": {"type": "string", "traits": {"b#odd": {}}}},
        ),
        (
            "a#S$M: unknown trait b#odd",
            {
                "a#S": {
                    "type": "structure",
                    "members": {"M": {"target": UNIT, "traits": {"b#odd": {}}}},
                }
            },
        ),
        ("a#S: unknown shape type tuple", {"a#S": {"type": "tuple"}}),
        ("a#L$member: unknown shape a#X", {"a#L": {"type": "list", "member": {"target": "a#X"}}}),
        ("a#O: unknown shape a#X", {"a#O": {"type": "operation", "errors": [{"target": "a#X"}]}}),
        ("a#L$member: expected an object", {"a#L": {"type": "list"}}),
        ("a#S: expected an object, found 3", {"a#S": 3}),
        ("a#O: expected an array, found {}", {"a#O": {"type": "operation", "errors": {}}}),
        (
            'a#S: smithy.api#length: expected a number, found "1"',
            {"a#S": {"type": "string", "traits": {"smithy.api#length": {"min": "1"}}}},
        ),
        (
            "a#S: unknown mixin a#M",
            {"a#S": {"type": "structure", "mixins": [{"target": "a#M"}]}},
        ),
        (
            "a#M: is used as a mixin, but has no @mixin",
            {
                "a#M": {"type": "structure"},
                "a#S": {"type": "structure", "mixins": [{"target": "a#M"}]},
            },
        ),
        (
            "a#M: is a mixin of itself",
            {"a#M": {"type": "structure", "mixins": [{"target": "a#M"}]}},
        ),
        (
            "a#W: unknown shape a#R",
            {"a#W": {"type": "service", "version": "1", "resources": [{"target": "a#R"}]}},
        ),
        (
            "a#W: unknown shape a#R",
            {"a#W": {"type": "service", "version": "1", "rename": {"a#R": "S"}}},
        ),
        (
            "a#R: unknown shape a#X",
            {"a#R": {"type": "resource", "read": {"target": "a#X"}}},
        ),
        ("a#X$y: expected an object", {"a#X$y": {"type": "apply", "traits": {}}}),
        (
            "a#S: smithy.api#error: expected one of client, server",
            {"a#S": {"type": "structure", "traits": {"smithy.api#error": "nobody"}}},
        ),
        (
            "a#S: smithy.api#pattern: expected a string, found 1",
            {"a#S": {"type": "string", "traits": {"smithy.api#pattern": 1}}},
        ),
        (
            "a#S: smithy.api#enumValue: expected a string or an integer",
            {"a#S": {"type": "string", "traits": {"smithy.api#enumValue": 1.5}}},
        ),
    ],
)
def test_what_is_unknown_is_an_error_that_names_the_shape(
    expected: str, shapes: JsonObject
) -> None:
    """Traits, shape types, targets and values that nobody knows stop the generator."""
    with pytest.raises(ModelError) as caught:
        _load(shapes)

    assert str(caught.value).startswith(expected)


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
    """An `apply` statement reaches the members of structures and of lists."""
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
    """A truncated file is reported with its name and the place."""
    (tmp_path / "model.json").write_text('{"smithy": ')
    with pytest.raises(ModelError, match=r"^model\.json: .*line 1"):
        read_json(tmp_path / "model.json")


def test_other_versions_of_smithy_are_refused() -> None:
    """JSON ASTs of Smithy 1 and 2 are read, and no others."""
    with pytest.raises(ModelError, match=r"expected a Smithy JSON AST 2\.0, found version '3\.0'"):
        load_model({"smithy": "3.0", "shapes": {}})


def test_service_must_be_the_only_one() -> None:
    """A model of two services does not say which one is meant."""
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
