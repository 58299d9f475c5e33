"""Carries out what the story of a call needs for the async client, on asyncio and on trio.

Work that may block is done on daemon threads; cancellation passes through and is never turned into
a result.
"""

import sys
from concurrent.futures import Future
from typing import Any, TypeVar

from smaws_kms._runtime.auth.credential_resolver import CredentialSource
from smaws_kms._runtime.call.effects import (
    ForgetCredentials,
    GetCredentials,
    GetDestination,
    Need,
    PrepareConnections,
    Send,
    Sleep,
    Story,
)
from smaws_kms._runtime.config.resolved import DestinationSource
from smaws_kms._runtime.http.exchange import AsyncHttp
from smaws_kms._runtime.support.async_backend import AsyncLibrary, running_library
from smaws_kms._runtime.support.frames import discard_locals

T = TypeVar("T")


class AsyncDriver:
    """Carries out stories in the calling task."""

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
        """Run the call to completion and return its result.

        Whatever is raised on the way takes no values of the call along in its frames.
        """
        outer = sys.exception()
        try:
            return await self._run(story)
        except BaseException as error:
            discard_locals(error, outer)
            raise

    async def _run(self, story: Story[T]) -> T:
        library = running_library()
        came: Any = None
        while True:
            try:
                need = story.send(came)
            except StopIteration as end:
                result: T = end.value
                return result
            try:
                came = await self._meet(need, library)
            except BaseException:
                # Now and not when the traceback goes: the call may hold a place that others wait for.
                story.close()
                raise

    async def _meet(self, need: Need, library: AsyncLibrary) -> object:
        match need:
            case Send(request, waits):
                return await self._http.send(request, waits)
            case GetCredentials(_, now, _):
                return self._credentials.cached(now) or await self._fetch(need, library)
            case GetDestination(within):
                return await self._find(within, library)
            case ForgetCredentials(refused):
                return self._credentials.invalidate(refused)
            case PrepareConnections(url, bundle, within):
                return await library.within(within, self._http.prepare(url, bundle))
            case Sleep(seconds):  # pragma: no branch  # no other type is left
                await library.sleep(seconds)
                return None

    async def _find(self, within: float | None, library: AsyncLibrary) -> object:
        found = self._destination.get()
        if isinstance(found, Future):
            return await library.within(within, library.outcome_of(found))
        return found

    async def _fetch(self, need: GetCredentials, library: AsyncLibrary) -> object:
        asking = self._credentials.fetch_async(need.now, region=need.region, within=need.within)
        return await library.within(need.within, asking)
