"""Sans-I/O state machine of one API call, shared by both clients.

`Call.steps` is a generator: it yields effects (`effects.py`) to a driver, which performs them and
sends back what they return. Clock, randomness and timeouts come from the `CallContext`, so tests run
a call without waiting.
"""

from typing import Any, TypeVar

from attrs import evolve

from smaws_kms._runtime.call.attempts import AttemptResponse, Attempts
from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.effects import ForgetCredentials, Steps
from smaws_kms._runtime.call.error_hints import add_hints
from smaws_kms._runtime.call.host_prefix import address
from smaws_kms._runtime.call.request_builder import RequestBuilder
from smaws_kms._runtime.call.resolve import resolve_config
from smaws_kms._runtime.call.retrying import Retries, RetryDecision
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.common_errors import (
    ExpiredTokenException,
    UnrecognizedClientException,
)
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.errors import (
    ConfigurationError,
    CredentialsError,
    RequestValidationError,
    SmawsError,
)
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.retry.idempotency import mark_lost_response
from smaws_kms._runtime.serde.request_body import encode_checked

Res = TypeVar("Res")


class Call(Attempts[Res]):
    """One call of an operation, from the request to the result."""

    __slots__ = ()

    def steps(self) -> Steps[Result[Res, Any]]:
        """Yield the effects of the call, and return its result.

        Raises:
            RuntimeError: The client is closed.
        """
        context = self._context
        context.check_open()
        self._state = CallState(self._operation.name, context.timeout, context.clock.monotonic)
        body = self._encode()
        problem: SmawsError | None
        if isinstance(body, SmawsError):
            problem = body
        else:
            resolved = context.known_config() or (yield from resolve_config(self._state))
            problem = self._configure(resolved, body)
        while True:
            prepared = problem or self._prepare_at_once() or (yield from self._prepare())
            if isinstance(prepared, SmawsError):
                return self._failure(self._error_without_attempt(prepared))
            response: AttemptResponse = yield prepared
            response, outcome = self._read(response, prepared.request.secrets)
            if not isinstance(outcome, SmawsError):
                self._succeed(response)
                return Ok(outcome, self._state.metadata())
            final = yield from self._error_unless_retried(outcome, response)
            if final is not None:
                return self._failure(final)

    def _encode(self) -> bytes | RequestValidationError:
        token = self._operation.idempotency_token
        if token is not None:
            self._request = _with_token(token, self._request, self._context)
        return encode_checked(self._operation, self._request, self._context.validate)

    def _configure(self, resolved: ResolvedConfig | SmawsError, body: bytes) -> SmawsError | None:
        """Prepare the attempts, or return the error that prevents them."""
        if isinstance(resolved, SmawsError):
            return resolved
        state = self._state
        state.config = resolved
        config = address(resolved, self._operation, self._request)
        if isinstance(config, SmawsError):
            return config
        state.config = config
        connect = config.connect_timeout
        if connect is not None and self._context.default_connect:
            state.deadline.limit_connect(connect)
        self._builder = RequestBuilder(config, self._operation, body, self._features)
        if config.is_adaptive:
            self._retries = self._new_retries()
        self._invocation_id = self._context.random.new_id()
        return None

    def _error_unless_retried(
        self, error: SmawsError, response: AttemptResponse
    ) -> Steps[SmawsError | None]:
        """Wait before the retry of an attempt that failed; return the call's error if there is none."""
        if isinstance(error, ConfigurationError) and self._state.maybe_done:
            return self._error_without_attempt(error)
        self._state.fail(error, response)
        retries = self._retries = self._retries or self._new_retries()
        retries.learn_failure(error, response)
        decision = yield from self._decide(retries, error, response)
        if decision is None:
            return self._final_error(error)
        if not self._state.deadline.allows(decision.delay):
            return self._state.no_time_for_retry()
        if not retries.pay(decision):
            return self._final_error(error)
        if decision.delay > 0:
            yield from self._sleep(decision.delay)
        return None

    def _decide(
        self, retries: Retries, error: SmawsError, response: object
    ) -> Steps[RetryDecision | None]:
        decision = retries.decide(error, response)
        match decision, error:
            case None, ExpiredTokenException() | UnrecognizedClientException():
                # Discard the credentials that the service refused; there may be new ones.
                can_be_renewed: bool = yield ForgetCredentials(self._credentials)
                return retries.decide_with_new_credentials() if can_be_renewed else None
            case _:
                return decision

    def _error_without_attempt(self, error: SmawsError) -> SmawsError:
        """Return the call's error when the next attempt could not be sent."""
        last = self._state.last_error
        unsent = isinstance(error, CredentialsError | ConfigurationError)
        if last is None or not unsent or not self._state.maybe_done:
            return self._final_error(error)
        # These two classes promise that nothing was sent, which is not true of the call.
        last.add_note(f"There was no other attempt: {error.message}")
        return last

    def _final_error(self, error: SmawsError) -> SmawsError:
        """Return the call's error, marked if an earlier attempt may have succeeded."""
        lost = self._state.maybe_done
        return mark_lost_response(error, self._operation) if lost else error

    def _failure(self, error: SmawsError) -> Err[Any]:
        state = self._state
        metadata = state.metadata()
        state.describe(error, metadata.elapsed)
        ahead = self._context.shared_state.skew.offset
        add_hints(error, state, self._operation.service, self._request, ahead)
        return Err(error, metadata)


def _with_token(member: str, request: Any, context: CallContext) -> object:
    """Return the request with an idempotency token, which all attempts share."""
    if getattr(request, member) is not None:
        return request
    return evolve(request, **{member: context.random.new_id()})
