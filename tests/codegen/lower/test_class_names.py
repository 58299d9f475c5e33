"""Names of a package are unique: some shapes are renamed, other collisions are errors."""

import pytest
from attrs import evolve

from codegen.lower.collisions import check_collisions
from codegen.support.errors import ModelError
from tests.codegen.lower.small_models import STRING, Lower, only_operation, structure


def test_shapes_with_the_same_name_get_different_ones(lower_shapes: Lower) -> None:
    """A shape of the service's namespace keeps its name; renaming another one is reported."""
    package = lower_shapes(
        {
            "far.off#Part": structure({}),
            "a#In": structure({"A": {"target": "far.off#Part"}, "B": {"target": "a#Part"}}),
        }
    )

    assert {"Part", "OffPart"} == {structure.name for structure in package.structures}
    assert (
        "far.off#Part is named OffPart, because another shape is named Part",
    ) == package.left_out


def test_shape_keeps_its_name_before_an_error_union(lower_shapes: Lower) -> None:
    """A structure keeps its name; the union of an operation's errors gets another."""
    package = lower_shapes(
        {"a#DoError": structure({}), "a#In": structure({"A": {"target": "a#DoError"}})}
    )

    assert "DoErrors" == only_operation(package).error_union


def test_members_with_the_same_name_get_different_ones(lower_shapes: Lower) -> None:
    """The first member keeps its name."""
    package = lower_shapes({"a#In": structure({"KeyId": STRING, "keyId": STRING})})

    assert ["key_id", "key_id_"] == [
        member.name for member in only_operation(package).request.members
    ]


def test_duplicate_names_are_an_error(lower_shapes: Lower) -> None:
    """Two definitions with the same name stop the generator."""
    package = lower_shapes({})
    operation = only_operation(package)
    twice = evolve(package, operations=(operation, evolve(operation, shape="a#Other")))
    with pytest.raises(ModelError, match="a#Do and a#Other would both be called Do"):
        check_collisions(twice)
