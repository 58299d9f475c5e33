"""Smithy's grammar of names: what is refused, and the error texts."""

import pytest

from codegen.load.model import load_model
from codegen.support.errors import GeneratorError, ModelError
from codegen.support.grammar import check_identifier, check_package, check_shape_id, check_target
from codegen.support.json_values import JsonObject


@pytest.mark.parametrize("name", ["a", "A1", "_1", "__a", "a_", "KeyId"])
def test_identifiers(name: str) -> None:
    """Identifiers have letters, digits and underscores, not a digit first, not only underscores."""
    assert name == check_identifier(name, "a#S")


@pytest.mark.parametrize("name", ["", "_", "1a", "a-b", "a b", "a\n", "\u00e4", "a.b", "\uff41"])
def test_no_identifiers(name: str) -> None:
    """A trailing line break is refused, and so are letters that only Python allows."""
    with pytest.raises(ModelError, match=r"^a#S: expected an identifier, found "):
        check_identifier(name, "a#S")


def test_ids() -> None:
    """Shape IDs have a namespace, trait targets may have a member, packages have Python's names."""
    assert "a.b#C" == check_shape_id("a.b#C")
    assert "a.b#C$d" == check_target("a.b#C$d")
    assert "a.b" == check_package("a.b")
    for wrong in ("a", "#A", "a#", "a#B$c", "a..b#C", "a#B\n"):
        with pytest.raises(ModelError, match="expected an ID"):
            check_shape_id(wrong)
    with pytest.raises(GeneratorError, match="found 'a b!'"):
        check_package("a b!")


def test_name_of_a_trait() -> None:
    """The error names the shape with the trait, and shows no control characters."""
    shape: JsonObject = {"type": "string", "traits": {"a#b\x1b[31m": {}}}
    with pytest.raises(ModelError) as caught:
        load_model({"smithy": "2.0", "shapes": {"a#S": shape}})

    assert r"a#S: expected an ID, namespace#Name, found 'a#b\x1b[31m'" == str(caught.value)
