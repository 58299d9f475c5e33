"""Facts of botocore's shapes and members as Smithy traits."""

import re
from collections.abc import Collection
from typing import Final

from codegen.botocore_import.tables import Facts, Table, as_is, given, traits_from

_TIMESTAMP_FORMATS: Final = {
    "iso8601": "date-time",
    "rfc822": "http-date",
    "unixTimestamp": "epoch-seconds",
}
_NUMBERS: Final = {"integer", "long", "float", "double"}
_REPLACEMENT: Final = re.compile(r"\buse (?:the )?([A-Z]\w*)", re.IGNORECASE)


def _whole(pattern: str) -> str:
    """A pattern for the whole string: botocore's mean that, Smithy's find any part.

    Amazon's own AST adds the anchors in the same way, and only where a pattern has none.
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

# Handled where the shape is built, or nothing that Smithy's AST expresses:
# `box` and `synthetic` are of botocore's format, `event` and `jsonvalue` follow from where a shape is used,
# `wrapper` and `xmlOrder` are of the XML that some services speak as well.
_ELSEWHERE: Final = {
    "box", "deprecated", "deprecatedMessage", "deprecatedSince", "document", "documentation", "enum",
    "error", "event", "exception", "fault", "jsonvalue", "key", "max", "member", "members", "min",
    "required", "shape", "synthetic", "type", "union", "value", "wrapper", "xmlOrder",
}  # fmt: skip


def traits_of(facts: Facts, known_names: Collection[str], where: str) -> Facts:
    """The traits of a shape or member, from its entry in botocore's model.

    Args:
        facts: The entry.
        known_names: Names of operations, shapes and members, of which a replacement must be one.
        where: What the entry describes, for the error about a key that nobody has met yet.

    Returns:
        Trait values by trait id, sorted.
    """
    traits = traits_from(facts, _TABLE, _ELSEWHERE, where)
    traits |= _limits(facts) | _error(facts, where) | deprecation(facts, known_names)
    return dict(sorted(traits.items()))


def deprecation(facts: Facts, known_names: Collection[str]) -> Facts:
    """`deprecated`, naming the replacement where the model names one that exists."""
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
    said: Facts = facts.get("error", {})
    if unknown := said.keys() - {"code", "httpStatusCode", "senderFault"}:
        raise ValueError(f"{where}: no translation for {', '.join(sorted(unknown))} of an error")
    if "httpStatusCode" in said:
        traits["smithy.api#httpError"] = said["httpStatusCode"]
    if "code" in said:
        traits["aws.protocols#awsQueryError"] = {
            "code": said["code"],
            "httpResponseCode": said.get("httpStatusCode", 400),
        }
    return traits
