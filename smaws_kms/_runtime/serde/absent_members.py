"""Shapes that lack members which their types promise.

The type of a member that the service always sends has no `None`. Other implementations of the service
leave some of these out, and a response that is encrypted for a recipient withholds its plaintext. Such a
shape is an instance of a subclass that has no field for what is absent. So `repr`, `==`, `attrs.asdict`,
`attrs.evolve` and cattrs leave it out, reading it raises `AttributeError`, and shapes that have all their
members pay nothing for it.
"""

import sys
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from attrs import fields

from smaws_kms._runtime.serde.absent import ABSENT
from smaws_kms._runtime.serde.fields import Member, member_of
from smaws_kms._runtime.serde.shape_misuse import describe_missing_attribute
from smaws_kms._runtime.support.frames import discard_locals


class PartialShape:
    """Behaviour of a shape that lacks members; `partial_class` combines it with the shape's class."""

    __slots__ = ()

    __whole_class__: type[Any]
    __absent_members__: frozenset[str]

    def __new__(cls, **members: object) -> Any:
        """Return a shape with these members, for `attrs.evolve`; it may lack fewer than this class."""
        outer = sys.exception()
        try:
            return build(cls.__whole_class__, members)
        except BaseException as error:
            del members
            discard_locals(error, outer)
            raise

    def __init__(self, **members: object) -> None:
        """Do nothing, since `__new__` has set all members."""

    def __getattr__(self, name: str) -> Any:
        """Raise an error that says why a member is absent. Python calls this for missing ones only."""
        if name in self.__absent_members__:
            text = _reason(self.__whole_class__, name)
        else:
            text = describe_missing_attribute(self, name)
        # With a name and an object, Python neither stores the shape in the error nor suggests names.
        raise AttributeError(text, name=name, obj=None)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PartialShape) or other.__whole_class__ is not self.__whole_class__:
            return NotImplemented
        return present_members(self) == present_members(other)

    def __hash__(self) -> int:
        return hash((self.__whole_class__, *present_members(self).items()))

    def __reduce__(self) -> tuple[object, ...]:
        return build, (self.__whole_class__, present_members(self))


def present_members(shape: PartialShape) -> dict[str, object]:
    """Return the members that a shape has, by Python name."""
    return {field.name: getattr(shape, field.name) for field in fields(_class_of(shape))}


def build(cls: Any, members: Mapping[str, object]) -> Any:
    """Return a shape of the class, or of a subclass without the absent members.

    Args:
        cls: The class with all members.
        members: Values by Python name. Members that may be absent are optional here.
    """
    missing = [name for name in members_that_may_be_absent(cls) if name not in members]
    outer = sys.exception()
    try:
        shape = cls(**members, **dict.fromkeys(missing, ABSENT))
    except BaseException as error:
        del members
        discard_locals(error, outer)
        raise
    leave_out(shape, missing)
    return shape


def leave_out(shape: object, names: list[str]) -> None:
    """Turn a new shape into one that lacks these members."""
    cls = _class_of(shape)
    gone = getattr(cls, "__absent_members__", frozenset[str]())
    names = [name for name in names if name not in gone]
    if names:
        object.__setattr__(shape, "__class__", partial_class(whole_class(cls), gone.union(names)))
        for name in names:
            object.__delattr__(shape, name)


def leave_out_withheld(shape: object) -> None:
    """Leave out members that others replace; the constructors of their classes call this.

    Empty bytes beside the replacement count as withheld, since the service may send them so.

    Raises:
        TypeError: The shape has neither the member nor its replacement.
    """
    for name, replacement in _replacements(_class_of(shape)):
        value = getattr(shape, name)
        is_replaced = getattr(shape, replacement) is not None
        if value is ABSENT and not is_replaced:
            raise TypeError(f"{type(shape).__name__} needs {name} or {replacement}")
        if value is ABSENT or (is_replaced and value == b""):
            leave_out(shape, [name])


@cache
def partial_class(cls: Any, absent: frozenset[str]) -> type[PartialShape]:
    """Return the subclass without these members."""
    namespace = {
        "__slots__": (),
        "__module__": cls.__module__,
        "__qualname__": cls.__qualname__,
        "__doc__": cls.__doc__,
        "__attrs_attrs__": tuple(field for field in fields(cls) if field.name not in absent),
        "__whole_class__": cls,
        "__absent_members__": absent,
    }
    return cast("type[PartialShape]", type(cls.__name__, (PartialShape, cls), namespace))


def whole_class(cls: Any) -> Any:
    """Return the class with all members; for most classes that is the class itself."""
    return cls.__whole_class__ if issubclass(cls, PartialShape) else cls


@cache
def members_that_may_be_absent(cls: Any) -> Mapping[str, Member]:
    """Return the members, by Python name, that a shape of the class may lack."""
    known = {field.name: member_of(field) for field in fields(cls)}
    return {name: it for name, it in known.items() if it.always_sent or it.replaced_by}


@cache
def _replacements(cls: Any) -> tuple[tuple[str, str], ...]:
    members = members_that_may_be_absent(cls).items()
    return tuple((name, it.replaced_by) for name, it in members if it.replaced_by)


def _reason(cls: Any, name: str) -> str:
    replacement = members_that_may_be_absent(cls)[name].replaced_by
    if replacement:
        return f"{cls.__name__}.{name} was withheld: this response has {replacement} instead"
    return (
        f"the service did not send {cls.__name__}.{name};"
        f" if it may be missing, test hasattr(..., {name!r}) first"
    )


def _class_of(shape: object) -> Any:
    return shape.__class__
