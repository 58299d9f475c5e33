"""The evidence that the overlay names for its marks holds, where a computer can check it.

moto is an implementation of KMS by other people, and botocore has example responses of the API
reference. A source is named for a member if each of its responses has the member.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

import botocore
import pytest

from codegen.support.json_values import JsonObject, list_at, object_at, read_json, text_at
from tests.codegen.load.moto_answers import CALLS, serving

pytestmark = pytest.mark.integration

_MODELS: Final = Path(__file__).parents[3] / "codegen" / "models"
_EXAMPLES: Final = Path(botocore.__file__).parent / "data/kms/2014-11-01/examples-1.json"
_NAMESPACE: Final = "com.amazonaws.kms#"

Sent: TypeAlias = dict[str, list[set[str]]]
"""For each structure, the members of each time that it was sent."""


def _shapes() -> JsonObject:
    return object_at(read_json(_MODELS / "kms-2014-11-01.json")["shapes"], "shapes")


def _members_that_always_came(responses: Mapping[str, list[Any]]) -> set[str]:
    """Return the members that each structure had whenever it came, by operation's responses."""
    shapes = _shapes()
    sent: Sent = {}
    for operation, answers in responses.items():
        shape = object_at(shapes[_NAMESPACE + operation], operation)
        output = text_at(object_at(shape["output"], operation)["target"], operation)
        for answer in answers:
            _note(shapes, output, answer, sent)
    return {
        f"{shape.removeprefix(_NAMESPACE)}${name}"
        for shape, times in sent.items()
        for name in set[str].intersection(*times)
    }


def _note(shapes: JsonObject, shape_id: str, value: Any, sent: Sent) -> None:
    shape = object_at(shapes.get(shape_id, {}), shape_id)
    if shape.get("type") == "list":
        item = text_at(object_at(shape["member"], shape_id)["target"], shape_id)
        for element in cast("list[Any]", value):
            _note(shapes, item, element, sent)
    elif shape.get("type") == "structure":
        present = {name: it for name, it in cast("dict[str, Any]", value).items() if it is not None}
        sent.setdefault(shape_id, []).append(set(present))
        for name, member in object_at(shape["members"], shape_id).items():
            if name in present:
                target = text_at(object_at(member, name)["target"], name)
                _note(shapes, target, present[name], sent)


def _marks() -> Iterator[tuple[str, list[str]]]:
    """Yield the marked members and the sources that support each."""
    overlay = read_json(_MODELS / "kms-overlay.json")
    for item in list_at(overlay["statements"], "statements"):
        statement = object_at(item, "statement")
        if "evidence" in statement:
            member = text_at(statement["apply"], "apply").removeprefix(_NAMESPACE)
            yield member, [text_at(it, member) for it in list_at(statement["evidence"], member)]


def _supported_by(source: str) -> set[str]:
    return {member for member, sources in _marks() if source in sources}


def test_moto() -> None:
    """The responses of moto support exactly the marked members that all of them have."""
    with serving() as call:
        responses = {name: [answer(call)] for name, answer in CALLS.items()}

    came = _members_that_always_came(responses)

    assert {member for member, _ in _marks()} & came == _supported_by("moto")


def test_botocores_examples() -> None:
    """The examples of botocore support exactly the marked members that all of them have."""
    examples = json.loads(_EXAMPLES.read_text(encoding="utf-8"))["examples"]
    responses = {
        operation: [it["output"] for it in found if it.get("output")]
        for operation, found in examples.items()
    }

    came = _members_that_always_came(responses)

    assert {member for member, _ in _marks()} & came == _supported_by("botocore-examples")


def test_every_mark_has_evidence() -> None:
    """No member is marked without a source."""
    overlay = read_json(_MODELS / "kms-overlay.json")
    marked = {
        text_at(object_at(item, "statement")["apply"], "apply").removeprefix(_NAMESPACE)
        for item in list_at(overlay["statements"], "statements")
        if object_at(object_at(item, "statement")["traits"], "traits").keys()
        & {f"smaws_kms.traits#{name}" for name in ("alwaysPresent", "alwaysSent", "withheld")}
    }

    assert marked == {member for member, sources in _marks() if sources}


def test_no_source_is_unused() -> None:
    """Each source supports a mark."""
    overlay = read_json(_MODELS / "kms-overlay.json")

    assert set(object_at(overlay["sources"], "sources")) == {
        source for _, sources in _marks() for source in sources
    }
