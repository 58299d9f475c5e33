"""Many callers share one refresh: threads, tasks, and event loops of both libraries."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Final

import anyio
import anyio.lowlevel
import pytest

from smaws_kms import Credentials
from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.providers import CredentialProviders
from tests.integration.credentials.sources import Container, CredentialSource, Program, running

CALLERS: Final = 20
# A limit for slow machines that tests never wait for.
TIMEOUT: Final = 120.0


@pytest.fixture
def container(program: Program) -> Iterator[CredentialSource]:
    """Set up a container whose endpoint responds after all callers have started."""
    with running(Container, program) as source:
        source.peer.hold = 0.2
        yield source


class Callers:
    """Concurrent callers of one resolver: threads, and tasks of two event loops."""

    def __init__(self, now: datetime, resolver: CredentialResolver) -> None:
        self._now = now
        self._resolver = resolver
        self._start = Barrier(CALLERS + 2)

    def blocking(self) -> list[Outcome]:
        """Fetch in a thread."""
        self._start.wait(TIMEOUT)
        return [self._resolver.fetch(self._now, timeout=TIMEOUT)]

    def on(self, library: str) -> list[Outcome]:
        """Fetch in many tasks of an event loop."""
        self._start.wait(TIMEOUT)
        return anyio.run(self._tasks, backend=library)

    async def _tasks(self) -> list[Outcome]:
        outcomes: list[Outcome] = []

        async def fetch() -> None:
            outcomes.append(await self._resolver.fetch_async(self._now))

        async with anyio.create_task_group() as group:
            for _ in range(CALLERS):
                group.start_soon(fetch)
        return outcomes

    def fetch(self) -> set[Outcome]:
        """Run all callers, and return the distinct outcomes."""
        with ThreadPoolExecutor(CALLERS + 2) as threads:
            futures = [threads.submit(self.blocking) for _ in range(CALLERS)]
            futures += [threads.submit(self.on, library) for library in ("asyncio", "trio")]
            outcomes_of_all = [outcome for future in futures for outcome in future.result(TIMEOUT)]

        assert 3 * CALLERS == len(outcomes_of_all)
        return set(outcomes_of_all)


def test_one_request_for_all_callers(container: CredentialSource) -> None:
    """The endpoint gets one request for the first credentials and one for the next."""
    now = datetime.now(UTC)
    resolver = CredentialResolver(CredentialProviders(blocking=False))

    (first,) = Callers(now, resolver).fetch()
    (second,) = Callers(now + timedelta(hours=1), resolver).fetch()

    assert isinstance(first, Credentials)
    assert isinstance(second, Credentials)
    assert ("ASIACONTAINER1", "ASIACONTAINER2") == (first.access_key_id, second.access_key_id)
    assert 2 == len(container.peer.requests)


def test_one_call_of_an_async_function() -> None:
    """One of the callers awaits an async function, on its event loop."""
    calls: list[str] = []

    async def provide() -> Credentials:
        calls.append("once")
        await anyio.lowlevel.checkpoint()
        return Credentials("AKID", "geheim", None, datetime(2030, 1, 1, 13, tzinfo=UTC))

    resolver = CredentialResolver(CredentialProviders(provide, blocking=False))

    async def tasks() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(CALLERS):
                group.start_soon(resolver.fetch_async, datetime(2030, 1, 1, 12, tzinfo=UTC))

    def run(library: str) -> None:
        anyio.run(tasks, backend=library)

    with ThreadPoolExecutor(2) as threads:
        for loop in [threads.submit(run, library) for library in ("asyncio", "trio")]:
            loop.result(TIMEOUT)

    assert 1 == len(calls)
