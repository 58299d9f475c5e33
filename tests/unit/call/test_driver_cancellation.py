"""The two drivers let time-outs, cancellation and interrupts through."""

from concurrent.futures import Future

import anyio
import httpx
import pytest

from smaws_kms import AttemptTimeoutError, ConfigurationError
from smaws_kms._runtime.call.effects import GetConfig, Send, Steps
from smaws_kms._runtime.config.resolved import ConfigResolver, ResolvedConfig
from smaws_kms._runtime.http.messages import AttemptTimeouts
from tests.unit.call.driver_fakes import SEND, Drivers, steps_of

pytestmark = pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
LATE = Send(SEND.request, AttemptTimeouts(1.0, 5.0, lambda: 5.0))


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
