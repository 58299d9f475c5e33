"""The transports that every fault is tried on, each behind the same three functions.

A client is made the way users make it: nothing is passed as `http`, and `SMAWS_KMS_ENGINE` says which
transport it takes.
"""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final, Protocol, TypeAlias

import pytest
from attrs import frozen

import smaws_kms as kms
from smaws_kms._runtime.http.transport_selection import SWITCH, http11_is_enabled
from tests.loops import MISSING
from tests.unit.redaction.secret_programs import CREDENTIALS

EncryptResult: TypeAlias = kms.Result[kms.EncryptResponse, Any]
AnyOperation: TypeAlias = kms.Operation[Any, Any, Any]
AnyResult: TypeAlias = kms.Result[Any, Any]

ONCE: Final = kms.RetryPolicy(mode="off")
"""One call is one attempt."""
PATIENCE: Final = kms.Timeout(connect=20.0, attempt=20.0)
"""For calls that nothing is wrong with, on a machine that has other things to do."""


class Caller(Protocol):
    """A client of either sort."""

    @property
    def client(self) -> kms.AsyncKMSClient | kms.KMSClient:
        """The client itself."""
        ...

    async def encrypt(self, key_id: str, plaintext: bytes) -> EncryptResult:
        """Make one call."""
        ...

    async def request(self, operation: AnyOperation, request: object) -> AnyResult:
        """Make one call of any operation."""
        ...

    def towards(self, url: str, timeout: kms.Timeout) -> "Caller":
        """Return a caller that shares connections, sends elsewhere and has less time."""
        ...


@frozen
class _Async:
    client: kms.AsyncKMSClient

    async def encrypt(self, key_id: str, plaintext: bytes) -> EncryptResult:
        return await self.client.encrypt(key_id=key_id, plaintext=plaintext)

    async def request(self, operation: AnyOperation, request: object) -> AnyResult:
        return await operation.request(self.client, request)

    def towards(self, url: str, timeout: kms.Timeout) -> Caller:
        return _Async(self.client.with_options(endpoint_url=url, timeout=timeout))


@frozen
class _Blocking:
    client: kms.KMSClient

    async def encrypt(self, key_id: str, plaintext: bytes) -> EncryptResult:
        return self.client.encrypt(key_id=key_id, plaintext=plaintext)

    async def request(self, operation: AnyOperation, request: object) -> AnyResult:
        return operation.request_sync(self.client, request)

    def towards(self, url: str, timeout: kms.Timeout) -> Caller:
        return _Blocking(self.client.with_options(endpoint_url=url, timeout=timeout))


@frozen
class Kind:
    """A transport, on one of the two clients."""

    name: str
    engine: bool
    blocking: bool
    loop: str = "asyncio"

    @property
    def label(self) -> str:
        """The name, with the loop if it is not asyncio's own."""
        return self.name if self.loop == "asyncio" else f"{self.name} on {self.loop}"

    def choose(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have clients take it."""
        monkeypatch.setenv(SWITCH, "on" if self.engine else "off")

    @property
    def missing(self) -> str | None:
        """Why it cannot be tried."""
        if self.loop == "uvloop" and MISSING is not None:
            return MISSING
        wanted = http11_is_enabled({SWITCH: "on" if self.engine else "off"})
        return None if wanted == self.engine else "the engine is not for this system"

    def skip_if_missing(self) -> None:
        """Skip a test that needs it."""
        if reason := self.missing:
            pytest.skip(reason)

    @asynccontextmanager
    async def opened(self, url: str, retry: kms.RetryPolicy = ONCE) -> AsyncGenerator[Caller]:
        """Open a client, and close it."""
        options: dict[str, Any] = {
            "region": "eu-west-1",
            "credentials": CREDENTIALS,
            "endpoint_url": url,
            "timeout": PATIENCE,
            "retry": retry,
            "validate": "off",  # some requests are larger than the service would take
        }
        if self.blocking:
            with kms.KMSClient(**options) as client:
                yield _Blocking(client)
        else:
            async with kms.AsyncKMSClient(**options) as async_client:
                yield _Async(async_client)


class OnTransport(Protocol):
    """A case on a transport."""

    @property
    def name(self) -> str:
        """What it tries."""
        ...

    @property
    def kind(self) -> Kind:
        """The transport."""
        ...


def parameter(trial: OnTransport, *marks: pytest.MarkDecorator) -> Any:
    """Return loop and trial as parameters of a test, skipped where its transport is missing."""
    missing = trial.kind.missing
    skipped = [pytest.mark.skip(reason=missing)] if missing else []
    return pytest.param(trial.kind.loop, trial, id=trial.name, marks=[*marks, *skipped])


ENGINE_ASYNC: Final = Kind("engine async", engine=True, blocking=False)
ENGINE_UVLOOP: Final = Kind("engine async", engine=True, blocking=False, loop="uvloop")
ENGINE_BLOCKING: Final = Kind("engine blocking", engine=True, blocking=True)
HTTPX_ASYNC: Final = Kind("httpx async", engine=False, blocking=False)
HTTPX_BLOCKING: Final = Kind("httpx blocking", engine=False, blocking=True)
KINDS: Final = (ENGINE_ASYNC, ENGINE_UVLOOP, ENGINE_BLOCKING, HTTPX_ASYNC, HTTPX_BLOCKING)
