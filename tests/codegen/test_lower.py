"""From small models to the plan: presence, types, limits, facts."""

from typing import Final

import pytest

from codegen.descriptions import Descriptions
from codegen.errors import ModelError, Unsupported
from codegen.json_values import Json, JsonObject
from codegen.load import load_model
from codegen.lower import lower
from codegen.plan import (
    Creation,
    DefaultValue,
    Limits,
    Member,
    Operation,
    Optional,
    Package,
    Pagination,
    Presence,
    Required,
)
from codegen.python_types import (
    ClassType,
    EnumType,
    IntEnumType,
    ListType,
    MapType,
    PyType,
    ScalarType,
)

STR: Final = ScalarType("str")

SHAPES: Final[JsonObject] = {
    "a#Color": {
        "type": "enum",
        "members": {
            "RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "red"}}
        },
    },
    "a#Level": {
        "type": "intEnum",
        "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}},
    },
    "a#Name": {
        "type": "string",
        "traits": {"smithy.api#length": {"min": 1, "max": 9}, "smithy.api#pattern": "^x"},
    },
    "a#Names": {
        "type": "list",
        "member": {"target": "a#Name"},
        "traits": {"smithy.api#length": {"max": 3}, "smithy.api#uniqueItems": {}},
    },
    "a#Holes": {
        "type": "list",
        "member": {"target": "a#Color"},
        "traits": {"smithy.api#sparse": {}},
    },
    "a#Secret": {"type": "string", "traits": {"smithy.api#sensitive": {}}},
    "a#Secrets": {
        "type": "map",
        "key": {"target": "smithy.api#String"},
        "value": {"target": "a#SecretList"},
    },
    "a#SecretList": {"type": "list", "member": {"target": "a#Secret"}},
    "a#Part": {"type": "structure", "members": {"Names": {"target": "a#Names"}}},
    "a#Moment": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "http-date"}},
    "a#Choice": {"type": "union", "members": {"A": {"target": "smithy.api#String"}}},
}


def _lower(
    *,
    input_: JsonObject | None = None,
    output: JsonObject | None = None,
    operation: JsonObject | None = None,
    more: JsonObject | None = None,
) -> Package:
    """Return the plan of a service with one operation, `Do`, with these members."""
    shapes: JsonObject = {
        **SHAPES,
        "a#W": {
            "type": "service",
            "version": "1",
            "operations": [{"target": "a#Do"}],
            "traits": {
                "aws.api#service": {"sdkId": "W"},
                "aws.auth#sigv4": {"name": "w"},
                "aws.protocols#awsJson1_1": {},
            },
        },
        "a#Do": {
            "type": "operation",
            "input": {"target": "a#In"},
            "output": {"target": "a#Out"},
            **(operation or {}),
        },
        "a#In": {"type": "structure", "members": input_ or {}},
        "a#Out": {"type": "structure", "members": output or {}},
        **(more or {}),
    }
    return lower(load_model({"smithy": "2.0", "shapes": shapes}), Descriptions(None))


def _member(target: str, traits: JsonObject | None = None, *, of: str = "input") -> Member:
    """Return the plan of a member of the input or the output."""
    members: JsonObject = {"M": {"target": target, "traits": traits or {}}}
    if of == "input":
        return _lower(input_=members).operations[0].request.members[0]
    response = _lower(output=members).operations[0].response
    assert response is not None
    return response.members[0]


REQUIRED: Final[JsonObject] = {"smithy.api#required": {}}
ALWAYS: Final[JsonObject] = {"smaws_kms.traits#alwaysPresent": {}}
DEFAULT_TRUE: Final[JsonObject] = {"smithy.api#default": True}


@pytest.mark.parametrize(
    ("expected", "of", "target", "traits"),
    [
        (Required(), "input", "smithy.api#String", REQUIRED),
        (Required(), "output", "smithy.api#String", REQUIRED),
        (Optional(), "input", "smithy.api#String", {}),
        (Optional(), "output", "smithy.api#String", {}),
        (Optional(), "input", "smithy.api#Boolean", DEFAULT_TRUE),
        (DefaultValue("True"), "output", "smithy.api#Boolean", DEFAULT_TRUE),
        (Required(), "input", "smithy.api#Boolean", {**DEFAULT_TRUE, **REQUIRED}),
        (Optional(), "output", "smithy.api#Boolean", {"smithy.api#default": None}),
        (Optional(), "output", "smithy.api#String", {**REQUIRED, "smithy.api#clientOptional": {}}),
        (Required(), "output", "smithy.api#String", ALWAYS),
        (DefaultValue("()"), "output", "a#Names", ALWAYS),
        (DefaultValue("{}"), "output", "a#Secrets", ALWAYS),
        (DefaultValue("()"), "output", "a#Names", {"smithy.api#default": []}),
        (DefaultValue("{}"), "output", "a#Secrets", {"smithy.api#default": {}}),
        (DefaultValue("Color.RED"), "output", "a#Color", {"smithy.api#default": "red"}),
        (DefaultValue("Level.LOW"), "output", "a#Level", {"smithy.api#default": 1}),
        (DefaultValue("b'abc'"), "output", "smithy.api#Blob", {"smithy.api#default": "YWJj"}),
        (
            DefaultValue('Decimal("1.5")'),
            "output",
            "smithy.api#BigDecimal",
            {"smithy.api#default": 1.5},
        ),
    ],
)
def test_presence(expected: Presence, of: str, target: str, traits: JsonObject) -> None:
    """Required is plain, a default counts outside inputs, everything else may be None."""
    assert expected == _member(target, traits, of=of).presence


def test_always_present_is_for_answers() -> None:
    """An overlay that promises what the user must give is wrong."""
    with pytest.raises(ModelError, match=r"a#In\$M: alwaysPresent"):
        _member("smithy.api#String", ALWAYS)


@pytest.mark.parametrize(
    ("target", "value"), [("a#Color", "blue"), ("smithy.api#Timestamp", 0), ("a#Names", ["x"])]
)
def test_default_that_cannot_be_written_is_an_error(target: str, value: Json) -> None:
    """A default that fits no source text is not dropped."""
    with pytest.raises((ModelError, Unsupported), match=r"a#Out\$M: .*default"):
        _member(target, {"smithy.api#default": value}, of="output")


@pytest.mark.parametrize(
    ("expected", "target", "traits"),
    [
        (STR, "smithy.api#String", {}),
        (ScalarType("bytes"), "smithy.api#Blob", {}),
        (ScalarType("int"), "smithy.api#BigInteger", {}),
        (ScalarType("float"), "smithy.api#Float", {}),
        (ScalarType("Decimal"), "smithy.api#BigDecimal", {}),
        (ScalarType("Document"), "smithy.api#Document", {}),
        (ScalarType("datetime"), "smithy.api#Timestamp", {}),
        (ScalarType("HttpDate"), "a#Moment", {}),
        (ScalarType("DateTimeText"), "a#Moment", {"smithy.api#timestampFormat": "date-time"}),
        (ScalarType("datetime"), "a#Moment", {"smithy.api#timestampFormat": "epoch-seconds"}),
        (EnumType("Color"), "a#Color", {}),
        (IntEnumType("Level"), "a#Level", {}),
        (ClassType("Part"), "a#Part", {}),
        (ListType(STR), "a#Names", {}),
        (ListType(EnumType("Color"), sparse=True), "a#Holes", {}),
        (MapType(STR, ListType(STR)), "a#Secrets", {}),
    ],
)
def test_types(expected: PyType, target: str, traits: JsonObject) -> None:
    """Every kind of shape has its Python type; a member's timestamp format wins."""
    assert expected == _member(target, traits).type


def test_union_is_not_supported_yet_and_named() -> None:
    """A union stops the generator and says which."""
    with pytest.raises(Unsupported, match=r"a#In\$M: unsupported: union shape a#Choice"):
        _member("a#Choice")


@pytest.mark.parametrize(
    ("expected", "target", "traits"),
    [
        (None, "smithy.api#String", {}),
        (Limits(min=1, max=9, pattern="^x"), "a#Name", {}),
        (Limits(min=2, pattern="^x"), "a#Name", {"smithy.api#length": {"min": 2}}),
        (Limits(max=0.5), "smithy.api#Double", {"smithy.api#range": {"max": 0.5}}),
        (
            Limits(max=3, unique=True, item=Limits(min=1, max=9, pattern="^x")),
            "a#Names",
            {},
        ),
        (None, "a#Secrets", {}),
    ],
)
def test_limits(expected: Limits | None, target: str, traits: JsonObject) -> None:
    """Limits come from the target and its elements; what a member says itself wins."""
    assert expected == _member(target, traits).limits


@pytest.mark.parametrize(
    ("expected", "target", "traits"),
    [
        (True, "a#Secret", {}),
        (True, "a#Secrets", {}),
        (True, "smithy.api#String", {"smithy.api#sensitive": {}}),
        (False, "a#Names", {}),
    ],
)
def test_sensitive(*, expected: bool, target: str, traits: JsonObject) -> None:
    """A secret is one wherever it is marked: member, target, or anything in it."""
    assert expected == _member(target, traits).sensitive


def test_deprecated_member_names_its_successor() -> None:
    """The successor in the model's message is said in Python's terms."""
    package = _lower(
        input_={
            "KeySpec": {"target": "smithy.api#String"},
            "OldSpec": {
                "target": "smithy.api#String",
                "traits": {"smithy.api#deprecated": {"message": "use KeySpec", "since": "2021"}},
            },
        }
    )
    doc = package.operations[0].request.members[1].doc

    assert "Deprecated since 2021: use `key_spec`. `OldSpec`, a string." == doc


def _only(package: Package) -> Operation:
    (operation,) = package.operations
    return operation


def test_own_shapes_live_with_the_operation_and_parts_do_not() -> None:
    """Input and output belong to their operation's module, what they hold to structures.py."""
    package = _lower(input_={"P": {"target": "a#Part"}})

    assert ["In", "Out"] == [structure.name for structure in _only(package).own]
    assert ["Part"] == [structure.name for structure in package.structures]


def test_shared_output_lives_in_structures() -> None:
    """What two operations return belongs to neither."""
    other: JsonObject = {"type": "operation", "output": {"target": "a#Out"}}
    service: JsonObject = {
        "type": "service",
        "version": "1",
        "operations": [{"target": "a#Do"}, {"target": "a#Other"}],
        "traits": {
            "aws.api#service": {"sdkId": "W"},
            "aws.auth#sigv4": {"name": "w"},
            "aws.protocols#awsJson1_0": {},
        },
    }
    package = _lower(more={"a#Other": other, "a#W": service})

    assert ["Out"] == [structure.name for structure in package.structures]
    assert [["In"], ["OtherRequest"]] == [[it.name for it in op.own] for op in package.operations]


def test_operation_without_output_returns_nothing() -> None:
    """Unit as output is no response at all."""
    operation = _only(_lower(operation={"output": {"target": "smithy.api#Unit"}}))

    assert operation.response is None


@pytest.mark.parametrize(
    ("expected", "value"), [(None, {}), ("given_name", {"toldApartBy": "GivenName"})]
)
def test_creations(expected: str | None, value: JsonObject) -> None:
    """What tells two creations apart is named as in Python."""
    package = _lower(
        input_={"GivenName": {"target": "smithy.api#String"}},
        operation={"traits": {"smaws_kms.traits#creates": value}},
    )

    assert Creation(told_apart_by=expected) == _only(package).creates


def test_creation_told_apart_by_nothing_is_an_error() -> None:
    """An overlay that names a member which is not there is wrong."""
    with pytest.raises(ModelError, match="a#Do: a#In has no member Name"):
        _lower(operation={"traits": {"smaws_kms.traits#creates": {"toldApartBy": "Name"}}})


def test_pagination_follows_dotted_paths() -> None:
    """Tokens and items are given as paths of Python names, with the type of an item."""
    paginated = {"inputToken": "Marker", "outputToken": "Page.NextMarker", "items": "Page.Names"}
    package = _lower(
        input_={"Marker": {"target": "smithy.api#String"}},
        output={"Page": {"target": "a#Page"}},
        operation={"traits": {"smithy.api#paginated": dict(paginated)}},
        more={
            "a#Page": {
                "type": "structure",
                "members": {
                    "NextMarker": {"target": "smithy.api#String"},
                    "Names": {"target": "a#Names"},
                },
            }
        },
    )

    assert (
        Pagination(
            input_token="marker",
            output_token=("page", "next_marker"),
            items=("page", "names"),
            item_type=STR,
        )
        == _only(package).pagination
    )


def _error(members: JsonObject, traits: JsonObject) -> Package:
    error: JsonObject = {"type": "structure", "members": members, "traits": traits}
    return _lower(
        operation={"errors": [{"target": "a#BadException"}]}, more={"a#BadException": error}
    )


def test_error_facts() -> None:
    """Fault, and what may be repeated, come out as facts."""
    package = _error(
        {"Message": {"target": "smithy.api#String"}},
        {"smithy.api#error": "server", "smithy.api#retryable": {"throttling": True}},
    )
    (error,) = package.errors

    assert ("server", True, True, False) == (
        error.fault,
        error.retryable,
        error.throttling,
        error.quota,
    )
    assert ("BadException",) == _only(package).errors


def test_error_with_members_is_not_supported_yet_and_named() -> None:
    """An error that carries more than a message stops the generator."""
    with pytest.raises(Unsupported, match="a#BadException: unsupported: an error with members"):
        _error({"Extra": {"target": "smithy.api#String"}}, {"smithy.api#error": "client"})


def test_error_must_be_one() -> None:
    """A structure listed as an error needs to say whose fault it is."""
    with pytest.raises(ModelError, match="a#BadException: listed as an error"):
        _error({}, {})


@pytest.mark.parametrize(
    ("expected", "more", "input_"),
    [
        (
            r"a#In\$KeyId and a#In\$keyId would both be called key_id",
            {},
            {"KeyId": {"target": "smithy.api#String"}, "keyId": {"target": "smithy.api#String"}},
        ),
        (
            r"b#Part and a#Part would both be called Part",
            {"b#Part": {"type": "structure", "members": {}}},
            {"A": {"target": "b#Part"}, "B": {"target": "a#Part"}},
        ),
        (
            r"a#DoError and a#Do \(its errors\) would both be called DoError",
            {"a#DoError": {"type": "structure", "members": {}}},
            {"A": {"target": "a#DoError"}},
        ),
    ],
)
def test_collision_is_an_error_that_names_both(
    expected: str, more: JsonObject, input_: JsonObject
) -> None:
    """Two shapes never share a Python name, nor is one of them renamed in silence."""
    with pytest.raises(ModelError, match=expected):
        _lower(input_=input_, more=more)
