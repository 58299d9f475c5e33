"""Callers that make one call after another against a quota, in virtual time."""

import random
from collections.abc import Callable
from typing import Any, Final

from attrs import field, frozen

import smaws_kms as kms
from smaws_kms import (
    DisableKey,
    DisableKeyRequest,
    EnableKey,
    EnableKeyRequest,
    RetryPolicy,
    Timeout,
)
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.call.context import CallContext, Random, SharedState
from smaws_kms._runtime.http.messages import WireResponse
from tools.simulation.quotas import Quota
from tools.simulation.virtual_time import Running, VirtualTime, resolved_config

ADAPTIVE: Final = RetryPolicy(mode="adaptive")

_SERVED: Final = WireResponse(200, {}, b"{}")
_THROTTLED: Final = WireResponse(
    400, {}, b'{"__type": "ThrottlingException", "message": "rate exceeded"}'
)
_MOST_JITTER: Final = 0.2


@frozen(kw_only=True)
class Load:
    """Callers of one client or of several."""

    callers: int
    latency: float = 0.01
    clients: int = 1
    """The number of clients, each with its own limiter; the callers are spread over them."""
    operations: int = 1
    """The number of operations that the callers use, one or two."""
    policy: RetryPolicy = ADAPTIVE
    timeout: Timeout = field(factory=Timeout)
    others: float = 0.0
    """Requests per second of other programs that share the quota."""


class Simulation:
    """Simulates callers and a service, and records requests and results."""

    def __init__(self, load: Load, quota: Quota, seed: int = 2026) -> None:
        self.time = VirtualTime()
        self.results: list[tuple[float, kms.Result[Any, Any]]] = []
        """The time and the result of each finished call."""
        self.requests: list[float] = []
        """The times at which requests arrived, without those of other programs."""
        self._load = load
        self._quota = quota
        self._is_stopped = False
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._config = resolved_config(load.policy)
        rng = Random(new_id=lambda: "id", draw=self._random.random)
        self._contexts = [
            CallContext("basic", load.timeout, self.time.clock, rng, SharedState())
            for _ in range(load.clients)
        ]
        if load.others:
            self.time.after(0.0, self._other)

    def start(self) -> "Simulation":
        """Start every caller."""
        self._is_stopped = False
        for caller in range(self._load.callers):
            self._continue(caller)
        return self

    def stop(self) -> None:
        """Let every caller stop after its current call."""
        self._is_stopped = True

    def call(self, caller: int, done: Callable[[kms.Result[Any, Any]], None]) -> Running:
        """Start a single call."""
        context = self._contexts[caller % len(self._contexts)]
        if caller % self._load.operations:
            steps = Call(context, EnableKey, EnableKeyRequest(key_id="k")).steps()
        else:
            steps = Call(context, DisableKey, DisableKeyRequest(key_id="k")).steps()
        running = Running(self.time, steps, self._config, self._respond, done)
        self.time.after(0.0, running.resume)
        return running

    def served(self, begin: float, end: float) -> int:
        """Return how many calls succeeded in a period."""
        return sum(result.is_ok for time, result in self.results if begin <= time < end)

    def use(self, begin: float, end: float) -> float:
        """Return the successful calls per second in a period."""
        return self.served(begin, end) / (end - begin)

    def requests_per_call(self, begin: float, end: float) -> float:
        """Return the requests per successful call in a period."""
        return sum(begin <= it < end for it in self.requests) / self.served(begin, end)

    def failed(self, kind: type[kms.SmawsError]) -> int:
        """Return how many calls ended in an error of a class."""
        return sum(isinstance(result.err, kind) for _, result in self.results)

    def _continue(self, caller: int) -> None:
        def done(result: kms.Result[Any, Any]) -> None:
            _ = result.err  # an `Err` that is never inspected warns
            self.results.append((self.time.now, result))
            if not self._is_stopped:
                self._continue(caller)

        self.call(caller, done)

    def _respond(self, respond: Callable[[WireResponse], None]) -> None:
        def arrive() -> None:
            self.requests.append(self.time.now)
            response = _SERVED if self._quota.admit(self.time.now) else _THROTTLED
            self.time.after(self._one_way_latency(), lambda: respond(response))

        self.time.after(self._one_way_latency(), arrive)

    def _one_way_latency(self) -> float:
        return self._load.latency / 2 * (1 + _MOST_JITTER * self._random.random())

    def _other(self) -> None:
        self._quota.admit(self.time.now)
        self.time.after(self._random.expovariate(self._load.others), self._other)
