"""`Ok` and `Err`: calls return their outcome as a value instead of raising."""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import Final, Generic, Literal, Never, NoReturn, TypeAlias, TypeVar, cast, final

from attrs import field, frozen

from smaws_kms._runtime.errors import SmawsError
from smaws_kms._runtime.metadata import NO_METADATA, Metadata
from smaws_kms._runtime.result_misuse import ResultMisuse
from smaws_kms._runtime.support.comparable import Comparable
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.unexamined import warn_unexamined

T = TypeVar("T")
U = TypeVar("U")
F = TypeVar("F")
R = TypeVar("R", bound="Ok[object] | Err[object]")
E = TypeVar("E")
T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)

_NO_TRUTH_VALUE: Final = (
    "a Result is neither true nor false: write `if result.is_ok`, `match result:` "
    "or `result.unwrap()`, which raises the error"
)


@final
@frozen(eq=False, repr=False)
class Ok(ResultMisuse, Comparable, Generic[T_co]):
    """Result of a call that succeeded."""

    value: T_co
    """The response, or `None` from an operation without output."""
    metadata: Metadata = field(default=NO_METADATA, eq=False)
    """Request ID, headers, timing and attempts of the call."""

    __match_args__ = ("value",)

    def __repr__(self) -> str:
        return f"Ok({self.value!r})"

    def __bool__(self) -> NoReturn:
        raise TypeError(_NO_TRUTH_VALUE)

    @property
    def outcome(self) -> T_co:
        """The value; the error for `Err`. Use it to match on the response and error classes."""
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
        """Return `Ok` with the function applied to the value."""
        return Ok(function(self.value), self.metadata)

    def map_err(self, function: Callable[[Never], object]) -> "Ok[T_co]":  # noqa: ARG002  # Err's twin
        """Return this result unchanged."""
        return self

    def and_then(self, function: Callable[[T_co], R]) -> R:
        """Return the function's result for the value."""
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
class Err(ResultMisuse, Generic[E_co]):
    """Result of a call that failed.

    An `Err` that is discarded before its error was read issues an `UnexaminedErrorWarning` and logs a
    warning.
    """

    _error: E_co = field(alias="error")
    metadata: Metadata = NO_METADATA
    """Request ID, headers, timing and attempts of the call."""
    _examined: bool = field(default=False, init=False)
    _traceback: TracebackType | None = field(default=None, init=False)

    __match_args__ = ("error",)

    @property
    def error(self) -> E_co:
        """The error, which has not been raised."""
        object.__setattr__(self, "_examined", True)  # frozen otherwise
        return self._error

    def __attrs_post_init__(self) -> None:
        if isinstance(self._error, BaseException):
            object.__setattr__(self, "_traceback", self._error.__traceback__)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Err):
            return NotImplemented
        return bool(self.error == cast("Err[object]", other).error)

    def __hash__(self) -> int:
        return hash((Err, self.error))

    def __repr__(self) -> str:
        return f"Err({self.error!r})"

    def __bool__(self) -> NoReturn:  # noqa: PLE0304  # it only raises
        self.error  # noqa: B018  # the `TypeError` says more than a warning about this error
        try:
            raise TypeError(_NO_TRUTH_VALUE)
        finally:
            del self  # or the traceback would keep the error alive

    def __reduce__(self) -> tuple[object, ...]:
        return Err, (self.error, self.metadata)

    # The default binds the function early: at interpreter exit, module globals may already be gone.
    def __del__(self, _at_exit: Callable[[], bool] = sys.is_finalizing) -> None:
        if not getattr(self, "_examined", True) and not _at_exit():  # True: the constructor failed
            warn_unexamined(self._error)

    @property
    def outcome(self) -> E_co:
        """The error; the value for `Ok`. Use it to match on the response and error classes."""
        return self.error

    @property
    def is_ok(self) -> Literal[False]:
        """Always False. Reading it counts as reading the error."""
        self.error  # noqa: B018  # marks it as examined
        return False

    @property
    def is_err(self) -> Literal[True]:
        """Always True. Reading it counts as reading the error."""
        self.error  # noqa: B018  # marks it as examined
        return True

    @property
    def ok(self) -> None:
        """Always `None`. Reading it counts as reading the error."""
        self.error  # noqa: B018  # marks it as examined

    @property
    def err(self) -> E_co:
        """The error."""
        return self.error

    def map(self, function: Callable[[Never], object]) -> "Err[E_co]":  # noqa: ARG002  # Ok's twin
        """Return this result unchanged."""
        return self

    def map_err(self, function: Callable[[E_co], F]) -> "Err[F]":
        """Return `Err` with the function applied to the error."""
        return Err(function(self.error), self.metadata)

    def and_then(self, function: Callable[[Never], object]) -> "Err[E_co]":  # noqa: ARG002  # Ok's twin
        """Return this result unchanged."""
        return self

    def unwrap(self) -> NoReturn:
        """Raise the error."""
        try:
            raise self._raisable()
        finally:
            # The traceback holds this frame; with the error in it, that is a reference cycle, and
            # everything in the callers' frames would wait for the garbage collector.
            del self

    def unwrap_or(self, default: U) -> U:
        """Return the default."""
        self.error  # noqa: B018  # a default handles the error
        return default

    def unwrap_or_else(self, function: Callable[[E_co], U]) -> U:
        """Return the function's result for the error."""
        return function(self.error)

    def expect(self, message: str) -> NoReturn:
        """Raise the error with `message` as a note."""
        error = self._raisable()
        if message not in getattr(error, "__notes__", ()):
            error.add_note(message)
        try:
            raise error
        finally:
            del self, error  # see `unwrap`

    def _raisable(self) -> BaseException:
        """Return the error, or a `ValueError` if `map_err` has replaced it by another value.

        Raising adds to the traceback and the context of an exception. Both are reset, or an error
        that is raised again and again would grow, and keep the frames of every caller alive.
        """
        error = self.error
        if not isinstance(error, BaseException):
            return ValueError(f"Err({error!r})")
        if isinstance(error, SmawsError):
            error.__context__ = None
        return error.with_traceback(self._traceback)


Result: TypeAlias = Ok[T] | Err[E]
"""Result of a call: `Ok` with the response, or `Err` with the error."""


publish(globals())
