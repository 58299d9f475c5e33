"""Carries out what the story of a call needs for the async client, on asyncio and on trio.

Work that may block is done on daemon threads; cancellation passes through and is never turned into
a result.
"""

import sys
from concurrent.futures import Future
from typing import Any, TypeVar

from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.call.effects import (
    Effect,
    ForgetCredentials,
    GetConfig,
    GetCredentials,
    PrepareConnections,
    Send,
    Sleep,
    Steps,
)
from smaws_kms._runtime.config.resolved import ConfigResolver
from smaws_kms._runtime.http.exchange import AsyncHttp
from smaws_kms._runtime.support.async_backend import AsyncBackend, running_backend
from smaws_kms._runtime.support.frames import discard_locals

T = TypeVar("T")


class AsyncDriver:
    """Carries out stories in the calling task."""

    def __init__(
        self,
        http: AsyncHttp,
        credentials: CredentialResolver,
        config: ConfigResolver,
    ) -> None:
        self._http = http
        self._credentials = credentials
        self._config = config

    async def run(self, steps: Steps[T]) -> T:
        """Run the call to completion and return its result.

        Whatever is raised on the way takes no values of the call along in its frames.
        """
        outer = sys.exception()
        try:
            return await self._run(steps)
        except BaseException as error:
            discard_locals(error, outer)
            raise

    async def _run(self, steps: Steps[T]) -> T:
        library = running_backend()
        came: Any = None
        while True:
            try:
                effect = steps.send(came)
            except StopIteration as end:
                result: T = end.value
                return result
            try:
                came = await self._perform(effect, library)
            except BaseException:
                # Now and not when the traceback goes: the call may hold a place that others wait for.
                steps.close()
                raise

    async def _perform(self, effect: Effect, library: AsyncBackend) -> object:
        match effect:
            case Send(request, timeouts):
                return await self._http.send(request, timeouts)
            case GetCredentials(_, now, _):
                return self._credentials.cached(now) or await self._fetch(effect, library)
            case GetConfig(within):
                return await self._find(within, library)
            case ForgetCredentials(refused):
                return self._credentials.invalidate(refused)
            case PrepareConnections(url, bundle, within):
                return await library.within(within, self._http.prepare(url, bundle))
            case Sleep(seconds):  # pragma: no branch  # no other type is left
                await library.sleep(seconds)
                return None

    async def _find(self, within: float | None, library: AsyncBackend) -> object:
        found = self._config.get()
        if isinstance(found, Future):
            return await library.within(within, library.outcome_of(found))
        return found

    async def _fetch(self, effect: GetCredentials, library: AsyncBackend) -> object:
        asking = self._credentials.fetch_async(
            effect.now, region=effect.region, within=effect.within
        )
        return await library.within(effect.within, asking)
