"""Any JSON is decoded to a value, or is an error with a path."""

from typing import Any

from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._runtime.serde.converter import read
from tests.property.classes import RESPONSES, each
from tests.property.json_values import response_json


@each(RESPONSES)
@given(data=st.data())
def test_any_json(cls: type[Any], data: st.DataObject) -> None:
    """Any JSON gives a response or a `ResponseParseError` with a path and without a traceback."""
    found = read(cls, data.draw(response_json(cls)))

    if isinstance(found, kms.ResponseParseError):
        assert "$" == found.path[0]
        assert (None, None, None) == (found.__cause__, found.__context__, found.__traceback__)
    else:
        assert isinstance(found, cls)
