"""Runs the steps of a call by hand, with a fake clock."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import smaws_kms as kms
from smaws_kms import Credentials, Encrypt, EncryptRequest, RetryPolicy, Timeout
from smaws_kms._runtime.auth.signing_target import target
from smaws_kms._runtime.call.call import Call
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.call.effects import (
    ForgetCredentials,
    GetConfig,
    GetCredentials,
    Send,
    Sleep,
)
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.settings import Settings
from smaws_kms._runtime.config.user_agent import UserAgent
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.support.frozen import evolve
from smaws_kms._runtime.values import Validate

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
REQUEST = EncryptRequest(key_id="alias/orders", plaintext=b"hello")
CREDENTIALS = Credentials("AKIDEXAMPLE", "secret")
CONFIG = ResolvedConfig(
    Settings(
        region="eu-west-1",
        endpoint_url="https://kms.test/",
        signing_name="kms",
        signing_region="eu-central-1",
        app_id=None,
        sources={},
    ),
    "https://kms.test/",
    target("https://kms.test/"),
    {"X-Extra": "1"},
    UserAgent("agent"),
)
DONE = WireResponse(
    200, {"x-amzn-requestid": "id-1"}, json.dumps({"CiphertextBlob": "AA=="}).encode()
)
NOTHING = WireResponse(200, {}, b"")
"""Response of an operation without output."""
MANY = RetryPolicy(max_attempts=10)

AttemptOutcome = WireResponse | kms.TransportError | kms.ConfigurationError
"""What `Send` returns to the call."""


def refusal(code: str, *, status: int = 400, **headers: str) -> WireResponse:
    """Return a response with an error."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return WireResponse(status, named, json.dumps({"__type": code, "message": "no"}).encode())


class CallHarness:
    """A call whose effects the test performs; its clock stands still between the steps."""

    def __init__(
        self,
        request: object = REQUEST,
        *,
        validate: Validate = "basic",
        retry: RetryPolicy | None = None,
        shared_state: SharedState | None = None,
        draw: Callable[[], float] = lambda: 1.0,
        timeout: Timeout | None = None,
        operation: "kms.Operation[Any, Any, Any]" = Encrypt,
        connect_by_mode: float | None = None,
    ) -> None:
        self.time = 100.0
        self.sent: list[Send] = []
        self.slept: list[float] = []
        self.forgotten: list[Credentials] = []
        clock = Clock(
            now=lambda: NOW + timedelta(seconds=self.time - 100.0), monotonic=lambda: self.time
        )
        random = Random(new_id=lambda: "id", draw=draw)
        limits, shared_state = timeout or Timeout(), shared_state or SharedState()
        self.context = CallContext(
            validate, limits, clock, random, shared_state, default_connect=timeout is None
        )
        settings = CONFIG.settings.replaced(
            retry=retry or RetryPolicy(), connect_timeout=connect_by_mode
        )
        self.config = evolve(CONFIG, settings=settings)
        self._steps = Call(self.context, operation, request).steps()

    def step(self, returned: object = None, *, seconds: float = 0.0) -> Any:
        """Move the clock, return a value for the last effect, and get the next effect or the result."""
        self.time += seconds
        try:
            return self._steps.send(returned)
        except StopIteration as end:
            return end.value

    def until_send(self) -> Send:
        """Run the call up to its first request."""
        assert isinstance(self.step(), GetConfig)
        assert isinstance(self.step(self.config), GetCredentials)
        effect = self.step(CREDENTIALS)

        assert isinstance(effect, Send)
        return effect

    def finish(
        self,
        *outcomes: AttemptOutcome,
        seconds: float = 0.0,
        credentials: Sequence[Credentials | kms.CredentialsError] = (),
    ) -> Any:
        """Run the call to its result.

        Args:
            outcomes: The outcome of each attempt; the call must make all of them.
            seconds: The duration of each attempt.
            credentials: The credentials for each attempt; `CREDENTIALS` when the sequence ends.
        """
        attempts = iter(outcomes)
        result = self.run(self.step(), attempts, seconds=seconds, credentials=credentials)
        assert [] == list(attempts)
        return result

    def run(
        self,
        effect: Any,
        attempts: Iterator[AttemptOutcome],
        *,
        seconds: float = 0.0,
        credentials: Sequence[Credentials | kms.CredentialsError] = (),
    ) -> Any:
        """Run the call from an effect to its result, with as many of the attempts as it makes."""
        remaining = iter(credentials)
        while True:
            match effect:
                case GetConfig():
                    effect = self.step(self.config)
                case GetCredentials():
                    effect = self.step(next(remaining, CREDENTIALS))
                case Send():
                    self.sent.append(effect)
                    effect = self.step(next(attempts), seconds=seconds)
                case ForgetCredentials(refused):
                    self.forgotten.append(refused)
                    effect = self.step(returned=True)
                case Sleep(wait):
                    self.slept.append(wait)
                    effect = self.step(seconds=wait)
                case result:
                    return result
