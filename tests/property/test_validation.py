"""Values within the limits of the model pass, and a value that violates one is an error."""

from typing import Any, Final

import attrs
import pytest
from hypothesis import given, strategies as st

import smaws_kms as kms
from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.serde.validation import validate
from smaws_kms._runtime.values import Validate
from tests.property.broken import broken, evolved
from tests.property.classes import REQUESTS, each
from tests.property.values import NO_LIMITS, Strategy, instances

MODES: Final = st.sampled_from(["full", "basic", "off"])


def _broken_members() -> dict[str, tuple[type[Any], str, list[Strategy]]]:
    """Return the members with limits, and strategies that violate these."""
    return {
        f"{cls.__name__}.{field.name}": (cls, field.name, strategies)
        for cls in REQUESTS
        for field in attrs.fields(cls)
        if (strategies := [*broken(field.type, member_of(field).limits or NO_LIMITS)])
    }


BROKEN: Final = _broken_members()


@each(REQUESTS)
@given(data=st.data(), mode=MODES)
def test_within_limits(cls: type[Any], data: st.DataObject, mode: Validate) -> None:
    """A request within its limits passes in every mode."""
    assert validate(data.draw(instances(cls)), mode) is None


@pytest.mark.parametrize(("cls", "name", "strategies"), list(BROKEN.values()), ids=list(BROKEN))
@given(data=st.data())
def test_one_broken_limit(
    cls: type[Any], name: str, strategies: list[Strategy], data: st.DataObject
) -> None:
    """The error of mode `full` names the member and shows no value."""
    request = data.draw(evolved(cls, name, st.one_of(strategies)))
    error = validate(request, "full")

    assert isinstance(error, kms.RequestValidationError)
    assert name == error.member.partition(".")[0].partition("[")[0]
    assert error.message.startswith(f"{error.member} ")
    assert "\N{SNOWMAN}" not in error.message
