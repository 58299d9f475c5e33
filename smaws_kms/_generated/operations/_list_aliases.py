# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListAliases: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    InvalidMarkerException,
    KMSInternalException,
    NotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    AliasListEntry,
    alias_list_entry_from_json,
    to_alias_list_entry_tuple,
)
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
class ListAliasesRequest(BaseShape):
    """Optional filter by KMS key, and paging."""

    key_id: str | None = field(default=None, metadata=member("KeyId", Limits(min=1, max=2048)))
    """Only aliases that point to this KMS key of your account: key ID or key ARN, no alias.
    Default: all aliases of account and Region.
    """
    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer while more
    exist, so go by `truncated`.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to get the
    first page. Tokens are opaque.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListAliasesResponse(BaseShape):
    """One page of aliases."""

    aliases: tuple[AliasListEntry, ...] = field(
        default=(), converter=to_alias_list_entry_tuple, metadata=member("Aliases")
    )
    """The aliases of this page; possibly empty."""
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@constructor(ListAliasesRequest)
def _new_list_aliases_request(
    self: UnfrozenShape, key_id: object = None, limit: object = None, marker: object = None
) -> None:
    self.key_id = None if key_id is None else exactly(str, key_id)
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)


def _list_aliases_request_to_json(it: ListAliasesRequest) -> str:
    """Write a usual `ListAliasesRequest` as JSON text."""
    if type(it) is not ListAliasesRequest:
        raise Unusual
    json = ""
    if it.key_id is not None:
        json += ',"KeyId":' + str_json(it.key_id, 1)
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    return "{" + json[1:] + "}"


@decoder(ListAliasesResponse)
def _list_aliases_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ListAliasesResponse` from its JSON object."""
    value = data.get("Aliases")
    shape.aliases = (
        ()
        if value is None
        else tuple([alias_list_entry_from_json(item) for item in list_value(value)])
    )
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


ListAliasesError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | InvalidMarkerException
    | KMSInternalException
    | NotFoundException
    | CommonError
)
"""Errors that `ListAliases` can return."""

ListAliases: Final[
    PaginatedOperation[ListAliasesRequest, ListAliasesResponse, ListAliasesError]
] = PaginatedOperation(
    name="ListAliases",
    service=SERVICE,
    input=ListAliasesRequest,
    output=ListAliasesResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        InvalidMarkerException,
        KMSInternalException,
        NotFoundException,
    ),
    to_json=_list_aliases_request_to_json,
    from_json=_list_aliases_response_from_json,
    pagination=Pagination(input_token="marker", output_token=("next_marker",), items=("aliases",)),
)
"""Lists the aliases of the account in this Region, or those of one KMS key."""


async def list_aliases(
    self: AsyncClient,
    *,
    key_id: str | None = None,
    limit: int | None = None,
    marker: str | None = None,
) -> Result[ListAliasesResponse, ListAliasesError]:
    """Lists the aliases of the account in this Region, or those of one KMS key.

    Includes the aliases of AWS managed keys (`alias/aws/...`). Some of them are reserved names
    without a target: their `target_key_id` is None. Only your own aliases use up the alias quota.

    Aliases created, moved or deleted moments ago may still show as before.

    Permission: `kms:ListAliases` in an IAM policy.
    Across accounts: no; other accounts' aliases are never listed.

    Args:
        key_id: Only aliases that point to this KMS key of your account: key ID or key ARN, no
            alias. Default: all aliases of account and Region.
        limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListAliasesResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`, `NotFoundException`
        or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html
    """
    return await ListAliases.request(self, _new_list_aliases_request(key_id, limit, marker))


def list_aliases_sync(
    self: SyncClient,
    *,
    key_id: str | None = None,
    limit: int | None = None,
    marker: str | None = None,
) -> Result[ListAliasesResponse, ListAliasesError]:
    """Lists the aliases of the account in this Region, or those of one KMS key.

    Includes the aliases of AWS managed keys (`alias/aws/...`). Some of them are reserved names
    without a target: their `target_key_id` is None. Only your own aliases use up the alias quota.

    Aliases created, moved or deleted moments ago may still show as before.

    Permission: `kms:ListAliases` in an IAM policy.
    Across accounts: no; other accounts' aliases are never listed.

    Args:
        key_id: Only aliases that point to this KMS key of your account: key ID or key ARN, no
            alias. Default: all aliases of account and Region.
        limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListAliasesResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`, `NotFoundException`
        or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListAliases.html
    """
    return ListAliases.request_sync(self, _new_list_aliases_request(key_id, limit, marker))


class ListAliasesPages(AsyncPages[ListAliasesResponse, ListAliasesError, AliasListEntry]):
    """`ListAliases` on an async client: one call, all pages, or all items."""

    async def __call__(
        self, *, key_id: str | None = None, limit: int | None = None, marker: str | None = None
    ) -> Result[ListAliasesResponse, ListAliasesError]:
        return await list_aliases(self.client, key_id=key_id, limit=limit, marker=marker)

    def pages(
        self, *, key_id: str | None = None, limit: int | None = None, marker: str | None = None
    ) -> AsyncIterator[Result[ListAliasesResponse, ListAliasesError]]:
        return self.walk_pages(ListAliases, _new_list_aliases_request(key_id, limit, marker))

    def items(
        self, *, key_id: str | None = None, limit: int | None = None, marker: str | None = None
    ) -> AsyncIterator[AliasListEntry]:
        return self.walk_items(ListAliases, _new_list_aliases_request(key_id, limit, marker))


class ListAliasesPagesSync(SyncPages[ListAliasesResponse, ListAliasesError, AliasListEntry]):
    """`ListAliases` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self, *, key_id: str | None = None, limit: int | None = None, marker: str | None = None
    ) -> Result[ListAliasesResponse, ListAliasesError]:
        return list_aliases_sync(self.client, key_id=key_id, limit=limit, marker=marker)

    def pages(
        self, *, key_id: str | None = None, limit: int | None = None, marker: str | None = None
    ) -> Iterator[Result[ListAliasesResponse, ListAliasesError]]:
        return self.walk_pages(ListAliases, _new_list_aliases_request(key_id, limit, marker))

    def items(
        self, *, key_id: str | None = None, limit: int | None = None, marker: str | None = None
    ) -> Iterator[AliasListEntry]:
        return self.walk_items(ListAliases, _new_list_aliases_request(key_id, limit, marker))


publish(globals(), "smaws_kms")
