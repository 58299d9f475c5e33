"""Carries out what the story of a call needs for the blocking client, in the calling thread."""

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
    """Carries out stories in the calling thread."""

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
        """Run the call to completion and return its result.

        Whatever is raised on the way takes no values of the call along in its frames.
        """
        outer = sys.exception()
        try:
            return self._run(steps)
        except BaseException as error:
            discard_locals(error, outer)
            raise

    def _run(self, steps: Steps[T]) -> T:
        came: Any = None
        while True:
            try:
                effect = steps.send(came)
            except StopIteration as end:
                result: T = end.value
                return result
            try:
                came = self._perform(effect)
            except BaseException:
                # Now and not when the traceback goes: the call may hold a place that others wait for.
                steps.close()
                raise

    def _perform(self, effect: Effect) -> object:
        match effect:
            case Send(request, timeouts):
                return self._http.send(request, timeouts)
            case GetCredentials(within, now, region):
                return self._fetch(within, now, region)
            case GetConfig(within):
                return self._find(within)
            case ForgetCredentials(refused):
                return self._credentials.invalidate(refused)
            case PrepareConnections(url, bundle, within):
                return self._http.prepare(url, bundle, within)
            case Sleep(seconds):  # pragma: no branch  # no other type is left
                time.sleep(seconds)
                return None

    def _find(self, within: float | None) -> object:
        found = self._config.get()
        if not isinstance(found, Future):
            return found
        try:
            return found.result(within)
        except TimeoutError as error:
            raise_if_from_handler(error)
            return None

    def _fetch(self, within: float | None, now: datetime, region: str) -> object:
        known = self._credentials.cached(now)
        if known is not None:
            return known
        try:
            return self._credentials.fetch(now, region=region, timeout=within)
        except TimeoutError as error:
            raise_if_from_handler(error)
            return None
