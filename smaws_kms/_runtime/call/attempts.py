"""The attempts of one call, as they go into the result's metadata."""

from smaws_kms._runtime.errors import ConfigurationError, SmawsError, TransportError
from smaws_kms._runtime.http.messages import WireResponse
from smaws_kms._runtime.metadata import Attempt, Metadata
from smaws_kms._runtime.retry.idempotency import may_have_succeeded


class AttemptLog:
    """What has been sent, and what came of it."""

    def __init__(self, operation: str) -> None:
        self._operation = operation
        self._attempts: list[Attempt] = []
        self._answer: WireResponse | None = None
        self._waited = 0.0

    @property
    def last_error(self) -> SmawsError | None:
        """What the last one ended in."""
        return self._attempts[-1].error if self._attempts else None

    @property
    def seen(self) -> bool:
        """Whether the service may have seen a request of this call."""
        errors = (attempt.error for attempt in self._attempts)
        return any(_may_be_seen(error) for error in errors)

    @property
    def maybe_done(self) -> bool:
        """Whether the service may have done what the call asks for."""
        errors = (attempt.error for attempt in self._attempts)
        return any(error is not None and may_have_succeeded(error) for error in errors)

    def waited(self, seconds: float) -> None:
        """Note a wait before the next attempt."""
        self._waited += seconds

    def record(self, outcome: object, answer: object) -> None:
        """Note an attempt."""
        error = outcome if isinstance(outcome, SmawsError) else None
        status = None
        if error is not None:
            error.operation = self._operation
        if isinstance(answer, WireResponse):
            self._answer = answer
            status = answer.status_code
        self._attempts.append(Attempt(error=error, delay=self._waited, status_code=status))
        self._waited = 0.0

    def metadata(self, elapsed: float) -> Metadata:
        """Return how the call went."""
        answer = self._answer
        return Metadata(
            request_id=answer.request_id if answer else None,
            status_code=answer.status_code if answer else None,
            headers=answer.headers if answer else {},
            elapsed=elapsed,
            attempts=tuple(self._attempts),
        )


def _may_be_seen(error: SmawsError | None) -> bool:
    if isinstance(error, TransportError):
        return error.sent == "maybe"
    return not isinstance(error, ConfigurationError)
