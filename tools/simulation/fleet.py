"""Many clients in virtual time, with the real state machines of calls."""

import random
from collections.abc import Callable
from typing import Any, Final

from attrs import frozen

import smaws_kms as kms
from smaws_kms import DisableKey, DisableKeyRequest, RetryPolicy, Timeout
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.call.context import CallContext, Random, SharedState
from smaws_kms._runtime.http.messages import WireResponse
from tools.simulation.service import Outage, Service
from tools.simulation.virtual_time import Running, VirtualTime, resolved_config

_REQUEST: Final = DisableKeyRequest(key_id="k")
_LATENCY: Final = 0.01
_OUTAGE: Final = Outage(begin=10.0, end=40.0)


@frozen(kw_only=True)
class Plan:
    """The parameters of a simulation."""

    clients: int = 1_000
    calls_per_second: float = 10.0
    """The rate of each client; calls start at random times."""
    headroom: float = 1.2
    """The normal capacity of the service, as a multiple of the demand."""
    outage: Outage = _OUTAGE
    seconds: float = 60.0
    seed: int = 2026

    @property
    def demand(self) -> float:
        """Calls per second of all clients."""
        return self.clients * self.calls_per_second

    def service(self) -> Service:
        """Return a new service."""
        return Service(self.demand * self.headroom, self.outage)


@frozen
class Timeline:
    """The outcome of a simulation."""

    requests: list[int]
    """How many requests reached the service in each second."""
    calls: int
    failed: int
    """How many calls ended in an error."""

    def load(self, begin: float, end: float) -> float:
        """Return the mean requests per second in a period."""
        return sum(self.requests[int(begin) : int(end)]) / (int(end) - int(begin))


class Fleet:
    """All clients of a simulation."""

    def __init__(self, plan: Plan, policy: RetryPolicy) -> None:
        self._plan = plan
        self._random = random.Random(plan.seed)  # noqa: S311 - no secret
        self._service = plan.service()
        self._config = resolved_config(policy)
        self._time = VirtualTime()
        self._requests = [0] * int(plan.seconds)
        self._results: list[bool] = []

    def run(self) -> Timeline:
        """Run the simulation."""
        for context in [self._contexts() for _ in range(self._plan.clients)]:
            self._call_later(context)
        self._time.run(self._plan.seconds)
        return Timeline(self._requests, len(self._results), self._results.count(False))

    def _contexts(self) -> CallContext:
        rng = Random(new_id=lambda: "id", draw=self._random.random)
        return CallContext("basic", Timeout(), self._time.clock, rng, SharedState())

    def _call_later(self, context: CallContext) -> None:
        def call() -> None:
            steps = Call(context, DisableKey, _REQUEST).steps()
            Running(self._time, steps, self._config, self._respond, self._done).resume()
            self._call_later(context)

        self._time.after(self._random.expovariate(self._plan.calls_per_second), call)

    def _done(self, result: kms.Result[None, Any]) -> None:
        self._results.append(result.is_ok)

    def _respond(self, respond: Callable[[WireResponse], None]) -> None:
        self._requests[int(self._time.now)] += 1
        response = self._service.handle(self._time.now)
        self._time.after(_LATENCY, lambda: respond(response))
