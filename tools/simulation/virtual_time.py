"""Run the real state machines of calls in virtual time, without waiting."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any, Final

from smaws_kms import Credentials, Result, RetryPolicy
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.call.context import Clock
from smaws_kms._runtime.call.effects import Effect, GetConfig, GetCredentials, Send, Sleep, Steps
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.settings import Settings
from smaws_kms._runtime.http.messages import WireResponse

_URL: Final = "https://kms.test/"
_CREDENTIALS: Final = Credentials("AKIDEXAMPLE", "secret")
_SETTINGS: Final = Settings(
    region="eu-west-1",
    endpoint_url=_URL,
    signing_name="kms",
    signing_region="eu-west-1",
    app_id=None,
    sources={},
)
_BEGINNING: Final = datetime(2026, 1, 1, tzinfo=UTC)

Respond = Callable[[Callable[[WireResponse], None]], None]
"""Receives a request, and later passes the response to the given function."""


def resolved_config(policy: RetryPolicy) -> ResolvedConfig:
    """Return a resolved configuration with a retry policy."""
    return ResolvedConfig(_SETTINGS.replaced(retry=policy), _URL, target(_URL), {})


class VirtualTime:
    """A clock with scheduled callbacks."""

    def __init__(self) -> None:
        self.now = 0.0
        self._scheduled: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self.clock = Clock(
            now=lambda: _BEGINNING + timedelta(seconds=self.now), monotonic=lambda: self.now
        )

    def after(self, seconds: float, callback: Callable[[], None]) -> None:
        """Schedule a callback."""
        heappush(self._scheduled, (self.now + seconds, next(self._numbers), callback))

    def run(self, until: float) -> None:
        """Run the callbacks that are due before a time."""
        while self._scheduled and self._scheduled[0][0] < until:
            self.now, _, callback = heappop(self._scheduled)
            callback()
        self.now = until


class Running:
    """A call that runs in virtual time."""

    def __init__(
        self,
        time: VirtualTime,
        steps: Steps[Result[Any, Any]],
        resolved_config: ResolvedConfig,
        respond: Respond,
        done: Callable[[Result[Any, Any]], None],
    ) -> None:
        self._time = time
        self._steps = steps
        self._config = resolved_config
        self._respond = respond
        self._done = done
        self._cancelled = False

    def resume(self, value: object = None) -> None:
        """Run until the call waits or is done."""
        while not self._cancelled:
            try:
                effect: Effect = self._steps.send(value)
            except StopIteration as end:
                return self._done(end.value)
            match effect:
                case GetConfig():
                    value = self._config
                case GetCredentials():
                    value = _CREDENTIALS
                case Send():
                    return self._respond(self.resume)
                case Sleep(seconds):
                    return self._time.after(seconds, self.resume)
                case _:
                    value = False
        return None

    def freeze(self) -> None:
        """Never resume, like a task whose event loop has stopped."""
        self._cancelled = True

    def cancel(self) -> None:
        """End the call as the cancellation of its task does."""
        self._cancelled = True
        self._steps.close()
