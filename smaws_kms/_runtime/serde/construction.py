"""Constructors that the generator writes for requests and the structures in them.

attrs' constructor calls a converter and a check for each member. A generated one takes exact types only
and sets the members; for anything else, attrs' constructor runs and reports what is wrong.
"""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar, cast

from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import discard_locals, raise_if_from_handler

F = TypeVar("F", bound=Callable[..., None])
K = TypeVar("K")
T = TypeVar("T")

set_member: Final = object.__setattr__
"""Set a member of a frozen shape."""


def constructor(cls: type[object]) -> Callable[[F], F]:
    """Return a decorator that has a class try a function before its constructor.

    The function sets all members, or raises `Unusual`. Its unused result is the function itself.

    Args:
        cls: The class of a shape.
    """

    def install(fill: F) -> F:
        construct: Callable[..., None] = vars(cls)["__init__"]

        @wraps(construct)
        def __init__(self: object, *values: object, **members: object) -> None:  # noqa: N807
            outer = None
            try:
                outer = sys.exception()
                try:
                    fill(self, *values, **members)
                    return  # noqa: TRY300  # `else` would follow the handler
                except (Unusual, TypeError) as error:
                    raise_if_from_handler(error)
                construct(self, *values, **members)
            except BaseException as error:
                # See `frames.secretive`.
                del self, values, members
                discard_locals(error, outer)
                raise

        type.__setattr__(cls, "__init__", __init__)
        return fill

    return install


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
