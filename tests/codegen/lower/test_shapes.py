"""From errors and enums of small models to their classes."""

import pytest

from codegen.ir.plan_shapes import Optional
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject
from tests.codegen.lower.small_models import DO, STRING, Lower, only_operation, structure


def _failing(error: JsonObject) -> JsonObject:
    return {"a#BadException": error, "a#Do": {**DO, "errors": [{"target": "a#BadException"}]}}


def test_error_facts(lower_shapes: Lower) -> None:
    """Fault, and what may be repeated, come out as facts."""
    traits: JsonObject = {
        "smithy.api#error": "server",
        "smithy.api#retryable": {"throttling": True},
    }
    package = lower_shapes(_failing(structure({"Message": STRING}, traits)))
    (error,) = package.errors

    assert ("BadException",) == only_operation(package).errors
    assert "server" == error.fault
    assert (True, True, False) == (error.retryable, error.throttling, error.quota)


def test_error_members_are_optional_and_hide_no_attribute(
    lower_shapes: Lower,
) -> None:
    """An error that lacks what the model promises is still that error."""
    members: JsonObject = {
        "Message": STRING,
        "Extra": {**STRING, "traits": {"smithy.api#required": {}}},
        "code": STRING,
    }
    error = structure(members, {"smithy.api#error": "client"})
    (lowered,) = lower_shapes(_failing(error)).errors

    assert ["extra", "code_"] == [member.name for member in lowered.members]
    assert {Optional()} == {member.presence for member in lowered.members}
    assert not lowered.sensitive_message


def test_sensitive_message(lower_shapes: Lower) -> None:
    """Some services call even the text of an error a secret."""
    error = structure({"message": {"target": "a#Secret"}}, {"smithy.api#error": "client"})

    assert lower_shapes(_failing(error)).errors[0].sensitive_message


def test_error_must_be_one(lower_shapes: Lower) -> None:
    """A structure listed as an error needs to say whose fault it is."""
    with pytest.raises(
        ModelError, match="a#BadException: is listed as an error, but has no @error"
    ):
        lower_shapes(_failing(structure({})))


def test_integer_enum_has_integers(lower_shapes: Lower) -> None:
    """A value of the wrong kind is an error that names it."""
    value: JsonObject = {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "x"}}
    level: JsonObject = {"type": "intEnum", "members": {"LOW": value}}
    with pytest.raises(
        ModelError, match=r"a#Level\$LOW: expected a value for an intEnum, found 'x'"
    ):
        lower_shapes({"a#Level": level, "a#In": structure({"L": {"target": "a#Level"}})})
