"""Members that a service always sends, or withholds: from traits to the plan."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import AlwaysSent, DefaultValue, Presence, Required, Structure, Withheld
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject
from tests.codegen.lower.small_models import only_operation, structure

Lower: TypeAlias = Callable[[JsonObject], Package]

OURS: Final = "smaws_kms.traits#"
PRESENT: Final[JsonObject] = {f"{OURS}alwaysPresent": {}}
SENT: Final[JsonObject] = {f"{OURS}alwaysSent": {}}
WITHHELD: Final[JsonObject] = {f"{OURS}withheld": {"replacedBy": "OtherOne"}}
REQUIRED: Final[JsonObject] = {"smithy.api#required": {}}


def _members(traits: JsonObject, target: str, other: JsonObject) -> JsonObject:
    return structure(
        {
            "M": {"target": target, "traits": traits},
            "OtherOne": {"target": "smithy.api#Blob", "traits": other},
        }
    )


@pytest.mark.parametrize(
    ("expected", "traits", "target"),
    [
        (AlwaysSent(), SENT, "smithy.api#String"),
        (AlwaysSent(), SENT, "a#Names"),
        (AlwaysSent(), SENT, "a#Secrets"),
        (Withheld("other_one"), WITHHELD, "smithy.api#Blob"),
        (Withheld("other_one"), WITHHELD, "a#Names"),
        (Required(), PRESENT | SENT, "smithy.api#String"),
        (DefaultValue("()"), PRESENT | SENT, "a#Names"),
    ],
)
def test_presence(lower_shapes: Lower, expected: Presence, traits: JsonObject, target: str) -> None:
    """Each trait has a presence of its own, and what is required stays so."""
    response = only_operation(lower_shapes({"a#Out": _members(traits, target, {})})).response

    assert response is not None
    assert expected == response.members[0].presence


@pytest.mark.parametrize("traits", [PRESENT, SENT, WITHHELD])
def test_nested_in_a_response(lower_shapes: Lower, traits: JsonObject) -> None:
    """Structures inside responses may have such members."""
    out = structure({"Part": {"target": "a#Part"}})
    part = _members(traits, "smithy.api#String", {})

    (found,) = lower_shapes({"a#Out": out, "a#Part": part}).structures

    assert isinstance(found, Structure)
    assert isinstance(found.members[0].presence, Required | AlwaysSent | Withheld)


@pytest.mark.parametrize("traits", [PRESENT, SENT, WITHHELD])
def test_an_input(lower_shapes: Lower, traits: JsonObject) -> None:
    """A structure of an input has no such members, at any depth: users construct it."""
    part = _members(traits, "smithy.api#String", {})
    both = structure({"Part": {"target": "a#Part"}})

    with pytest.raises(ModelError, match=r"a#In\$M: .* found one on an input"):
        lower_shapes({"a#In": part})
    with pytest.raises(ModelError, match=r"a#Part\$M: .* use smithy.api#required"):
        lower_shapes({"a#In": both, "a#Out": both, "a#Part": part})


def test_a_replacement_that_is_always_there(lower_shapes: Lower) -> None:
    """A member that is required replaces nothing."""
    with pytest.raises(ModelError, match=r"a#Out\$M: withheld needs .* optional, found OtherOne"):
        lower_shapes({"a#Out": _members(WITHHELD, "smithy.api#Blob", REQUIRED)})


def test_a_replacement_that_does_not_exist(lower_shapes: Lower) -> None:
    """The replacement is a member of the same structure."""
    out = structure({"M": {"target": "smithy.api#Blob", "traits": WITHHELD}})

    with pytest.raises(ModelError, match=r"a#Out\$M: withheld needs another member"):
        lower_shapes({"a#Out": out})
