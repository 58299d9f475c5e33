"""The plan of a package in Python's terms: `lower` creates it, `render` writes it."""

from typing import Literal

from attrs import frozen

from codegen.ir.plan_shapes import Enum, ErrorClass, Member, Required, Structure, Union
from codegen.ir.python_types import ListType, MapType
from codegen.ir.smithy import ShapeId
from codegen.ir.texts import OperationText
from codegen.support.json_values import JsonObject


@frozen(kw_only=True)
class OperationNames:
    """Python names that belong to one operation."""

    function: str
    module: str
    request: str
    """Name of the request class, also if the model has no input."""
    error_union: str
    pages: str
    pages_sync: str


@frozen(kw_only=True)
class Creation:
    """The operation creates something; rendered as the runtime's `Creation`."""

    idempotency_member: str | None


@frozen(kw_only=True)
class Pagination:
    """How to go from page to page; rendered as the runtime's `Pagination`."""

    input_token: str
    output_token: tuple[str, ...]
    items: tuple[str, ...] | None
    """Path to the items of a page; None if it has no list or map of items."""
    listed: ListType | MapType | None
    """Type of the list or map of items."""


@frozen(kw_only=True)
class Operation:
    """An operation: its module, its `Operation` value, its functions."""

    shape: ShapeId
    wire_name: str
    name: str
    names: OperationNames
    doc: OperationText
    request: Structure
    response: Structure | None
    own: tuple[Structure, ...]
    """Request and response, unless another shape uses them; they are defined in its module."""
    errors: tuple[str, ...]
    creates: Creation | None
    already_done_errors: tuple[str, ...]
    """Errors which mean that an earlier attempt succeeded."""
    pagination: Pagination | None
    idempotency_token: str | None
    """Python name of the request member that lets the service recognise retries."""
    host_prefix: str | None
    """Prefix of the host, with Python names of request members in braces."""
    endpoint_member: str | None
    """Python name of the request member that holds the URL to send the request to."""
    encodings: tuple[str, ...]
    """Compressions that the service accepts for request bodies."""

    @property
    def function(self) -> str:
        """Name of the async function and of the client's method."""
        return self.names.function

    @property
    def module(self) -> str:
        """Name of the operation's module, without the package."""
        return self.names.module

    @property
    def parameters(self) -> list[Member]:
        """Request members in the order of parameters: required ones first."""
        return sorted(self.request.members, key=lambda it: not isinstance(it.presence, Required))

    @property
    def error_union(self) -> str:
        """Name of the union of all errors that the operation can return."""
        return self.names.error_union


@frozen(kw_only=True)
class Service:
    """The service as a whole."""

    shape: ShapeId
    title: str
    sdk_id: str
    client: str
    """Prefix of the client classes, for example `KMS`."""
    version: str
    target_prefix: str
    json_version: Literal["1.0", "1.1"]
    signing_name: str
    endpoint_rules: JsonObject | None
    multi_region_prefix: str | None
    query_compatible: bool
    """Whether a response header holds the error code of an awsQuery service."""
    prefixes_hosts: bool
    compresses_requests: bool


@frozen(kw_only=True)
class Package:
    """The plan of a whole package."""

    service: Service
    enums: tuple[Enum, ...]
    errors: tuple[ErrorClass, ...]
    structures: tuple[Structure | Union, ...]
    """Contents of `structures.py`, each after those it refers to unless they are recursive."""
    operations: tuple[Operation, ...]
    left_out: tuple[str, ...] = ()
    """Operations left out and shapes renamed, one line each with the reason."""
