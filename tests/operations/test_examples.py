"""The model's own usage examples: their input is what we send, their output is what we read.

Amazon wrote the examples for people, in what its command line shows, so they are no wire JSON yet.
What is not is turned into it by these rules, member by member and by the model's types:

- blob: the example's text, most often a placeholder such as `<binary data>`, stands for the bytes of
  that text in UTF-8; on the wire they are base64.
- timestamp: ISO 8601 text stands for that time, and text such as `1.499288695918E9` for that number;
  on the wire both are epoch seconds. One example says `T016:15:21`, which no clock shows: `T16:15:21`
  is meant.
- everything else is on the wire as it stands, placeholders such as `<certificate-goes-here>` too.

An example without `input` stands for a request without members, one without `output` for an empty
response. None of the examples is of an error.
"""

import re
from base64 import b64encode
from datetime import UTC, datetime
from typing import Any, Final

import pytest

import smaws_kms as kms
from smaws_kms._runtime.serde.absent_members import build
from tests.operations.call_styles import CallStyle, each_client
from tests.operations.facts import NEEDS_MODEL, OPERATIONS, SHAPES, AnyOperation, Shape, shape_id
from tests.operations.fake_kms import FakeKms, http_response
from tests.operations.wire_json import python_name

EXAMPLES: Final[dict[str, tuple[AnyOperation, Shape]]] = {
    example["title"]: (operation, example)
    for name, operation in OPERATIONS.items()
    for example in SHAPES.get(shape_id(name), {}).get("traits", {}).get("smithy.api#examples", ())
}

each_example: Final = pytest.mark.parametrize(
    ("operation", "example"), list(EXAMPLES.values()), ids=list(EXAMPLES)
)

pytestmark = NEEDS_MODEL


def time_of(said: str | float) -> datetime:
    """Return the time that an example means."""
    if isinstance(said, str) and "T" in said:
        return datetime.fromisoformat(re.sub(r"T0(\d\d):", r"T\1:", said))
    return datetime.fromtimestamp(float(said), UTC)


def on_the_wire(said: Any, shape: str) -> Any:
    """Return an example's value as JSON that KMS reads or writes."""
    facts = SHAPES.get(shape, {"type": "prelude"})
    match facts["type"]:
        case "structure":
            return {
                name: on_the_wire(item, facts["members"][name]["target"])
                for name, item in said.items()
            }
        case "list":
            return [on_the_wire(item, facts["member"]["target"]) for item in said]
        case "blob":
            return b64encode(said.encode()).decode()
        case "timestamp":
            return time_of(said).timestamp()
        case _:
            return said


def in_python(said: Any, shape: str) -> Any:
    """Return an example's value as a user of the package writes it down."""
    facts = SHAPES.get(shape, {"type": "prelude"})
    cls = getattr(kms, shape.partition("#")[2], None)
    match facts["type"]:
        case "structure":
            assert cls is not None
            values = {
                python_name(cls, name): in_python(item, facts["members"][name]["target"])
                for name, item in said.items()
            }
            return build(cls, values)  # Amazon's examples leave some members out
        case "list":
            return [in_python(item, facts["member"]["target"]) for item in said]
        case "enum":
            assert cls is not None
            return cls(said)
        case "blob":
            return said.encode()
        case "timestamp":
            return time_of(said)
        case _:
            return said


def test_there_are_examples() -> None:
    """The model comes with at least one example for 46 operations or more."""
    assert len({operation.name for operation, _ in EXAMPLES.values()}) >= 46


def test_no_example_is_of_an_error() -> None:
    """If one ever is, it deserves a test here."""
    assert [] == [title for title, (_, example) in EXAMPLES.items() if "error" in example]


@each_client
@each_example
async def test_example(operation: AnyOperation, example: Shape, call: CallStyle) -> None:
    """The input goes out as the example's JSON, and the output comes back as the response."""
    model = SHAPES[shape_id(operation.name)]
    takes, gives = model["input"]["target"], model["output"]["target"]
    said, shown = example.get("input", {}), example.get("output", {})
    service = FakeKms([http_response(on_the_wire(shown, gives) or None)])

    result = await call(service, operation, in_python(said, takes))

    expected = None if operation.output is None else in_python(shown, gives)
    assert [on_the_wire(said, takes)] == service.bodies
    assert kms.Ok(expected) == result
