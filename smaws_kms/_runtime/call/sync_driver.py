"""Performs the effects of a call for the blocking client."""

import sys
import time
from concurrent.futures import Future
from datetime import datetime
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
from smaws_kms._runtime.http.exchange import SyncHttp
from smaws_kms._runtime.support.frames import discard_locals, raise_if_from_handler

T = TypeVar("T")


class SyncDriver:
    """Runs calls in the thread that makes them."""

    def __init__(
        self,
        http: SyncHttp,
        credentials: CredentialResolver,
        config: ConfigResolver,
    ) -> None:
        self._http = http
        self._credentials = credentials
        self._config = config

    def run(self, steps: Steps[T]) -> T:
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
                    returned = self._http.send(effect.request, effect.timeouts)
                else:
                    returned = self._perform(effect)
        except BaseException as error:
            # Now, not when the traceback is collected: other calls may wait behind this one.
            steps.close()
            effect = returned = None  # this frame runs, and cannot be emptied
            discard_locals(error, outer)
            raise

    def _perform(self, effect: OtherEffect) -> object:
        match effect:
            case GetCredentials(within, now, region):
                return self._resolve_credentials(within, now, region)
            case GetConfig(within):
                return self._resolve_config(within)
            case ForgetCredentials(refused):
                return self._credentials.invalidate(refused)
            case PrepareConnections(url, bundle, within):
                return self._http.prepare(url, bundle, within)
            case Sleep(seconds):  # pragma: no branch  # no other type is left
                time.sleep(seconds)
                return None

    def _resolve_config(self, within: float | None) -> object:
        config = self._config.get()
        if not isinstance(config, Future):
            return config
        try:
            return config.result(within)
        except TimeoutError as error:
            raise_if_from_handler(error)
            return None

    def _resolve_credentials(self, within: float | None, now: datetime, region: str) -> object:
        cached = self._credentials.cached(now)
        if cached is not None:
            return cached
        try:
            return self._credentials.fetch(now, region=region, timeout=within)
        except TimeoutError as error:
            raise_if_from_handler(error)
            return None
