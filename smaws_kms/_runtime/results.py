"""`Ok` and `Err`: calls return their outcome as a value instead of raising."""

import logging
import sys
import warnings
from collections.abc import Callable
from typing import Generic, Literal, Never, NoReturn, TypeAlias, TypeVar, cast, final

from attrs import field, frozen

from smaws_kms._runtime.errors import ServiceError, SmawsError
from smaws_kms._runtime.metadata import NO_METADATA, Metadata
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
    """An `Err` was discarded without inspecting its error."""


@final
@frozen(repr=False)
class Ok(Generic[T_co]):
    """Result of a call that succeeded."""

    value: T_co
    """The response, or `None` from an operation without output."""
    metadata: Metadata = field(default=NO_METADATA, eq=False)
    """Request ID, headers, timing and attempts of the call."""

    __match_args__ = ("value",)

    def __repr__(self) -> str:
        return f"Ok({self.value!r})"

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
class Err(Generic[E_co]):
    """Result of a call that failed.

    An `Err` that is discarded before its error was read issues an `UnexaminedErrorWarning` and logs a
    warning.
    """

    _error: E_co = field(alias="error")
    metadata: Metadata = NO_METADATA
    """Request ID, headers, timing and attempts of the call."""
    _examined: bool = field(default=False, init=False)

    __match_args__ = ("error",)

    @property
    def error(self) -> E_co:
        """The error, which has not been raised."""
        object.__setattr__(self, "_examined", True)  # frozen otherwise
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

    # The default binds the function early: at interpreter exit, module globals may already be gone.
    def __del__(self, _at_exit: Callable[[], bool] = sys.is_finalizing) -> None:
        if not getattr(self, "_examined", True) and not _at_exit():  # True: the constructor failed
            _report_unexamined(self._error)

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
            raise _exception(self.error)
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
        error = _exception(self.error)
        error.add_note(message)
        try:
            raise error
        finally:
            del self, error  # see `unwrap`


Result: TypeAlias = Ok[T] | Err[E]
"""Result of a call: `Ok` with the response, or `Err` with the error."""


def _exception(error: object) -> BaseException:
    """Return the error, or a `ValueError` if `map_err` has replaced it by another value."""
    return error if isinstance(error, BaseException) else ValueError(f"Err({error!r})")


def _report_unexamined(error: object) -> None:
    operation = error.operation if isinstance(error, SmawsError) else None
    code = error.code if isinstance(error, ServiceError) else type(error).__name__
    text = f"{operation or 'A call'} failed with {code} and its error was not examined"
    _log.warning("%s", text)
    warnings.warn(UnexaminedErrorWarning(text), stacklevel=3)


publish(globals())
