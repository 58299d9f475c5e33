"""Reads the traits of a shape or member from the JSON AST."""

from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias, cast

from codegen.ir.traits import (
    AwsService,
    Creates,
    Default,
    Deprecated,
    HostPrefix,
    Interval,
    Paginated,
    TimestampFormat,
    Traits,
)
from codegen.load.ignored_traits import is_ignored
from codegen.support.errors import ModelError
from codegen.support.grammar import check_sdk_id, check_shape_id, check_signing_name, show
from codegen.support.json_values import (
    Json,
    JsonObject,
    list_at,
    object_at,
    optional_number_at,
    optional_text_at,
    text_at,
)

Reader: TypeAlias = Callable[[Json, str], dict[str, Any]]
"""Converts the value of a trait to fields of `Traits`; the text is its place for errors."""


def load_traits(document: JsonObject, where: str) -> Traits:
    """Read the `traits` object of a shape or member; an unknown trait is an error."""
    fields: dict[str, Any] = {}
    for name, value in object_at(document.get("traits", {}), where).items():
        if name in _READERS:
            fields |= _READERS[name](value, f"{where}: {name}")
        elif not is_ignored(check_shape_id(name, where)):
            hint = (
                "read it in codegen/load/traits.py, or ignore it in codegen/load/ignored_traits.py"
            )
            raise ModelError(f"{where}: unknown trait {name} ({hint})")
    return Traits(**fields)


def _flag(field: str) -> Reader:
    return lambda _, __: {field: True}


def _json_version(version: Literal["1.0", "1.1"]) -> Reader:
    return lambda _, __: {"json_version": version}


def _text(field: str) -> Reader:
    return lambda value, where: {field: text_at(value, where)}


def _object(field: str) -> Reader:
    return lambda value, where: {field: object_at(value, where)}


def _interval(field: str) -> Reader:
    def read(value: Json, where: str) -> dict[str, Any]:
        limits = object_at(value, where)
        low = optional_number_at(limits.get("min"), where)
        return {field: Interval(low, optional_number_at(limits.get("max"), where))}

    return read


def _default(value: Json, _: str) -> dict[str, Any]:
    return {"default": None if value is None else Default(value)}


def _deprecated(value: Json, where: str) -> dict[str, Any]:
    said = object_at(value, where)
    message = optional_text_at(said.get("message"), where)
    return {"deprecated": Deprecated(message, optional_text_at(said.get("since"), where))}


def _enum_value(value: Json, where: str) -> dict[str, Any]:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ModelError(f"{where}: expected a string or an integer, found {show(str(value))}")
    return {"enum_value": value}


def _error(value: Json, where: str) -> dict[str, Any]:
    return {
        "error": cast("Literal['client', 'server']", _one_of(value, ("client", "server"), where))
    }


def _timestamp_format(value: Json, where: str) -> dict[str, Any]:
    known = ("date-time", "epoch-seconds", "http-date")
    return {"timestamp_format": cast("TimestampFormat", _one_of(value, known, where))}


def _one_of(value: Json, known: tuple[str, ...], where: str) -> str:
    if value not in known:
        raise ModelError(f"{where}: expected one of {', '.join(known)}, found {show(str(value))}")
    return text_at(value, where)


def _paginated(value: Json, where: str) -> dict[str, Any]:
    said = object_at(value, where)
    names = (said.get("inputToken"), said.get("outputToken"), said.get("items"))
    return {"paginated": Paginated(*(optional_text_at(name, where) for name in names))}


def _retryable(value: Json, where: str) -> dict[str, Any]:
    throttling = object_at(value, where).get("throttling", False)
    return {"retryable": True, "throttling": throttling is True}


def _aws_service(value: Json, where: str) -> dict[str, Any]:
    said = object_at(value, where)
    return {"aws_service": AwsService(check_sdk_id(text_at(said.get("sdkId"), where), where))}


def _signing_name(value: Json, where: str) -> dict[str, Any]:
    name = text_at(object_at(value, where).get("name"), where)
    return {"signing_name": check_signing_name(name, where)}


def _host_prefix(value: Json, where: str) -> dict[str, Any]:
    template = text_at(object_at(value, where).get("hostPrefix"), where)
    return {"host_prefix": HostPrefix(template)}


def _encodings(value: Json, where: str) -> dict[str, Any]:
    names = list_at(object_at(value, where).get("encodings"), where)
    known = {"gzip"} & {text_at(name, where).lower() for name in names}
    return {"encodings": tuple(sorted(known))}


def _creates(value: Json, where: str) -> dict[str, Any]:
    name = object_at(value, where).get("idempotencyMember")
    return {"creates": Creates(optional_text_at(name, where))}


def _withheld(value: Json, where: str) -> dict[str, Any]:
    return {"withheld": text_at(object_at(value, where).get("replacedBy"), where)}


def _already_done_errors(value: Json, where: str) -> dict[str, Any]:
    names = list_at(object_at(value, where).get("errors"), where)
    return {"already_done_errors": tuple(text_at(name, where) for name in names)}


def _multi_region_ids(value: Json, where: str) -> dict[str, Any]:
    return {"multi_region_prefix": text_at(object_at(value, where).get("prefix"), where)}


_READERS: Final[dict[str, Reader]] = {
    "aws.api#service": _aws_service,
    "aws.auth#sigv4": _signing_name,
    "aws.protocols#awsJson1_0": _json_version("1.0"),
    "aws.protocols#awsJson1_1": _json_version("1.1"),
    "aws.protocols#awsQueryCompatible": _flag("query_compatible"),
    "smaws_kms.traits#alwaysPresent": _flag("always_present"),
    "smaws_kms.traits#alwaysSent": _flag("always_sent"),
    "smaws_kms.traits#creates": _creates,
    "smaws_kms.traits#alreadyDoneErrors": _already_done_errors,
    "smaws_kms.traits#dryRunPassed": _flag("dry_run_passed"),
    "smaws_kms.traits#multiRegionIds": _multi_region_ids,
    "smaws_kms.traits#quota": _flag("quota"),
    "smaws_kms.traits#regional": _flag("regional"),
    "smaws_kms.traits#requestEndpoint": _flag("request_endpoint"),
    "smaws_kms.traits#withheld": _withheld,
    "smithy.api#clientOptional": _flag("client_optional"),
    "smithy.api#default": _default,
    "smithy.api#deprecated": _deprecated,
    "smithy.api#endpoint": _host_prefix,
    "smithy.api#enumValue": _enum_value,
    "smithy.api#error": _error,
    "smithy.api#hostLabel": _flag("host_label"),
    "smithy.api#idempotencyToken": _flag("idempotency_token"),
    "smithy.api#length": _interval("length"),
    "smithy.api#paginated": _paginated,
    "smithy.api#pattern": _text("pattern"),
    "smithy.api#range": _interval("range"),
    "smithy.api#requestCompression": _encodings,
    "smithy.api#required": _flag("required"),
    "smithy.api#retryable": _retryable,
    "smithy.api#sensitive": _flag("sensitive"),
    "smithy.api#sparse": _flag("sparse"),
    "smithy.api#streaming": _flag("streaming"),
    "smithy.api#timestampFormat": _timestamp_format,
    "smithy.api#title": _text("title"),
    "smithy.api#uniqueItems": _flag("unique_items"),
    "smithy.rules#endpointBdd": _object("endpoint_diagram"),
    "smithy.rules#endpointRuleSet": _object("endpoint_rules"),
}
