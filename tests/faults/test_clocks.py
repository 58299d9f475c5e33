"""A server whose clock is hours off: what one client learns from it, and whom that concerns."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest

from tests.faults.certificates import Certificates
from tests.faults.kinds import KINDS, PATIENCE, Caller, Kind
from tests.faults.refusals import HOURS
from tests.faults.retry_case import QUICK
from tests.faults.seal import sealed
from tests.faults.server import Seen
from tests.faults.wire import Request
from tests.faults.world import world
from tests.loops import on_loop

_CLOSE: Final = timedelta(minutes=2)
"""How near the times of two things are that happen in one test."""


def off_by(seen: Seen) -> timedelta:
    """Return how far the time that a request is signed for is from this machine's, in whole hours."""
    offset = Request(seen.head, b"").signed_at - datetime.now(UTC)
    hours = timedelta(hours=round(offset / timedelta(hours=1)))
    assert abs(offset - hours) < _CLOSE
    return hours


async def call(caller: Caller, command: str) -> int:
    """Make a call that succeeds, and return after how many attempts."""
    result = await caller.encrypt(command, b"in time")
    assert sealed(b"in time") == result.unwrap().ciphertext_blob
    return len(result.metadata.attempts)


@pytest.mark.parametrize(
    ("anyio_backend", "kind"),
    [on_loop(kind.loop, kind, name=kind.label) for kind in KINDS],
    indirect=["anyio_backend"],
)
@pytest.mark.parametrize(("command", "offset"), [("ahead", HOURS), ("behind", -HOURS)])
async def test_correction(
    kind: Kind,
    command: str,
    offset: timedelta,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One call is corrected, the next ones and those of derived clients are right, others undisturbed."""
    kind.skip_if_missing()
    kind.choose(monkeypatch)
    with world("http", "server", certificates) as (server, url):
        async with kind.opened(url, QUICK) as corrected, kind.opened(url, QUICK) as other:
            calls = [await call(corrected, command), await call(corrected, command)]
            calls.append(await call(corrected.towards(url, PATIENCE), command))
            undisturbed = await call(other, "echo")

    assert ([2, 1, 1], 1) == (calls, undisturbed)
    assert [timedelta(), *[offset] * 3, timedelta()] == [off_by(it) for it in server.requests]
