"""Async callers that a test starts and cancels."""

from datetime import datetime

import anyio
import anyio.lowlevel
import pytest
from anyio.abc import TaskGroup

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from tests.unit.auth.credential_fakes import NOON

both = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])


class Caller:
    """A task that fetches credentials."""

    def __init__(self, source: CredentialResolver, now: datetime = NOON) -> None:
        self.outcome: Outcome | None = None
        self.scope = anyio.CancelScope()
        self._source = source
        self._now = now

    async def fetch(self) -> None:
        """Fetch them, unless cancelled."""
        with self.scope:
            self.outcome = await self._source.fetch_async(self._now)


async def settle() -> None:
    """Run other tasks until they wait."""
    for _ in range(3):
        await anyio.lowlevel.checkpoint()


async def start(group: TaskGroup, *callers: Caller) -> None:
    """Start callers, and return when they wait."""
    for caller in callers:
        group.start_soon(caller.fetch)
    await settle()
