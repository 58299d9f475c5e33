"""The transports on which every fault is tried, with a common interface.

Clients are made as users make them: without `http`; `SMAWS_KMS_ENGINE` selects the transport.
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

NO_RETRIES: Final = kms.RetryPolicy(mode="off")
LONG_TIMEOUT: Final = kms.Timeout(connect=20.0, attempt=20.0)
"""For calls that meet no fault, on a busy machine."""


class Caller(Protocol):
    """A client, async or blocking."""

    @property
    def client(self) -> kms.AsyncKMSClient | kms.KMSClient:
        """The client itself."""
        ...

    async def encrypt(self, key_id: str, plaintext: bytes) -> EncryptResult:
        """Call `Encrypt`."""
        ...

    async def request(self, operation: AnyOperation, request: object) -> AnyResult:
        """Call any operation."""
        ...

    def towards(self, url: str, timeout: kms.Timeout) -> "Caller":
        """Return a caller with another endpoint and timeout that shares the connections."""
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
class Transport:
    """A transport with the client that uses it."""

    name: str
    http11: bool
    """Whether it is the package's own transport, not httpx's."""
    blocking: bool
    loop: str = "asyncio"

    @property
    def label(self) -> str:
        """The name, with the event loop unless it is asyncio's."""
        return self.name if self.loop == "asyncio" else f"{self.name} on {self.loop}"

    @property
    def client_kind(self) -> str:
        """The argument that selects the client in `programs`."""
        return "blocking" if self.blocking else "async"

    def select(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Make new clients use it."""
        monkeypatch.setenv(SWITCH, "on" if self.http11 else "off")

    @property
    def missing(self) -> str | None:
        """Why it is not available here, `None` if it is."""
        if self.loop == "uvloop" and MISSING is not None:
            return MISSING
        enabled = http11_is_enabled({SWITCH: "on" if self.http11 else "off"})
        return None if enabled == self.http11 else "our own transport does not support this system"

    def skip_if_missing(self) -> None:
        """Skip the test if it is not available here."""
        if reason := self.missing:
            pytest.skip(reason)

    @asynccontextmanager
    async def opened(self, url: str, retry: kms.RetryPolicy = NO_RETRIES) -> AsyncGenerator[Caller]:
        """Open a client, and close it."""
        options: dict[str, Any] = {
            "region": "eu-west-1",
            "credentials": CREDENTIALS,
            "endpoint_url": url,
            "timeout": LONG_TIMEOUT,
            "retry": retry,
            "validate": "off",  # some plaintexts are larger than KMS accepts
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
        """The test ID."""
        ...

    @property
    def transport(self) -> Transport:
        """The transport."""
        ...


def parameter(trial: OnTransport, *marks: pytest.MarkDecorator) -> Any:
    """Return loop and trial as test parameters, skipped if the transport is missing."""
    missing = trial.transport.missing
    skipped = [pytest.mark.skip(reason=missing)] if missing else []
    return pytest.param(trial.transport.loop, trial, id=trial.name, marks=[*marks, *skipped])


HTTP11_ASYNC: Final = Transport("http11 async", http11=True, blocking=False)
HTTP11_UVLOOP: Final = Transport("http11 async", http11=True, blocking=False, loop="uvloop")
HTTP11_BLOCKING: Final = Transport("http11 blocking", http11=True, blocking=True)
HTTPX_ASYNC: Final = Transport("httpx async", http11=False, blocking=False)
HTTPX_BLOCKING: Final = Transport("httpx blocking", http11=False, blocking=True)
HTTP11: Final = (HTTP11_ASYNC, HTTP11_UVLOOP, HTTP11_BLOCKING)
HTTPX: Final = (HTTPX_ASYNC, HTTPX_BLOCKING)
