"""Callers that make one call after the other against a quota, in virtual time."""

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
from tools.simulation.virtual_time import Running, VirtualTime, destination

ADAPTIVE: Final = RetryPolicy(mode="adaptive")

_SERVED: Final = WireResponse(200, {}, b"{}")
_THROTTLED: Final = WireResponse(
    400, {}, b'{"__type": "ThrottlingException", "message": "rate exceeded"}'
)
_MOST_JITTER: Final = 0.2


@frozen(kw_only=True)
class Crowd:
    """Callers of one client or of several."""

    callers: int
    latency: float = 0.01
    clients: int = 1
    """How many clients share the callers, each with a limiter of its own."""
    operations: int = 1
    """How many operations the callers use, one or two."""
    policy: RetryPolicy = ADAPTIVE
    timeout: Timeout = field(factory=Timeout)
    others: float = 0.0
    """Requests a second of other programs that share the quota."""


class Scene:
    """What happens between callers and service."""

    def __init__(self, crowd: Crowd, quota: Quota, seed: int = 2026) -> None:
        self.time = VirtualTime()
        self.results: list[tuple[float, kms.Result[Any, Any]]] = []
        """When calls ended, and in what."""
        self.requests: list[float] = []
        """When requests arrived, those of other programs left out."""
        self._crowd = crowd
        self._quota = quota
        self._is_stopped = False
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._destination = destination(crowd.policy)
        chance = Random(new_id=lambda: "id", draw=self._random.random)
        self._rules = [
            CallContext("basic", crowd.timeout, self.time.clock, chance, SharedState())
            for _ in range(crowd.clients)
        ]
        if crowd.others:
            self.time.after(0.0, self._other)

    def start(self) -> "Scene":
        """Let every caller begin."""
        self._is_stopped = False
        for caller in range(self._crowd.callers):
            self._go_on(caller)
        return self

    def stop(self) -> None:
        """Let callers end with the call that they are in."""
        self._is_stopped = True

    def call(self, caller: int, done: Callable[[kms.Result[Any, Any]], None]) -> Running:
        """Begin a single call."""
        context = self._rules[caller % len(self._rules)]
        if caller % self._crowd.operations:
            steps = Call(context, EnableKey, EnableKeyRequest(key_id="k")).steps()
        else:
            steps = Call(context, DisableKey, DisableKeyRequest(key_id="k")).steps()
        running = Running(self.time, steps, self._destination, self._respond, done)
        self.time.after(0.0, running.resume)
        return running

    def served(self, begin: float, end: float) -> int:
        """Return how many calls succeeded in a time."""
        return sum(result.is_ok for time, result in self.results if begin <= time < end)

    def use(self, begin: float, end: float) -> float:
        """Return the calls a second that succeeded in a time."""
        return self.served(begin, end) / (end - begin)

    def requests_per_call(self, begin: float, end: float) -> float:
        """Return how many requests a call took in a time."""
        return sum(begin <= it < end for it in self.requests) / self.served(begin, end)

    def failed(self, kind: type[kms.SmawsError]) -> int:
        """Return how many calls ended in an error of a kind."""
        return sum(isinstance(result.err, kind) for _, result in self.results)

    def _go_on(self, caller: int) -> None:
        def done(result: kms.Result[Any, Any]) -> None:
            _ = result.err  # seen: an error that is thrown away unseen warns
            self.results.append((self.time.now, result))
            if not self._is_stopped:
                self._go_on(caller)

        self.call(caller, done)

    def _respond(self, respond: Callable[[WireResponse], None]) -> None:
        def arrive() -> None:
            self.requests.append(self.time.now)
            response = _SERVED if self._quota.admit(self.time.now) else _THROTTLED
            self.time.after(self._half_way(), lambda: respond(response))

        self.time.after(self._half_way(), arrive)

    def _half_way(self) -> float:
        return self._crowd.latency / 2 * (1 + _MOST_JITTER * self._random.random())

    def _other(self) -> None:
        self._quota.admit(self.time.now)
        self.time.after(self._random.expovariate(self._crowd.others), self._other)
