"""What the overlay calls always present is in moto's raw answers, as they pass our client."""

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
    """Return the members that are marked, on the wire, by operation."""
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
    """Return the operations with marks that moto has."""
    marked = always_present().keys() if OVERLAY.is_file() else ()
    return sorted(set(marked) & SCENARIOS.keys(), key=lambda operation: operation.name)


class Recorder:
    """Keeps the last answer to each operation, as it came."""

    def __init__(self) -> None:
        self.answers: dict[str, dict[str, object]] = {}

    def __call__(self, response: httpx.Response) -> None:
        """Look at a response, as an httpx event hook."""
        target = response.request.headers["x-amz-target"]
        self.answers[target.partition(".")[2]] = json.loads(response.read() or b"{}")


@pytest.fixture
def recorder() -> Recorder:
    """Make a recorder."""
    return Recorder()


@pytest.fixture
def recorded(endpoint: str, recorder: Recorder) -> Iterator[BlockingMethods]:
    """Give a way to call operations through an httpx client of our own."""
    http = httpx.Client(event_hooks={"response": [recorder]})
    with (
        http,
        kms.KMSClient(
            region=REGION, credentials=CREDENTIALS, endpoint_url=endpoint, http=http
        ) as client,
    ):
        yield BlockingMethods(client)


def test_every_mark_is_looked_at() -> None:
    """No mark escapes but those of operations that moto lacks."""
    assert {each.name for each in always_present()} - {each.name for each in marked_in_moto()} == {
        each.name for each in always_present().keys() & NOT_IN_MOTO.keys()
    }
    assert marked_in_moto()


@pytest.mark.parametrize("operation", marked_in_moto(), ids=lambda operation: operation.name)
async def test_moto_sends_it(
    operation: Operation, recorded: BlockingMethods, recorder: Recorder
) -> None:
    """Each marked member is in the answer and not null."""
    (await SCENARIOS[operation](recorded)).unwrap()

    answer = recorder.answers[operation.name]
    assert set() == {name for name in always_present()[operation] if answer.get(name) is None}
