"""Any status, headers and bytes are decoded to an output or an error."""

import json
from typing import Any

from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.serde.aws_json import decode
from tests.property.classes import OPERATIONS, AnyOperation
from tests.property.effort import times
from tests.property.json_values import response_json
from tests.property.values import JSON

STATUSES = st.one_of(st.sampled_from([200, 204, 299, 301, 400, 403, 500, 503]), st.integers(0, 999))
NAMES = st.sampled_from(
    ["x-amzn-errortype", "x-amzn-requestid", "x-amz-request-id", "content-type", "date"]
)
CODES = st.sampled_from(["", "#", ":", "NotFoundException", "a.b#ThrottlingException:http://x/"])


def deep(depth: int) -> bytes:
    """Return the start of JSON with this many levels of nesting."""
    return b'{"a":[' * depth


@st.composite
def bodies(draw: st.DrawFn, operation: AnyOperation) -> bytes:
    """Draw a body: JSON that nearly fits, an error, other JSON, or any bytes."""
    values: list[st.SearchStrategy[Any]] = [JSON]
    if operation.output is not None:
        values.append(response_json(operation.output))
    keys = st.sampled_from(["__type", "code", "message", "Message", "other"])
    values.append(st.dictionaries(keys, CODES | JSON))
    texts = st.one_of(values).map(lambda value: json.dumps(value).encode())
    return draw(st.one_of(texts, st.binary(), st.integers(0, 20_000).map(deep)))


@times(10)
@given(
    data=st.data(),
    operation=st.sampled_from(OPERATIONS),
    status=STATUSES,
    headers=st.dictionaries(NAMES, CODES | st.text(), max_size=3),
)
def test_any_response(
    data: st.DataObject, operation: AnyOperation, status: int, headers: dict[str, str]
) -> None:
    """Decoding any response returns an output or an error, and raises nothing."""
    response = WireResponse(status, headers, data.draw(bodies(operation)))
    found = decode(operation, response)

    if isinstance(found, kms.SmawsError):
        assert isinstance(found, kms.ServiceError | kms.ResponseParseError)
        assert operation.name == found.operation
        assert (None, None, None) == (found.__cause__, found.__context__, found.__traceback__)
        assert (200 <= status < 300) == isinstance(found, kms.ResponseParseError)
    else:
        assert operation.output is None or isinstance(found, operation.output)
