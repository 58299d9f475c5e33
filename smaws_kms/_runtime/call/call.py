"""Sans-I/O state machine of one API call, shared by both clients.

`Call.steps` is a generator: it yields effects (`effects.py`) to a driver, which performs them and
sends back what they return. Clock, randomness and timeouts come from the `CallContext`, so tests run
a call without waiting.
"""

from collections.abc import Callable
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
        self._request = _with_token(self._operation, self._request, self._context.random.new_id)
        outcome = yield from self._outcome()
        metadata = self._state.metadata()
        if isinstance(outcome, SmawsError):
            self._state.describe(outcome, metadata.elapsed)
            ahead = self._context.shared_state.skew.offset
            add_hints(outcome, self._state, self._operation.service, self._request, ahead)
            return Err(outcome, metadata)
        return Ok(outcome, metadata)

    def _outcome(self) -> Steps[Res | SmawsError]:
        context, operation, request = self._context, self._operation, self._request
        body = encode_checked(operation, request, context.validate)
        if isinstance(body, SmawsError):
            return body
        resolved = context.known_config() or (yield from resolve_config(self._state))
        if isinstance(resolved, SmawsError):
            return resolved
        self._state.config = resolved
        config = address(resolved, operation, request)
        if isinstance(config, SmawsError):
            return config
        self._state.config = config
        connect = config.settings.connect_timeout
        if connect is not None and context.default_connect:
            self._state.deadline.limit_connect(connect)
        builder = RequestBuilder(config, operation, body, self._features)
        attempts = AttemptLoop(context, self._state, operation, request, builder)
        return (yield from attempts.steps())


def _with_token(
    operation: OperationModel[Any, Any, Any], request: Any, new_token: Callable[[], str]
) -> object:
    """Return the request with an idempotency token, which all attempts share."""
    name = operation.idempotency_token
    if name is None or getattr(request, name) is not None:
        return request
    return evolve(request, **{name: new_token()})
