"""Carries out what the story of a call needs for the blocking client, in the calling thread."""

import time
from concurrent.futures import Future
from datetime import datetime
from typing import Any, TypeVar

from smaws_kms._runtime.credentials import CredentialSource
from smaws_kms._runtime.destination import DestinationSource
from smaws_kms._runtime.http import SyncHttp
from smaws_kms._runtime.needs import (
    ForgetCredentials,
    GetCredentials,
    GetDestination,
    Need,
    Send,
    Sleep,
    Story,
)

T = TypeVar("T")


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
            case GetDestination(within):
                return self._find(within)
            case ForgetCredentials(refused):
                return self._credentials.invalidate(refused)
            case Sleep(seconds):  # pragma: no branch  # no other type is left
                time.sleep(seconds)
                return None

    def _find(self, within: float | None) -> object:
        found = self._destination.get(or_here=True)
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
