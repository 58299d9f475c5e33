"""Constructors that the generator writes for requests and the structures in them.

attrs' constructor calls a converter and a check for each member. A generated one takes exact types only
and sets the members; for anything else, attrs' constructor runs and reports what is wrong.
"""

import sys
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeAlias, TypeVar, cast

from smaws_kms._runtime.serde.unfrozen import UnfrozenShape, unfrozen_class
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import discard_locals, raise_if_from_handler

K = TypeVar("K")
P = ParamSpec("P")
T = TypeVar("T")

_Fill: TypeAlias = Callable[Concatenate[UnfrozenShape, P], None]

_set_attribute: Final = object.__setattr__


def constructor(cls: type[T]) -> Callable[[_Fill[P]], Callable[P, T]]:
    """Return a decorator that has a class try a function before its constructor.

    The function sets all members of a shape, or raises `Unusual`. The decorator returns a function
    that takes the members by position and returns a shape, which is faster than to call the class.

    Args:
        cls: The class of a shape.
    """

    def install(fill: _Fill[P]) -> Callable[P, T]:
        _try_first(cls, fill)
        return _creator(cls, fill)

    return install


def _try_first(cls: type[Any], fill: Callable[..., None]) -> None:
    construct: Callable[..., None] = vars(cls)["__init__"]

    @wraps(construct)
    def __init__(self: object, *values: object, **members: object) -> None:  # noqa: N807
        outer = None
        try:
            outer = sys.exception()
            if values or self.__class__ is not cls or not _filled(cls, fill, self, members):
                construct(self, *values, **members)
        except BaseException as error:
            # See `frames.secretive`.
            del self, values, members
            discard_locals(error, outer)
            raise

    type.__setattr__(cls, "__init__", __init__)


def _filled(
    cls: type[Any],
    fill: Callable[..., None],
    shape: UnfrozenShape,
    members: Mapping[str, object],
) -> bool:
    """Set all members of a shape; return whether they are as usual."""
    _set_attribute(shape, "__class__", unfrozen_class(cls))
    try:
        fill(shape, **members)
    except (Unusual, TypeError) as error:
        raise_if_from_handler(error)
        return False
    finally:
        shape.__class__ = cls
    return True


def _creator(cls: type[T], fill: _Fill[P]) -> Callable[P, T]:
    code: Any = getattr(fill, "__code__")  # noqa: B009  # no annotation declares it
    names: tuple[str, ...] = code.co_varnames[1 : code.co_argcount]

    def create(*values: P.args, **members: P.kwargs) -> T:
        outer = None
        try:
            outer = sys.exception()
            try:
                shape: UnfrozenShape = unfrozen_class(cls)()
                fill(shape, *values, **members)
                shape.__class__ = cls
                return cast("T", shape)
            except Unusual as error:
                raise_if_from_handler(error)
            shape = None
            return cls(**dict(zip(names, values, strict=True)), **members)
        except BaseException as error:
            del values, members
            shape = None
            discard_locals(error, outer)
            raise

    return create


def exactly(kind: type[T], value: object) -> T:
    """Return a value of a class, but not of a subclass."""
    if type(value) is not kind:
        raise Unusual
    return value


def tuple_of(kind: type[T], value: object) -> tuple[T, ...]:
    """Return a list or tuple as a tuple, if its elements are of a class."""
    if type(value) is not list and type(value) is not tuple:
        raise Unusual
    elements = tuple(cast("list[T]", value))
    for element in elements:
        if type(element) is not kind:
            raise Unusual
    return elements


def dict_of(key_kind: type[K], kind: type[T], value: object) -> dict[K, T]:
    """Return a copy of a dict, if its keys and values are of two classes."""
    if type(value) is not dict:
        raise Unusual
    entries = cast("dict[K, T]", value).copy()
    for key, element in entries.items():
        if type(key) is not key_kind or type(element) is not kind:
            raise Unusual
    return entries
