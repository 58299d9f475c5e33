"""Generated encoders write what cattrs writes, or leave the request to it."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from smaws_kms._runtime.values import Validate
from smaws_kms.testing import example
from tests.property.classes import OPERATIONS, AnyOperation
from tests.property.effort import times
from tests.property.encoding import generated_and_general, is_usual
from tests.property.odd_values import with_odd_part
from tests.property.values import instances

MODES = st.sampled_from(["basic", "off", "full"])


@pytest.mark.parametrize("operation", OPERATIONS, ids=[it.name for it in OPERATIONS])
def test_usual_request(operation: AnyOperation) -> None:
    """The encoder of each operation writes a request with all members, byte by byte like cattrs."""
    request: Any = example(operation.input)
    generated, general = generated_and_general(operation, request, "basic")

    assert is_usual(operation, request)
    assert general == generated


@times(3)
@given(operation=st.sampled_from(OPERATIONS), mode=MODES, data=st.data())
def test_any_request(operation: AnyOperation, mode: Validate, data: st.DataObject) -> None:
    """The encoder agrees with cattrs and the checks on requests within the limits."""
    request = data.draw(instances(operation.input))
    generated, general = generated_and_general(operation, request, mode)

    assert general == generated


@times(10)
@given(operation=st.sampled_from(OPERATIONS), mode=MODES, data=st.data())
def test_odd_request(operation: AnyOperation, mode: Validate, data: st.DataObject) -> None:
    """The encoder agrees with cattrs and the checks, in values and errors, if a part is odd."""
    request = data.draw(st.composite(with_odd_part)(data.draw(instances(operation.input))))
    generated, general = generated_and_general(operation, request, mode)

    assert general == generated
