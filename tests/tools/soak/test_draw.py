"""The faults that the soak draws, and how often."""

from collections import Counter

import pytest

from tests.faults.commands import BEHAVIOURS
from tools.soak.draw import SHARE, PlannedCall, draw
from tools.soak.kinds import FAULT_KINDS


def test_every_fault_is_a_kind() -> None:
    """Every command is drawn, except those that need TLS and the forged response on an idle connection."""
    excluded = {"echo", "idle-forged", "until-cut", "until-notified"}
    drawn = {kind.command for kind in FAULT_KINDS if kind.address == "server"}

    assert {*BEHAVIOURS} - excluded == drawn - {"echo"}
    assert len(FAULT_KINDS) == len({kind.name for kind in FAULT_KINDS})


def test_even() -> None:
    """Two in a hundred calls meet a fault, each kind about as often as the others, half of them once."""
    faults = [planned for planned in draw(500_000, 1) if planned.fault]
    kinds = Counter(planned.fault for planned in faults)
    once = [planned for planned in faults if not planned.lasting]

    assert SHARE == pytest.approx(len(faults) / 500_000, rel=0.05)
    assert {*FAULT_KINDS} == {*kinds}
    assert max(kinds.values()) < 2 * min(kinds.values())
    assert pytest.approx(len(faults) / 2, rel=0.1) == len(once)


def test_seed() -> None:
    """The same seed draws the same calls."""
    assert [*draw(2_000, 1)] == [*draw(2_000, 1)]
    assert [*draw(2_000, 1)] != [*draw(2_000, 2)]


def test_plaintexts_differ() -> None:
    """No two calls have the same plaintext, also of different sizes."""
    large = next(kind for kind in FAULT_KINDS if kind.size)
    planned = [PlannedCall(1), PlannedCall(11), PlannedCall(1, "echo", large)]

    assert 3 == len({planned.plaintext for planned in planned})
