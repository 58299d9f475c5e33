"""Generated encoders and constructors of the protocol tests' models agree with cattrs and attrs."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from smaws_kms.testing import example
from tests.conformance.building import build as build_request
from tests.conformance.cases import REQUESTS, Case
from tests.conformance.conftest import Packages
from tests.property.classes import operations_of, shapes_of
from tests.property.constructor_arguments import arguments, has_generated_constructor
from tests.property.encoding import build, generated_and_general, is_usual
from tests.property.odd_values import with_odd_part
from tests.property.values import instances


@pytest.mark.parametrize("case", REQUESTS, ids=str)
def test_requests_of_the_cases(case: Case, packages: Packages) -> None:
    """The encoder writes the request of each case, byte by byte like cattrs, or leaves it."""
    operation = getattr(packages[case.service], case.operation)
    request = build_request(operation.input, case.facts.get("params", {}))
    generated, general = generated_and_general(operation, request, "basic")

    assert general == generated


def test_examples(packages: Packages) -> None:
    """The encoder of every operation writes an example with all members."""
    operations = [it for package in packages.values() for it in operations_of(package)]
    left = [it.name for it in operations if not is_usual(it, example(it.input))]

    assert [] == left


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_request(packages: Packages, data: st.DataObject) -> None:
    """Encoders agree with cattrs, if a part is odd too."""
    operations = [it for package in packages.values() for it in operations_of(package)]
    operation = data.draw(st.sampled_from(operations))
    request = data.draw(instances(operation.input))
    odd = data.draw(st.composite(with_odd_part)(request))

    for each in (request, odd):
        generated, general = generated_and_general(operation, each, "basic")
        assert general == generated


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_arguments(packages: Packages, data: st.DataObject) -> None:
    """Constructors agree with those of attrs."""
    shapes = [it for package in packages.values() for it in shapes_of(package)]
    cls = data.draw(st.sampled_from([it for it in shapes if has_generated_constructor(it)]))
    members = data.draw(arguments(cls))

    assert build(cls, members, generated=False) == build(cls, members, generated=True)
