"""What a client with default settings does after an error: asked of the rules that it goes by."""

from datetime import UTC, datetime
from time import monotonic
from typing import Final

import smaws_kms as kms
from smaws_kms._runtime.call.context import CallContext, Clock, Random, SharedState
from smaws_kms._runtime.call.retrying import Retries, RetryDecision
from smaws_kms._runtime.call.state import CallState
from smaws_kms._runtime.errors import SmawsError, TransportError
from smaws_kms._runtime.http.messages import WireResponse
from tests.faults.kinds import AnyOperation

_CLOCK: Final = Clock(now=lambda: datetime.now(UTC), monotonic=monotonic)
_CHANCE: Final = Random(new_id=lambda: "id", draw=lambda: 1.0)
"""Draws the longest delay."""


def repeat_after(
    error: SmawsError, operation: AnyOperation, request: object = None
) -> RetryDecision | None:
    """Return how a call goes on whose first attempt ended so, `None` if that is its end.

    Args:
        error: What the attempt ended in.
        operation: What is called.
        request: What is asked; needed only where the operation's facts name one of its members.
    """
    context = CallContext("basic", kms.Timeout(), _CLOCK, _CHANCE, SharedState())
    state = CallState(operation.name, context.timeout, monotonic)
    state.begin_attempt()
    retries = Retries(context, kms.RetryPolicy(), operation, request, state)
    return retries.decide(error, _answer(error))


def _answer(error: SmawsError) -> WireResponse | TransportError:
    if isinstance(error, TransportError):
        return error
    return WireResponse(getattr(error, "status_code", 200), {}, b"")
