"""The attempts of one call: prepares and signs requests, reads responses."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Generic, TypeAlias, TypeVar

from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.effects import Send, Sleep, Steps
from smaws_kms._runtime.call.request_builder import RequestBuilder
from smaws_kms._runtime.call.resolve import resolve_credentials
from smaws_kms._runtime.call.response_redaction import (
    call_secrets,
    clean_headers,
    is_clean_success,
    redact_error,
)
from smaws_kms._runtime.call.retrying import Retries
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.config.user_agent import features_in_use
from smaws_kms._runtime.errors import (
    AttemptTimeoutError,
    ConfigurationError,
    ProtocolError,
    SmawsError,
    TransportError,
)
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.serde.aws_json import decode
from smaws_kms._runtime.values import Credentials

Res = TypeVar("Res")

AttemptResponse: TypeAlias = WireResponse | TransportError | ConfigurationError

_NO_TIME: Final = 0.001
"""Seconds before the deadline in which no attempt is begun."""


class Attempts(Generic[Res]):
    """Prepares the attempts of one call and reads their responses; `Call` decides about each next one.

    Args:
        context: What the calls of the client have in common.
        operation: The operation.
        request: An instance of its input.
    """

    __slots__ = (
        "_builder", "_context", "_credentials", "_features", "_invocation_id", "_operation",
        "_request", "_retries", "_state",
    )  # fmt: skip

    _state: CallState
    """Set when the call starts, which may be later: it counts the time from then."""
    _builder: RequestBuilder
    """Set before the first attempt, like `_invocation_id`."""
    _invocation_id: str
    _credentials: Credentials
    """What signed the latest attempt; unset before the first one."""

    def __init__(
        self, context: CallContext, operation: OperationModel[Any, Res, Any], request: object
    ) -> None:
        self._context = context
        self._operation = operation
        self._request = request
        # Now, not at the first step: `using` may have ended by then.
        self._features = features_in_use()
        self._retries: Retries | None = None
        """Made for the first attempt that fails, and for every call in the adaptive mode."""

    def _new_retries(self) -> Retries:
        policy = self._builder.config.settings.retry
        return Retries(self._context, policy, self._operation, self._request, self._state)

    def _prepare_at_once(self) -> Send | SmawsError | None:
        """Do what `_prepare` does, if nothing has to be waited for; else return `None`.

        A generator costs more than what nearly every call needs of it.
        """
        if self._retries is not None and self._retries.is_paced:
            return None
        return self._begin_if_known()

    def _prepare(self) -> Steps[Send | SmawsError]:
        """Return the signed request of the next attempt, or the error that prevents it."""
        if self._retries is not None:
            too_late = yield from self._await_turn(self._retries)
            if too_late is not None:
                return too_late
        begun = self._begin_if_known()
        if begun is not None:
            return begun
        now, region = self._context.service_time(), self._builder.config.region
        found = yield from resolve_credentials(self._state, now, region)
        if not isinstance(found, Credentials):
            # A wrong correction of the clock makes valid credentials look expired.
            self._context.shared_state.skew.reset()
            return found
        return self._begin(found, self._context.service_time())

    def _begin_if_known(self) -> Send | SmawsError | None:
        """Sign the next attempt if the credentials are known."""
        now = self._context.service_time()
        credentials = self._context.known_credentials(now)
        return None if credentials is None else self._begin(credentials, now)

    def _begin(self, credentials: Credentials, now: datetime) -> Send | SmawsError:
        """Sign the next attempt."""
        state, config = self._state, self._builder.config
        state.begin_attempt()
        lines = (
            f"amz-sdk-invocation-id: {self._invocation_id}\r\n"
            # Not signed, as in botocore. `ttl` is left out: it would be a time of the service's clock.
            f"amz-sdk-request: attempt={state.attempt}; max={config.attempts}\r\n"
        )
        trace_id = self._context.trace_id() if config.is_lambda and config.sends_trace else None
        request = self._builder.build(credentials, now, lines, trace_id)
        if isinstance(request, ProtocolError):
            return request
        self._credentials = state.credentials = credentials
        timeouts = state.deadline.attempt_timeouts()
        if timeouts is None:
            error = AttemptTimeoutError("no time to send it", sent="no")
            return state.attribute_timeout(error)
        return Send(request, timeouts)

    def _await_turn(self, retries: Retries) -> Steps[SmawsError | None]:
        """Wait until the rate limiter admits the next attempt; return an error at the deadline."""
        deadline = self._state.deadline
        wait = retries.reserve()
        if wait <= 0:
            return None
        try:
            while wait > 0:
                left = deadline.remaining()
                yield from self._sleep(wait if left is None else min(wait, left))
                left = deadline.remaining()
                if left is not None and left < _NO_TIME:
                    return self._state.no_turn(retries.rate)
                wait = retries.reserve()
        finally:
            # Also when the call is cancelled: the calls behind it must not wait for it.
            retries.leave()
        return None

    def _sleep(self, seconds: float) -> Steps[None]:
        yield Sleep(seconds)
        self._state.add_delay(seconds)

    def _succeed(self, response: AttemptResponse) -> None:
        """Record and learn from an attempt that succeeded."""
        if not isinstance(response, WireResponse):  # pragma: no cover  # no other has an outcome
            return
        self._state.succeed(response)
        context, retries = self._context, self._retries
        if retries is None:
            context.shared_state.learn_success(response, context.clock, 0)
        else:
            context.shared_state.learn_success(response, context.clock, retries.paid)
            retries.learn_success()

    def _read(
        self, response: AttemptResponse, sent: Sequence[str]
    ) -> tuple[AttemptResponse, Res | SmawsError]:
        """Return the response and its outcome, both without the secrets of the request.

        Args:
            response: The response.
            sent: The secrets in the headers of the request.
        """
        if is_clean_success(response, sent):
            outcome: Res | SmawsError = decode(self._operation, response)
            if not isinstance(outcome, SmawsError):
                return response, outcome
        secrets = call_secrets(self._request, sent, self._credentials.secret_access_key)
        response = clean_headers(response, secrets)
        outcome = self._outcome(response)
        if isinstance(outcome, SmawsError) and not isinstance(outcome, ConfigurationError):
            redact_error(outcome, secrets)
        return response, outcome

    def _outcome(self, response: AttemptResponse) -> Res | SmawsError:
        if isinstance(response, ConfigurationError):
            return response
        if isinstance(response, TransportError):
            return self._state.attribute_timeout(response)
        return decode(self._operation, response)
