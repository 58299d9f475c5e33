"""Notices ARNs in a request that belong to another Region or partition than the client's.

No call is refused for it: the service decides, and its error then says only that something does not
exist. Other services' ARNs, and values of maps and of sensitive members, are not looked at.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, cast

import attrs

from smaws_kms._runtime.config.settings import Settings
from smaws_kms._runtime.endpoints.partitions import partition_of
from smaws_kms._runtime.endpoints.rules_stdlib import Arn, is_valid_host_label, parse_arn
from smaws_kms._runtime.serde.fields import MEMBER, member_of

_MANY: Final = 3
"""Hints of one request that are shown."""


def arn_hints(request: object, settings: Settings, multi_region_prefix: str | None) -> list[str]:
    """Return what to say about the ARNs of a request.

    Args:
        request: An instance of the operation's input.
        settings: The client's settings.
        multi_region_prefix: How IDs of resources that exist in several Regions start.
    """
    hints: list[str] = []
    for name, text in _texts("", request):
        arn = parse_arn(text) if text.startswith("arn:") else None
        if arn is not None and arn.service == settings.signing_name:
            hints += _hint(name, arn, settings.region, multi_region_prefix)
    return list(dict.fromkeys(hints))[:_MANY]


def _hint(name: str, arn: Arn, region: str, prefix: str | None) -> Iterator[str]:
    # Both become part of an error text: let nothing through but names.
    if not (is_valid_host_label(arn.region) and is_valid_host_label(arn.partition)):
        return
    own = partition_of(region)
    if arn.region == region:
        if arn.partition != own:
            yield f"{name} is an ARN of the partition {arn.partition}, but {region} is in {own}"
        return
    other = f"{arn.region} ({arn.partition})" if arn.partition != own else arn.region
    hint = f"{name} is an ARN of {other}, this client calls {region}"
    if prefix is not None and arn.partition == own and arn.resource_id[-1].startswith(prefix):
        hint = f"{hint}, where a replica would have the same ID"
    yield hint


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    """Yield the path and the value of every text that is not secret."""
    if type(value) is str:
        yield name, value
    elif isinstance(value, tuple):
        for number, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _texts(f"{name}[{number}]", item)
    elif not isinstance(value, Mapping) and attrs.has(cls := cast("type[Any]", type(value))):
        for field in attrs.fields(cls):
            if MEMBER in field.metadata and not member_of(field).sensitive:
                path = f"{name}.{field.name}" if name else field.name
                yield from _texts(path, getattr(value, field.name, None))
