# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListRetirableGrants: request, response, errors and operation."""

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
    GrantListEntry,
    ListGrantsResponse,
    list_grants_response_from_json,
)
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import PaginatedOperation
from smaws_kms._runtime.client.pagination import AsyncPages, SyncPages
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Pagination
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import int_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListRetirableGrantsRequest(BaseShape):
    """Whose retirable grants, and which page. Set exactly one of the two principals."""

    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Page size, 1 to 100; 50 when left out. A page may hold fewer grants than asked for, so go by
    `truncated`, not by the count.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to get the
    first page. Tokens are opaque.
    """
    retiring_principal: str | None = field(
        default=None,
        metadata=member("RetiringPrincipal", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$")),
    )
    """ARN of the retiring principal: an account, IAM user, IAM role, federated user or assumed-role
    user of your own account. Excludes `retiring_service_principal`.
    """
    retiring_service_principal: str | None = field(
        default=None,
        metadata=member(
            "RetiringServicePrincipal",
            Limits(
                min=1, max=128, pattern=r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"
            ),
        ),
    )
    """AWS service named as retiring principal, such as `service.amazonaws.com`. Works only for
    callers that are themselves service principals; excludes `retiring_principal`.
    """


@constructor(ListRetirableGrantsRequest)
def _new_list_retirable_grants_request(
    self: UnfrozenShape,
    limit: object = None,
    marker: object = None,
    retiring_principal: object = None,
    retiring_service_principal: object = None,
) -> None:
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)
    self.retiring_principal = (
        None if retiring_principal is None else exactly(str, retiring_principal)
    )
    self.retiring_service_principal = (
        None if retiring_service_principal is None else exactly(str, retiring_service_principal)
    )


def _list_retirable_grants_request_to_json(it: ListRetirableGrantsRequest) -> str:
    """Write a usual `ListRetirableGrantsRequest` as JSON text."""
    if type(it) is not ListRetirableGrantsRequest:
        raise Unusual
    json = ""
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    if it.retiring_principal is not None:
        json += ',"RetiringPrincipal":' + str_json(it.retiring_principal, 1)
    if it.retiring_service_principal is not None:
        json += ',"RetiringServicePrincipal":' + str_json(it.retiring_service_principal, 1)
    return "{" + json[1:] + "}"


ListRetirableGrantsError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | InvalidMarkerException
    | KMSInternalException
    | NotFoundException
    | CommonError
)
"""Errors that `ListRetirableGrants` can return."""

ListRetirableGrants: Final[
    PaginatedOperation[ListRetirableGrantsRequest, ListGrantsResponse, ListRetirableGrantsError]
] = PaginatedOperation(
    name="ListRetirableGrants",
    service=SERVICE,
    input=ListRetirableGrantsRequest,
    output=ListGrantsResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        InvalidMarkerException,
        KMSInternalException,
        NotFoundException,
    ),
    to_json=_list_retirable_grants_request_to_json,
    from_json=list_grants_response_from_json,
    pagination=Pagination(input_token="marker", output_token=("next_marker",), items=("grants",)),
)
"""Lists the grants that a given principal may retire, across KMS keys and accounts."""


async def list_retirable_grants(
    self: AsyncClient,
    *,
    limit: int | None = None,
    marker: str | None = None,
    retiring_principal: str | None = None,
    retiring_service_principal: str | None = None,
) -> Result[ListGrantsResponse, ListRetirableGrantsError]:
    """Lists the grants that a given principal may retire, across KMS keys and accounts.

    Searches one Region by the retiring principal recorded in each grant; `ListGrants` searches by
    KMS key instead. Grants found here can be deleted with `RetireGrant`, using the key ARN and
    grant ID of the entry.

    Grants that the principal could retire for another reason (as grantee with the `RetireGrant`
    operation, or as the account that created the grant) are not listed. A grant created in the last
    few minutes may still be missing.

    Permission: `kms:ListRetirableGrants` in an IAM policy of the caller's account; the resource it
    is checked against is the retiring principal, not a KMS key.
    Across accounts: yes, for the results; they include grants on KMS keys of other accounts, while
    the retiring principal must belong to the caller's account.

    Args:
        limit: Page size, 1 to 100; 50 when left out. A page may hold fewer grants than asked for,
            so go by `truncated`, not by the count.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.
        retiring_principal: ARN of the retiring principal: an account, IAM user, IAM role, federated
            user or assumed-role user of your own account. Excludes `retiring_service_principal`.
        retiring_service_principal: AWS service named as retiring principal, such as
            `service.amazonaws.com`. Works only for callers that are themselves service principals;
            excludes `retiring_principal`.

    Returns:
        `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`, `NotFoundException`
        or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html
    """
    return await ListRetirableGrants.request(
        self,
        _new_list_retirable_grants_request(
            limit, marker, retiring_principal, retiring_service_principal
        ),
    )


def list_retirable_grants_sync(
    self: SyncClient,
    *,
    limit: int | None = None,
    marker: str | None = None,
    retiring_principal: str | None = None,
    retiring_service_principal: str | None = None,
) -> Result[ListGrantsResponse, ListRetirableGrantsError]:
    """Lists the grants that a given principal may retire, across KMS keys and accounts.

    Searches one Region by the retiring principal recorded in each grant; `ListGrants` searches by
    KMS key instead. Grants found here can be deleted with `RetireGrant`, using the key ARN and
    grant ID of the entry.

    Grants that the principal could retire for another reason (as grantee with the `RetireGrant`
    operation, or as the account that created the grant) are not listed. A grant created in the last
    few minutes may still be missing.

    Permission: `kms:ListRetirableGrants` in an IAM policy of the caller's account; the resource it
    is checked against is the retiring principal, not a KMS key.
    Across accounts: yes, for the results; they include grants on KMS keys of other accounts, while
    the retiring principal must belong to the caller's account.

    Args:
        limit: Page size, 1 to 100; 50 when left out. A page may hold fewer grants than asked for,
            so go by `truncated`, not by the count.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.
        retiring_principal: ARN of the retiring principal: an account, IAM user, IAM role, federated
            user or assumed-role user of your own account. Excludes `retiring_service_principal`.
        retiring_service_principal: AWS service named as retiring principal, such as
            `service.amazonaws.com`. Works only for callers that are themselves service principals;
            excludes `retiring_principal`.

    Returns:
        `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `InvalidMarkerException`, `KMSInternalException`, `NotFoundException`
        or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListRetirableGrants.html
    """
    return ListRetirableGrants.request_sync(
        self,
        _new_list_retirable_grants_request(
            limit, marker, retiring_principal, retiring_service_principal
        ),
    )


class ListRetirableGrantsPages(
    AsyncPages[ListGrantsResponse, ListRetirableGrantsError, GrantListEntry]
):
    """`ListRetirableGrants` on an async client: one call, all pages, or all items."""

    async def __call__(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        retiring_principal: str | None = None,
        retiring_service_principal: str | None = None,
    ) -> Result[ListGrantsResponse, ListRetirableGrantsError]:
        return await list_retirable_grants(
            self.client,
            limit=limit,
            marker=marker,
            retiring_principal=retiring_principal,
            retiring_service_principal=retiring_service_principal,
        )

    def pages(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        retiring_principal: str | None = None,
        retiring_service_principal: str | None = None,
    ) -> AsyncIterator[Result[ListGrantsResponse, ListRetirableGrantsError]]:
        return self.walk_pages(
            ListRetirableGrants,
            _new_list_retirable_grants_request(
                limit, marker, retiring_principal, retiring_service_principal
            ),
        )

    def items(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        retiring_principal: str | None = None,
        retiring_service_principal: str | None = None,
    ) -> AsyncIterator[GrantListEntry]:
        return self.walk_items(
            ListRetirableGrants,
            _new_list_retirable_grants_request(
                limit, marker, retiring_principal, retiring_service_principal
            ),
        )


class ListRetirableGrantsPagesSync(
    SyncPages[ListGrantsResponse, ListRetirableGrantsError, GrantListEntry]
):
    """`ListRetirableGrants` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        retiring_principal: str | None = None,
        retiring_service_principal: str | None = None,
    ) -> Result[ListGrantsResponse, ListRetirableGrantsError]:
        return list_retirable_grants_sync(
            self.client,
            limit=limit,
            marker=marker,
            retiring_principal=retiring_principal,
            retiring_service_principal=retiring_service_principal,
        )

    def pages(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        retiring_principal: str | None = None,
        retiring_service_principal: str | None = None,
    ) -> Iterator[Result[ListGrantsResponse, ListRetirableGrantsError]]:
        return self.walk_pages(
            ListRetirableGrants,
            _new_list_retirable_grants_request(
                limit, marker, retiring_principal, retiring_service_principal
            ),
        )

    def items(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        retiring_principal: str | None = None,
        retiring_service_principal: str | None = None,
    ) -> Iterator[GrantListEntry]:
        return self.walk_items(
            ListRetirableGrants,
            _new_list_retirable_grants_request(
                limit, marker, retiring_principal, retiring_service_principal
            ),
        )


publish(globals(), "smaws_kms")
