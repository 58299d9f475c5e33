"""Helpful errors for a shape that is used like the dict of boto3, or constructed with its member names.

Type checkers must not see these methods, or they would accept what the methods refuse.
"""

from typing import TYPE_CHECKING, Any, Final

import attrs

from smaws_kms._runtime.serde.fields import member_of
from smaws_kms._runtime.support.call_arguments import explain_constructor
from smaws_kms._runtime.support.near_names import nearest_name

_MOST_SHOWN: Final = 8
"""Members in a text."""


class ShapeMisuse:
    """Base of shapes: attributes and items that they lack."""

    __slots__ = ()

    if not TYPE_CHECKING:  # pragma: no branch

        @classmethod
        def __attrs_init_subclass__(cls) -> None:
            # Not for what only responses contain: a page may have a thousand entries, and the
            # wrapper would make reading it a quarter slower.
            if not any(member_of(field).always_sent for field in attrs.fields(cls)):
                explain_constructor()(cls)

        def __getattr__(self, name: str) -> object:
            text = describe_missing_attribute(self, name)
            # `obj` would keep the shape alive, and Python would add a suggestion of its own.
            raise AttributeError(text, name=name, obj=None)

        def __getitem__(self, key: object) -> object:
            # Python also calls this with 0, 1, 2 ... to iterate.
            lacks = "no items" if isinstance(key, str) else "no items and is not iterable"
            name = key if isinstance(key, str) else ""
            raise TypeError(f"{type(self).__name__!r} object has {lacks}: {_advise(self, name)}")


def describe_missing_attribute(shape: Any, name: str) -> str:
    """Return the text of the error for an attribute that a shape lacks."""
    text = f"{type(shape).__name__!r} object has no attribute {name!r}"
    return text if name.startswith("_") else f"{text}: {_advise(shape, name)}"


def _advise(shape: Any, name: str) -> str:
    if name == "ResponseMetadata":
        return "the result that it came in has `metadata`"
    # A shape may lack members of its class.
    cls = getattr(shape.__class__, "__whole_class__", shape.__class__)
    members = [field.name for field in attrs.fields(cls)]
    near = nearest_name(name, members)
    if near is not None:
        return f"did you mean the attribute {near}?"
    shown = [*members[:_MOST_SHOWN], *(["..."] if members[_MOST_SHOWN:] else [])]
    return f"its attributes are {', '.join(shown)}" if members else "it has no members"
