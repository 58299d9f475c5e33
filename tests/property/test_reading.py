"""Whatever JSON comes, it becomes a value or an error that says where it is wrong."""

from typing import Any

from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._runtime.serde.converter import read
from tests.property.classes import RESPONSES, each
from tests.property.json_values import answers


@each(RESPONSES)
@given(data=st.data())
def test_any_json(cls: type[Any], data: st.DataObject) -> None:
    """Any JSON gives a response or a `ResponseParseError` with a path, and nothing clings to it."""
    found = read(cls, data.draw(answers(cls)))

    if isinstance(found, kms.ResponseParseError):
        assert "$" == found.path[0]
        assert (None, None, None) == (found.__cause__, found.__context__, found.__traceback__)
    else:
        assert isinstance(found, cls)
