# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DeleteImportedKeyMaterial: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DeleteImportedKeyMaterialRequest(BaseShape):
    """Which key loses which of its imported materials."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a KMS key with origin `EXTERNAL`. Aliases are not accepted."""
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """The material to delete (64 hex digits, from `ListKeyRotations` or `ImportKeyMaterial`). By
    default the current one.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DeleteImportedKeyMaterialResponse(BaseShape):
    """What was deleted, and from which key."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key that lost the material."""
    key_material_id: str | None = field(
        default=None, metadata=member("KeyMaterialId", Limits(min=0, max=64, pattern="^[a-f0-9]+$"))
    )
    """Tells which material went, to match it with the copy that may have to be imported again."""


@constructor(DeleteImportedKeyMaterialRequest)
def _new_delete_imported_key_material_request(
    self: UnfrozenShape, key_id: object = None, key_material_id: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.key_material_id = None if key_material_id is None else exactly(str, key_material_id)


def _delete_imported_key_material_request_to_json(it: DeleteImportedKeyMaterialRequest) -> str:
    """Write a usual `DeleteImportedKeyMaterialRequest` as JSON text."""
    if type(it) is not DeleteImportedKeyMaterialRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.key_material_id is not None:
        json += ',"KeyMaterialId":' + str_json(it.key_material_id, 64)
    return json + "}"


@decoder(DeleteImportedKeyMaterialResponse)
def _delete_imported_key_material_response_from_json(
    shape: UnfrozenShape, data: ParsedObject
) -> None:
    """Set the members of a usual `DeleteImportedKeyMaterialResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


DeleteImportedKeyMaterialError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `DeleteImportedKeyMaterial` can return."""

DeleteImportedKeyMaterial: Final[
    Operation[
        DeleteImportedKeyMaterialRequest,
        DeleteImportedKeyMaterialResponse,
        DeleteImportedKeyMaterialError,
    ]
] = Operation(
    name="DeleteImportedKeyMaterial",
    service=SERVICE,
    input=DeleteImportedKeyMaterialRequest,
    output=DeleteImportedKeyMaterialResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_delete_imported_key_material_request_to_json,
    from_json=_delete_imported_key_material_response_from_json,
)
"""Deletes imported key material, which makes the KMS key unusable."""


async def delete_imported_key_material(
    self: AsyncClient, *, key_id: str, key_material_id: str | None = None
) -> Result[DeleteImportedKeyMaterialResponse, DeleteImportedKeyMaterialError]:
    """Deletes imported key material, which makes the KMS key unusable.

    The key turns to `PendingImport` (unless it awaits deletion) and all cryptographic operations
    with it fail, even when the deleted material was one of several and not the current one.
    Importing exactly the same material again restores it, so make sure a copy exists outside KMS:
    no other material can decrypt the existing ciphertext.

    Material still waiting for its first rotation (`PENDING_ROTATION`,
    `PENDING_MULTI_REGION_IMPORT_AND_ROTATION`) is not yet part of the key, and its removal does no
    such harm; on a multi-Region primary it is removed from the replicas too. Otherwise deletion
    acts on the one Region only.

    Permission: `kms:DeleteImportedKeyMaterial` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a KMS key with origin `EXTERNAL`. Aliases are not accepted.
        key_material_id: The material to delete (64 hex digits, from `ListKeyRotations` or
            `ImportKeyMaterial`). By default the current one.

    Returns:
        `Ok` with the `DeleteImportedKeyMaterialResponse`, or `Err` with
        `DependencyTimeoutException`, `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html
    """
    return await DeleteImportedKeyMaterial.request(
        self, _new_delete_imported_key_material_request(key_id, key_material_id)
    )


def delete_imported_key_material_sync(
    self: SyncClient, *, key_id: str, key_material_id: str | None = None
) -> Result[DeleteImportedKeyMaterialResponse, DeleteImportedKeyMaterialError]:
    """Deletes imported key material, which makes the KMS key unusable.

    The key turns to `PendingImport` (unless it awaits deletion) and all cryptographic operations
    with it fail, even when the deleted material was one of several and not the current one.
    Importing exactly the same material again restores it, so make sure a copy exists outside KMS:
    no other material can decrypt the existing ciphertext.

    Material still waiting for its first rotation (`PENDING_ROTATION`,
    `PENDING_MULTI_REGION_IMPORT_AND_ROTATION`) is not yet part of the key, and its removal does no
    such harm; on a multi-Region primary it is removed from the replicas too. Otherwise deletion
    acts on the one Region only.

    Permission: `kms:DeleteImportedKeyMaterial` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a KMS key with origin `EXTERNAL`. Aliases are not accepted.
        key_material_id: The material to delete (64 hex digits, from `ListKeyRotations` or
            `ImportKeyMaterial`). By default the current one.

    Returns:
        `Ok` with the `DeleteImportedKeyMaterialResponse`, or `Err` with
        `DependencyTimeoutException`, `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteImportedKeyMaterial.html
    """
    return DeleteImportedKeyMaterial.request_sync(
        self, _new_delete_imported_key_material_request(key_id, key_material_id)
    )


publish(globals(), "smaws_kms")
