"""Clock skew of hours: which clients correct the time of their signatures."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest

from tests.faults.certificates import Certificates
from tests.faults.echo_server import ciphertext_of
from tests.faults.environment import environment
from tests.faults.messages import Request
from tests.faults.refusals import HOURS
from tests.faults.retry_case import SHORT_DELAYS
from tests.faults.server import ReceivedRequest
from tests.faults.transports import HTTP11, HTTPX, LONG_TIMEOUT, Caller, Transport
from tests.loops import on_loop

_CLOSE: Final = timedelta(minutes=2)
"""Longer than the test takes."""


def off_by(request: ReceivedRequest) -> timedelta:
    """Return the offset of a signature's time from this machine's clock, in whole hours."""
    offset = Request(request.head, b"").signed_at - datetime.now(UTC)
    hours = timedelta(hours=round(offset / timedelta(hours=1)))
    assert abs(offset - hours) < _CLOSE
    return hours


async def call(caller: Caller, command: str) -> int:
    """Make a call that succeeds; return the number of attempts."""
    result = await caller.encrypt(command, b"in time")
    assert ciphertext_of(b"in time") == result.unwrap().ciphertext_blob
    return len(result.metadata.attempts)


@pytest.mark.parametrize(
    ("anyio_backend", "transport"),
    [on_loop(transport.loop, transport, name=transport.label) for transport in (*HTTP11, *HTTPX)],
    indirect=["anyio_backend"],
)
@pytest.mark.parametrize(("command", "offset"), [("ahead", HOURS), ("behind", -HOURS)])
async def test_correction(
    transport: Transport,
    command: str,
    offset: timedelta,
    certificates: Certificates,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A correction holds for later calls and derived clients, and not for other clients."""
    transport.skip_if_missing()
    transport.select(monkeypatch)
    with environment("http", "server", certificates) as (server, url):
        async with (
            transport.opened(url, SHORT_DELAYS) as corrected,
            transport.opened(url, SHORT_DELAYS) as other,
        ):
            calls = [await call(corrected, command), await call(corrected, command)]
            calls.append(await call(corrected.towards(url, LONG_TIMEOUT), command))
            undisturbed = await call(other, "echo")

    assert ([2, 1, 1], 1) == (calls, undisturbed)
    assert [timedelta(), *[offset] * 3, timedelta()] == [off_by(it) for it in server.requests]
