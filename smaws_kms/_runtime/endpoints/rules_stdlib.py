"""The standard library of Smithy's endpoint rules.

`None` means "unset" in the rules: a condition with an unset result is false.
See https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html.
"""

import re
from collections.abc import Sequence
from typing import Final, TypeVar

from smaws_kms._runtime.endpoints.url_parts import percent_encode, split_url
from smaws_kms._runtime.support.ip import is_address
from smaws_kms._runtime.support.record import Record

T = TypeVar("T")

_SHORTEST_BUCKET: Final = 3


class Url(Record):
    """Parts of a URL that rules read."""

    __slots__ = ()

    scheme: str
    """`http` or `https`."""
    authority: str
    """Host, and the port if the URL has one."""
    path: str
    """Path of the URL; `/` if it is empty."""
    normalized_path: str
    """Path with a slash at both ends."""
    is_ip: bool
    """Whether the host is an IPv4 or IPv6 address."""


class Arn(Record):
    """Parts of an Amazon Resource Name."""

    __slots__ = ()

    partition: str
    """Name of the partition, for example `aws`."""
    service: str
    """Namespace of the service, for example `kms`."""
    region: str
    """Region; empty for a global resource."""
    account_id: str
    """Account that owns the resource; may be empty."""
    resource_id: tuple[str, ...]
    """Last part of the ARN, split at colons and slashes."""


def is_valid_host_label(value: str, *, allow_sub_domains: bool = False) -> bool:
    """Return whether the value is an RFC 1123 label or, if allowed, labels joined by dots."""
    labels = value.split(".") if allow_sub_domains else [value]
    return all(re.fullmatch("(?!-)[A-Za-z0-9-]{1,63}(?<!-)", label) for label in labels)


def is_virtual_hostable_s3_bucket(value: str, *, allow_sub_domains: bool = False) -> bool:
    """Return whether the value is a bucket name that can be part of a host name."""
    labels = value.split(".") if allow_sub_domains else [value]
    return (
        value == value.lower()
        and not is_address(value)
        and all(len(label) >= _SHORTEST_BUCKET and is_valid_host_label(label) for label in labels)
    )


def coalesce(value: T | None, default: T) -> T:
    """Return the value, or the default if the value is unset."""
    return default if value is None else value


def if_else(condition: bool, then: T, otherwise: T) -> T:  # noqa: FBT001  # as in the rule language
    return then if condition else otherwise


def parse_url(value: str) -> Url | None:
    """Return the parts of an http or https URL without a query, or `None` for other text."""
    # `urlsplit` silently removes tabs and line breaks, which the request would contain.
    if re.search(r"[\x00-\x20\x7f]", value):
        return None
    try:
        parts = split_url(value)
        _ = parts.port  # raises for an invalid port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or parts.query or not parts.hostname:
        return None
    path = parts.path or "/"
    return Url(
        scheme=parts.scheme,
        authority=parts.netloc.rpartition("@")[2],
        path=path,
        normalized_path=path if path.endswith("/") else f"{path}/",
        is_ip=is_address(parts.hostname),
    )


def parse_arn(value: str) -> Arn | None:
    """Return the parts of an ARN, or `None` if there are not six or a required one is empty."""
    match value.split(":", 5):
        case ["arn", partition, service, region, account_id, resource] if (
            partition and service and resource
        ):
            return Arn(
                partition=partition,
                service=service,
                region=region,
                account_id=account_id,
                resource_id=tuple(re.split("[:/]", resource)),
            )
        case _:
            return None


def substring(value: str, start: int, stop: int, *, reverse: bool = False) -> str | None:
    """Return `value[start:stop]`, counted from the end if `reverse`, or `None` if out of range.

    Also `None` for text that is not ASCII, as the specification requires.
    """
    if start >= stop or len(value) < stop or not value.isascii():
        return None
    if reverse:
        return value[len(value) - stop : len(value) - start]
    return value[start:stop]


def uri_encode(value: str) -> str:
    """Percent-encode all characters except the unreserved ones of RFC 3986."""
    return percent_encode(value, safe="")


def split(value: str, delimiter: str, limit: int) -> tuple[str, ...]:
    """Return at most `limit` pieces between delimiters, or all if `limit` is 0."""
    return tuple(value.split(delimiter, limit - 1))


def item_at(values: Sequence[str], index: int) -> str | None:
    """Return the item at an index, counted from the end if negative, or `None` if out of range."""
    return values[index] if -len(values) <= index < len(values) else None
