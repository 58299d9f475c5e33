# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ImportKeyMaterial: request, response, errors and operation."""

from datetime import datetime
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import ExpirationModelType, ImportType
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    ExpiredImportTokenException,
    IncorrectKeyMaterialException,
    InvalidArnException,
    InvalidCiphertextException,
    InvalidImportTokenException,
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
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes
from smaws_kms._runtime.serde.json_text import bytes_json, enum_json, epoch_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ImportKeyMaterialRequest(BaseShape):
    """The wrapped key material, its token, and how long it shall live."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN, the one given to `GetParametersForImport`. Its origin must be
    `EXTERNAL`.
    """
    import_token: bytes = field(
        converter=to_bytes, metadata=member("ImportToken", Limits(min=1, max=6144))
    )
    """The token out of the same `GetParametersForImport` response as the wrapping key. It lasts 24
    hours; later, `ExpiredImportTokenException`.
    """
    encrypted_key_material: bytes = field(
        converter=to_bytes, metadata=member("EncryptedKeyMaterial", Limits(min=1, max=6144))
    )
    """Your key material, encrypted to the wrapping key by exactly the wrapping algorithm requested
    with it. At most 6,144 bytes.
    """
    valid_to: datetime | None = field(default=None, metadata=member("ValidTo"))
    """When KMS shall delete the material (UTC), at most 365 days ahead. Required with
    `KEY_MATERIAL_EXPIRES`, which is the default, and forbidden with `KEY_MATERIAL_DOES_NOT_EXPIRE`.
    """
    expiration_model: ExpirationModelType | UnknownValue | None = field(
        default=None, metadata=member("ExpirationModel")
    )
    """Whether the material expires. Default: `KEY_MATERIAL_EXPIRES`, which makes `valid_to`
    mandatory. Give `KEY_MATERIAL_DOES_NOT_EXPIRE`, without `valid_to`, to keep it until deleted.
    """
    import_type: ImportType | UnknownValue | None = field(
        default=None, metadata=member("ImportType")
    )
    """Whether KMS has seen this material on the key before (`EXISTING_KEY_MATERIAL`) or not
    (`NEW_KEY_MATERIAL`). Default: new for the very first import, existing from then on. Symmetric
    keys only.
    """
    key_material_description: str | None = field(
        default=None,
        metadata=member(
            "KeyMaterialDescription", Limits(min=0, max=256, pattern=r"^[a-zA-Z0-9:/_\s.-]+$")
        ),
    )
    """Note to tell materials apart, up to 256 letters, digits, spaces and `:/_.-`. Without it, a
    reimport keeps the earlier note. Symmetric keys only.
    """
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Guard for a reimport: KMS refuses material whose computed ID differs from this one. 64
    hexadecimal digits, see `ListKeyRotations`. Symmetric keys only, and not with
    `NEW_KEY_MATERIAL`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ImportKeyMaterialResponse(BaseShape):
    """Where the material went, and the ID it got."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key that now holds the material."""
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """ID of the material, derived by KMS from key ID and material, so that a reimport yields the
    same. File it with your copy of the material.
    """


@constructor(ImportKeyMaterialRequest)
def _new_import_key_material_request(
    self: UnfrozenShape,
    key_id: object = None,
    import_token: object = None,
    encrypted_key_material: object = None,
    valid_to: object = None,
    expiration_model: object = None,
    import_type: object = None,
    key_material_description: object = None,
    key_material_id: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.import_token = exactly(bytes, import_token)
    self.encrypted_key_material = exactly(bytes, encrypted_key_material)
    self.valid_to = None if valid_to is None else exactly(datetime, valid_to)
    self.expiration_model = (
        None if expiration_model is None else exactly(ExpirationModelType, expiration_model)
    )
    self.import_type = None if import_type is None else exactly(ImportType, import_type)
    self.key_material_description = (
        None if key_material_description is None else exactly(str, key_material_description)
    )
    self.key_material_id = None if key_material_id is None else exactly(str, key_material_id)


def _import_key_material_request_to_json(it: ImportKeyMaterialRequest) -> str:
    """Write a usual `ImportKeyMaterialRequest` as JSON text."""
    if type(it) is not ImportKeyMaterialRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"ImportToken":' + bytes_json(it.import_token, 1)
    json += ',"EncryptedKeyMaterial":' + bytes_json(it.encrypted_key_material, 1)
    if it.valid_to is not None:
        json += ',"ValidTo":' + epoch_json(it.valid_to)
    if it.expiration_model is not None:
        json += ',"ExpirationModel":' + enum_json(ExpirationModelType, it.expiration_model)
    if it.import_type is not None:
        json += ',"ImportType":' + enum_json(ImportType, it.import_type)
    if it.key_material_description is not None:
        json += ',"KeyMaterialDescription":' + str_json(it.key_material_description)
    if it.key_material_id is not None:
        json += ',"KeyMaterialId":' + str_json(it.key_material_id, 64)
    return json + "}"


@decoder(ImportKeyMaterialResponse)
def _import_key_material_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ImportKeyMaterialResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


ImportKeyMaterialError: TypeAlias = (
    DependencyTimeoutException
    | ExpiredImportTokenException
    | IncorrectKeyMaterialException
    | InvalidArnException
    | InvalidCiphertextException
    | InvalidImportTokenException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `ImportKeyMaterial` can return."""

ImportKeyMaterial: Final[
    Operation[ImportKeyMaterialRequest, ImportKeyMaterialResponse, ImportKeyMaterialError]
] = Operation(
    name="ImportKeyMaterial",
    service=SERVICE,
    input=ImportKeyMaterialRequest,
    output=ImportKeyMaterialResponse,
    errors=(
        DependencyTimeoutException,
        ExpiredImportTokenException,
        IncorrectKeyMaterialException,
        InvalidArnException,
        InvalidCiphertextException,
        InvalidImportTokenException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_import_key_material_request_to_json,
    from_json=_import_key_material_response_from_json,
)
"""Puts your own wrapped key material into a KMS key of origin `EXTERNAL`."""


async def import_key_material(
    self: AsyncClient,
    *,
    key_id: str,
    import_token: Blob,
    encrypted_key_material: Blob,
    valid_to: datetime | None = None,
    expiration_model: ExpirationModelType | UnknownValue | None = None,
    import_type: ImportType | UnknownValue | None = None,
    key_material_description: str | None = None,
    key_material_id: str | None = None,
) -> Result[ImportKeyMaterialResponse, ImportKeyMaterialError]:
    """Puts your own wrapped key material into a KMS key of origin `EXTERNAL`.

    Second step of an import, after `GetParametersForImport`. Keep a safe copy of the material: KMS
    cannot give it back, and once it has expired or been deleted, nothing encrypted under the key is
    readable until the identical bytes are imported again. Changing the expiry also means importing
    again. If the token or the wrapping is rejected, start over with new parameters.

    Asymmetric and HMAC keys hold one material for life. A symmetric key can collect several: import
    with `import_type` `NEW_KEY_MATERIAL`, then call `RotateKeyOnDemand`. It is usable only while
    all of them are imported; `ListKeyRotations` shows which are missing.

    For multi-Region keys, import new material into the primary key first, then the same material
    into each replica as `EXISTING_KEY_MATERIAL`; the primary can be rotated only when every replica
    has it.

    Permission: `kms:ImportKeyMaterial` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN, the one given to `GetParametersForImport`. Its
            origin must be `EXTERNAL`.
        import_token: The token out of the same `GetParametersForImport` response as the wrapping
            key. It lasts 24 hours; later, `ExpiredImportTokenException`.
        encrypted_key_material: Your key material, encrypted to the wrapping key by exactly the
            wrapping algorithm requested with it. At most 6,144 bytes.
        valid_to: When KMS shall delete the material (UTC), at most 365 days ahead. Required with
            `KEY_MATERIAL_EXPIRES`, which is the default, and forbidden with
            `KEY_MATERIAL_DOES_NOT_EXPIRE`.
        expiration_model: Whether the material expires. Default: `KEY_MATERIAL_EXPIRES`, which makes
            `valid_to` mandatory. Give `KEY_MATERIAL_DOES_NOT_EXPIRE`, without `valid_to`, to keep
            it until deleted.
        import_type: Whether KMS has seen this material on the key before (`EXISTING_KEY_MATERIAL`)
            or not (`NEW_KEY_MATERIAL`). Default: new for the very first import, existing from then
            on. Symmetric keys only.
        key_material_description: Note to tell materials apart, up to 256 letters, digits, spaces
            and `:/_.-`. Without it, a reimport keeps the earlier note. Symmetric keys only.
        key_material_id: Guard for a reimport: KMS refuses material whose computed ID differs from
            this one. 64 hexadecimal digits, see `ListKeyRotations`. Symmetric keys only, and not
            with `NEW_KEY_MATERIAL`.

    Returns:
        `Ok` with the `ImportKeyMaterialResponse`, or `Err` with `DependencyTimeoutException`,
        `ExpiredImportTokenException`, `IncorrectKeyMaterialException`, `InvalidArnException`,
        `InvalidCiphertextException`, `InvalidImportTokenException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html
    """
    return await ImportKeyMaterial.request(
        self,
        _new_import_key_material_request(
            key_id,
            import_token,
            encrypted_key_material,
            valid_to,
            expiration_model,
            import_type,
            key_material_description,
            key_material_id,
        ),
    )


def import_key_material_sync(
    self: SyncClient,
    *,
    key_id: str,
    import_token: Blob,
    encrypted_key_material: Blob,
    valid_to: datetime | None = None,
    expiration_model: ExpirationModelType | UnknownValue | None = None,
    import_type: ImportType | UnknownValue | None = None,
    key_material_description: str | None = None,
    key_material_id: str | None = None,
) -> Result[ImportKeyMaterialResponse, ImportKeyMaterialError]:
    """Puts your own wrapped key material into a KMS key of origin `EXTERNAL`.

    Second step of an import, after `GetParametersForImport`. Keep a safe copy of the material: KMS
    cannot give it back, and once it has expired or been deleted, nothing encrypted under the key is
    readable until the identical bytes are imported again. Changing the expiry also means importing
    again. If the token or the wrapping is rejected, start over with new parameters.

    Asymmetric and HMAC keys hold one material for life. A symmetric key can collect several: import
    with `import_type` `NEW_KEY_MATERIAL`, then call `RotateKeyOnDemand`. It is usable only while
    all of them are imported; `ListKeyRotations` shows which are missing.

    For multi-Region keys, import new material into the primary key first, then the same material
    into each replica as `EXISTING_KEY_MATERIAL`; the primary can be rotated only when every replica
    has it.

    Permission: `kms:ImportKeyMaterial` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN, the one given to `GetParametersForImport`. Its
            origin must be `EXTERNAL`.
        import_token: The token out of the same `GetParametersForImport` response as the wrapping
            key. It lasts 24 hours; later, `ExpiredImportTokenException`.
        encrypted_key_material: Your key material, encrypted to the wrapping key by exactly the
            wrapping algorithm requested with it. At most 6,144 bytes.
        valid_to: When KMS shall delete the material (UTC), at most 365 days ahead. Required with
            `KEY_MATERIAL_EXPIRES`, which is the default, and forbidden with
            `KEY_MATERIAL_DOES_NOT_EXPIRE`.
        expiration_model: Whether the material expires. Default: `KEY_MATERIAL_EXPIRES`, which makes
            `valid_to` mandatory. Give `KEY_MATERIAL_DOES_NOT_EXPIRE`, without `valid_to`, to keep
            it until deleted.
        import_type: Whether KMS has seen this material on the key before (`EXISTING_KEY_MATERIAL`)
            or not (`NEW_KEY_MATERIAL`). Default: new for the very first import, existing from then
            on. Symmetric keys only.
        key_material_description: Note to tell materials apart, up to 256 letters, digits, spaces
            and `:/_.-`. Without it, a reimport keeps the earlier note. Symmetric keys only.
        key_material_id: Guard for a reimport: KMS refuses material whose computed ID differs from
            this one. 64 hexadecimal digits, see `ListKeyRotations`. Symmetric keys only, and not
            with `NEW_KEY_MATERIAL`.

    Returns:
        `Ok` with the `ImportKeyMaterialResponse`, or `Err` with `DependencyTimeoutException`,
        `ExpiredImportTokenException`, `IncorrectKeyMaterialException`, `InvalidArnException`,
        `InvalidCiphertextException`, `InvalidImportTokenException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html
    """
    return ImportKeyMaterial.request_sync(
        self,
        _new_import_key_material_request(
            key_id,
            import_token,
            encrypted_key_material,
            valid_to,
            expiration_model,
            import_type,
            key_material_description,
            key_material_id,
        ),
    )


publish(globals(), "smaws_kms")
