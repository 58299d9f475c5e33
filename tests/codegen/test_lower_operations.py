"""From the operations of small models to the plan: where shapes live, errors, paging, names."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from codegen.errors import ModelError, Unsupported
from codegen.json_values import Json, JsonObject
from codegen.plan import Creation, Operation, Package, Pagination
from codegen.python_types import ScalarType

Lower: TypeAlias = Callable[[JsonObject], Package]

STRING: Final[JsonObject] = {"target": "smithy.api#String"}
DO: Final[JsonObject] = {
    "type": "operation",
    "input": {"target": "a#In"},
    "output": {"target": "a#Out"},
}


def _structure(members: JsonObject, traits: JsonObject | None = None) -> JsonObject:
    return {"type": "structure", "members": members, "traits": traits or {}}


def _only(package: Package) -> Operation:
    (operation,) = package.operations
    return operation


def test_deprecated_member_names_its_successor(lower_shapes: Lower) -> None:
    """The successor in the model's message is said in Python's terms."""
    deprecated: JsonObject = {"smithy.api#deprecated": {"message": "use KeySpec", "since": "2021"}}
    members: JsonObject = {"KeySpec": STRING, "OldSpec": {**STRING, "traits": deprecated}}
    doc = _only(lower_shapes({"a#In": _structure(members)})).request.members[1].doc

    assert "Deprecated since 2021: use `key_spec`. `OldSpec`, a string." == doc


def test_required_parameters_come_first(lower_shapes: Lower) -> None:
    """Parameters have the model's order, but for those that must be given."""
    required: JsonObject = {**STRING, "traits": {"smithy.api#required": {}}}
    members: JsonObject = {"A": STRING, "B": required, "C": STRING, "D": required}
    operation = _only(lower_shapes({"a#In": _structure(members)}))

    assert ["a", "b", "c", "d"] == [member.name for member in operation.request.members]
    assert ["b", "d", "a", "c"] == [member.name for member in operation.parameters]


def test_own_shapes_live_with_the_operation_and_parts_do_not(lower_shapes: Lower) -> None:
    """Input and output belong to their operation's module, what they hold to structures.py."""
    package = lower_shapes({"a#In": _structure({"P": {"target": "a#Part"}})})

    assert ["In", "Out"] == [structure.name for structure in _only(package).own]
    assert ["Part"] == [structure.name for structure in package.structures]


def test_shared_output_lives_in_structures(lower_shapes: Lower) -> None:
    """What two operations return belongs to neither; without an input, there is an empty one."""
    service: JsonObject = {
        "type": "service",
        "version": "1",
        "operations": [{"target": "a#Other"}, {"target": "a#Do"}],
        "traits": {
            "aws.api#service": {"sdkId": "W"},
            "aws.auth#sigv4": {"name": "w"},
            "aws.protocols#awsJson1_0": {},
        },
    }
    other: JsonObject = {"type": "operation", "output": {"target": "a#Out"}}
    package = lower_shapes({"a#Other": other, "a#W": service})

    assert ["Out"] == [structure.name for structure in package.structures]
    assert [["In"], ["OtherRequest"]] == [[it.name for it in op.own] for op in package.operations]


def test_structures_come_after_what_they_are_made_of(lower_shapes: Lower) -> None:
    """In structures.py, a class stands below those that its members name."""
    outer = _structure({"Inner": {"target": "a#Part"}})
    package = lower_shapes({"a#In": _structure({"A": {"target": "a#AOuter"}}), "a#AOuter": outer})

    assert ["Part", "AOuter"] == [structure.name for structure in package.structures]


def test_operation_without_output_returns_nothing(lower_shapes: Lower) -> None:
    """Unit as output is no response at all."""
    operation = _only(lower_shapes({"a#Do": {**DO, "output": {"target": "smithy.api#Unit"}}}))

    assert operation.response is None


@pytest.mark.parametrize(
    ("expected", "value"), [(None, {}), ("given_name", {"toldApartBy": "GivenName"})]
)
def test_creations(lower_shapes: Lower, expected: str | None, value: JsonObject) -> None:
    """What tells two creations apart is named as in Python."""
    operation: JsonObject = {**DO, "traits": {"smaws_kms.traits#creates": value}}
    package = lower_shapes({"a#In": _structure({"GivenName": STRING}), "a#Do": operation})

    assert Creation(told_apart_by=expected) == _only(package).creates


def test_creation_told_apart_by_nothing_is_an_error(lower_shapes: Lower) -> None:
    """An overlay that names a member which is not there is wrong."""
    creates: JsonObject = {"smaws_kms.traits#creates": {"toldApartBy": "Name"}}
    with pytest.raises(ModelError, match="a#Do: a#In has no member Name"):
        lower_shapes({"a#Do": {**DO, "traits": creates}})


def test_error_of_a_repeat_that_the_operation_lacks_is_an_error(lower_shapes: Lower) -> None:
    """An overlay that names an error which the operation cannot end in is wrong."""
    done_before: JsonObject = {"smaws_kms.traits#doneBefore": {"errors": ["a#Other"]}}
    with pytest.raises(ModelError, match="a#Do: a#Other is no error of it"):
        lower_shapes({"a#Do": {**DO, "traits": done_before}})


def _paginated(**trait: str) -> JsonObject:
    names = {"inputToken": "Marker", "outputToken": "Page.NextMarker", **trait}
    return {
        "a#In": _structure({"Marker": STRING}),
        "a#Out": _structure({"Page": {"target": "a#Page"}}),
        "a#Page": _structure({"NextMarker": STRING, "Names": {"target": "a#Names"}}),
        "a#Do": {**DO, "traits": {"smithy.api#paginated": dict(names)}},
    }


def test_pagination_follows_dotted_paths(lower_shapes: Lower) -> None:
    """Tokens and items are given as paths of Python names, with the type of an item."""
    expected = Pagination(
        input_token="marker",
        output_token=("page", "next_marker"),
        items=("page", "names"),
        item_type=ScalarType("str"),
    )

    assert expected == _only(lower_shapes(_paginated(items="Page.Names"))).pagination


@pytest.mark.parametrize(
    ("expected", "trait"),
    [
        ("a#Do: unsupported: @paginated without items", {}),
        (
            "a#Do: unsupported: @paginated items that are no plain list",
            {"items": "Page.NextMarker"},
        ),
    ],
)
def test_pages_without_a_list_are_not_supported_and_named(
    lower_shapes: Lower, expected: str, trait: dict[str, str]
) -> None:
    """Pages of which nobody can say what the items are stop the generator."""
    with pytest.raises(Unsupported, match=expected):
        lower_shapes(_paginated(**trait))


def _failing(error: JsonObject) -> JsonObject:
    return {"a#BadException": error, "a#Do": {**DO, "errors": [{"target": "a#BadException"}]}}


def test_error_facts(lower_shapes: Lower) -> None:
    """Fault, and what may be repeated, come out as facts."""
    traits: JsonObject = {
        "smithy.api#error": "server",
        "smithy.api#retryable": {"throttling": True},
    }
    package = lower_shapes(_failing(_structure({"Message": STRING}, traits)))
    (error,) = package.errors

    assert ("BadException",) == _only(package).errors
    assert "server" == error.fault
    assert (True, True, False) == (error.retryable, error.throttling, error.quota)


def test_error_with_members_is_not_supported_yet_and_named(lower_shapes: Lower) -> None:
    """An error that carries more than a message stops the generator."""
    error = _structure({"Extra": STRING}, {"smithy.api#error": "client"})
    with pytest.raises(Unsupported, match="a#BadException: unsupported: an error with members"):
        lower_shapes(_failing(error))


def test_error_must_be_one(lower_shapes: Lower) -> None:
    """A structure listed as an error needs to say whose fault it is."""
    with pytest.raises(ModelError, match="a#BadException: listed as an error"):
        lower_shapes(_failing(_structure({})))


def test_pages_without_tokens_are_an_error(lower_shapes: Lower) -> None:
    """Paging needs to know how to go on, from the operation or from the service."""
    paginated: JsonObject = {"smithy.api#paginated": {"items": "Names"}}
    with pytest.raises(ModelError, match="a#Do: @paginated without tokens"):
        lower_shapes({"a#Do": {**DO, "traits": paginated}})


def _service(traits: JsonObject) -> JsonObject:
    operations: list[Json] = [{"target": "a#Do"}]
    return {"type": "service", "version": "1", "operations": operations, "traits": traits}


def test_other_protocols_are_not_supported_and_named(lower_shapes: Lower) -> None:
    """A service that speaks something else stops the generator."""
    with pytest.raises(
        Unsupported, match="a#W: unsupported: a service that does not speak awsJson"
    ):
        lower_shapes({"a#W": _service({})})


def test_service_that_cannot_be_signed_for_is_an_error(lower_shapes: Lower) -> None:
    """Without its names for AWS and for signatures, a service cannot be called."""
    with pytest.raises(ModelError, match=r"a#W: needs aws\.api#service"):
        lower_shapes({"a#W": _service({"aws.protocols#awsJson1_1": {}})})


def test_integer_enum_has_integers(lower_shapes: Lower) -> None:
    """A value of the wrong kind is an error that names it."""
    value: JsonObject = {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "x"}}
    level: JsonObject = {"type": "intEnum", "members": {"LOW": value}}
    with pytest.raises(ModelError, match=r"a#Level\$LOW: 'x' is no value of an intEnum"):
        lower_shapes({"a#Level": level, "a#In": _structure({"L": {"target": "a#Level"}})})


@pytest.mark.parametrize(
    ("expected", "shapes"),
    [
        (
            r"a#In\$KeyId and a#In\$keyId would both be called key_id",
            {"a#In": _structure({"KeyId": STRING, "keyId": STRING})},
        ),
        (
            "b#Part and a#Part would both be called Part",
            {
                "b#Part": _structure({}),
                "a#In": _structure({"A": {"target": "b#Part"}, "B": {"target": "a#Part"}}),
            },
        ),
        (
            r"a#DoError and a#Do \(its errors\) would both be called DoError",
            {"a#DoError": _structure({}), "a#In": _structure({"A": {"target": "a#DoError"}})},
        ),
    ],
)
def test_collision_is_an_error_that_names_both(
    lower_shapes: Lower, expected: str, shapes: JsonObject
) -> None:
    """Two shapes never share a Python name, nor is one of them renamed in silence."""
    with pytest.raises(ModelError, match=expected):
        lower_shapes(shapes)
