# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DescribeCustomKeyStores: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    CustomKeyStoreNotFoundException,
    InvalidMarkerException,
    KMSInternalException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    CustomKeyStoresListEntry,
    custom_key_stores_list_entry_from_json,
    to_custom_key_stores_list_entry_tuple,
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
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DescribeCustomKeyStoresRequest(BaseShape):
    """All key stores, or one of them, and which page."""

    custom_key_store_id: str | None = field(
        default=None, metadata=member("CustomKeyStoreId", Limits(min=1, max=64))
    )
    """Restricts the result to the store with this ID; not together with `custom_key_store_name`. An
    unknown ID gives `Err(CustomKeyStoreNotFoundException)`.
    """
    custom_key_store_name: str | None = field(
        default=None, metadata=member("CustomKeyStoreName", Limits(min=1, max=256))
    )
    """Restricts the result to the store of this friendly name; not together with
    `custom_key_store_id`.
    """
    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Largest number of entries in one page. KMS is free to send fewer while more exist, so let
    `truncated` decide whether to go on. Highest value and default depend on the operation.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to get the
    first page. Tokens are opaque.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DescribeCustomKeyStoresResponse(BaseShape):
    """One page of custom key stores."""

    custom_key_stores: tuple[CustomKeyStoresListEntry, ...] = field(
        default=(),
        converter=to_custom_key_stores_list_entry_tuple,
        metadata=member("CustomKeyStores"),
    )
    """The key stores on this page: settings, connection state and, after a failed attempt, the
    error code.
    """
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@constructor(DescribeCustomKeyStoresRequest)
def _new_describe_custom_key_stores_request(
    self: UnfrozenShape,
    custom_key_store_id: object = None,
    custom_key_store_name: object = None,
    limit: object = None,
    marker: object = None,
) -> None:
    self.custom_key_store_id = (
        None if custom_key_store_id is None else exactly(str, custom_key_store_id)
    )
    self.custom_key_store_name = (
        None if custom_key_store_name is None else exactly(str, custom_key_store_name)
    )
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)


def _describe_custom_key_stores_request_to_json(it: DescribeCustomKeyStoresRequest) -> str:
    """Write a usual `DescribeCustomKeyStoresRequest` as JSON text."""
    if type(it) is not DescribeCustomKeyStoresRequest:
        raise Unusual
    json = ""
    if it.custom_key_store_id is not None:
        json += ',"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    if it.custom_key_store_name is not None:
        json += ',"CustomKeyStoreName":' + str_json(it.custom_key_store_name, 1)
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    return "{" + json[1:] + "}"


@decoder(DescribeCustomKeyStoresResponse)
def _describe_custom_key_stores_response_from_json(
    shape: UnfrozenShape, data: ParsedObject
) -> None:
    """Set the members of a usual `DescribeCustomKeyStoresResponse` from its JSON object."""
    value = data.get("CustomKeyStores")
    shape.custom_key_stores = (
        ()
        if value is None
        else tuple([custom_key_stores_list_entry_from_json(item) for item in list_value(value)])
    )
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


DescribeCustomKeyStoresError: TypeAlias = (
    CustomKeyStoreNotFoundException | InvalidMarkerException | KMSInternalException | CommonError
)
"""Errors that `DescribeCustomKeyStores` can return."""

DescribeCustomKeyStores: Final[
    PaginatedOperation[
        DescribeCustomKeyStoresRequest,
        DescribeCustomKeyStoresResponse,
        DescribeCustomKeyStoresError,
    ]
] = PaginatedOperation(
    name="DescribeCustomKeyStores",
    service=SERVICE,
    input=DescribeCustomKeyStoresRequest,
    output=DescribeCustomKeyStoresResponse,
    errors=(CustomKeyStoreNotFoundException, InvalidMarkerException, KMSInternalException),
    to_json=_describe_custom_key_stores_request_to_json,
    from_json=_describe_custom_key_stores_response_from_json,
    pagination=Pagination(
        input_token="marker", output_token=("next_marker",), items=("custom_key_stores",)
    ),
)
"""Lists the custom key stores of the account and Region with their connection state."""


async def describe_custom_key_stores(
    self: AsyncClient,
    *,
    custom_key_store_id: str | None = None,
    custom_key_store_name: str | None = None,
    limit: int | None = None,
    marker: str | None = None,
) -> Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]:
    """Lists the custom key stores of the account and Region with their connection state.

    The place to watch after `ConnectCustomKeyStore`: poll until the connection state is
    `CONNECTED`, or until it is `FAILED` and the connection error code names the cause.
    `DISCONNECTED` means never connected or disconnected on purpose.

    `CONNECTED` describes the link as KMS set it up. If keys fail all the same, look at the backing
    side: active HSMs in the cluster, or a proxy and key manager within reach.

    Permission: `kms:DescribeCustomKeyStores` in an IAM policy.
    Across accounts: no; only key stores of the calling account are listed.

    Args:
        custom_key_store_id: Restricts the result to the store with this ID; not together with
            `custom_key_store_name`. An unknown ID gives `Err(CustomKeyStoreNotFoundException)`.
        custom_key_store_name: Restricts the result to the store of this friendly name; not together
            with `custom_key_store_id`.
        limit: Largest number of entries in one page. KMS is free to send fewer while more exist, so
            let `truncated` decide whether to go on. Highest value and default depend on the
            operation.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `DescribeCustomKeyStoresResponse`, or `Err` with
        `CustomKeyStoreNotFoundException`, `InvalidMarkerException`, `KMSInternalException` or one
        of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html
    """
    return await DescribeCustomKeyStores.request(
        self,
        _new_describe_custom_key_stores_request(
            custom_key_store_id, custom_key_store_name, limit, marker
        ),
    )


def describe_custom_key_stores_sync(
    self: SyncClient,
    *,
    custom_key_store_id: str | None = None,
    custom_key_store_name: str | None = None,
    limit: int | None = None,
    marker: str | None = None,
) -> Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]:
    """Lists the custom key stores of the account and Region with their connection state.

    The place to watch after `ConnectCustomKeyStore`: poll until the connection state is
    `CONNECTED`, or until it is `FAILED` and the connection error code names the cause.
    `DISCONNECTED` means never connected or disconnected on purpose.

    `CONNECTED` describes the link as KMS set it up. If keys fail all the same, look at the backing
    side: active HSMs in the cluster, or a proxy and key manager within reach.

    Permission: `kms:DescribeCustomKeyStores` in an IAM policy.
    Across accounts: no; only key stores of the calling account are listed.

    Args:
        custom_key_store_id: Restricts the result to the store with this ID; not together with
            `custom_key_store_name`. An unknown ID gives `Err(CustomKeyStoreNotFoundException)`.
        custom_key_store_name: Restricts the result to the store of this friendly name; not together
            with `custom_key_store_id`.
        limit: Largest number of entries in one page. KMS is free to send fewer while more exist, so
            let `truncated` decide whether to go on. Highest value and default depend on the
            operation.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `DescribeCustomKeyStoresResponse`, or `Err` with
        `CustomKeyStoreNotFoundException`, `InvalidMarkerException`, `KMSInternalException` or one
        of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeCustomKeyStores.html
    """
    return DescribeCustomKeyStores.request_sync(
        self,
        _new_describe_custom_key_stores_request(
            custom_key_store_id, custom_key_store_name, limit, marker
        ),
    )


class DescribeCustomKeyStoresPages(
    AsyncPages[
        DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError, CustomKeyStoresListEntry
    ]
):
    """`DescribeCustomKeyStores` on an async client: one call, all pages, or all items."""

    async def __call__(
        self,
        *,
        custom_key_store_id: str | None = None,
        custom_key_store_name: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]:
        return await describe_custom_key_stores(
            self.client,
            custom_key_store_id=custom_key_store_id,
            custom_key_store_name=custom_key_store_name,
            limit=limit,
            marker=marker,
        )

    def pages(
        self,
        *,
        custom_key_store_id: str | None = None,
        custom_key_store_name: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> AsyncIterator[Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]]:
        return self.walk_pages(
            DescribeCustomKeyStores,
            _new_describe_custom_key_stores_request(
                custom_key_store_id, custom_key_store_name, limit, marker
            ),
        )

    def items(
        self,
        *,
        custom_key_store_id: str | None = None,
        custom_key_store_name: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> AsyncIterator[CustomKeyStoresListEntry]:
        return self.walk_items(
            DescribeCustomKeyStores,
            _new_describe_custom_key_stores_request(
                custom_key_store_id, custom_key_store_name, limit, marker
            ),
        )


class DescribeCustomKeyStoresPagesSync(
    SyncPages[
        DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError, CustomKeyStoresListEntry
    ]
):
    """`DescribeCustomKeyStores` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self,
        *,
        custom_key_store_id: str | None = None,
        custom_key_store_name: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]:
        return describe_custom_key_stores_sync(
            self.client,
            custom_key_store_id=custom_key_store_id,
            custom_key_store_name=custom_key_store_name,
            limit=limit,
            marker=marker,
        )

    def pages(
        self,
        *,
        custom_key_store_id: str | None = None,
        custom_key_store_name: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Iterator[Result[DescribeCustomKeyStoresResponse, DescribeCustomKeyStoresError]]:
        return self.walk_pages(
            DescribeCustomKeyStores,
            _new_describe_custom_key_stores_request(
                custom_key_store_id, custom_key_store_name, limit, marker
            ),
        )

    def items(
        self,
        *,
        custom_key_store_id: str | None = None,
        custom_key_store_name: str | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Iterator[CustomKeyStoresListEntry]:
        return self.walk_items(
            DescribeCustomKeyStores,
            _new_describe_custom_key_stores_request(
                custom_key_store_id, custom_key_store_name, limit, marker
            ),
        )


publish(globals(), "smaws_kms")
