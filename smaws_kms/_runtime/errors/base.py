"""The base class of all errors, and how errors pickle."""

from smaws_kms._runtime.errors.misuse import ErrorMisuse
from smaws_kms._runtime.redaction.external_text import escape_text
from smaws_kms._runtime.support.lazy_imports import publish


def rebuild_error(cls: object, state: dict[str, object], args: tuple[object, ...]) -> "SmawsError":
    """Create an error from its pickle, which may be forged: only a `SmawsError` is created."""
    if not (isinstance(cls, type) and issubclass(cls, SmawsError)):
        from pickle import UnpicklingError  # noqa: PLC0415  # only pickles need it

        raise UnpicklingError("not a class of SmawsError")
    error = cls.__new__(cls)
    error.__dict__.update(state)
    error.args = args
    return error


class SmawsError(ErrorMisuse, Exception):
    """Base class of all errors that calls return in `Err` and `unwrap` raises."""

    message: str
    """Description: one printable line of at most 2,048 characters."""
    operation: str | None
    """Name of the operation, for example `Encrypt`; `None` outside a call."""
    attempts: int = 0
    """Requests that the call had sent, or tried to send, when it ended in this error; 0 if nothing
    was sent.
    """
    elapsed: float = 0.0
    """Seconds from the start of the call to this error."""
    hints: tuple[str, ...] = ()
    """What `str` adds in parentheses: Region, attempts, time limit, owner of refused credentials."""

    def __init__(self, message: str, *, operation: str | None = None) -> None:
        self.message = escape_text(message)
        super().__init__(self.message)
        self.operation = operation

    def __str__(self) -> str:
        return f"{self.operation}: {self._text()}" if self.operation else self._text()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return rebuild_error, (type(self), dict(self.__dict__), self.args)

    def _text(self) -> str:
        return self._hinted(self.message)

    def _hinted(self, text: str, request_id: str | None = None) -> str:
        last = (f"request id {request_id}",) if request_id else ()
        hints = "; ".join((*self.hints, *last))
        return f"{text} ({hints})" if hints else text


publish(globals(), names=("SmawsError",))
