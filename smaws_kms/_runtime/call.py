"""One call as a story, written once for async and blocking clients.

The story is a generator: it yields what it needs (settings, credentials, an answer to a request) and
is sent what came of it. A driver carries out the needs, and is all that differs between the clients.
Clock and time limits are passed in, so a test tells the whole story without waiting.
"""

from collections.abc import Callable, Generator
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar

from attrs import evolve, frozen

from smaws_kms._runtime.addressing import address
from smaws_kms._runtime.compression import compress
from smaws_kms._runtime.destination import Destination
from smaws_kms._runtime.errors import (
    AttemptTimeoutError,
    CallTimeoutError,
    ConfigurationError,
    CredentialsError,
    DeadlineExceededError,
    RequestValidationError,
    Sent,
    SmawsError,
    TransportError,
)
from smaws_kms._runtime.messages import Waits, WireRequest, WireResponse
from smaws_kms._runtime.model import OperationModel
from smaws_kms._runtime.protocol import decode, encode, request_headers
from smaws_kms._runtime.results import Attempt, Err, Metadata, Ok, Result
from smaws_kms._runtime.sigv4 import sign_request
from smaws_kms._runtime.validation import Validate, validate
from smaws_kms._runtime.values import Credentials, Timeout

Res = TypeVar("Res")


@frozen
class GetDestination:
    """Needs a `Destination`, the `ConfigurationError` that there is none, or `None`: too late."""

    within: float | None


@frozen
class GetCredentials:
    """Needs `Credentials`, the `CredentialsError` that there are none, or `None`: too late."""

    within: float | None
    now: datetime
    region: str


@frozen
class Send:
    """Needs the answer to a request, or the `TransportError` that there is none."""

    request: WireRequest
    waits: Waits


Need: TypeAlias = GetDestination | GetCredentials | Send
Story: TypeAlias = Generator[Need, Any, Res]


@frozen
class Clock:
    """Time, as the story sees it."""

    now: Callable[[], datetime]
    """The time of day, aware."""
    monotonic: Callable[[], float]
    """Seconds that only go forward."""


@frozen
class Rules:
    """How a client makes its calls."""

    validate: Validate
    timeout: Timeout
    clock: Clock
    new_token: Callable[[], str]
    """Makes an idempotency token where the user gave none."""


def _with_token(
    operation: OperationModel[Any, Any, Any], request: Any, new_token: Callable[[], str]
) -> object:
    """Return the request with an idempotency token, the same for every attempt at this call."""
    name = operation.idempotency_token
    if name is None or getattr(request, name) is not None:
        return request
    return evolve(request, **{name: new_token()})


class Call(Generic[Res]):
    """One call: a request, its time limit, and what has been tried."""

    def __init__(
        self, rules: Rules, operation: OperationModel[Any, Res, Any], request: object
    ) -> None:
        self._rules = rules
        self._operation = operation
        self._request = _with_token(operation, request, rules.new_token)
        self._started = rules.clock.monotonic()
        self._attempts: list[Attempt] = []
        self._answer: WireResponse | None = None

    def story(self) -> Story[Result[Res, Any]]:
        """Tell the call from request to result."""
        outcome = yield from self._outcome()
        if isinstance(outcome, SmawsError):
            outcome.operation = self._operation.name
            return Err(outcome, self._metadata())
        return Ok(outcome, self._metadata())

    def _outcome(self) -> Story[Res | SmawsError]:
        body = self._body()
        if isinstance(body, SmawsError):
            return body
        destination: Destination | ConfigurationError | None
        destination = yield GetDestination(self._remaining())
        if destination is None:
            return self._too_late("while reading the settings")
        if isinstance(destination, ConfigurationError):
            # Calls that waited for the same answer share it, but an error belongs to one call.
            return ConfigurationError(destination.message)
        addressed = address(destination, self._operation, self._request)
        if isinstance(addressed, SmawsError):
            return addressed
        return (yield from self._attempt(addressed, body))

    def _body(self) -> bytes | RequestValidationError:
        return validate(self._request, self._rules.validate) or encode(self._request)

    def _attempt(self, destination: Destination, body: bytes) -> Story[Res | SmawsError]:
        credentials: Credentials | CredentialsError | None
        now, region = self._rules.clock.now(), destination.settings.region
        credentials = yield GetCredentials(self._remaining(), now, region)
        if not isinstance(credentials, Credentials):
            return credentials or self._too_late("while waiting for credentials")
        request, waits = self._sign(destination, credentials, body), self._waits()
        if waits.over():
            return self._deadline_or(AttemptTimeoutError("no time to send it", sent="no"))
        answer: WireResponse | TransportError = yield Send(request, waits)
        if isinstance(answer, TransportError):
            outcome: Res | SmawsError = self._deadline_or(answer)
        else:
            self._answer = answer
            outcome = decode(self._operation, answer)
        self._record(outcome, answer)
        return outcome

    def _sign(self, destination: Destination, credentials: Credentials, body: bytes) -> WireRequest:
        settings = destination.settings
        plain = {**request_headers(self._operation), **destination.headers}
        body, unsigned = compress(body, plain, self._operation.encodings, settings.compress_from)
        headers = sign_request(
            method="POST",
            target=destination.target,
            headers=unsigned,
            body=body,
            region=settings.signing_region,
            service=settings.signing_name,
            credentials=credentials,
            now=self._rules.clock.now(),
        )
        headers["Content-Length"] = str(len(body))
        return WireRequest(destination.url, headers, body)

    def _remaining(self) -> float | None:
        limit = self._rules.timeout.operation
        return None if limit is None else max(0.0, limit - self._elapsed())

    def _waits(self) -> Waits:
        limits = self._rules.timeout
        bounds = [bound for bound in (limits.attempt, self._remaining()) if bound is not None]
        monotonic = self._rules.clock.monotonic
        until = monotonic() + min(bounds) if bounds else None
        connects = [bound for bound in (limits.connect, *bounds) if bound is not None]
        return Waits(min(connects, default=None), until, monotonic)

    def _deadline_or(self, error: TransportError) -> TransportError:
        """Say that the call's own time ran out, where that is why the attempt ended."""
        if not isinstance(error, CallTimeoutError) or self._remaining() != 0:
            return error
        unsent = error.sent == "no"
        when = "before the request was sent" if unsent else "while waiting for the answer"
        return self._too_late(when, error.sent)

    def _too_late(self, when: str, sent: Sent = "no") -> DeadlineExceededError:
        limit = self._rules.timeout.operation
        return DeadlineExceededError(f"took longer than {limit} s, {when}", sent=sent)

    def _record(self, outcome: object, answer: WireResponse | TransportError) -> None:
        self._attempts.append(
            Attempt(
                error=outcome if isinstance(outcome, SmawsError) else None,
                status_code=answer.status_code if isinstance(answer, WireResponse) else None,
            )
        )

    def _elapsed(self) -> float:
        return self._rules.clock.monotonic() - self._started

    def _metadata(self) -> Metadata:
        answer = self._answer
        return Metadata(
            request_id=answer.request_id if answer else None,
            status_code=answer.status_code if answer else None,
            headers=answer.headers if answer else {},
            elapsed=self._elapsed(),
            attempts=tuple(self._attempts),
        )
