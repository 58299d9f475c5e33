"""Converts keys of botocore's shapes and members to Smithy traits."""

import re
from collections.abc import Collection
from typing import Final

from codegen.botocore_import.tables import Facts, Table, as_is, given, traits_from
from codegen.support.errors import Unsupported

_TIMESTAMP_FORMATS: Final = {
    "iso8601": "date-time",
    "rfc822": "http-date",
    "unixTimestamp": "epoch-seconds",
}
_NUMBERS: Final = {"integer", "long", "float", "double"}
_REPLACEMENT: Final = re.compile(r"\buse (?:the )?([A-Z]\w*)", re.IGNORECASE)


def _whole(pattern: str) -> str:
    """Anchor a pattern: botocore's match whole strings, Smithy's match anywhere.

    Amazon's own AST adds the anchors in the same way, and only if a pattern has none.
    """
    if pattern.startswith("^") or pattern.endswith("$"):
        return pattern
    return f"^(?:{pattern})$" if "|" in pattern else f"^{pattern}$"


def _retryable(value: Facts) -> Facts:
    return {"throttling": True} if value.get("throttling") else {}


_TABLE: Final[Table] = {
    "contextParam": ("smithy.rules#contextParam", as_is),
    "endpointdiscoveryid": ("aws.api#clientEndpointDiscoveryId", given),
    "eventheader": ("smithy.api#eventHeader", given),
    "eventpayload": ("smithy.api#eventPayload", given),
    "eventstream": ("smithy.api#streaming", given),
    "flattened": ("smithy.api#xmlFlattened", given),
    "hostLabel": ("smithy.api#hostLabel", given),
    "idempotencyToken": ("smithy.api#idempotencyToken", given),
    "locationName": ("smithy.api#jsonName", as_is),
    "pattern": ("smithy.api#pattern", _whole),
    "requiresLength": ("smithy.api#requiresLength", given),
    "retryable": ("smithy.api#retryable", _retryable),
    "sensitive": ("smithy.api#sensitive", given),
    "streaming": ("smithy.api#streaming", given),
    "timestampFormat": ("smithy.api#timestampFormat", _TIMESTAMP_FORMATS.__getitem__),
}

# Converted with the shape itself, or nothing that Smithy's AST expresses:
# `box` and `synthetic` belong to botocore's format, `event` and `jsonvalue` follow from the use of a shape,
# `wrapper` and `xmlOrder` concern XML protocols.
_ELSEWHERE: Final = {
    "box", "deprecated", "deprecatedMessage", "deprecatedSince", "document", "documentation", "enum",
    "error", "event", "exception", "fault", "jsonvalue", "key", "max", "member", "members", "min",
    "required", "shape", "synthetic", "type", "union", "value", "wrapper", "xmlOrder",
}  # fmt: skip


def traits_of(facts: Facts, known_names: Collection[str], where: str) -> Facts:
    """Return the traits of a shape or member.

    Args:
        facts: Its entry in botocore's model.
        known_names: Names of operations, shapes and members; a replacement must be one of them.
        where: Name of the entry, for errors.

    Returns:
        Trait values by trait ID, sorted.
    """
    traits = traits_from(facts, _TABLE, _ELSEWHERE, where)
    traits |= _limits(facts) | _error(facts, where) | deprecation(facts, known_names)
    return dict(sorted(traits.items()))


def deprecation(facts: Facts, known_names: Collection[str]) -> Facts:
    """Return `deprecated`, with the replacement if the model names one that exists."""
    if not facts.get("deprecated"):
        return {}
    value: Facts = {}
    for replacement in _REPLACEMENT.findall(facts.get("deprecatedMessage", "")):
        if replacement in known_names:
            value["message"] = f"use {replacement}"
            break
    if since := facts.get("deprecatedSince"):
        value["since"] = since
    return {"smithy.api#deprecated": value}


def _limits(facts: Facts) -> Facts:
    limits = {bound: facts[bound] for bound in ("min", "max") if bound in facts}
    if not limits:
        return {}
    return {"smithy.api#range" if facts["type"] in _NUMBERS else "smithy.api#length": limits}


def _error(facts: Facts, where: str) -> Facts:
    if not facts.get("exception"):
        return {}
    traits: Facts = {"smithy.api#error": "server" if facts.get("fault") else "client"}
    details: Facts = facts.get("error", {})
    if unknown := details.keys() - {"code", "httpStatusCode", "senderFault"}:
        raise Unsupported(f"{where}: no translation for {', '.join(sorted(unknown))} of an error")
    if "httpStatusCode" in details:
        traits["smithy.api#httpError"] = details["httpStatusCode"]
    if "code" in details:
        traits["aws.protocols#awsQueryError"] = {
            "code": details["code"],
            "httpResponseCode": details.get("httpStatusCode", 400),
        }
    return traits
