"""The functions of Smithy's endpoint rule language, each with the semantics of its standard library.

`None` is the language's "unset": a condition that yields it does not hold.
See https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html.
"""

import re
from collections.abc import Sequence
from typing import Final, TypeVar
from urllib.parse import quote, urlsplit

from attrs import frozen

from smaws_kms._runtime.support.ip import is_address

T = TypeVar("T")

_SHORTEST_BUCKET: Final = 3


@frozen(kw_only=True)
class Url:
    """The parts of a URL that rules read."""

    scheme: str
    """`http` or `https`."""
    authority: str
    """Host, with the port where one is given."""
    path: str
    """Path as given; `/` where there is none."""
    normalized_path: str
    """Path with a slash at both ends."""
    is_ip: bool
    """Whether the host is an IPv4 or IPv6 address."""


@frozen(kw_only=True)
class Arn:
    """The parts of an Amazon Resource Name."""

    partition: str
    """Name of the partition, for example `aws`."""
    service: str
    """Namespace of the service, for example `kms`."""
    region: str
    """Region; empty where the resource has none."""
    account_id: str
    """Account that owns the resource; may be empty."""
    resource_id: tuple[str, ...]
    """The rest, split at colons and slashes."""


def is_valid_host_label(value: str, *, allow_sub_domains: bool = False) -> bool:
    """Return whether the value is an RFC 1123 label or, if allowed, labels joined by dots."""
    labels = value.split(".") if allow_sub_domains else [value]
    return all(re.fullmatch("(?!-)[A-Za-z0-9-]{1,63}(?<!-)", label) for label in labels)


def is_virtual_hostable_s3_bucket(value: str, *, allow_sub_domains: bool = False) -> bool:
    """Return whether the value can be both the name of a bucket and a label of a host name."""
    labels = value.split(".") if allow_sub_domains else [value]
    return (
        value == value.lower()
        and not is_address(value)
        and all(len(label) >= _SHORTEST_BUCKET and is_valid_host_label(label) for label in labels)
    )


def coalesce(value: T | None, default: T) -> T:
    """Return the value, or the default where it is unset."""
    return default if value is None else value


def if_else(condition: bool, then: T, otherwise: T) -> T:  # noqa: FBT001  # as in the rule language
    """Return one of two values."""
    return then if condition else otherwise


def parse_url(value: str) -> Url | None:
    """Return the parts of an http(s) URL; `None` for anything else and for one with a query."""
    # urlsplit drops tabs and line breaks without a word, so what it parses is not what would be sent.
    if re.search(r"[\x00-\x20\x7f]", value):
        return None
    try:
        parts = urlsplit(value)
        _ = parts.port  # parsed on access: raises for a port that is no number
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
    """Return the parts of an ARN; `None` without six parts or without a required one."""
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
    """Return `value[start:stop]`, counted from the end if reversed; `None` unless all of it exists.

    Only for ASCII: what counts as a character elsewhere differs between languages.
    """
    if start >= stop or len(value) < stop or not value.isascii():
        return None
    if reverse:
        return value[len(value) - stop : len(value) - start]
    return value[start:stop]


def uri_encode(value: str) -> str:
    """Return the value with all but RFC 3986's unreserved characters percent-encoded."""
    return quote(value, safe="")


def split(value: str, delimiter: str, limit: int) -> tuple[str, ...]:
    """Return the pieces between delimiters, `limit` at most; a limit of 0 sets none."""
    return tuple(value.split(delimiter, limit - 1))


def item_at(values: Sequence[str], index: int) -> str | None:
    """Return one item, counted from the end if negative; `None` where there is none."""
    return values[index] if -len(values) <= index < len(values) else None
