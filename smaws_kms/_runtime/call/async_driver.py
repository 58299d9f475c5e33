"""Performs the effects of a call for the async client, on asyncio and on trio.

Work that may block runs on daemon threads. Cancellation passes through: it never becomes a result.
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
    OtherEffect,
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
    """Runs calls in the task that makes them."""

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
        """Run a call to completion and return its result.

        The frames of an exception that leaves it are emptied: they hold plaintext and tokens.
        """
        outer = sys.exception()
        effect: Effect | None = None
        returned: Any = None
        try:
            while True:
                try:
                    effect = steps.send(returned)
                except StopIteration as end:
                    result: T = end.value
                    return result
                if isinstance(effect, Send):  # nearly every effect
                    returned = await self._http.send(effect.request, effect.timeouts)
                else:
                    returned = await self._perform(effect)
        except BaseException as error:
            # Now, not when the traceback is collected: other calls may wait behind this one.
            steps.close()
            effect = returned = None  # this frame runs, and cannot be emptied
            discard_locals(error, outer)
            raise

    async def _perform(self, effect: OtherEffect) -> object:
        backend = running_backend()
        match effect:
            case GetCredentials(_, now, _):
                return self._credentials.cached(now) or await self._resolve_credentials(
                    effect, backend
                )
            case GetConfig(within):
                return await self._resolve_config(within, backend)
            case ForgetCredentials(refused):
                return self._credentials.invalidate(refused)
            case PrepareConnections(url, bundle, within):
                return await backend.within(within, self._http.prepare(url, bundle))
            case Sleep(seconds):  # pragma: no branch  # no other type is left
                await backend.sleep(seconds)
                return None

    async def _resolve_config(self, within: float | None, backend: AsyncBackend) -> object:
        config = self._config.get()
        if isinstance(config, Future):
            return await backend.within(within, backend.outcome_of(config))
        return config

    async def _resolve_credentials(self, effect: GetCredentials, backend: AsyncBackend) -> object:
        fetching = self._credentials.fetch_async(
            effect.now, region=effect.region, within=effect.within
        )
        return await backend.within(effect.within, fetching)
