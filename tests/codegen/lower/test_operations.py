"""Lowering of operations: parameters, creations, pagination, host prefixes."""

import pytest

from codegen.ir.plan import Creation, Pagination
from codegen.ir.python_types import ListType, ScalarType
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject
from tests.codegen.lower.small_models import DO, STRING, Lower, only_operation, structure


def test_deprecated_member_names_its_successor(lower_shapes: Lower) -> None:
    """The successor of a deprecated member has its Python name."""
    deprecated: JsonObject = {"smithy.api#deprecated": {"message": "use KeySpec", "since": "2021"}}
    members: JsonObject = {"KeySpec": STRING, "OldSpec": {**STRING, "traits": deprecated}}
    doc = only_operation(lower_shapes({"a#In": structure(members)})).request.members[1].doc

    assert "Deprecated since 2021: use `key_spec`. `OldSpec`, a string." == doc


def test_required_parameters_come_first(lower_shapes: Lower) -> None:
    """Parameters have the model's order, with the required ones first."""
    required: JsonObject = {**STRING, "traits": {"smithy.api#required": {}}}
    members: JsonObject = {"A": STRING, "B": required, "C": STRING, "D": required}
    operation = only_operation(lower_shapes({"a#In": structure(members)}))

    assert ["a", "b", "c", "d"] == [member.name for member in operation.request.members]
    assert ["b", "d", "a", "c"] == [member.name for member in operation.parameters]


def test_operation_without_output_returns_nothing(lower_shapes: Lower) -> None:
    """An operation with Unit as output has none."""
    operation = only_operation(
        lower_shapes({"a#Do": {**DO, "output": {"target": "smithy.api#Unit"}}})
    )

    assert operation.response is None


@pytest.mark.parametrize(
    ("expected", "value"), [(None, {}), ("given_name", {"idempotencyMember": "GivenName"})]
)
def test_creations(lower_shapes: Lower, expected: str | None, value: JsonObject) -> None:
    """The idempotency member has its Python name."""
    operation: JsonObject = {**DO, "traits": {"smaws_kms.traits#creates": value}}
    package = lower_shapes({"a#In": structure({"GivenName": STRING}), "a#Do": operation})

    assert Creation(idempotency_member=expected) == only_operation(package).creates


def test_unknown_idempotency_member_is_an_error(lower_shapes: Lower) -> None:
    """An overlay that names a missing member is an error."""
    creates: JsonObject = {"smaws_kms.traits#creates": {"idempotencyMember": "Name"}}
    with pytest.raises(ModelError, match="a#Do: a#In has no member Name"):
        lower_shapes({"a#Do": {**DO, "traits": creates}})


def test_already_done_error_that_the_operation_lacks_is_an_error(lower_shapes: Lower) -> None:
    """An overlay that names an error which the operation lacks is an error."""
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
        "a#In": structure({"Marker": STRING}),
        "a#Out": structure({"Page": {"target": "a#Page"}}),
        "a#Page": structure({"NextMarker": STRING, "Names": {"target": "a#Names"}}),
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

    assert expected == only_operation(lower_shapes(_paginated(items="Page.Names"))).pagination


@pytest.mark.parametrize("trait", [{}, {"items": "Page.NextMarker"}])
def test_pages_without_a_list_have_no_items(lower_shapes: Lower, trait: dict[str, str]) -> None:
    """Pages without items, or whose items are no collection, have no `items`."""
    pagination = only_operation(lower_shapes(_paginated(**trait))).pagination
    assert pagination is not None

    assert (None, None) == (pagination.items, pagination.listed)


def test_pages_without_tokens_are_an_error(lower_shapes: Lower) -> None:
    """Pagination without tokens, in the operation or the service, is an error."""
    paginated: JsonObject = {"smithy.api#paginated": {"items": "Names"}}
    with pytest.raises(ModelError, match="a#Do: @paginated needs inputToken and outputToken"):
        lower_shapes({"a#Do": {**DO, "traits": paginated}})


def test_nested_idempotency_member_is_an_error(lower_shapes: Lower) -> None:
    """An idempotency member that is nested in the input is an error."""
    creates: JsonObject = {"smaws_kms.traits#creates": {"idempotencyMember": "Part.Names"}}
    shapes: JsonObject = {
        "a#In": structure({"Part": {"target": "a#Part"}}),
        "a#Do": {**DO, "traits": creates},
    }
    with pytest.raises(
        ModelError,
        match=r"a#Do: idempotencyMember must be a member of the input .*path Part\.Names",
    ):
        lower_shapes(shapes)


def test_host_prefix_and_endpoint_member(lower_shapes: Lower) -> None:
    """Labels of a host prefix have Python names."""
    members: JsonObject = {
        "AccountId": {**STRING, "traits": {"smithy.api#hostLabel": {}}},
        "Url": {**STRING, "traits": {"smaws_kms.traits#requestEndpoint": {}}},
    }
    endpoint: JsonObject = {"smithy.api#endpoint": {"hostPrefix": "data.{AccountId}."}}
    package = lower_shapes({"a#In": structure(members), "a#Do": {**DO, "traits": endpoint}})

    assert "data.{account_id}." == only_operation(package).host_prefix
    assert "url" == only_operation(package).endpoint_member
    assert package.service.prefixes_hosts


def test_host_prefix_with_an_unknown_label_is_an_error(lower_shapes: Lower) -> None:
    """A label of the prefix must be a member of the input with the trait."""
    endpoint: JsonObject = {"smithy.api#endpoint": {"hostPrefix": "{Who}."}}
    with pytest.raises(ModelError, match="a#Do: hostPrefix has the labels Who"):
        lower_shapes({"a#Do": {**DO, "traits": endpoint}})


def test_idempotency_token(lower_shapes: Lower) -> None:
    """The operation has the name of its idempotency token; two tokens are an error."""
    token: JsonObject = {**STRING, "traits": {"smithy.api#idempotencyToken": {}}}
    package = lower_shapes({"a#In": structure({"ClientToken": token})})

    assert "client_token" == only_operation(package).idempotency_token
    with pytest.raises(ModelError, match="a#Do: expected at most one idempotency token, found "):
        lower_shapes({"a#In": structure({"A": token, "B": token})})
