"""Virtual time in which calls run: their state machines are the real ones, and nothing waits."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import Any, Final

from attrs import evolve

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
"""Takes a request, and later hands the response to what it was given."""


def destination(policy: RetryPolicy) -> ResolvedConfig:
    """Return where calls go, and with which policy."""
    return ResolvedConfig(evolve(_SETTINGS, retry=policy), _URL, target(_URL), {})


class VirtualTime:
    """A clock, and what happens when."""

    def __init__(self) -> None:
        self.now = 0.0
        self._ahead: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self.clock = Clock(
            now=lambda: _BEGINNING + timedelta(seconds=self.now), monotonic=lambda: self.now
        )

    def after(self, seconds: float, happen: Callable[[], None]) -> None:
        """Let something happen later."""
        heappush(self._ahead, (self.now + seconds, next(self._numbers), happen))

    def run(self, until: float) -> None:
        """Let everything happen that is due before a time."""
        while self._ahead and self._ahead[0][0] < until:
            self.now, _, happen = heappop(self._ahead)
            happen()
        self.now = until


class Running:
    """A call that runs in virtual time."""

    def __init__(
        self,
        time: VirtualTime,
        steps: Steps[Result[Any, Any]],
        destination: ResolvedConfig,
        respond: Respond,
        done: Callable[[Result[Any, Any]], None],
    ) -> None:
        self._time = time
        self._story = steps
        self._destination = destination
        self._respond = respond
        self._done = done
        self._cancelled = False

    def resume(self, came: object = None) -> None:
        """Run until the call has to wait, or is done."""
        while not self._cancelled:
            try:
                effect: Effect = self._story.send(came)
            except StopIteration as end:
                return self._done(end.value)
            match effect:
                case GetConfig():
                    came = self._destination
                case GetCredentials():
                    came = _CREDENTIALS
                case Send():
                    return self._respond(self.resume)
                case Sleep(seconds):
                    return self._time.after(seconds, self.resume)
                case _:
                    came = False
        return None

    def freeze(self) -> None:
        """Never run again, as a task whose event loop stopped."""
        self._cancelled = True

    def cancel(self) -> None:
        """End the call as a cancelled task does, wherever it is."""
        self._cancelled = True
        self._story.close()
