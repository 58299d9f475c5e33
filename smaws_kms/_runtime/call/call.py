"""Sans-I/O state machine of one API call, shared by both clients.

`Call.steps` is a generator: it yields effects (`effects.py`) to a driver, which performs them and
sends back what they return. Clock, randomness and timeouts come from the `CallContext`, so tests run
a call without waiting.
"""

from typing import Any, TypeVar

from attrs import evolve

from smaws_kms._runtime.call.attempt_loop import AttemptLoop
from smaws_kms._runtime.call.context import CallContext
from smaws_kms._runtime.call.effects import Steps
from smaws_kms._runtime.call.error_hints import add_hints
from smaws_kms._runtime.call.host_prefix import address
from smaws_kms._runtime.call.request_builder import RequestBuilder
from smaws_kms._runtime.call.resolve import resolve_config
from smaws_kms._runtime.config.resolved import ResolvedConfig
from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.results import Err, Ok, Result
from smaws_kms._runtime.serde.request_body import encode_checked

Res = TypeVar("Res")


class Call(AttemptLoop[Res]):
    """One call of an operation, from the request to the result."""

    __slots__ = ()

    def steps(self) -> Steps[Result[Res, Any]]:
        """Yield the effects of the call, and return its result."""
        context, operation, state = self._context, self._operation, self._state
        if operation.idempotency_token is not None:
            self._request = _with_token(operation.idempotency_token, self._request, context)
        outcome: Res | SmawsError
        body = encode_checked(operation, self._request, context.validate)
        if isinstance(body, SmawsError):
            outcome = body
        else:
            resolved = context.known_config() or (yield from resolve_config(state))
            problem = self._configure(resolved, body)
            outcome = problem or (yield from self._attempts())
        metadata = state.metadata()
        if isinstance(outcome, SmawsError):
            self._describe(outcome, metadata.elapsed)
            return Err(outcome, metadata)
        return Ok(outcome, metadata)

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
        connect = config.settings.connect_timeout
        if connect is not None and self._context.default_connect:
            state.deadline.limit_connect(connect)
        self._builder = RequestBuilder(config, self._operation, body, self._features)
        if config.settings.retry.mode == "adaptive":
            self._retries = self._new_retries()
        self._invocation_id = self._context.random.new_id()
        return None

    def _describe(self, error: SmawsError, elapsed: float) -> None:
        self._state.describe(error, elapsed)
        ahead = self._context.shared_state.skew.offset
        add_hints(error, self._state, self._operation.service, self._request, ahead)


def _with_token(member: str, request: Any, context: CallContext) -> object:
    """Return the request with an idempotency token, which all attempts share."""
    if getattr(request, member) is not None:
        return request
    return evolve(request, **{member: context.random.new_id()})
