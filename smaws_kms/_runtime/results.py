"""Results as values: what a call returns instead of raising."""

import logging
import sys
import warnings
from collections.abc import Callable, Mapping
from typing import Final, Generic, Literal, Never, NoReturn, TypeAlias, TypeVar, cast, final

from attrs import field, frozen

from smaws_kms._runtime.errors import ServiceError, SmawsError
from smaws_kms._runtime.support.lazy_imports import publish

T = TypeVar("T")
U = TypeVar("U")
F = TypeVar("F")
R = TypeVar("R", bound="Ok[object] | Err[object]")
E = TypeVar("E")
T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)

_log = logging.getLogger(__name__.partition(".")[0])


class UnexaminedErrorWarning(RuntimeWarning):
    """An `Err` was thrown away and nobody had looked at its error."""


@frozen(kw_only=True)
class Attempt:
    """One request of a call."""

    error: SmawsError | None = None
    """What it ended in, `None` when it succeeded."""
    delay: float = 0.0
    """Seconds waited before it."""
    status_code: int | None = None
    """HTTP status of the answer, if there was one."""


@frozen(kw_only=True)
class Metadata:
    """How a call went. It takes no part in equality and positional matching of results."""

    request_id: str | None = None
    """The service's ID of the last request, for AWS Support and CloudTrail."""
    status_code: int | None = None
    """HTTP status of the last answer."""
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    """Headers of the last answer, names in lower case."""
    elapsed: float = 0.0
    """Seconds from the call to its result."""
    attempts: tuple[Attempt, ...] = ()
    """Every request that was made, in order."""


NO_METADATA: Final = Metadata()


@final
@frozen(repr=False)
class Ok(Generic[T_co]):
    """A call that succeeded."""

    value: T_co
    """The response, or `None` from an operation without output."""
    metadata: Metadata = field(default=NO_METADATA, eq=False)
    """How the call went."""

    __match_args__ = ("value",)

    def __repr__(self) -> str:
        return f"Ok({self.value!r})"

    @property
    def outcome(self) -> T_co:
        """The value: the counterpart of `Err.outcome`, for a flat `match`."""
        return self.value

    @property
    def is_ok(self) -> Literal[True]:
        """Always True."""
        return True

    @property
    def is_err(self) -> Literal[False]:
        """Always False."""
        return False

    @property
    def ok(self) -> T_co:
        """The value."""
        return self.value

    @property
    def err(self) -> None:
        """Always `None`."""
        return

    def map(self, function: Callable[[T_co], U]) -> "Ok[U]":
        """Return `Ok` with the function's value."""
        return Ok(function(self.value), self.metadata)

    def map_err(self, function: Callable[[Never], object]) -> "Ok[T_co]":  # noqa: ARG002  # Err's twin
        """Return itself."""
        return self

    def and_then(self, function: Callable[[T_co], R]) -> R:
        """Return what the function makes of the value."""
        return function(self.value)

    def unwrap(self) -> T_co:
        """Return the value."""
        return self.value

    def unwrap_or(self, default: object) -> T_co:  # noqa: ARG002  # Err's twin
        """Return the value."""
        return self.value

    def unwrap_or_else(self, function: Callable[[Never], object]) -> T_co:  # noqa: ARG002  # Err's twin
        """Return the value."""
        return self.value

    def expect(self, message: str) -> T_co:  # noqa: ARG002  # Err's twin
        """Return the value."""
        return self.value


@final
@frozen(repr=False, eq=False, match_args=False)
class Err(Generic[E_co]):
    """A call that failed. When nobody looks at the error, its end is a warning and a log line."""

    _error: E_co = field(alias="error")
    metadata: Metadata = NO_METADATA
    """How the call went."""
    _examined: bool = field(default=False, init=False)

    __match_args__ = ("error",)

    @property
    def error(self) -> E_co:
        """The error. It was never raised."""
        object.__setattr__(self, "_examined", True)  # frozen for everyone else
        return self._error

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Err):
            return NotImplemented
        return bool(self.error == cast("Err[object]", other).error)

    def __hash__(self) -> int:
        return hash((Err, self.error))

    def __repr__(self) -> str:
        return f"Err({self.error!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return Err, (self.error, self.metadata)

    # The default is bound early: at interpreter exit, this module's globals may be gone already.
    def __del__(self, _at_exit: Callable[[], bool] = sys.is_finalizing) -> None:
        if not getattr(self, "_examined", True) and not _at_exit():  # True: its constructor failed
            _report_unexamined(self._error)

    @property
    def outcome(self) -> E_co:
        """The error: the counterpart of `Ok.outcome`, for a flat `match`."""
        return self.error

    @property
    def is_ok(self) -> Literal[False]:
        """Always False. Who asks knows that the call failed, so the error counts as looked at."""
        self.error  # noqa: B018  # marks it
        return False

    @property
    def is_err(self) -> Literal[True]:
        """Always True. Who asks knows that the call failed, so the error counts as looked at."""
        self.error  # noqa: B018  # marks it
        return True

    @property
    def ok(self) -> None:
        """Always `None`. Who asks knows that the call failed, so the error counts as looked at."""
        self.error  # noqa: B018  # marks it

    @property
    def err(self) -> E_co:
        """The error."""
        return self.error

    def map(self, function: Callable[[Never], object]) -> "Err[E_co]":  # noqa: ARG002  # Ok's twin
        """Return itself."""
        return self

    def map_err(self, function: Callable[[E_co], F]) -> "Err[F]":
        """Return `Err` with what the function makes of the error."""
        return Err(function(self.error), self.metadata)

    def and_then(self, function: Callable[[Never], object]) -> "Err[E_co]":  # noqa: ARG002  # Ok's twin
        """Return itself."""
        return self

    def unwrap(self) -> NoReturn:
        """Raise the error."""
        try:
            raise _exception(self.error)
        finally:
            # The traceback holds this frame. With the error in it, that is a cycle, and all that
            # the callers' frames hold would wait for the garbage collector.
            del self

    def unwrap_or(self, default: U) -> U:
        """Return the default."""
        self.error  # noqa: B018  # who gives a default has dealt with it
        return default

    def unwrap_or_else(self, function: Callable[[E_co], U]) -> U:
        """Return what the function makes of the error."""
        return function(self.error)

    def expect(self, message: str) -> NoReturn:
        """Raise the error with a note that says what was expected."""
        error = _exception(self.error)
        error.add_note(message)
        try:
            raise error
        finally:
            del self, error  # see `unwrap`


Result: TypeAlias = Ok[T] | Err[E]
"""What a call returns: `Ok` with the response, or `Err` with the error."""


def _exception(error: object) -> BaseException:
    """Return the error, or an exception about a value that `map_err` made and that is none."""
    return error if isinstance(error, BaseException) else ValueError(f"Err({error!r})")


def _report_unexamined(error: object) -> None:
    operation = error.operation if isinstance(error, SmawsError) else None
    code = error.code if isinstance(error, ServiceError) else type(error).__name__
    text = f"{operation or 'A call'} failed with {code} and nobody looked at the error"
    _log.warning("%s", text)
    warnings.warn(UnexaminedErrorWarning(text), stacklevel=3)


publish(globals())
