"""Lowering of a package: modules of shapes, services and unsupported operations."""

import pytest

from codegen.support.errors import ModelError, Unsupported
from codegen.support.json_values import Json, JsonObject, object_at
from tests.codegen.conftest import SHAPES
from tests.codegen.lower.small_models import Lower, only_operation, structure


def test_request_and_response_are_in_the_module_of_the_operation(lower_shapes: Lower) -> None:
    """Input and output are in their operation's module, nested shapes in structures.py."""
    package = lower_shapes({"a#In": structure({"P": {"target": "a#Part"}})})

    assert ["In", "Out"] == [structure.name for structure in only_operation(package).own]
    assert ["Part"] == [structure.name for structure in package.structures]


def test_shared_output_is_in_structures(lower_shapes: Lower) -> None:
    """An output shared by two operations is in structures.py; a missing input is an empty class."""
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


def test_structures_follow_those_they_refer_to(lower_shapes: Lower) -> None:
    """In structures.py, a class comes after the classes of its members."""
    outer = structure({"Inner": {"target": "a#Part"}})
    package = lower_shapes({"a#In": structure({"A": {"target": "a#AOuter"}}), "a#AOuter": outer})

    assert ["Part", "AOuter"] == [structure.name for structure in package.structures]


def _service(traits: JsonObject) -> JsonObject:
    operations: list[Json] = [{"target": "a#Do"}]
    return {"type": "service", "version": "1", "operations": operations, "traits": traits}


def test_other_protocols_are_not_supported_and_named(lower_shapes: Lower) -> None:
    """A service with another protocol stops the generator."""
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
    """A service without SDK ID or signing name stops the generator."""
    with pytest.raises(ModelError, match=rf"a#W: expected the trait.*{missing}"):
        lower_shapes({"a#W": _service({"aws.protocols#awsJson1_1": {}, **traits})})


def test_event_streams_are_left_out_and_named(lower_shapes: Lower) -> None:
    """A streaming operation is left out, and the output says so."""
    stream: JsonObject = {"type": "union", "members": {}, "traits": {"smithy.api#streaming": {}}}
    watch: JsonObject = {"type": "operation", "output": {"target": "a#Events"}}
    shapes: JsonObject = {
        "a#S": stream,
        "a#Events": structure({"Events": {"target": "a#S"}}),
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
