"""Very many calls leave nothing behind."""

import json

import pytest

from tests.faults.kinds import KINDS, Kind
from tests.faults.lengths import CALLS
from tests.faults.processes import run_scene

_OBJECTS = 500
"""What caches and the interpreter may gain; a leak gains one a call."""
_KILOBYTES = 4096


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_flat(kind: Kind, echo: str) -> None:
    """Descriptors, threads, tasks, objects and memory are after many calls what they were before."""
    kind.skip_if_missing()
    how = "blocking" if kind.blocking else "async"

    ended = run_scene("flat_scene", kind, how, echo, count=CALLS)

    assert (0, "") == (ended.code, ended.stderr)
    before, after = json.loads(ended.stdout)
    gained = {name: after[name] - before[name] for name in before}
    assert (0, 0) == (gained["threads"], gained["tasks"])
    assert gained["descriptors"] <= 0
    assert gained["objects"] < _OBJECTS
    assert gained["kilobytes"] < _KILOBYTES
