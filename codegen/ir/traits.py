"""Traits that the generator reads; `load.ignored_traits` lists the others."""

from typing import Final, Literal, TypeAlias

from attrs import frozen

from codegen.support.json_values import Json, JsonObject

TimestampFormat: TypeAlias = Literal["date-time", "epoch-seconds", "http-date"]


@frozen
class Interval:
    """Bounds of `@length` or `@range`."""

    min: int | float | None = None
    max: int | float | None = None


@frozen
class Default:
    """The value of `@default`, unless it is null."""

    value: Json


@frozen
class Deprecated:
    """The value of `@deprecated`."""

    message: str | None = None
    since: str | None = None


@frozen
class Paginated:
    """The value of `@paginated`; on a service, defaults for its operations."""

    input_token: str | None = None
    output_token: str | None = None
    items: str | None = None


@frozen
class HostPrefix:
    """The value of `@endpoint`."""

    template: str
    """Prefix with names of members in braces, for example `data.{account}.`."""


@frozen
class AwsService:
    """The value of `aws.api#service`."""

    sdk_id: str


@frozen
class Creates:
    """Trait of our own: the operation creates something."""

    idempotency_member: str | None = None
    """Input member that distinguishes what this call created from what an earlier call created."""


@frozen(kw_only=True)
class Traits:
    """All traits of a shape or member."""

    always_present: bool = False
    """Trait of our own: without the member, the response is an error."""
    always_sent: bool = False
    """Trait of our own: without the member, only reading it is an error."""
    aws_service: AwsService | None = None
    client_optional: bool = False
    creates: Creates | None = None
    default: Default | None = None
    deprecated: Deprecated | None = None
    dry_run_passed: bool = False
    encodings: tuple[str, ...] = ()
    already_done_errors: tuple[str, ...] = ()
    """Trait of our own: shape IDs of errors that mean an earlier attempt succeeded."""
    endpoint_diagram: JsonObject | None = None
    endpoint_rules: JsonObject | None = None
    enum_value: str | int | None = None
    error: Literal["client", "server"] | None = None
    host_label: bool = False
    host_prefix: HostPrefix | None = None
    idempotency_token: bool = False
    json_version: Literal["1.0", "1.1"] | None = None
    length: Interval | None = None
    multi_region_prefix: str | None = None
    """Trait of our own: how IDs of resources that can have replicas in other Regions start."""
    paginated: Paginated | None = None
    pattern: str | None = None
    query_compatible: bool = False
    quota: bool = False
    range: Interval | None = None
    regional: bool = False
    """Trait of our own: a wrong Region may be why the service returns the error."""
    request_endpoint: bool = False
    required: bool = False
    retryable: bool = False
    sensitive: bool = False
    signing_name: str | None = None
    sparse: bool = False
    streaming: bool = False
    throttling: bool = False
    timestamp_format: TimestampFormat | None = None
    title: str | None = None
    unique_items: bool = False
    withheld: str | None = None
    """Trait of our own: model name of the member that a response has instead of this one."""


NO_TRAITS: Final = Traits()
