"""Methods create the same requests as the classes, and raise the same errors."""

from typing import Any, Final

from hypothesis import given, strategies as st

import smaws_kms as kms
from codegen.lower.names import snake_case
from smaws_kms.testing import example
from tests.property.classes import AnyOperation, each, operations_of
from tests.property.constructor_arguments import members_of
from tests.property.effort import times
from tests.property.encoding import outcome
from tests.property.odd_values import with_odd_part
from tests.property.values import instances

_OPERATIONS: Final = {operation.input: operation for operation in operations_of(kms)}


class _Recorder(kms.KMSClient):
    """A client that returns the requests of its methods."""

    def perform(self, operation: object, request: Any) -> Any:  # noqa: ARG002  # a base class's
        return request


def _outcome_of_method(operation: AnyOperation, members: dict[str, object]) -> object:
    method = getattr(_Recorder(), snake_case(operation.name))
    return outcome(lambda: method(**members))


@each([*_OPERATIONS])
def test_all_members(cls: type[Any]) -> None:
    """Each method passes every argument on as the member of that name."""
    request = example(cls)

    assert request == _outcome_of_method(_OPERATIONS[cls], members_of(request))


@times(5)
@given(operation=st.sampled_from([*_OPERATIONS.values()]), data=st.data())
def test_odd_arguments(operation: AnyOperation, data: st.DataObject) -> None:
    """A method raises the error of the class for a wrong argument."""
    members = members_of(data.draw(instances(operation.input)))
    if members:
        name = data.draw(st.sampled_from(sorted(members)))
        members[name] = data.draw(st.composite(with_odd_part)(members[name]))

    assert repr(outcome(lambda: operation.input(**members))) == repr(
        _outcome_of_method(operation, members)
    )
