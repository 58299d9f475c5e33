"""From the operations of small models to the plan: where shapes live, errors, paging, names."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest
from attrs import evolve

from codegen.ir.plan import Creation, Operation, Package, Pagination
from codegen.ir.plan_shapes import Optional
from codegen.ir.python_types import ListType, ScalarType
from codegen.lower.collisions import check_collisions
from codegen.support.errors import ModelError, Unsupported
from codegen.support.json_values import Json, JsonObject, object_at
from tests.codegen.conftest import SHAPES

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
    ("expected", "value"), [(None, {}), ("given_name", {"idempotencyMember": "GivenName"})]
)
def test_creations(lower_shapes: Lower, expected: str | None, value: JsonObject) -> None:
    """What tells two creations apart is named as in Python."""
    operation: JsonObject = {**DO, "traits": {"smaws_kms.traits#creates": value}}
    package = lower_shapes({"a#In": _structure({"GivenName": STRING}), "a#Do": operation})

    assert Creation(idempotency_member=expected) == _only(package).creates


def test_creation_told_apart_by_nothing_is_an_error(lower_shapes: Lower) -> None:
    """An overlay that names a member which is not there is wrong."""
    creates: JsonObject = {"smaws_kms.traits#creates": {"idempotencyMember": "Name"}}
    with pytest.raises(ModelError, match="a#Do: a#In has no member Name"):
        lower_shapes({"a#Do": {**DO, "traits": creates}})


def test_error_of_a_repeat_that_the_operation_lacks_is_an_error(lower_shapes: Lower) -> None:
    """An overlay that names an error which the operation cannot end in is wrong."""
    already_done_errors: JsonObject = {
        "smaws_kms.traits#alreadyDoneErrors": {"errors": ["a#Other"]}
    }
    with pytest.raises(
        ModelError, match="a#Do: alreadyDoneErrors must be errors of the operation, found a#Other"
    ):
        lower_shapes({"a#Do": {**DO, "traits": already_done_errors}})


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
        listed=ListType(ScalarType("str")),
    )

    assert expected == _only(lower_shapes(_paginated(items="Page.Names"))).pagination


@pytest.mark.parametrize("trait", [{}, {"items": "Page.NextMarker"}])
def test_pages_without_a_list_have_no_items(lower_shapes: Lower, trait: dict[str, str]) -> None:
    """There is nothing to walk in a page that names no items, or items that are no collection."""
    pagination = _only(lower_shapes(_paginated(**trait))).pagination
    assert pagination is not None

    assert (None, None) == (pagination.items, pagination.listed)


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


def test_error_members_are_optional_and_keep_clear_of_every_errors_own(
    lower_shapes: Lower,
) -> None:
    """An error that lacks what the model promises is still that error."""
    members: JsonObject = {
        "Message": STRING,
        "Extra": {**STRING, "traits": {"smithy.api#required": {}}},
        "code": STRING,
    }
    error = _structure(members, {"smithy.api#error": "client"})
    (lowered,) = lower_shapes(_failing(error)).errors

    assert ["extra", "code_"] == [member.name for member in lowered.members]
    assert {Optional()} == {member.presence for member in lowered.members}
    assert not lowered.sensitive_message


def test_sensitive_message_is_a_fact(lower_shapes: Lower) -> None:
    """Some services call even the text of an error a secret."""
    error = _structure({"message": {"target": "a#Secret"}}, {"smithy.api#error": "client"})

    assert lower_shapes(_failing(error)).errors[0].sensitive_message


def test_error_must_be_one(lower_shapes: Lower) -> None:
    """A structure listed as an error needs to say whose fault it is."""
    with pytest.raises(
        ModelError, match="a#BadException: is listed as an error, but has no @error"
    ):
        lower_shapes(_failing(_structure({})))


def test_pages_without_tokens_are_an_error(lower_shapes: Lower) -> None:
    """Paging needs to know how to go on, from the operation or from the service."""
    paginated: JsonObject = {"smithy.api#paginated": {"items": "Names"}}
    with pytest.raises(ModelError, match="a#Do: @paginated needs inputToken and outputToken"):
        lower_shapes({"a#Do": {**DO, "traits": paginated}})


def test_creation_told_apart_by_a_part_of_a_member_is_an_error(lower_shapes: Lower) -> None:
    """What tells creations apart is a parameter, and nothing inside one."""
    creates: JsonObject = {"smaws_kms.traits#creates": {"idempotencyMember": "Part.Names"}}
    shapes: JsonObject = {
        "a#In": _structure({"Part": {"target": "a#Part"}}),
        "a#Do": {**DO, "traits": creates},
    }
    with pytest.raises(
        ModelError,
        match=r"a#Do: idempotencyMember must be a member of the input .*path Part\.Names",
    ):
        lower_shapes(shapes)


def _service(traits: JsonObject) -> JsonObject:
    operations: list[Json] = [{"target": "a#Do"}]
    return {"type": "service", "version": "1", "operations": operations, "traits": traits}


def test_other_protocols_are_not_supported_and_named(lower_shapes: Lower) -> None:
    """A service that speaks something else stops the generator."""
    with pytest.raises(Unsupported, match=r"a#W: unsupported: expected aws\.protocols#awsJson1_0"):
        lower_shapes({"a#W": _service({"aws.api#service": {"sdkId": "W"}})})


@pytest.mark.parametrize(
    ("missing", "traits"),
    [
        ("aws.api#service", {"aws.auth#sigv4": {"name": "w"}}),
        ("aws.auth#sigv4", {"aws.api#service": {"sdkId": "W"}}),
    ],
)
def test_service_that_cannot_be_signed_for_is_an_error(
    lower_shapes: Lower, missing: str, traits: JsonObject
) -> None:
    """Without its names for AWS and for signatures, a service cannot be called."""
    with pytest.raises(ModelError, match=rf"a#W: expected the trait.*{missing}"):
        lower_shapes({"a#W": _service({"aws.protocols#awsJson1_1": {}, **traits})})


def test_integer_enum_has_integers(lower_shapes: Lower) -> None:
    """A value of the wrong kind is an error that names it."""
    value: JsonObject = {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "x"}}
    level: JsonObject = {"type": "intEnum", "members": {"LOW": value}}
    with pytest.raises(
        ModelError, match=r"a#Level\$LOW: expected a value for an intEnum, found 'x'"
    ):
        lower_shapes({"a#Level": level, "a#In": _structure({"L": {"target": "a#Level"}})})


def test_shapes_that_want_one_name_get_two(lower_shapes: Lower) -> None:
    """The service's own namespace comes first; the renaming is said and not done in silence."""
    package = lower_shapes(
        {
            "far.off#Part": _structure({}),
            "a#In": _structure({"A": {"target": "far.off#Part"}, "B": {"target": "a#Part"}}),
        }
    )

    assert {"Part", "OffPart"} == {structure.name for structure in package.structures}
    assert (
        "far.off#Part is named OffPart, because another shape is named Part",
    ) == package.left_out


def test_error_union_gives_way_to_a_shape(lower_shapes: Lower) -> None:
    """A structure keeps its name; the union of an operation's errors takes another."""
    package = lower_shapes(
        {"a#DoError": _structure({}), "a#In": _structure({"A": {"target": "a#DoError"}})}
    )

    assert "DoErrors" == _only(package).error_union


def test_members_that_want_one_name_get_two(lower_shapes: Lower) -> None:
    """The first one gets it."""
    package = lower_shapes({"a#In": _structure({"KeyId": STRING, "keyId": STRING})})

    assert ["key_id", "key_id_"] == [member.name for member in _only(package).request.members]


def test_one_name_for_two_things_is_an_error(lower_shapes: Lower) -> None:
    """Should names be given twice all the same, nothing is written."""
    package = lower_shapes({})
    operation = _only(package)
    twice = evolve(package, operations=(operation, evolve(operation, shape="a#Other")))
    with pytest.raises(ModelError, match="a#Do and a#Other would both be called Do"):
        check_collisions(twice)


def test_host_prefix_and_endpoint_member(lower_shapes: Lower) -> None:
    """Labels of a host prefix have Python names."""
    members: JsonObject = {
        "AccountId": {**STRING, "traits": {"smithy.api#hostLabel": {}}},
        "Url": {**STRING, "traits": {"smaws_kms.traits#requestEndpoint": {}}},
    }
    endpoint: JsonObject = {"smithy.api#endpoint": {"hostPrefix": "data.{AccountId}."}}
    package = lower_shapes({"a#In": _structure(members), "a#Do": {**DO, "traits": endpoint}})

    assert "data.{account_id}." == _only(package).host_prefix
    assert "url" == _only(package).endpoint_member
    assert package.service.prefixes_hosts


def test_host_prefix_with_an_unknown_label_is_an_error(lower_shapes: Lower) -> None:
    """Each label of the prefix is a member of the input that says so."""
    endpoint: JsonObject = {"smithy.api#endpoint": {"hostPrefix": "{Who}."}}
    with pytest.raises(ModelError, match="a#Do: hostPrefix has the labels Who"):
        lower_shapes({"a#Do": {**DO, "traits": endpoint}})


def test_idempotency_token(lower_shapes: Lower) -> None:
    """The member that holds the token is a fact of the operation; two of them are an error."""
    token: JsonObject = {**STRING, "traits": {"smithy.api#idempotencyToken": {}}}
    package = lower_shapes({"a#In": _structure({"ClientToken": token})})

    assert "client_token" == _only(package).idempotency_token
    with pytest.raises(ModelError, match="a#Do: expected at most one idempotency token, found "):
        lower_shapes({"a#In": _structure({"A": token, "B": token})})


def test_event_streams_are_left_out_and_named(lower_shapes: Lower) -> None:
    """An operation that streams is not there, and a line says so."""
    stream: JsonObject = {"type": "union", "members": {}, "traits": {"smithy.api#streaming": {}}}
    watch: JsonObject = {"type": "operation", "output": {"target": "a#Events"}}
    shapes: JsonObject = {
        "a#S": stream,
        "a#Events": _structure({"Events": {"target": "a#S"}}),
        "a#Watch": watch,
    }
    service = object_at(SHAPES["a#W"], "a#W")
    both: JsonObject = {**service, "operations": [{"target": "a#Do"}, {"target": "a#Watch"}]}
    package = lower_shapes({**shapes, "a#W": both})

    assert ["Do"] == [operation.wire_name for operation in package.operations]
    assert (
        "Watch is left out: event streams and streamed blobs are not supported",
    ) == package.left_out
    with pytest.raises(Unsupported, match=r"a#W: .*no operation can be generated \(Watch is left"):
        lower_shapes({**shapes, "a#W": {**service, "operations": [{"target": "a#Watch"}]}})
    with pytest.raises(Unsupported, match=r"a#W: .*no operation can be generated \(it has none\)"):
        lower_shapes({"a#W": {**service, "operations": []}})
