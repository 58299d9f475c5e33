"""The two drivers perform effects in time."""

import threading
from concurrent.futures import Future
from datetime import UTC, datetime

import pytest

from smaws_kms import ConfigurationError, Credentials, CredentialsError
from smaws_kms._runtime.auth.provider_functions import CredentialsArgument
from smaws_kms._runtime.call.effects import (
    Effect,
    ForgetCredentials,
    GetConfig,
    GetCredentials,
    Sleep,
)
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.resolved import ConfigResolver, ResolvedConfig
from smaws_kms._runtime.http.messages import WireResponse
from tests.unit.call.driver_fakes import CREDENTIALS, SEND, Drivers, steps_of

pytestmark = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])

NOW = datetime(2026, 1, 2, tzinfo=UTC)
GET_CREDENTIALS = GetCredentials(5.0, NOW, "eu-west-1")


class NeverFound(ConfigResolver):
    """Settings on a disk that hangs."""

    def get(self, *, or_here: bool = False) -> "Future[ResolvedConfig | ConfigurationError]":  # noqa: ARG002 - the base class has it
        """Return a future that never completes."""
        future: Future[ResolvedConfig | ConfigurationError] = Future()
        future.set_running_or_notify_cancel()
        return future


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
