# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListGrants: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    InvalidGrantIdException,
    InvalidMarkerException,
    KMSInternalException,
    KMSInvalidStateException,
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
class ListGrantsRequest(BaseShape):
    """The KMS key, optional filters, and paging."""

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
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are not accepted.
    """
    grant_id: str | None = field(default=None, metadata=member("GrantId", Limits(min=1, max=128)))
    """Only the grant of this ID, as returned by `CreateGrant`."""
    grantee_principal: str | None = field(
        default=None,
        metadata=member("GranteePrincipal", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$")),
    )
    """Only grants to this principal, as a rule an ARN. Not together with
    `grantee_service_principal`.
    """
    grantee_service_principal: str | None = field(
        default=None,
        metadata=member(
            "GranteeServicePrincipal",
            Limits(
                min=1, max=128, pattern=r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"
            ),
        ),
    )
    """Only grants to this AWS service, such as `example.amazonaws.com`. Usable by AWS services
    alone; ordinary callers leave it out. Not together with `grantee_principal`.
    """


@constructor(ListGrantsRequest)
def _new_list_grants_request(
    self: UnfrozenShape,
    limit: object = None,
    marker: object = None,
    key_id: object = None,
    grant_id: object = None,
    grantee_principal: object = None,
    grantee_service_principal: object = None,
) -> None:
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)
    self.key_id = exactly(str, key_id)
    self.grant_id = None if grant_id is None else exactly(str, grant_id)
    self.grantee_principal = None if grantee_principal is None else exactly(str, grantee_principal)
    self.grantee_service_principal = (
        None if grantee_service_principal is None else exactly(str, grantee_service_principal)
    )


def _list_grants_request_to_json(it: ListGrantsRequest) -> str:
    """Write a usual `ListGrantsRequest` as JSON text."""
    if type(it) is not ListGrantsRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    if it.grant_id is not None:
        json += ',"GrantId":' + str_json(it.grant_id, 1)
    if it.grantee_principal is not None:
        json += ',"GranteePrincipal":' + str_json(it.grantee_principal, 1)
    if it.grantee_service_principal is not None:
        json += ',"GranteeServicePrincipal":' + str_json(it.grantee_service_principal, 1)
    return json + "}"


ListGrantsError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | InvalidGrantIdException
    | InvalidMarkerException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `ListGrants` can return."""

ListGrants: Final[PaginatedOperation[ListGrantsRequest, ListGrantsResponse, ListGrantsError]] = (
    PaginatedOperation(
        name="ListGrants",
        service=SERVICE,
        input=ListGrantsRequest,
        output=ListGrantsResponse,
        errors=(
            DependencyTimeoutException,
            InvalidArnException,
            InvalidGrantIdException,
            InvalidMarkerException,
            KMSInternalException,
            KMSInvalidStateException,
            NotFoundException,
        ),
        to_json=_list_grants_request_to_json,
        from_json=list_grants_response_from_json,
        pagination=Pagination(
            input_token="marker", output_token=("next_marker",), items=("grants",)
        ),
    )
)
"""Lists the grants on a KMS key."""


async def list_grants(
    self: AsyncClient,
    *,
    key_id: str,
    limit: int | None = None,
    marker: str | None = None,
    grant_id: str | None = None,
    grantee_principal: str | None = None,
    grantee_service_principal: str | None = None,
) -> Result[ListGrantsResponse, ListGrantsError]:
    """Lists the grants on a KMS key.

    Eventually consistent: a grant just created may be missing, and one just retired or revoked may
    linger. To find the grants that a principal may retire, across keys, use `ListRetirableGrants`.

    Grants made for an AWS service can look different from what was requested: `grantee_principal`
    may hold a service principal that stands for several users or roles. So match grants by
    `grant_id`, not by principal.

    Permission: `kms:ListGrants` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are not
            accepted.
        limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.
        grant_id: Only the grant of this ID, as returned by `CreateGrant`.
        grantee_principal: Only grants to this principal, as a rule an ARN. Not together with
            `grantee_service_principal`.
        grantee_service_principal: Only grants to this AWS service, such as `example.amazonaws.com`.
            Usable by AWS services alone; ordinary callers leave it out. Not together with
            `grantee_principal`.

    Returns:
        `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `InvalidGrantIdException`, `InvalidMarkerException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
    """
    return await ListGrants.request(
        self,
        _new_list_grants_request(
            limit, marker, key_id, grant_id, grantee_principal, grantee_service_principal
        ),
    )


def list_grants_sync(
    self: SyncClient,
    *,
    key_id: str,
    limit: int | None = None,
    marker: str | None = None,
    grant_id: str | None = None,
    grantee_principal: str | None = None,
    grantee_service_principal: str | None = None,
) -> Result[ListGrantsResponse, ListGrantsError]:
    """Lists the grants on a KMS key.

    Eventually consistent: a grant just created may be missing, and one just retired or revoked may
    linger. To find the grants that a principal may retire, across keys, use `ListRetirableGrants`.

    Grants made for an AWS service can look different from what was requested: `grantee_principal`
    may hold a service principal that stands for several users or roles. So match grants by
    `grant_id`, not by principal.

    Permission: `kms:ListGrants` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are not
            accepted.
        limit: Largest number of entries in one page, 1 to 100. Default: 50. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.
        grant_id: Only the grant of this ID, as returned by `CreateGrant`.
        grantee_principal: Only grants to this principal, as a rule an ARN. Not together with
            `grantee_service_principal`.
        grantee_service_principal: Only grants to this AWS service, such as `example.amazonaws.com`.
            Usable by AWS services alone; ordinary callers leave it out. Not together with
            `grantee_principal`.

    Returns:
        `Ok` with the `ListGrantsResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `InvalidGrantIdException`, `InvalidMarkerException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html
    """
    return ListGrants.request_sync(
        self,
        _new_list_grants_request(
            limit, marker, key_id, grant_id, grantee_principal, grantee_service_principal
        ),
    )


class ListGrantsPages(AsyncPages[ListGrantsResponse, ListGrantsError, GrantListEntry]):
    """`ListGrants` on an async client: one call, all pages, or all items."""

    async def __call__(
        self,
        *,
        key_id: str,
        limit: int | None = None,
        marker: str | None = None,
        grant_id: str | None = None,
        grantee_principal: str | None = None,
        grantee_service_principal: str | None = None,
    ) -> Result[ListGrantsResponse, ListGrantsError]:
        return await list_grants(
            self.client,
            limit=limit,
            marker=marker,
            key_id=key_id,
            grant_id=grant_id,
            grantee_principal=grantee_principal,
            grantee_service_principal=grantee_service_principal,
        )

    def pages(
        self,
        *,
        key_id: str,
        limit: int | None = None,
        marker: str | None = None,
        grant_id: str | None = None,
        grantee_principal: str | None = None,
        grantee_service_principal: str | None = None,
    ) -> AsyncIterator[Result[ListGrantsResponse, ListGrantsError]]:
        return self.walk_pages(
            ListGrants,
            _new_list_grants_request(
                limit, marker, key_id, grant_id, grantee_principal, grantee_service_principal
            ),
        )

    def items(
        self,
        *,
        key_id: str,
        limit: int | None = None,
        marker: str | None = None,
        grant_id: str | None = None,
        grantee_principal: str | None = None,
        grantee_service_principal: str | None = None,
    ) -> AsyncIterator[GrantListEntry]:
        return self.walk_items(
            ListGrants,
            _new_list_grants_request(
                limit, marker, key_id, grant_id, grantee_principal, grantee_service_principal
            ),
        )


class ListGrantsPagesSync(SyncPages[ListGrantsResponse, ListGrantsError, GrantListEntry]):
    """`ListGrants` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self,
        *,
        key_id: str,
        limit: int | None = None,
        marker: str | None = None,
        grant_id: str | None = None,
        grantee_principal: str | None = None,
        grantee_service_principal: str | None = None,
    ) -> Result[ListGrantsResponse, ListGrantsError]:
        return list_grants_sync(
            self.client,
            limit=limit,
            marker=marker,
            key_id=key_id,
            grant_id=grant_id,
            grantee_principal=grantee_principal,
            grantee_service_principal=grantee_service_principal,
        )

    def pages(
        self,
        *,
        key_id: str,
        limit: int | None = None,
        marker: str | None = None,
        grant_id: str | None = None,
        grantee_principal: str | None = None,
        grantee_service_principal: str | None = None,
    ) -> Iterator[Result[ListGrantsResponse, ListGrantsError]]:
        return self.walk_pages(
            ListGrants,
            _new_list_grants_request(
                limit, marker, key_id, grant_id, grantee_principal, grantee_service_principal
            ),
        )

    def items(
        self,
        *,
        key_id: str,
        limit: int | None = None,
        marker: str | None = None,
        grant_id: str | None = None,
        grantee_principal: str | None = None,
        grantee_service_principal: str | None = None,
    ) -> Iterator[GrantListEntry]:
        return self.walk_items(
            ListGrants,
            _new_list_grants_request(
                limit, marker, key_id, grant_id, grantee_principal, grantee_service_principal
            ),
        )


publish(globals(), "smaws_kms")
