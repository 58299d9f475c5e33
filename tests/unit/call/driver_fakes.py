"""Both drivers behind one interface, and effects for them."""

from typing import Any

import httpx

from smaws_kms import Credentials, Encrypt
from smaws_kms._runtime.auth.credential_resolver import CredentialResolver
from smaws_kms._runtime.auth.provider_functions import CredentialsArgument
from smaws_kms._runtime.auth.providers import CredentialProviders
from smaws_kms._runtime.call.async_driver import AsyncDriver
from smaws_kms._runtime.call.effects import Effect, Send, Steps
from smaws_kms._runtime.call.sync_driver import SyncDriver
from smaws_kms._runtime.config.options import Options
from smaws_kms._runtime.config.resolved import ConfigResolver
from smaws_kms._runtime.http.exchange import AsyncHttp, SyncHttp
from smaws_kms._runtime.http.messages import AttemptTimeouts, WireRequest

CREDENTIALS = Credentials("AKIDEXAMPLE", "secret")
OPTIONS = Options(region="eu-west-1", endpoint_url="https://kms.test")
SEND = Send(WireRequest("https://kms.test/", {}, b""), AttemptTimeouts(1.0, 5.0, lambda: 0.0))


def steps_of(*effects: Effect) -> Steps[list[Any]]:
    """Yield these effects, and return what they return."""
    came: list[Any] = []
    for effect in effects:
        found = yield effect
        came.append(found)
    return came


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
