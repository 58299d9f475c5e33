"""The traits that the generator knows: those it reads, and those it ignores with a reason."""

from typing import Final, Literal, TypeAlias

from attrs import frozen

from codegen.json_values import Json, JsonObject

TimestampFormat: TypeAlias = Literal["date-time", "epoch-seconds", "http-date"]


@frozen
class Interval:
    """What `@length` and `@range` say."""

    min: int | float | None = None
    max: int | float | None = None


@frozen
class Default:
    """What `@default` says, for every value but null."""

    value: Json


@frozen
class Deprecated:
    """What `@deprecated` says."""

    message: str | None = None
    since: str | None = None


@frozen
class Paginated:
    """What `@paginated` says; on the service it gives defaults for every operation."""

    input_token: str | None = None
    output_token: str | None = None
    items: str | None = None


@frozen
class AwsService:
    """What `aws.api#service` says."""

    sdk_id: str
    endpoint_prefix: str | None = None


@frozen
class Creates:
    """Our own fact: the operation creates something."""

    told_apart_by: str | None = None
    """Input member that tells what it created from what an earlier call created."""


@frozen(kw_only=True)
class Traits:
    """What a model says of a shape or member beyond its structure."""

    always_present: bool = False
    aws_service: AwsService | None = None
    client_optional: bool = False
    creates: Creates | None = None
    default: Default | None = None
    deprecated: Deprecated | None = None
    endpoint_rules: JsonObject | None = None
    enum_value: str | int | None = None
    error: Literal["client", "server"] | None = None
    json_version: Literal["1.0", "1.1"] | None = None
    length: Interval | None = None
    paginated: Paginated | None = None
    pattern: str | None = None
    quota: bool = False
    range: Interval | None = None
    required: bool = False
    retryable: bool = False
    sensitive: bool = False
    signing_name: str | None = None
    sparse: bool = False
    throttling: bool = False
    timestamp_format: TimestampFormat | None = None
    title: str | None = None
    unique_items: bool = False


NO_TRAITS: Final = Traits()

_JSON_PROTOCOL = "binds to HTTP; awsJson sends everything in the body"
_SERVER_SIDE = "of interest to servers and other tools only"

IGNORED_TRAITS: Final[dict[str, str]] = {
    "aws.api#arnReference": _SERVER_SIDE,
    "aws.protocols#awsQueryCompatible": "KMS and its like answer awsJson clients in awsJson",
    "aws.protocols#awsQueryError": "the code of an awsQuery answer; awsJson sends the shape's name",
    "smithy.api#addedDefault": "says when a default was added, not what it is",
    "smithy.api#box": "a relic of Smithy 1.0; `@default` decides",
    "smithy.api#documentation": "Amazon's prose; ours is in codegen/descriptions",
    "smithy.api#examples": "read from the model by tests",
    "smithy.api#externalDocumentation": "the descriptions name the API reference",
    "smithy.api#http": _JSON_PROTOCOL,
    "smithy.api#httpError": "not what arrives: awsJson errors of KMS are all 400",
    "smithy.api#httpHeader": _JSON_PROTOCOL,
    "smithy.api#httpLabel": _JSON_PROTOCOL,
    "smithy.api#httpPayload": _JSON_PROTOCOL,
    "smithy.api#httpQuery": _JSON_PROTOCOL,
    "smithy.api#idempotent": "what is safe to repeat is said by our own `creates`",
    "smithy.api#input": "operations say themselves which structure is their input",
    "smithy.api#jsonName": "awsJson ignores it",
    "smithy.api#mediaType": "the content of a string or blob is the user's",
    "smithy.api#notProperty": _SERVER_SIDE,
    "smithy.api#output": "operations say themselves which structure is their output",
    "smithy.api#private": _SERVER_SIDE,
    "smithy.api#readonly": "what is safe to repeat is said by our own `creates`",
    "smithy.api#references": _SERVER_SIDE,
    "smithy.api#since": _SERVER_SIDE,
    "smithy.api#suppress": _SERVER_SIDE,
    "smithy.api#tags": _SERVER_SIDE,
    "smithy.api#xmlNamespace": "awsJson has no XML",
    "smithy.rules#endpointTests": "read from the model by tests",
}
"""Traits that change nothing in the generated code, each with the reason."""
