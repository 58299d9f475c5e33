"""Many clients in virtual time: their calls are real stories, and nobody waits for anything."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from typing import Any, Final

from attrs import evolve, frozen

import smaws_kms as kms
from smaws_kms import Credentials, DisableKey, DisableKeyRequest, RetryPolicy, Timeout
from smaws_kms._runtime.call import Call
from smaws_kms._runtime.destination import Destination
from smaws_kms._runtime.needs import GetCredentials, GetDestination, Need, Send, Sleep, Story
from smaws_kms._runtime.rules import Chance, Clock, Learned, Rules
from smaws_kms._runtime.settings import Settings
from smaws_kms._runtime.sigv4 import target
from tests.simulation.service import Outage, Service

_URL: Final = "https://kms.test/"
_REQUEST: Final = DisableKeyRequest(key_id="k")
_CREDENTIALS: Final = Credentials("AKIDEXAMPLE", "secret")
_SETTINGS: Final = Settings(
    region="eu-west-1",
    endpoint_url=_URL,
    signing_name="kms",
    signing_region="eu-west-1",
    app_id=None,
    sources={},
)
_LATENCY: Final = 0.01
_OUTAGE: Final = Outage(begin=10.0, end=40.0)
_BEGINNING: Final = datetime(2026, 1, 1, tzinfo=UTC)


@frozen(kw_only=True)
class Plan:
    """What is simulated."""

    clients: int = 1_000
    calls_per_second: float = 10.0
    """Of each client, at random times."""
    headroom: float = 1.2
    """What the service can usually do, as a multiple of what is asked of it."""
    outage: Outage = _OUTAGE
    seconds: float = 60.0
    seed: int = 2026

    @property
    def demand(self) -> float:
        """Calls a second of all clients."""
        return self.clients * self.calls_per_second

    def service(self) -> Service:
        """Return the service as it is in the beginning."""
        return Service(self.demand * self.headroom, self.outage)


@frozen
class Course:
    """What happened."""

    requests: list[int]
    """How many requests reached the service in each second."""
    calls: int
    failed: int
    """How many calls ended in an error."""

    def load(self, begin: float, end: float) -> float:
        """Return the mean requests a second in a time."""
        return sum(self.requests[int(begin) : int(end)]) / (int(end) - int(begin))


class Fleet:
    """All clients, and what is going to happen to them."""

    def __init__(self, plan: Plan, policy: RetryPolicy) -> None:
        self._plan = plan
        self._random = random.Random(plan.seed)  # noqa: S311 - no secret
        self._service = plan.service()
        self._destination = Destination(evolve(_SETTINGS, retry=policy), _URL, target(_URL), {})
        self._time = 0.0
        self._ahead: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = iter(range(10**9))
        self._requests = [0] * int(plan.seconds)
        self._results: list[bool] = []

    def run(self) -> Course:
        """Let it happen."""
        for rules in [self._rules() for _ in range(self._plan.clients)]:
            self._call_later(rules)
        while self._ahead and self._ahead[0][0] < self._plan.seconds:
            self._time, _, happen = heappop(self._ahead)
            happen()
        return Course(self._requests, len(self._results), self._results.count(False))

    def _rules(self) -> Rules:
        clock = Clock(
            now=lambda: _BEGINNING + timedelta(seconds=self._time), monotonic=lambda: self._time
        )
        chance = Chance(new_id=lambda: "id", draw=self._random.random)
        return Rules("basic", Timeout(), clock, chance, Learned())

    def _call_later(self, rules: Rules) -> None:
        def call() -> None:
            self._go_on(Call(rules, DisableKey, _REQUEST).story(), None)
            self._call_later(rules)

        self._plan_at(self._random.expovariate(self._plan.calls_per_second), call)

    def _plan_at(self, seconds: float, happen: Callable[[], None]) -> None:
        heappush(self._ahead, (self._time + seconds, next(self._numbers), happen))

    def _go_on(self, story: Story[kms.Result[None, Any]], came: object) -> None:
        """Tell a story until it has to wait."""
        try:
            while True:
                need: Need = story.send(came)
                match need:
                    case GetDestination():
                        came = self._destination
                    case GetCredentials():
                        came = _CREDENTIALS
                    case Send():
                        return self._plan_at(_LATENCY, self._told(story, self._arrive()))
                    case Sleep(seconds):
                        return self._plan_at(seconds, self._told(story, None))
                    case _:
                        came = False
        except StopIteration as end:
            self._results.append(end.value.is_ok)

    def _told(self, story: Story[kms.Result[None, Any]], came: object) -> Callable[[], None]:
        return lambda: self._go_on(story, came)

    def _arrive(self) -> object:
        self._requests[int(self._time)] += 1
        return self._service.answer(self._time)
