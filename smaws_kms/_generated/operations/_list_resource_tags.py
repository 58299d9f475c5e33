# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListResourceTags: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    InvalidArnException,
    InvalidMarkerException,
    KMSInternalException,
    NotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import Tag, tag_from_json, to_tag_tuple
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination import AsyncPages, SyncPages
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import int_json, str_json
from smaws_kms._runtime.serde.json_values import bool_value, list_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListResourceTagsRequest(BaseShape):
    """Which KMS key, and which page of its tags."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN; aliases are not accepted."""
    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Page size, 1 to 50; 50 when left out. A page may hold fewer tags than asked for, so go by
    `truncated`, not by the count.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to get the
    first page. Tokens are opaque.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListResourceTagsResponse(BaseShape):
    """One page of tags."""

    tags: tuple[Tag, ...] = field(default=(), converter=to_tag_tuple, metadata=member("Tags"))
    """The tags of this page; empty for a KMS key without tags. Keys are unique on a KMS key and
    case-sensitive, values may be empty strings.
    """
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@constructor(ListResourceTagsRequest)
def _new_list_resource_tags_request(
    self: UnfrozenShape, key_id: object = None, limit: object = None, marker: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)


def _list_resource_tags_request_to_json(it: ListResourceTagsRequest) -> str:
    """Write a usual `ListResourceTagsRequest` as JSON text."""
    if type(it) is not ListResourceTagsRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    return json + "}"


@decoder(ListResourceTagsResponse)
def _list_resource_tags_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ListResourceTagsResponse` from its JSON object."""
    value = data.get("Tags")
    shape.tags = () if value is None else tuple([tag_from_json(item) for item in list_value(value)])
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


ListResourceTagsError: TypeAlias = (
    InvalidArnException
    | InvalidMarkerException
    | KMSInternalException
    | NotFoundException
    | CommonError
)
"""Errors that `ListResourceTags` can return."""

ListResourceTags: Final[
    PaginatedOperation[ListResourceTagsRequest, ListResourceTagsResponse, ListResourceTagsError]
] = PaginatedOperation(
    name="ListResourceTags",
    service=SERVICE,
    input=ListResourceTagsRequest,
    output=ListResourceTagsResponse,
    errors=(InvalidArnException, InvalidMarkerException, KMSInternalException, NotFoundException),
    to_json=_list_resource_tags_request_to_json,
    from_json=_list_resource_tags_response_from_json,
    pagination=Pagination(input_token="marker", output_token=("next_marker",), items=("tags",)),
)
"""Lists the tags of a KMS key, one page at a time."""


async def list_resource_tags(
    self: AsyncClient, *, key_id: str, limit: int | None = None, marker: str | None = None
) -> Result[ListResourceTagsResponse, ListResourceTagsError]:
    """Lists the tags of a KMS key, one page at a time.

    A KMS key carries few tags (AWS allows 50), so the default page of 50 normally holds all of
    them; follow `next_marker` all the same.

    Tags can decide authorization (`aws:ResourceTag` in policies). A recent change may be listed
    here some minutes before it counts for access.

    Permission: `kms:ListResourceTags` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted.
        limit: Page size, 1 to 50; 50 when left out. A page may hold fewer tags than asked for, so
            go by `truncated`, not by the count.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListResourceTagsResponse`, or `Err` with `InvalidArnException`,
        `InvalidMarkerException`, `KMSInternalException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html
    """
    return await ListResourceTags.request(
        self, _new_list_resource_tags_request(key_id, limit, marker)
    )


def list_resource_tags_sync(
    self: SyncClient, *, key_id: str, limit: int | None = None, marker: str | None = None
) -> Result[ListResourceTagsResponse, ListResourceTagsError]:
    """Lists the tags of a KMS key, one page at a time.

    A KMS key carries few tags (AWS allows 50), so the default page of 50 normally holds all of
    them; follow `next_marker` all the same.

    Tags can decide authorization (`aws:ResourceTag` in policies). A recent change may be listed
    here some minutes before it counts for access.

    Permission: `kms:ListResourceTags` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted.
        limit: Page size, 1 to 50; 50 when left out. A page may hold fewer tags than asked for, so
            go by `truncated`, not by the count.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListResourceTagsResponse`, or `Err` with `InvalidArnException`,
        `InvalidMarkerException`, `KMSInternalException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html
    """
    return ListResourceTags.request_sync(
        self, _new_list_resource_tags_request(key_id, limit, marker)
    )


class ListResourceTagsPages(AsyncPages[ListResourceTagsResponse, ListResourceTagsError, Tag]):
    """`ListResourceTags` on an async client: one call, all pages, or all items."""

    async def __call__(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Result[ListResourceTagsResponse, ListResourceTagsError]:
        return await list_resource_tags(self.client, key_id=key_id, limit=limit, marker=marker)

    def pages(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> AsyncIterator[Result[ListResourceTagsResponse, ListResourceTagsError]]:
        return self.walk_pages(
            ListResourceTags, _new_list_resource_tags_request(key_id, limit, marker)
        )

    def items(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> AsyncIterator[Tag]:
        return self.walk_items(
            ListResourceTags, _new_list_resource_tags_request(key_id, limit, marker)
        )


class ListResourceTagsPagesSync(SyncPages[ListResourceTagsResponse, ListResourceTagsError, Tag]):
    """`ListResourceTags` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Result[ListResourceTagsResponse, ListResourceTagsError]:
        return list_resource_tags_sync(self.client, key_id=key_id, limit=limit, marker=marker)

    def pages(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Iterator[Result[ListResourceTagsResponse, ListResourceTagsError]]:
        return self.walk_pages(
            ListResourceTags, _new_list_resource_tags_request(key_id, limit, marker)
        )

    def items(
        self, *, key_id: str, limit: int | None = None, marker: str | None = None
    ) -> Iterator[Tag]:
        return self.walk_items(
            ListResourceTags, _new_list_resource_tags_request(key_id, limit, marker)
        )


publish(globals(), "smaws_kms")
