"""Sans-I/O state machine of one API call, shared by both clients.

`Call.steps` is a generator: it yields effects (`effects.py`) to a driver, which performs them and
sends back what they return. Clock, randomness and timeouts come from the `CallContext`, so tests run
a call without waiting.
"""

from typing import Any, Generic, TypeVar

from attrs import evolve

from smaws_kms._runtime.call.attempt_loop import AttemptLoop
from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.effects import Steps
from smaws_kms._runtime.call.error_hints import add_hints
from smaws_kms._runtime.call.host_prefix import address
from smaws_kms._runtime.call.request_builder import RequestBuilder
from smaws_kms._runtime.call.resolve import resolve_config
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.config.user_agent import features_in_use
from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.model.operation import OperationModel
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.serde.request_body import encode_checked

Res = TypeVar("Res")


class Call(Generic[Res]):
    """One call of an operation, from the request to the result."""

    __slots__ = ("_context", "_features", "_operation", "_request", "_state")

    def __init__(
        self, context: CallContext, operation: OperationModel[Any, Res, Any], request: object
    ) -> None:
        self._context = context
        self._operation = operation
        self._request = request
        # Now, not at the first step: `using` may have ended by then.
        self._features = features_in_use()
        self._state = CallState(operation.name, context.timeout, context.clock.monotonic)

    def steps(self) -> Steps[Result[Res, Any]]:
        """Yield the effects of the call, and return its result."""
        context, operation = self._context, self._operation
        if operation.idempotency_token is not None:
            self._request = _with_token(operation.idempotency_token, self._request, context)
        outcome: Res | SmawsError
        body = encode_checked(operation, self._request, context.validate)
        if isinstance(body, SmawsError):
            outcome = body
        else:
            resolved = context.known_config() or (yield from resolve_config(self._state))
            attempts = self._attempts(resolved, body)
            if isinstance(attempts, SmawsError):
                outcome = attempts
            else:
                outcome = yield from attempts.steps()
        metadata = self._state.metadata()
        if isinstance(outcome, SmawsError):
            self._describe(outcome, metadata.elapsed)
            return Err(outcome, metadata)
        return Ok(outcome, metadata)

    def _attempts(
        self, resolved: ResolvedConfig | SmawsError, body: bytes
    ) -> "AttemptLoop[Res] | SmawsError":
        if isinstance(resolved, SmawsError):
            return resolved
        state, operation = self._state, self._operation
        state.config = resolved
        config = address(resolved, operation, self._request)
        if isinstance(config, SmawsError):
            return config
        state.config = config
        connect = config.settings.connect_timeout
        if connect is not None and self._context.default_connect:
            state.deadline.limit_connect(connect)
        builder = RequestBuilder(config, operation, body, self._features)
        return AttemptLoop(self._context, state, operation, self._request, builder)

    def _describe(self, error: SmawsError, elapsed: float) -> None:
        self._state.describe(error, elapsed)
        ahead = self._context.shared_state.skew.offset
        add_hints(error, self._state, self._operation.service, self._request, ahead)


def _with_token(member: str, request: Any, context: CallContext) -> object:
    """Return the request with an idempotency token, which all attempts share."""
    if getattr(request, member) is not None:
        return request
    return evolve(request, **{member: context.random.new_id()})
