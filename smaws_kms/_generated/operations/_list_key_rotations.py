# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ListKeyRotations: request, response, errors and operation."""

from collections.abc import AsyncIterator, Iterator
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import IncludeKeyMaterial
from smaws_kms._generated.errors import (
    InvalidArnException,
    InvalidMarkerException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    RotationsListEntry,
    rotations_list_entry_from_json,
    to_rotations_list_entry_tuple,
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
from smaws_kms._runtime.serde.json_text import enum_json, int_json, str_json
from smaws_kms._runtime.serde.json_values import bool_value, list_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListKeyRotationsRequest(BaseShape):
    """The KMS key, what to include, and paging."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN. Aliases are not accepted."""
    include_key_material: IncludeKeyMaterial | UnknownValue | None = field(
        default=None, metadata=member("IncludeKeyMaterial")
    )
    """`ROTATIONS_ONLY` for materials that a rotation put in place, `ALL_KEY_MATERIAL` to add the
    first one and imported ones waiting for their rotation. Only for keys that can rotate. Default:
    `ROTATIONS_ONLY`.
    """
    limit: int | None = field(default=None, metadata=member("Limit", Limits(min=1, max=1000)))
    """Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send fewer while
    more exist, so go by `truncated`.
    """
    marker: str | None = field(
        default=None,
        metadata=member("Marker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to get the
    first page. Tokens are opaque.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ListKeyRotationsResponse(BaseShape):
    """One page of rotations or key materials."""

    rotations: tuple[RotationsListEntry, ...] = field(
        default=(), converter=to_rotations_list_entry_tuple, metadata=member("Rotations")
    )
    """One entry per key material. `rotation_date` and `rotation_type` are None for the first
    material and for those awaiting rotation, which only `ALL_KEY_MATERIAL` brings in.
    """
    next_marker: str | None = field(
        default=None,
        metadata=member("NextMarker", Limits(min=1, max=1024, pattern=r"^[\u0020-\u00FF]*$")),
    )
    """Opaque token to send as `marker` for the page that follows. None on the last page."""
    truncated: bool = field(default=False, metadata=member("Truncated"))
    """True if further entries exist; `next_marker` then leads to them. False on the last page."""


@constructor(ListKeyRotationsRequest)
def _new_list_key_rotations_request(
    self: UnfrozenShape,
    key_id: object = None,
    include_key_material: object = None,
    limit: object = None,
    marker: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.include_key_material = (
        None if include_key_material is None else exactly(IncludeKeyMaterial, include_key_material)
    )
    self.limit = None if limit is None else exactly(int, limit)
    self.marker = None if marker is None else exactly(str, marker)


def _list_key_rotations_request_to_json(it: ListKeyRotationsRequest) -> str:
    """Write a usual `ListKeyRotationsRequest` as JSON text."""
    if type(it) is not ListKeyRotationsRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.include_key_material is not None:
        json += ',"IncludeKeyMaterial":' + enum_json(IncludeKeyMaterial, it.include_key_material)
    if it.limit is not None:
        json += ',"Limit":' + int_json(it.limit, 1)
    if it.marker is not None:
        json += ',"Marker":' + str_json(it.marker, 1)
    return json + "}"


@decoder(ListKeyRotationsResponse)
def _list_key_rotations_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ListKeyRotationsResponse` from its JSON object."""
    value = data.get("Rotations")
    shape.rotations = (
        ()
        if value is None
        else tuple([rotations_list_entry_from_json(item) for item in list_value(value)])
    )
    shape.next_marker = value = data.get("NextMarker")
    if value is not None and type(value) is not str:
        raise Unusual
    value = data.get("Truncated")
    shape.truncated = False if value is None else bool_value(value)


ListKeyRotationsError: TypeAlias = (
    InvalidArnException
    | InvalidMarkerException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `ListKeyRotations` can return."""

ListKeyRotations: Final[
    PaginatedOperation[ListKeyRotationsRequest, ListKeyRotationsResponse, ListKeyRotationsError]
] = PaginatedOperation(
    name="ListKeyRotations",
    service=SERVICE,
    input=ListKeyRotationsRequest,
    output=ListKeyRotationsResponse,
    errors=(
        InvalidArnException,
        InvalidMarkerException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_list_key_rotations_request_to_json,
    from_json=_list_key_rotations_response_from_json,
    pagination=Pagination(
        input_token="marker", output_token=("next_marker",), items=("rotations",)
    ),
)
"""Lists the completed rotations of a KMS key, or all of its key materials."""


async def list_key_rotations(
    self: AsyncClient,
    *,
    key_id: str,
    include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
    limit: int | None = None,
    marker: str | None = None,
) -> Result[ListKeyRotationsResponse, ListKeyRotationsError]:
    """Lists the completed rotations of a KMS key, or all of its key materials.

    A rotation under way is not listed; see `on_demand_rotation_start_date` of
    `GetKeyRotationStatus`. By default the material that the key started with is left out as well,
    as no rotation created it.

    For keys with imported material, set `include_key_material` to `ALL_KEY_MATERIAL` to see each
    material's ID, expiry and whether it is imported at present. That tells what must be imported
    again before the key works.

    Permission: `kms:ListKeyRotations` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
        include_key_material: `ROTATIONS_ONLY` for materials that a rotation put in place,
            `ALL_KEY_MATERIAL` to add the first one and imported ones waiting for their rotation.
            Only for keys that can rotate. Default: `ROTATIONS_ONLY`.
        limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListKeyRotationsResponse`, or `Err` with `InvalidArnException`,
        `InvalidMarkerException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html
    """
    return await ListKeyRotations.request(
        self, _new_list_key_rotations_request(key_id, include_key_material, limit, marker)
    )


def list_key_rotations_sync(
    self: SyncClient,
    *,
    key_id: str,
    include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
    limit: int | None = None,
    marker: str | None = None,
) -> Result[ListKeyRotationsResponse, ListKeyRotationsError]:
    """Lists the completed rotations of a KMS key, or all of its key materials.

    A rotation under way is not listed; see `on_demand_rotation_start_date` of
    `GetKeyRotationStatus`. By default the material that the key started with is left out as well,
    as no rotation created it.

    For keys with imported material, set `include_key_material` to `ALL_KEY_MATERIAL` to see each
    material's ID, expiry and whether it is imported at present. That tells what must be imported
    again before the key works.

    Permission: `kms:ListKeyRotations` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
        include_key_material: `ROTATIONS_ONLY` for materials that a rotation put in place,
            `ALL_KEY_MATERIAL` to add the first one and imported ones waiting for their rotation.
            Only for keys that can rotate. Default: `ROTATIONS_ONLY`.
        limit: Largest number of entries in one page, 1 to 1,000. Default: 100. KMS may send fewer
            while more exist, so go by `truncated`.
        marker: Where to resume: the `next_marker` of the preceding page, unchanged. Leave out to
            get the first page. Tokens are opaque.

    Returns:
        `Ok` with the `ListKeyRotationsResponse`, or `Err` with `InvalidArnException`,
        `InvalidMarkerException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyRotations.html
    """
    return ListKeyRotations.request_sync(
        self, _new_list_key_rotations_request(key_id, include_key_material, limit, marker)
    )


class ListKeyRotationsPages(
    AsyncPages[ListKeyRotationsResponse, ListKeyRotationsError, RotationsListEntry]
):
    """`ListKeyRotations` on an async client: one call, all pages, or all items."""

    async def __call__(
        self,
        *,
        key_id: str,
        include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Result[ListKeyRotationsResponse, ListKeyRotationsError]:
        return await list_key_rotations(
            self.client,
            key_id=key_id,
            include_key_material=include_key_material,
            limit=limit,
            marker=marker,
        )

    def pages(
        self,
        *,
        key_id: str,
        include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> AsyncIterator[Result[ListKeyRotationsResponse, ListKeyRotationsError]]:
        return self.walk_pages(
            ListKeyRotations,
            _new_list_key_rotations_request(key_id, include_key_material, limit, marker),
        )

    def items(
        self,
        *,
        key_id: str,
        include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> AsyncIterator[RotationsListEntry]:
        return self.walk_items(
            ListKeyRotations,
            _new_list_key_rotations_request(key_id, include_key_material, limit, marker),
        )


class ListKeyRotationsPagesSync(
    SyncPages[ListKeyRotationsResponse, ListKeyRotationsError, RotationsListEntry]
):
    """`ListKeyRotations` on a blocking client: one call, all pages, or all items."""

    def __call__(
        self,
        *,
        key_id: str,
        include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Result[ListKeyRotationsResponse, ListKeyRotationsError]:
        return list_key_rotations_sync(
            self.client,
            key_id=key_id,
            include_key_material=include_key_material,
            limit=limit,
            marker=marker,
        )

    def pages(
        self,
        *,
        key_id: str,
        include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Iterator[Result[ListKeyRotationsResponse, ListKeyRotationsError]]:
        return self.walk_pages(
            ListKeyRotations,
            _new_list_key_rotations_request(key_id, include_key_material, limit, marker),
        )

    def items(
        self,
        *,
        key_id: str,
        include_key_material: IncludeKeyMaterial | UnknownValue | None = None,
        limit: int | None = None,
        marker: str | None = None,
    ) -> Iterator[RotationsListEntry]:
        return self.walk_items(
            ListKeyRotations,
            _new_list_key_rotations_request(key_id, include_key_material, limit, marker),
        )


publish(globals(), "smaws_kms")
