"""Members that the overlay marks as always present are in moto's raw responses."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx
import pytest

import smaws_kms as kms
from tests.integration.conftest import CREDENTIALS, REGION
from tests.integration.driving import BlockingMethods
from tests.integration.scenarios import NOT_IN_MOTO, SCENARIOS, Operation, all_operations

OVERLAY: Final = Path(__file__).parents[2] / "codegen" / "models" / "kms-overlay.json"
TRAIT: Final = "smaws_kms.traits#alwaysPresent"

pytestmark = pytest.mark.skipif(
    not OVERLAY.is_file(), reason="the overlay is part of the checkout, not of the package"
)


def always_present() -> dict[Operation, set[str]]:
    """Return the wire names of the marked members of each operation."""
    members: dict[str, set[str]] = {}
    for statement in json.loads(OVERLAY.read_text())["statements"]:
        if TRAIT in statement["traits"]:
            shape, _, member = statement["apply"].partition("#")[2].partition("$")
            members.setdefault(shape, set()).add(member)
    outputs = {each: each.output.__name__ for each in all_operations() if each.output}
    found = {each: members[output] for each, output in outputs.items() if output in members}
    assert members.keys() == {outputs[each] for each in found}
    return found


def marked_in_moto() -> list[Operation]:
    """Return the operations with marked members that moto implements."""
    marked = always_present().keys() if OVERLAY.is_file() else ()
    return sorted(set(marked) & SCENARIOS.keys(), key=lambda operation: operation.name)


class Recorder:
    """Keeps the last response to each operation, unchanged."""

    def __init__(self) -> None:
        self.responses: dict[str, dict[str, object]] = {}

    def __call__(self, response: httpx.Response) -> None:
        """Record a response; an httpx event hook."""
        target = response.request.headers["x-amz-target"]
        self.responses[target.partition(".")[2]] = json.loads(response.read() or b"{}")


@pytest.fixture
def recorder() -> Recorder:
    """Create a recorder."""
    return Recorder()


@pytest.fixture
def recorded(endpoint: str, recorder: Recorder) -> Iterator[BlockingMethods]:
    """Return a function that calls operations and records the responses."""
    http = httpx.Client(event_hooks={"response": [recorder]})
    with (
        http,
        kms.KMSClient(
            region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, http=http
        ) as client,
    ):
        yield BlockingMethods(client)


def test_every_mark_is_checked() -> None:
    """Only marks on operations that moto lacks are not checked."""
    assert {each.name for each in always_present()} - {each.name for each in marked_in_moto()} == {
        each.name for each in always_present().keys() & NOT_IN_MOTO.keys()
    }
    assert marked_in_moto()


@pytest.mark.parametrize("operation", marked_in_moto(), ids=lambda operation: operation.name)
async def test_moto_sends_marked_members(
    operation: Operation, recorded: BlockingMethods, recorder: Recorder
) -> None:
    """Each marked member is in the response and not null."""
    (await SCENARIOS[operation](recorded)).unwrap()

    response = recorder.responses[operation.name]
    assert set() == {name for name in always_present()[operation] if response.get(name) is None}
