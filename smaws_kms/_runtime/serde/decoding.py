"""Decoders that the generator writes for responses and the structures in them.

cattrs reads each member through several functions, and then the constructor checks each again. A
decoder takes the usual form of each member only, and needs no constructor.
"""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from smaws_kms._runtime.serde.unfrozen import UnfrozenShape, unfrozen_class
from smaws_kms._runtime.serde.unusual import Unusual

T = TypeVar("T")

ParsedObject: TypeAlias = dict[str, Any]
"""A JSON object, as `json.loads` returns it."""


def decoder(
    cls: type[T],
) -> Callable[[Callable[[UnfrozenShape, ParsedObject], None]], Callable[[object], T]]:
    """Return a decorator that makes a decoder of a function that sets all members of a shape.

    The decoder raises an exception for anything that it leaves to cattrs.

    Args:
        cls: The class of the shape.
    """

    # Quoted, since evaluating these annotations would take 2 us of 3 for each decoder.
    def complete(
        fill: "Callable[[UnfrozenShape, ParsedObject], None]",
    ) -> "Callable[[object], T]":
        drafts: type[Any] | None = None
        after: Callable[[T], None] | None = getattr(cls, "__attrs_post_init__", None)

        def decode(data: object) -> T:
            nonlocal drafts
            if type(data) is not dict:
                raise Unusual
            if drafts is None:
                drafts = unfrozen_class(cls)
            shape: T = drafts()
            fill(shape, data)
            shape.__class__ = cls
            if after is not None:
                after(shape)
            return shape

        return decode

    return complete
