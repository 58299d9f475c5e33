"""What is going to be written, in Python's terms: the step between the model and text."""

from typing import Literal, TypeAlias

from attrs import frozen

from codegen.class_names import OperationNames
from codegen.descriptions import OperationText, Text
from codegen.json_values import JsonObject
from codegen.python_types import ListType, MapType, PyType
from codegen.smithy import ShapeId


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


@frozen(kw_only=True)
class Creation:
    """The operation creates something; as `Creation` of the runtime."""

    told_apart_by: str | None


@frozen(kw_only=True)
class Pagination:
    """How to go from page to page; as `Pagination` of the runtime."""

    input_token: str
    output_token: tuple[str, ...]
    items: tuple[str, ...] | None
    """None where a page holds no list and no map that would be the items."""
    listed: ListType | MapType | None
    """Type of the items together."""


@frozen(kw_only=True)
class Addressing:
    """What an operation does to the host of its requests."""

    prefix: str | None = None
    """What comes in front, with Python names of request members in braces."""
    member: str | None = None
    """Python name of the request member that holds the whole URL."""


@frozen(kw_only=True)
class Operation:
    """An operation: its module, its value, its functions."""

    shape: ShapeId
    wire_name: str
    name: str
    names: OperationNames
    doc: OperationText
    request: Structure
    response: Structure | None
    own: tuple[Structure, ...]
    """Those of request and response that no other shape uses: they live in its module."""
    errors: tuple[str, ...]
    creates: Creation | None
    done_before: tuple[str, ...]
    """Those of its errors that a repeat of what has been done ends in."""
    pagination: Pagination | None
    idempotency_token: str | None
    """Python name of the request member that tells repeats from new requests."""
    addressing: Addressing
    encodings: tuple[str, ...]
    """How the bodies of requests may be compressed."""

    @property
    def function(self) -> str:
        """Name of its function for async clients, and of its method."""
        return self.names.function

    @property
    def module(self) -> str:
        """Name of its module."""
        return self.names.module

    @property
    def parameters(self) -> list[Member]:
        """The request's members as parameters: required ones first, then in the model's order."""
        return sorted(self.request.members, key=lambda it: not isinstance(it.presence, Required))

    @property
    def error_union(self) -> str:
        """Name of the union of everything the operation can end in."""
        return self.names.error_union


@frozen(kw_only=True)
class Service:
    """The service as a whole."""

    shape: ShapeId
    title: str
    sdk_id: str
    client: str
    """What the client classes are named after, for example `KMS`."""
    version: str
    target_prefix: str
    json_version: Literal["1.0", "1.1"]
    signing_name: str
    endpoint_prefix: str
    endpoint_rules: JsonObject | None
    query_compatible: bool
    """Whether errors have the codes of an awsQuery service, in a header."""
    prefixes_hosts: bool
    compresses_requests: bool


@frozen(kw_only=True)
class Package:
    """Everything that becomes a package."""

    service: Service
    enums: tuple[Enum, ...]
    errors: tuple[ErrorClass, ...]
    structures: tuple[Structure | Union, ...]
    """Those that live in `structures.py`, each after those it is made of (but for recursion)."""
    operations: tuple[Operation, ...]
    left_out: tuple[str, ...] = ()
    """What the model has and the package has not, each with the reason."""
