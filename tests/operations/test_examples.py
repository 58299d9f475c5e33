"""The model's usage examples: the input is encoded, and the output decoded, as they show.

The examples are in the format of the AWS command line, which is not the wire JSON. These rules convert
them, by the types of the model:

- blob: the example's text, most often a placeholder such as `<binary data>`, means the bytes of
  that text in UTF-8; on the wire they are base64.
- timestamp: ISO 8601 text means that time, and text such as `1.499288695918E9` that number; on the wire
  both are epoch seconds. One example has the invalid time `T016:15:21`, which means `T16:15:21`.
- everything else is unchanged on the wire, also placeholders such as `<certificate-goes-here>`.

An example without `input` means a request without members, one without `output` an empty response. No example
has an error.
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


def time_of(value: str | float) -> datetime:
    """Return the time for the text or number of an example."""
    if isinstance(value, str) and "T" in value:
        return datetime.fromisoformat(re.sub(r"T0(\d\d):", r"T\1:", value))
    return datetime.fromtimestamp(float(value), UTC)


def on_the_wire(value: Any, shape: str) -> Any:
    """Return an example's value as JSON that KMS reads or writes."""
    facts = SHAPES.get(shape, {"type": "prelude"})
    match facts["type"]:
        case "structure":
            return {
                name: on_the_wire(item, facts["members"][name]["target"])
                for name, item in value.items()
            }
        case "list":
            return [on_the_wire(item, facts["member"]["target"]) for item in value]
        case "blob":
            return b64encode(value.encode()).decode()
        case "timestamp":
            return time_of(value).timestamp()
        case _:
            return value


def in_python(value: Any, shape: str) -> Any:
    """Return an example's value as a user of the package writes it."""
    facts = SHAPES.get(shape, {"type": "prelude"})
    cls = getattr(kms, shape.partition("#")[2], None)
    match facts["type"]:
        case "structure":
            assert cls is not None
            values = {
                python_name(cls, name): in_python(item, facts["members"][name]["target"])
                for name, item in value.items()
            }
            return build(cls, values)  # Amazon's examples leave some members out
        case "list":
            return [in_python(item, facts["member"]["target"]) for item in value]
        case "enum":
            assert cls is not None
            return cls(value)
        case "blob":
            return value.encode()
        case "timestamp":
            return time_of(value)
        case _:
            return value


def test_number_of_examples() -> None:
    """At least 46 operations have an example."""
    assert len({operation.name for operation, _ in EXAMPLES.values()}) >= 46


def test_no_example_has_an_error() -> None:
    """The examples have no errors, which `test_example` could not test."""
    assert [] == [title for title, (_, example) in EXAMPLES.items() if "error" in example]


@each_client
@each_example
async def test_example(operation: AnyOperation, example: Shape, call: CallStyle) -> None:
    """The input is sent as the example's JSON, and the output is decoded to the response."""
    model = SHAPES[shape_id(operation.name)]
    input_shape, output_shape = model["input"]["target"], model["output"]["target"]
    given, returned = example.get("input", {}), example.get("output", {})
    service = FakeKms([http_response(on_the_wire(returned, output_shape) or None)])

    result = await call(service, operation, in_python(given, input_shape))

    expected = None if operation.output is None else in_python(returned, output_shape)
    assert [on_the_wire(given, input_shape)] == service.bodies
    assert kms.Ok(expected) == result
