"""The JSON of a request has the members that are set, and no others."""

import json
from collections.abc import Mapping
from typing import Any, cast

import attrs
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.serde.request_body import encode
from tests.property.classes import REQUESTS, each
from tests.property.values import instances

KMS_REQUESTS = [cls for cls in REQUESTS if cls.__module__ == kms.__name__]


@each(KMS_REQUESTS)
@given(data=st.data())
def test_only_what_is_set(cls: type[Any], data: st.DataObject) -> None:
    """Each object has the members that are set, and nothing is null."""
    request = data.draw(instances(cls))
    body = encode(request)

    assert isinstance(body, bytes)
    assert outline(request) == names_in(json.loads(body))


def outline(value: Any) -> Any:
    """Return the wire names of the set members of a shape, at every level, without values."""
    cls: type[Any] = value.__class__
    if attrs.has(cls):
        members = {field: getattr(value, field.name) for field in attrs.fields(cls)}
        return {
            member_of(field).wire_name: outline(member)
            for field, member in members.items()
            if member is not None
        }
    if isinstance(value, tuple):
        return [outline(item) for item in cast("tuple[object, ...]", value)]
    if isinstance(value, Mapping):
        return {key: outline(item) for key, item in cast("Mapping[str, object]", value).items()}
    return "plain"


def names_in(data: Any) -> Any:
    """Return the outline of JSON. A null would make it differ."""
    if isinstance(data, dict):
        return {key: names_in(item) for key, item in cast("dict[str, object]", data).items()}
    if isinstance(data, list):
        return [names_in(item) for item in cast("list[object]", data)]
    return None if data is None else "plain"
