"""Decoders that the generator writes for responses and the structures in them.

cattrs reads each member through several functions, and then the constructor checks each again. A
decoder takes the usual form of each member only, and needs no constructor.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeAlias, TypeVar, final

from smaws_kms._runtime.serde.unfrozen import UnfrozenShape, unfrozen_class
from smaws_kms._runtime.serde.unusual import Unusual

T = TypeVar("T")

ParsedObject: TypeAlias = dict[str, Any]
"""A JSON object, as `json.loads` returns it."""


@final
class Decoder(Generic[T]):
    """Makes shapes of JSON; raises an exception for anything that it leaves to cattrs.

    Args:
        cls: The class of the shapes.
        fill: Sets all members of a shape.
    """

    __slots__ = ("_after", "_cls", "_fill", "_unfrozen")

    def __init__(self, cls: type[T], fill: "Callable[[UnfrozenShape, ParsedObject], None]") -> None:
        self._cls = cls
        self._fill = fill
        self._unfrozen: type[Any] | None = None
        self._after: Callable[[T], None] | None = getattr(cls, "__attrs_post_init__", None)

    def __call__(self, data: object) -> T:
        """Return the shape of a JSON object."""
        if type(data) is not dict:
            raise Unusual
        shape: T = (self._unfrozen or self._prepare())()
        self._fill(shape, data)
        shape.__class__ = self._cls
        if self._after is not None:
            self._after(shape)
        return shape

    def each(self, data: object) -> tuple[T, ...]:
        """Return the shapes of an array of JSON objects, in less time than one call for each takes."""
        if type(data) is not list:
            raise Unusual
        cls, fill, after = self._cls, self._fill, self._after
        unfrozen = self._unfrozen or self._prepare()
        shapes: list[T] = []
        for item in data:
            if type(item) is not dict:
                raise Unusual
            shape: T = unfrozen()
            fill(shape, item)
            shape.__class__ = cls
            if after is not None:
                after(shape)
            shapes.append(shape)
        return tuple(shapes)

    def _prepare(self) -> type[Any]:
        self._unfrozen = cls = unfrozen_class(self._cls)
        return cls


def decoder(
    cls: type[T],
) -> "Callable[[Callable[[UnfrozenShape, ParsedObject], None]], Decoder[T]]":
    """Return a decorator that makes a decoder of a function that sets all members of a shape.

    Args:
        cls: The class of the shape.
    """
    # Quoted above, since evaluating these annotations would take 2 us of 3 for each decoder.
    return partial(Decoder, cls)
