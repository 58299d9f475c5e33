"""The two drivers: both perform effects in time, and let cancellation through."""

import threading
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any

import anyio
import httpx
import pytest

from smaws_kms import (
    AttemptTimeoutError,
    ConfigurationError,
    Credentials,
    CredentialsError,
    Encrypt,
)
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.provider_functions import CredentialsArgument
from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.call.async_driver import AsyncDriver
from smaws_kms._runtime.call.effects import (
    Effect,
    ForgetCredentials,
    GetConfig,
    GetCredentials,
    Send,
    Sleep,
    Steps,
)
from smaws_kms._runtime.call.sync_driver import SyncDriver
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.resolved import ConfigResolver, ResolvedConfig
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest, WireResponse

pytestmark = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])

NOW = datetime(2026, 1, 2, tzinfo=UTC)
CREDENTIALS = Credentials("AKIDEXAMPLE", "secret")
OPTIONS = Options(region="eu-west-1", endpoint_url="https://kms.test")
SEND = Send(WireRequest("https://kms.test/", {}, b""), AttemptTimeouts(1.0, 5.0, lambda: 0.0))
LATE = Send(SEND.request, AttemptTimeouts(1.0, 5.0, lambda: 5.0))
GET_CREDENTIALS = GetCredentials(5.0, NOW, "eu-west-1")


def steps_of(*effects: Effect) -> Steps[list[Any]]:
    """Yield these effects, and return what they return."""
    came: list[Any] = []
    for effect in effects:
        found = yield effect
        came.append(found)
    return came


class NeverFound(ConfigResolver):
    """Settings on a disk that hangs."""

    def get(self, *, or_here: bool = False) -> "Future[ResolvedConfig | ConfigurationError]":  # noqa: ARG002 - the base class has it
        """Return a future that never completes."""
        future: Future[ResolvedConfig | ConfigurationError] = Future()
        future.set_running_or_notify_cancel()
        return future


def respond(_: httpx.Request) -> httpx.Response:
    """Respond at once."""
    return httpx.Response(200, content=b"{}")


class Drivers:
    """Both drivers with the same settings and credentials."""

    def __init__(
        self,
        credentials: CredentialsArgument = CREDENTIALS,
        config: type[ConfigResolver] = ConfigResolver,
        options: Options = OPTIONS,
    ) -> None:
        self._credentials = credentials
        self._destination = config(Encrypt.service, options, {})

    def _source(self, *, blocking: bool) -> CredentialResolver:
        return CredentialResolver(CredentialProviders(self._credentials, blocking=blocking))

    def asynchronous(self, transport: httpx.AsyncBaseTransport | None = None) -> AsyncDriver:
        """Return the async one."""
        http = AsyncHttp(transport or httpx.MockTransport(respond))
        return AsyncDriver(http, self._source(blocking=False), self._destination)

    def blocking(self) -> SyncDriver:
        """Return the blocking one."""
        http = SyncHttp(httpx.MockTransport(respond))
        return SyncDriver(http, self._source(blocking=True), self._destination)

    async def run(self, *effects: Effect) -> tuple[list[Any], list[Any]]:
        """Let both drivers perform these effects."""
        return await self.asynchronous().run(steps_of(*effects)), self.blocking().run(
            steps_of(*effects)
        )


async def test_steps_without_effects() -> None:
    """A driver returns what the steps return."""
    assert ([], []) == await Drivers().run()


@pytest.mark.parametrize("credentials", [CREDENTIALS, lambda: CREDENTIALS])
async def test_effects_are_performed(credentials: CredentialsArgument) -> None:
    """Settings, credentials and responses are returned, cached or not."""
    effects: list[Effect] = [
        GetConfig(5.0),
        GET_CREDENTIALS,
        SEND,
        GetConfig(5.0),
        GET_CREDENTIALS,
    ]

    for first, known, sent, again, cached in await Drivers(credentials).run(*effects):
        assert isinstance(first, ResolvedConfig)
        assert ("eu-west-1", "https://kms.test") == (
            first.settings.region, first.settings.endpoint_url.rstrip("/"),
        )  # fmt: skip
        assert (CREDENTIALS, CREDENTIALS) == (known, cached)
        assert isinstance(sent, WireResponse)
        assert (200, b"{}") == (sent.status_code, sent.body)
        assert first is again


async def test_pauses_and_refusals() -> None:
    """`Sleep` returns, and static credentials cannot be renewed."""
    effects = Sleep(0.0), ForgetCredentials(CREDENTIALS)

    assert ([None, False], [None, False]) == await Drivers().run(*effects)


async def test_time_passes() -> None:
    """Both drivers sleep."""
    assert ([None], [None]) == await Drivers().run(Sleep(0.0))


async def test_refused_credentials() -> None:
    """Credentials of a callable are discarded, static ones are not."""
    forget = ForgetCredentials(CREDENTIALS)

    assert ([False], [False]) == await Drivers().run(forget)
    assert ([True], [True]) == tuple(
        came[1:] for came in await Drivers(lambda: CREDENTIALS).run(GET_CREDENTIALS, forget)
    )


async def test_async_function_of_the_user() -> None:
    """The async driver awaits a function for credentials."""

    async def fetch() -> Credentials:
        return CREDENTIALS

    assert [CREDENTIALS] == await Drivers(fetch).asynchronous().run(steps_of(GET_CREDENTIALS))


async def test_failures_are_values() -> None:
    """A failure is returned as an error, and nothing is raised."""

    def refuse() -> Credentials:
        raise OSError("vault sealed")

    options = Options(region="not a region")
    for config, credentials in await Drivers(refuse, options=options).run(
        GetConfig(5.0), GET_CREDENTIALS
    ):
        assert isinstance(config, ConfigurationError)
        assert isinstance(credentials, CredentialsError)
        assert "vault sealed" in credentials.message


async def test_too_late() -> None:
    """A timeout is returned as `None`."""
    go_on = threading.Event()

    def wait() -> Credentials:
        go_on.wait(30)
        return CREDENTIALS

    effects = GetConfig(0.0), GetCredentials(0.0, NOW, "eu-west-1")
    try:
        assert ([None, None], [None, None]) == await Drivers(wait, NeverFound).run(*effects)
    finally:
        go_on.set()


class Silent(httpx.AsyncBaseTransport):
    """A server that accepts a request and never responds."""

    def __init__(self) -> None:
        self.received = anyio.Event()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Wait until cancelled."""
        self.received.set()
        await anyio.Event().wait()
        return httpx.Response(200, request=request)


async def test_no_response_in_time() -> None:
    """An attempt ends at its timeout."""
    [error] = await Drivers().asynchronous(Silent()).run(steps_of(LATE))

    assert isinstance(error, AttemptTimeoutError)
    assert ("no complete response in time", "maybe") == (error.message, error.sent)


async def test_cancellation() -> None:
    """A cancelled call raises the cancellation, and its steps do not resume."""
    reached: list[object] = []

    def steps() -> Steps[None]:
        reached.append("begun")
        reached.append((yield SEND))

    server = Silent()
    async with anyio.create_task_group() as group:
        group.start_soon(Drivers().asynchronous(server).run, steps())
        await server.received.wait()
        group.cancel_scope.cancel()

    assert ["begun"] == reached


async def test_two_cancellations() -> None:
    """The user's timeout around a call is not mistaken for the call's own."""
    with pytest.raises(TimeoutError), anyio.fail_after(0):
        await Drivers().asynchronous(Silent()).run(steps_of(SEND))


class Broken(ConfigResolver):
    """Settings whose reading fails with a timeout of its own."""

    def get(self, *, or_here: bool = False) -> "Future[ResolvedConfig | ConfigurationError]":  # noqa: ARG002 - the base class has it
        """Return the failure."""
        future: Future[ResolvedConfig | ConfigurationError] = Future()
        future.set_exception(TimeoutError("mount"))
        return future


async def test_foreign_timeout() -> None:
    """A `TimeoutError` from elsewhere is not mistaken for the call's own."""
    with pytest.raises(TimeoutError, match="mount"):
        await Drivers(config=Broken).asynchronous().run(steps_of(GetConfig(5.0)))


class Interrupted(ConfigResolver):
    """Settings whose reading the user interrupts."""

    def get(self) -> ResolvedConfig:
        """Raise what Ctrl-C raises."""
        raise KeyboardInterrupt


async def test_an_interrupted_call_is_closed_at_once() -> None:
    """An interrupted call is closed at once, not when the traceback is collected."""
    closed: list[str] = []

    def steps(name: str) -> Steps[None]:
        try:
            yield GetConfig(5.0)
        finally:
            closed.append(name)

    drivers = Drivers(config=Interrupted)
    with pytest.raises(KeyboardInterrupt) as asynchronous:
        await drivers.asynchronous().run(steps("asynchronous"))
    with pytest.raises(KeyboardInterrupt) as blocking:
        drivers.blocking().run(steps("blocking"))

    assert ["asynchronous", "blocking"] == closed
    assert asynchronous.tb is not blocking.tb  # both are alive, and with them the calls' frames
