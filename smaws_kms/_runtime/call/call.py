"""One call as a story, written once for async and blocking clients.

The story is a generator: it yields what it needs (settings, credentials, an answer to a request,
time to pass) and is sent what came of it. A driver carries out the needs, and is all that differs
between the clients. Clock, chance and time limits are passed in, so a test tells the whole story
without waiting.
"""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from attrs import evolve

from smaws_kms._runtime.auth.sigv4 import sign_request
from smaws_kms._runtime.call.attempts import AttemptLog
from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.deadline import Deadline
from smaws_kms._runtime.call.effects import (
    ForgetCredentials,
    GetConfig,
    GetCredentials,
    Send,
    Sleep,
    Steps,
)
from smaws_kms._runtime.call.host_prefix import address
from smaws_kms._runtime.call.response_redaction import CallSecrets, redact_error
from smaws_kms._runtime.call.retrying import Retries, RetryDecision
from smaws_kms._runtime.common_errors import (
    ExpiredTokenException,
    UnrecognizedClientException,
)
from smaws_kms._runtime.config.lambda_trace import HEADER as TRACE_HEADER
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.user_agent import GZIP, credential_features, features_in_use
from smaws_kms._runtime.errors import (
    AttemptTimeoutError,
    ConfigurationError,
    CredentialsError,
    RequestValidationError,
    SmawsError,
    TransportError,
)
from smaws_kms._runtime.http.messages import WireRequest, WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.retry.idempotency import mark_lost_response
from smaws_kms._runtime.serde.aws_json import decode, encode, request_headers
from smaws_kms._runtime.serde.compression import compress
from smaws_kms._runtime.serde.validation import validate
from smaws_kms._runtime.values import Credentials

Res = TypeVar("Res")

_REFUSED: Final = (ExpiredTokenException, UnrecognizedClientException)
"""What a service says of credentials that it takes no more."""


_NO_TIME: Final = 0.001
"""Seconds that are too short for an attempt."""


def _with_token(
    operation: OperationModel[Any, Any, Any], request: Any, new_token: Callable[[], str]
) -> object:
    """Return the request with an idempotency token, the same for every attempt at this call."""
    name = operation.idempotency_token
    if name is None or getattr(request, name) is not None:
        return request
    return evolve(request, **{name: new_token()})


class Call(Generic[Res]):
    """One call: a request, its time limits, and what has been tried."""

    def __init__(
        self, context: CallContext, operation: OperationModel[Any, Res, Any], request: object
    ) -> None:
        self._context = context
        self._operation = operation
        self._request = request
        self._features = features_in_use()
        self._attempts_log = AttemptLog(operation.name)
        self._credentials: Credentials | None = None
        self._secrets = CallSecrets(request, {}, "")
        self._time = Deadline(context.timeout, context.clock.monotonic, self._attempts_log)

    def steps(self) -> Steps[Result[Res, Any]]:
        """Tell the call from request to result."""
        self._request = _with_token(self._operation, self._request, self._context.random.new_id)
        outcome = yield from self._outcome()
        metadata = self._attempts_log.metadata(self._time.elapsed())
        if isinstance(outcome, SmawsError):
            outcome.operation = self._operation.name
            return Err(outcome, metadata)
        return Ok(outcome, metadata)

    def _outcome(self) -> Steps[Res | SmawsError]:
        body = self._body()
        if isinstance(body, SmawsError):
            return body
        config: ResolvedConfig | ConfigurationError | None
        config = yield GetConfig(self._time.remaining())
        if config is None:
            return self._time.exceeded("while reading the settings")
        if isinstance(config, ConfigurationError):
            # Calls that waited for the same answer share it, but an error belongs to one call.
            return ConfigurationError(config.message)
        addressed = address(config, self._operation, self._request)
        if isinstance(addressed, SmawsError):
            return addressed
        connect = addressed.settings.connect_timeout
        if connect is not None and self._context.default_connect:
            self._time.limit_connect(connect)
        policy = addressed.settings.retry
        retries = Retries(self._context, policy, self._operation, self._request)
        return (yield from self._attempts(addressed, body, retries))

    def _body(self) -> bytes | RequestValidationError:
        return validate(self._request, self._context.validate) or encode(self._request)

    def _attempts(
        self, config: ResolvedConfig, body: bytes, retries: Retries
    ) -> Steps[Res | SmawsError]:
        while True:
            ready = yield from self._prepare(config, body, retries)
            if isinstance(ready, SmawsError):
                return self._unsent(ready)
            answer: WireResponse | TransportError | ConfigurationError = yield ready
            if isinstance(answer, ConfigurationError) and self._attempts_log.maybe_done:
                return self._unsent(answer)
            answer = self._secrets.clean(answer)
            outcome = self._read(answer)
            self._attempts_log.record(outcome, answer)
            retries.learn(outcome, answer)
            if not isinstance(outcome, SmawsError):
                return outcome
            decision = retries.after(outcome, answer) or (
                yield from self._renewed(outcome, retries)
            )
            if decision is None:
                return self._failed(outcome)
            if not self._time.allow(decision.delay):
                return self._time.too_late_error()
            if not retries.pay(decision):
                return self._failed(outcome)
            if decision.delay > 0:
                yield from self._sleep(decision.delay)

    def _prepare(
        self, config: ResolvedConfig, body: bytes, retries: Retries
    ) -> Steps[Send | SmawsError]:
        wait = retries.reserve(self._time.remaining())
        if wait > 0:
            too_late = yield from self._await_turn(retries, wait)
            if too_late is not None:
                return too_late
        credentials: Credentials | CredentialsError | None
        region = config.settings.region
        credentials = yield GetCredentials(self._time.remaining(), retries.now(), region)
        if not isinstance(credentials, Credentials):
            retries.without_credentials()
            return credentials or self._time.exceeded("while waiting for credentials")
        self._credentials = credentials
        request = self._sign(config, credentials, body, retries)
        timeouts = self._time.attempt_timeouts()
        if timeouts.over():
            return self._time.or_deadline_error(
                AttemptTimeoutError("no time to send it", sent="no")
            )
        return Send(request, timeouts)

    def _await_turn(self, retries: Retries, wait: float) -> Steps[SmawsError | None]:
        """Wait until the rate limit lets the next attempt go, or return that time ran out."""
        try:
            while wait > 0:
                left = self._time.remaining()
                if left is not None:
                    wait = min(wait, left)
                yield from self._sleep(wait)
                left = self._time.remaining()
                if left is not None and left < _NO_TIME:
                    return self._time.no_turn(retries.rate)
                wait = retries.reserve(left)
        finally:
            # Also when the call is cancelled: those behind it must not wait for it.
            retries.leave()
        return None

    def _renewed(self, error: SmawsError, retries: Retries) -> Steps[RetryDecision | None]:
        """Have refused credentials forgotten, and go on if others can be had."""
        if not isinstance(error, _REFUSED) or self._credentials is None:
            return None
        can_be_renewed: bool = yield ForgetCredentials(self._credentials)
        return retries.with_new_credentials() if can_be_renewed else None

    def _sleep(self, seconds: float) -> Steps[None]:
        yield Sleep(seconds)
        self._attempts_log.waited(seconds)

    def _sign(
        self, config: ResolvedConfig, credentials: Credentials, body: bytes, retries: Retries
    ) -> WireRequest:
        settings = config.settings
        plain = self._plain_headers(config)
        packed, unsigned = compress(body, plain, self._operation.encodings, settings.compress_from)
        gzipped = () if packed is body else (GZIP,)
        features = (*self._features, *gzipped, *credential_features(credentials.source))
        unsigned = {**unsigned, "User-Agent": config.user_agent.text(features)}
        headers = sign_request(
            method="POST",
            target=config.target,
            headers=unsigned,
            body=packed,
            region=settings.signing_region,
            service=settings.signing_name,
            credentials=credentials,
            now=retries.now(),
        )
        # Unsigned, as proxies change it; a compressed response could be a decompression bomb.
        headers["Accept-Encoding"] = "identity"
        headers["Content-Length"] = str(len(packed))
        headers.update(retries.next_headers())
        self._secrets = CallSecrets(self._request, headers, credentials.secret_access_key)
        return WireRequest(config.url, headers, packed, config.ca_bundle)

    def _plain_headers(self, config: ResolvedConfig) -> dict[str, str]:
        headers = {**request_headers(self._operation), **config.headers}
        trace = self._context.trace_id() if config.sends_trace else None
        if trace is not None:
            headers[TRACE_HEADER] = trace
        return headers

    def _read(self, answer: WireResponse | TransportError | ConfigurationError) -> Res | SmawsError:
        if isinstance(answer, ConfigurationError):
            return answer
        if isinstance(answer, TransportError):
            return self._redacted(self._time.or_deadline_error(answer))
        outcome = decode(self._operation, answer)
        return self._redacted(outcome) if isinstance(outcome, SmawsError) else outcome

    def _redacted(self, error: SmawsError) -> SmawsError:
        redact_error(error, self._secrets.get())
        return error

    def _unsent(self, error: SmawsError) -> SmawsError:
        """Return how the call ends when there is no request for another attempt."""
        last = self._attempts_log.last_error
        unsent = isinstance(error, CredentialsError | ConfigurationError)
        if last is None or not unsent or not self._attempts_log.maybe_done:
            return self._failed(error)
        # These classes promise that nothing was sent.
        last.add_note(f"There was no other attempt: {error.message}")
        return last

    def _failed(self, error: SmawsError) -> SmawsError:
        """Return what the call ends in, which may know less than its last attempt does."""
        lost = self._attempts_log.maybe_done
        return mark_lost_response(error, self._operation) if lost else error
