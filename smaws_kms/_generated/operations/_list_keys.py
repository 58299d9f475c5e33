# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListKeys: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import ResourceOwnerType
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidMarkerException,
    KMSInternalException,
)
from smaws_kms._generated.lists import to_optional_resource_owner_type_tuple
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    KeyListEntry,
    key_list_entry_from_json,
    to_key_list_entry_tuple,
)
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination import AsyncPages, SyncPages
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import elements_of, enum_json, int_json, list_json, str_json
from smaws_kms._runtime.serde.json_values import bool_value, list_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListKeysRequest(BaseShape):
    """Whose keys to list, and paging."""

    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send fewer while
    more exist, so go by `truncated`.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Keep `resource_owners`
    as it was for that page, else the result may be `Err(InvalidMarkerException)`.
    """
    resource_owners: tuple[ResourceOwnerType | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_resource_owner_type_tuple,
        metadata=member("ResourceOwners", Limits(min=1, max=2)),
    )
    """One or both of `SELF` (keys of this account) and `OTHER_ACCOUNTS_VIA_RAM` (keys shared with
    it); own keys come first, and no page mixes the two. With the latter, pages can be short or
    empty while `truncated` is True. Default: `SELF`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListKeysResponse(BaseShape):
    """One page of KMS keys."""

    keys: tuple[KeyListEntry, ...] = field(
        default=(), converter=to_key_list_entry_tuple, metadata=member("Keys")
    )
    """ID and ARN of each key of this page; possibly empty. In the ARN of a shared key stands the
    account that owns it.
    """
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@constructor(ListKeysRequest)
def _new_list_keys_request(
    self: UnfrozenShape, limit: object = None, marker: object = None, resource_owners: object = None
) -> None:
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)
    self.resource_owners = (
        None if resource_owners is None else tuple_of(ResourceOwnerType, resource_owners)
    )


def _list_keys_request_to_json(it: ListKeysRequest) -> str:
    """Write a usual `ListKeysRequest` as JSON text."""
    if type(it) is not ListKeysRequest:
        raise Unusual
    json = ""
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    if it.resource_owners is not None:
        json += ',"ResourceOwners":' + list_json(
            [enum_json(ResourceOwnerType, item) for item in elements_of(it.resource_owners, 1)]
        )
    return "{" + json[1:] + "}"


@decoder(ListKeysResponse)
def _list_keys_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ListKeysResponse` from its JSON object."""
    value = data.get("Keys")
    shape.keys = (
        ()
        if value is None
        else tuple([key_list_entry_from_json(item) for item in list_value(value)])
    )
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


ListKeysError: TypeAlias = (
    DependencyTimeoutException | InvalidMarkerException | KMSInternalException | CommonError
)
"""Errors that `ListKeys` can return."""

ListKeys: Final[PaginatedOperation[ListKeysRequest, ListKeysResponse, ListKeysError]] = (
    PaginatedOperation(
        name="ListKeys",
        service=SERVICE,
        input=ListKeysRequest,
        output=ListKeysResponse,
        errors=(DependencyTimeoutException, InvalidMarkerException, KMSInternalException),
        to_json=_list_keys_request_to_json,
        from_json=_list_keys_response_from_json,
        pagination=Pagination(input_token="marker", output_token=("next_marker",), items=("keys",)),
    )
)
"""Lists the KMS keys of the account in this Region, and on request those shared with it."""


async def list_keys(
    self: AsyncClient,
    *,
    limit: int | None = None,
    marker: str | None = None,
    resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
) -> Result[ListKeysResponse, ListKeysError]:
    """Lists the KMS keys of the account in this Region, and on request those shared with it.

    Every key is listed, whatever its state and including AWS managed keys, but only by ID and ARN;
    the rest takes a `DescribeKey` per key, so mind the request quota in large accounts. New keys
    may take a moment to appear.

    Keys that other accounts share through AWS Resource Access Manager come only with
    `resource_owners`. Being listed does not mean being usable: each operation on a shared key needs
    its own permission. A change of the share can take a while to be reflected.

    Permission: `kms:ListKeys` in an IAM policy; it covers shared keys too.
    Across accounts: no; other accounts' keys appear only if shared through AWS Resource Access
    Manager and asked for by `resource_owners`.

    Args:
        limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Keep
            `resource_owners` as it was for that page, else the result may be
            `Err(InvalidMarkerException)`.
        resource_owners: One or both of `SELF` (keys of this account) and `OTHER_ACCOUNTS_VIA_RAM`
            (keys shared with it); own keys come first, and no page mixes the two. With the latter,
            pages can be short or empty while `truncated` is True. Default: `SELF`.

    Returns:
        `Ok` with the `ListKeysResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidMarkerException`, `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
    """
    return await ListKeys.request(self, _new_list_keys_request(limit, marker, resource_owners))


def list_keys_sync(
    self: SyncClient,
    *,
    limit: int | None = None,
    marker: str | None = None,
    resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
) -> Result[ListKeysResponse, ListKeysError]:
    """Lists the KMS keys of the account in this Region, and on request those shared with it.

    Every key is listed, whatever its state and including AWS managed keys, but only by ID and ARN;
    the rest takes a `DescribeKey` per key, so mind the request quota in large accounts. New keys
    may take a moment to appear.

    Keys that other accounts share through AWS Resource Access Manager come only with
    `resource_owners`. Being listed does not mean being usable: each operation on a shared key needs
    its own permission. A change of the share can take a while to be reflected.

    Permission: `kms:ListKeys` in an IAM policy; it covers shared keys too.
    Across accounts: no; other accounts' keys appear only if shared through AWS Resource Access
    Manager and asked for by `resource_owners`.

    Args:
        limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Keep
            `resource_owners` as it was for that page, else the result may be
            `Err(InvalidMarkerException)`.
        resource_owners: One or both of `SELF` (keys of this account) and `OTHER_ACCOUNTS_VIA_RAM`
            (keys shared with it); own keys come first, and no page mixes the two. With the latter,
            pages can be short or empty while `truncated` is True. Default: `SELF`.

    Returns:
        `Ok` with the `ListKeysResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidMarkerException`, `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html
    """
    return ListKeys.request_sync(self, _new_list_keys_request(limit, marker, resource_owners))


class ListKeysPages(AsyncPages[ListKeysResponse, ListKeysError, KeyListEntry]):
    """`ListKeys` on an async client: one call, all pages, or all items."""

    async def __call__(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
    ) -> Result[ListKeysResponse, ListKeysError]:
        return await list_keys(
            self.client, limit=limit, marker=marker, resource_owners=resource_owners
        )

    def pages(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
    ) -> AsyncIterator[Result[ListKeysResponse, ListKeysError]]:
        return self.walk_pages(ListKeys, _new_list_keys_request(limit, marker, resource_owners))

    def items(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
    ) -> AsyncIterator[KeyListEntry]:
        return self.walk_items(ListKeys, _new_list_keys_request(limit, marker, resource_owners))


class ListKeysPagesSync(SyncPages[ListKeysResponse, ListKeysError, KeyListEntry]):
    """`ListKeys` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
    ) -> Result[ListKeysResponse, ListKeysError]:
        return list_keys_sync(
            self.client, limit=limit, marker=marker, resource_owners=resource_owners
        )

    def pages(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
    ) -> Iterator[Result[ListKeysResponse, ListKeysError]]:
        return self.walk_pages(ListKeys, _new_list_keys_request(limit, marker, resource_owners))

    def items(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        resource_owners: Sequence[ResourceOwnerType | UnknownValue] | None = None,
    ) -> Iterator[KeyListEntry]:
        return self.walk_items(ListKeys, _new_list_keys_request(limit, marker, resource_owners))


publish(globals(), "smaws_kms")
