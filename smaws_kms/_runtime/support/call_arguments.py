"""Texts for calls with arguments that a function does not take.

Python's own text names the function that was defined, for example the constructor of a client's base
class, and before Python 3.13 it suggests no name.
"""

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from types import CodeType, FunctionType, MappingProxyType
from typing import Any, Final, TypeVar, cast

from smaws_kms._runtime.support.near_names import nearest_name

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

NO_ADVICE: Final[Mapping[str, str]] = MappingProxyType({})

_MOST_SHOWN: Final = 5
"""Unexpected names in a text."""


def explain_arguments(
    function: F, called: Callable[[Any], str], advice: Mapping[str, str] = NO_ADVICE
) -> F:
    """Wrap a method so that a `TypeError` about its arguments says what to write instead.

    Args:
        function: The method, a plain or a coroutine function.
        called: Returns what the user called, for example `KMSClient.encrypt()`, from `self`.
        advice: What to do about arguments that users try, by their names.
    """
    wrap = _wrap_coroutine if inspect.iscoroutinefunction(function) else _wrap_plain
    return cast("F", wrap(function, called, advice))


def _wrap_plain(
    function: Callable[..., object], called: Callable[[Any], str], advice: Mapping[str, str]
) -> Callable[..., object]:
    @wraps(function)
    def call(self: object, /, *values: object, **members: object) -> object:
        try:
            # Error trackers print the variables of all frames, also during the call.
            count, names, held = len(values), tuple(members), [(members, values)]
            values, members = (), {}
            return function(self, *held[0][1], **held.pop()[0])
        except BaseException as error:
            values, members, held = (), {}, []
            if not _is_about_arguments(error):
                raise
            given = (count, names)  # pyright: ignore[reportPossiblyUnboundVariable]  # only the call raises this
            problem = _problem(function, *given, advice) or _rest(error)
        raise TypeError(f"{called(self)} {problem}")

    return call


def _wrap_coroutine(
    function: Callable[..., object], called: Callable[[Any], str], advice: Mapping[str, str]
) -> Callable[..., object]:
    @wraps(function)
    def call(self: object, /, *values: object, **members: object) -> object:
        # Returns a coroutine at once, so that no frame holds the arguments during the call.
        try:
            return function(self, *values, **members)
        except BaseException as error:
            given = (len(values), tuple(members))
            values, members = (), {}
            if not _is_about_arguments(error):
                raise
            problem = _problem(function, *given, advice) or _rest(error)
        raise TypeError(f"{called(self)} {problem}")

    return mark_coroutine_function(call)


def explained(advice: Mapping[str, str] = NO_ADVICE) -> Callable[[F], F]:
    """Return a decorator that applies `explain_arguments` to a method."""

    def decorate(function: F) -> F:
        return explain_arguments(function, lambda self: called_method(self, function), advice)

    return decorate


def called_method(self: object, function: Callable[..., object]) -> str:
    """Return the method that was called, with the class of `self`, which may be a subclass."""
    return f"{type(self).__name__}.{function.__name__}()"


def explain_constructor(advice: Mapping[str, str] = NO_ADVICE) -> Callable[[type[T]], type[T]]:
    """Return a decorator that does the same for the constructor of a class.

    It costs less, since responses have many shapes: unlike `explain_arguments`, it leaves the
    arguments in its frame. `frames.secretive` clears that of classes with secrets.
    """

    def decorate(cls: type[T]) -> type[T]:
        construct: Callable[..., None] = vars(cls)["__init__"]

        @wraps(construct)
        def __init__(self: object, *values: object, **members: object) -> None:  # noqa: N807  # it becomes the method
            try:
                construct(self, *values, **members)
                return  # noqa: TRY300  # `else` would follow the handler's
            except TypeError as error:
                if not _is_about_arguments(error):
                    raise
                problem = _problem(construct, len(values), tuple(members), advice) or _rest(error)
            del values, members
            raise TypeError(f"{type(self).__name__}() {problem}")

        type.__setattr__(cls, "__init__", __init__)
        return cls

    return decorate


def _is_about_arguments(error: BaseException) -> bool:
    """Return whether the error comes from the call itself, so that the function did not start."""
    traceback = error.__traceback__
    return isinstance(error, TypeError) and traceback is not None and traceback.tb_next is None


def _problem(
    function: Callable[..., Any], count: int, names: Sequence[str], advice: Mapping[str, str]
) -> str | None:
    plain = cast("FunctionType", inspect.unwrap(function))
    code: CodeType = plain.__code__
    arguments = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    unexpected = [name for name in names if name not in arguments][:_MOST_SHOWN]
    if unexpected:
        plural = (
            "unexpected keyword arguments" if unexpected[1:] else "an unexpected keyword argument"
        )
        listed = ", ".join(repr(name) for name in unexpected)
        return f"got {plural} {listed}: {_advise(unexpected, arguments, advice)}"
    if count and code.co_argcount == 1:
        required = [name for name in arguments if name not in (plain.__kwdefaults__ or {})]
        shown = (required or list(arguments))[:_MOST_SHOWN]
        more = ["..."] if len(shown) < len(arguments) else []
        written = ", ".join([*(f"{name}=..." for name in shown), *more])
        return f"takes keyword arguments only, but got {count} positional: write {written}"
    return None


def _advise(unexpected: Sequence[str], arguments: Sequence[str], advice: Mapping[str, str]) -> str:
    """Return the names that were probably meant, and advice about the others."""
    near = [nearest_name(name, [*arguments, *advice]) for name in unexpected]
    meant = dict.fromkeys(name for name in near if name in arguments)
    texts = [f"did you mean {', '.join(map(str, meant))}?"] if meant else []
    texts += dict.fromkeys(advice[name] for name in near if name is not None and name in advice)
    if None in near:
        texts.append(f"it takes {', '.join(arguments) or 'none'}")
    return "; ".join(texts)


def _rest(error: BaseException) -> str:
    """Return Python's text without the name of the function that was defined."""
    return str(error).partition("() ")[2] or str(error)


def mark_coroutine_function(function: F) -> F:
    """Have `inspect`, `asyncio` and mocks regard a function as a coroutine function, as it returns coroutines."""
    if sys.version_info >= (3, 12):
        return inspect.markcoroutinefunction(function)
    code = cast("FunctionType", function).__code__  # `inspect` reads only this, and calls ignore it
    setattr(function, "__code__", code.replace(co_flags=code.co_flags | inspect.CO_COROUTINE))  # noqa: B010  # no annotation declares it
    return function
