"""Plan of the classes of shapes: structures, unions, enums, errors."""

from typing import Literal, TypeAlias

from attrs import frozen

from codegen.ir.python_types import PyType
from codegen.ir.smithy import ShapeId
from codegen.ir.texts import Text


@frozen(kw_only=True)
class Limits:
    """Limits on a member's value; rendered as the runtime's `Limits`."""

    min: int | float | None = None
    max: int | float | None = None
    pattern: str | None = None
    unique: bool = False
    item: "Limits | None" = None
    key: "Limits | None" = None
    value: "Limits | None" = None


@frozen
class Required:
    """The member must be given in requests and is present in every response."""


@frozen
class AlwaysSent:
    """The service sends the member in every response; reading it raises if a stand-in did not."""


@frozen
class Withheld:
    """The member is in every response that does not have another member instead."""

    replaced_by: str
    """Python name of the other member."""


@frozen
class Optional:
    """The member may be absent; the field is None then."""


@frozen
class DefaultValue:
    """The member may be absent; the field has this value then."""

    source: str
    """The value as Python source."""


Presence: TypeAlias = Required | AlwaysSent | Withheld | Optional | DefaultValue


@frozen(kw_only=True)
class Member:
    """A field of a class, and a parameter of a function."""

    name: str
    wire_name: str
    type: PyType
    presence: Presence
    limits: Limits | None
    sensitive: bool
    """Whether its value is redacted."""
    holds_secrets: bool
    """Whether it is sensitive, or a structure inside it has a sensitive member."""
    doc: str


@frozen(kw_only=True)
class Structure:
    """An attrs class for a structure."""

    shape: ShapeId
    name: str
    doc: Text
    members: tuple[Member, ...]


@frozen(kw_only=True)
class Arm:
    """One class of a union; it holds the value of one member."""

    name: str
    doc: str
    member: Member


@frozen(kw_only=True)
class Union:
    """A type alias for one attrs class per member."""

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
    """A member of an enum class."""

    name: str
    value: str | int
    doc: str


@frozen(kw_only=True)
class Enum:
    """An enum class for strings or integers."""

    shape: ShapeId
    name: str
    base: Literal["StrEnum", "IntEnum"]
    doc: Text
    members: tuple[EnumMember, ...]


@frozen(kw_only=True)
class ErrorClass:
    """An exception class for a modelled error."""

    shape: ShapeId
    name: str
    wire_name: str
    doc: Text
    members: tuple[Member, ...]
    """All members except its message."""
    sensitive_message: bool
    fault: Literal["client", "server"]
    retryable: bool
    throttling: bool
    quota: bool
    regional: bool
    dry_run_passed: bool
    help: str
    """What the error means, for responses without a message; may be empty."""
