"""The two ways to carry out what the story of a call needs: on asyncio, and blocking.

Nothing else differs between the clients. Work that may block is done on daemon threads; cancellation
passes through and is never turned into a result.
"""

import asyncio
from collections.abc import Awaitable
from concurrent.futures import Future
from datetime import datetime
from typing import Any, TypeVar

from smaws_kms._runtime.call import GetCredentials, GetDestination, Need, Send, Story
from smaws_kms._runtime.credentials import CredentialSource
from smaws_kms._runtime.destination import DestinationSource
from smaws_kms._runtime.errors import AttemptTimeoutError
from smaws_kms._runtime.http import AsyncHttp, SyncHttp

T = TypeVar("T")


class AsyncDriver:
    """Carries out stories on asyncio."""

    def __init__(
        self,
        http: AsyncHttp,
        credentials: CredentialSource,
        destination: DestinationSource,
    ) -> None:
        self._http = http
        self._credentials = credentials
        self._destination = destination

    async def run(self, story: Story[T]) -> T:
        """Tell the story to its end."""
        came: Any = None
        while True:
            try:
                need = story.send(came)
            except StopIteration as end:
                result: T = end.value
                return result
            came = await self._meet(need)

    async def _meet(self, need: Need) -> object:
        match need:
            case Send(request, waits):
                answer = await _within(waits.remaining(), self._http.send(request, waits))
                return answer or AttemptTimeoutError("no complete answer in time")
            case GetCredentials(within, now, region):
                known = self._credentials.cached(now)
                if known is not None:
                    return known
                return await _within(within, self._credentials.fetch_async(now, region=region))
            case GetDestination(within):  # pragma: no branch  # no other type is left
                found = self._destination.get()
                if not isinstance(found, Future):
                    return found
                return await _within(within, asyncio.wrap_future(found))


async def _within(seconds: float | None, work: Awaitable[T]) -> T | None:
    """Await something, and return `None` when it takes too long."""
    scope = asyncio.timeout(seconds)
    try:
        async with scope:
            return await work
    except TimeoutError:
        if not scope.expired():
            raise
    return None


class SyncDriver:
    """Carries out stories in the calling thread."""

    def __init__(
        self,
        http: SyncHttp,
        credentials: CredentialSource,
        destination: DestinationSource,
    ) -> None:
        self._http = http
        self._credentials = credentials
        self._destination = destination

    def run(self, story: Story[T]) -> T:
        """Tell the story to its end."""
        came: Any = None
        while True:
            try:
                need = story.send(came)
            except StopIteration as end:
                result: T = end.value
                return result
            came = self._meet(need)

    def _meet(self, need: Need) -> object:
        match need:
            case Send(request, waits):
                return self._http.send(request, waits)
            case GetCredentials(within, now, region):
                return self._fetch(within, now, region)
            case GetDestination(within):  # pragma: no branch  # no other type is left
                return self._find(within)

    def _find(self, within: float | None) -> object:
        found = self._destination.get()
        if not isinstance(found, Future):
            return found
        try:
            return found.result(within)
        except TimeoutError:
            return None

    def _fetch(self, within: float | None, now: datetime, region: str) -> object:
        known = self._credentials.cached(now)
        if known is not None:
            return known
        try:
            return self._credentials.fetch(now, region=region, timeout=within)
        except TimeoutError:
            return None
