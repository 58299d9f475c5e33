"""What is going to be written of shapes, in Python's terms: structures, unions, enums, errors."""

from typing import Literal, TypeAlias

from attrs import frozen

from codegen.ir.python_types import PyType
from codegen.ir.smithy import ShapeId
from codegen.ir.texts import Text


@frozen(kw_only=True)
class Limits:
    """Which values a member accepts, as `Limits` of the runtime."""

    min: int | float | None = None
    max: int | float | None = None
    pattern: str | None = None
    unique: bool = False
    item: "Limits | None" = None
    key: "Limits | None" = None
    value: "Limits | None" = None


@frozen
class Required:
    """The member must be given, and every answer has it."""


@frozen
class Optional:
    """The member may be absent, which is None."""


@frozen
class DefaultValue:
    """The member may be absent, which means this value."""

    source: str
    """The value as Python source."""


Presence: TypeAlias = Required | Optional | DefaultValue


@frozen(kw_only=True)
class Member:
    """A field of a class, and a parameter of a function."""

    name: str
    wire_name: str
    type: PyType
    presence: Presence
    limits: Limits | None
    sensitive: bool
    """Whether its value is never shown."""
    holds_secrets: bool
    """Whether it is sensitive, or a structure in it has a member that is."""
    doc: str


@frozen(kw_only=True)
class Structure:
    """An attrs class."""

    shape: ShapeId
    name: str
    doc: Text
    members: tuple[Member, ...]


@frozen(kw_only=True)
class Arm:
    """One class of a union: it holds the value of one member."""

    name: str
    doc: str
    member: Member


@frozen(kw_only=True)
class Union:
    """A type alias of one attrs class per member."""

    shape: ShapeId
    name: str
    doc: Text
    arms: tuple[Arm, ...]

    @property
    def members(self) -> tuple[Member, ...]:
        """The fields of all its classes."""
        return tuple(arm.member for arm in self.arms)


@frozen(kw_only=True)
class EnumMember:
    """A member of an enum."""

    name: str
    value: str | int
    doc: str


@frozen(kw_only=True)
class Enum:
    """A string or integer enum."""

    shape: ShapeId
    name: str
    base: Literal["StrEnum", "IntEnum"]
    doc: Text
    members: tuple[EnumMember, ...]


@frozen(kw_only=True)
class ErrorClass:
    """An exception class."""

    shape: ShapeId
    name: str
    wire_name: str
    doc: Text
    members: tuple[Member, ...]
    """What it carries beside its message."""
    sensitive_message: bool
    fault: Literal["client", "server"]
    retryable: bool
    throttling: bool
    quota: bool
