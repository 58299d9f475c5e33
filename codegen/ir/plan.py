"""What is going to be written, in Python's terms: the step between the model and text."""

from typing import Literal

from attrs import frozen

from codegen.ir.plan_shapes import Enum, ErrorClass, Member, Required, Structure, Union
from codegen.ir.python_types import ListType, MapType
from codegen.ir.smithy import ShapeId
from codegen.ir.texts import OperationText
from codegen.support.json_values import JsonObject


@frozen(kw_only=True)
class OperationNames:
    """Names of what belongs to one operation."""

    function: str
    module: str
    request: str
    """Of the class that stands in for an input that the model does not have."""
    error_union: str
    pages: str
    pages_sync: str


@frozen(kw_only=True)
class Creation:
    """The operation creates something; as `Creation` of the runtime."""

    idempotency_member: str | None


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
    already_done_errors: tuple[str, ...]
    """Those of its errors that a repeat of what has been done ends in."""
    pagination: Pagination | None
    idempotency_token: str | None
    """Python name of the request member that tells repeats from new requests."""
    host_prefix: str | None
    """Prefix of the host, with Python names of request members in braces."""
    endpoint_member: str | None
    """Python name of the request member that holds the URL to send the request to."""
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
    """What the model has and the package has not, or not by that name, each with the reason."""
