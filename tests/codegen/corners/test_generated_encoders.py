"""Encoders and constructors for types that KMS lacks: unions, documents, sparse lists, recursion."""

from typing import Any, Final

import attrs
from hypothesis import HealthCheck, given, settings, strategies as st

import smaws_kms as kms
from tests.property.classes import operations_of, shapes_of
from tests.property.constructor_arguments import arguments, has_generated_constructor
from tests.property.encoding import build, generated_and_general, is_usual
from tests.property.odd_values import with_odd_part
from tests.property.values import instances

_WITH_PACKAGES: Final = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@_WITH_PACKAGES
@given(data=st.data())
def test_encoders(nesting: Any, data: st.DataObject) -> None:
    """Encoders agree with cattrs, if a part is odd too."""
    operation = data.draw(st.sampled_from(operations_of(nesting)))
    request = data.draw(instances(operation.input))
    odd = data.draw(st.composite(with_odd_part)(request))

    for each in (request, odd):
        generated, general = generated_and_general(operation, each, "basic")
        assert general == generated


@_WITH_PACKAGES
@given(data=st.data())
def test_constructors(nesting: Any, data: st.DataObject) -> None:
    """Constructors agree with those of attrs."""
    classes = [cls for cls in shapes_of(nesting) if has_generated_constructor(cls)]
    cls = data.draw(st.sampled_from(classes))
    members = data.draw(arguments(cls))

    assert build(cls, members, generated=False) == build(cls, members, generated=True)


def test_all_types_at_once(nesting: Any) -> None:
    """One request with nearly all types is written by the encoder, byte by byte like cattrs."""
    leaf = nesting.EndLeaf(nesting.Unit())
    fruit = nesting.Fruit(stone=nesting.EndSecret("s"), weight=0.5)
    ends = (
        leaf,
        nesting.EndFruit(fruit),
        nesting.EndJuice({"any": [1, None]}),
        kms.UnknownMember("x", 1),
    )
    request = nesting.Branch(
        branches=[nesting.Branch()],
        named={nesting.Kind.OAK: nesting.Branch(), kms.UnknownValue("elm"): nesting.Branch()},
        layers=[None, {"a": ends}],
        end=nesting.EndSeeds({"a": [b"\0", None]}),
        blobs={"a": [b"x"]},
        grid=[{"a": [None]}],
    )
    generated, general = generated_and_general(nesting.Prune, request, "basic")

    assert is_usual(nesting.Prune, request)
    assert general == generated


def test_members_with_defaults(nesting: Any) -> None:
    """A nested structure is sent with its defaults, by the encoder of its request."""
    seed = nesting.Seed()
    request = nesting.PlantTreeInput(plot="p", token="t", seed=seed)
    generated, general = generated_and_general(nesting.PlantTree, request, "basic")

    assert is_usual(nesting.PlantTree, request)
    assert is_usual(nesting.PlantTree, attrs.evolve(request, seed=attrs.evolve(seed, notes=[1])))
    assert general == generated
