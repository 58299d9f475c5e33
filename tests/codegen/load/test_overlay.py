"""Merging `apply` statements into a model."""

import pytest

from codegen.load.overlay import apply_overlay
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject, object_at

MODEL: JsonObject = {
    "smithy": "2.0",
    "shapes": {
        "a#S": {
            "type": "structure",
            "members": {"M": {"target": "a#T", "traits": {"b#old": 1, "b#kept": 1}}},
        },
        "a#L": {"type": "list", "member": {"target": "a#T"}},
        "a#T": {"type": "string"},
    },
}


def _applied(target: str, traits: JsonObject) -> JsonObject:
    statement: JsonObject = {"apply": target, "traits": traits, "reason": "a test"}
    merged = apply_overlay(MODEL, {"smithy": "2.0", "statements": [statement]})
    return object_at(merged["shapes"], "shapes")


def test_trait_of_a_shape() -> None:
    """A statement about a shape adds a trait and keeps the others."""
    before = object_at(MODEL["shapes"], "shapes")
    shapes = _applied("a#T", {"b#new": {}})

    assert {"type": "string", "traits": {"b#new": {}}} == shapes.pop("a#T")
    assert {name: before[name] for name in ("a#S", "a#L")} == shapes


def test_trait_of_a_member_replaces_the_models() -> None:
    """A statement about a member replaces the model's trait."""
    shapes = _applied("a#S$M", {"b#old": 2})

    assert {
        "type": "structure",
        "members": {"M": {"target": "a#T", "traits": {"b#old": 2, "b#kept": 1}}},
    } == shapes["a#S"]


def test_trait_of_a_lists_element() -> None:
    """The element of a list is the member named `member`."""
    shapes = _applied("a#L$member", {"b#new": {}})

    assert {"type": "list", "member": {"target": "a#T", "traits": {"b#new": {}}}} == shapes["a#L"]


def test_model_stays_as_it_was() -> None:
    """Merging returns a new document."""
    before = repr(MODEL)
    _applied("a#S$M", {"b#new": {}})

    assert before == repr(MODEL)


@pytest.mark.parametrize("target", ["a#X", "a#S$X", "a#L$key", "a#L$type", "a#T$member"])
def test_unknown_target_is_an_error_that_names_it(target: str) -> None:
    """A statement about an unknown target is an error."""
    with pytest.raises(ModelError) as caught:
        _applied(target, {})

    assert str(caught.value).startswith(f"overlay: {target}: no such ")


@pytest.mark.parametrize(
    "statement",
    [
        {"apply": "a#T", "traits": {}},
        {"apply": "a#T", "traits": {}, "reason": "a test", "why": "a typo"},
    ],
)
def test_statement_has_a_reason_and_nothing_unknown(statement: JsonObject) -> None:
    """A statement without a reason, or with an unknown key, is refused."""
    with pytest.raises(
        ModelError, match="overlay: a#T: expected apply, reason, traits and maybe evidence, found "
    ):
        apply_overlay(MODEL, {"statements": [statement]})


def test_evidence_names_a_source() -> None:
    """A statement may name sources, and they must be declared."""
    statement: JsonObject = {"apply": "a#T", "traits": {}, "reason": "a test", "evidence": ["moto"]}
    sources: JsonObject = {"moto": {}}

    apply_overlay(MODEL, {"statements": [statement], "sources": sources})
    with pytest.raises(ModelError, match=r"expected one of the sources \(none\), found 'moto'"):
        apply_overlay(MODEL, {"statements": [statement]})
