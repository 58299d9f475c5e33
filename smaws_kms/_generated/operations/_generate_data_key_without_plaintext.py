# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GenerateDataKeyWithoutPlaintext: request, response, errors and operation."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import DataKeySpec
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DisabledException,
    DryRunOperationException,
    InvalidGrantTokenException,
    InvalidKeyUsageException,
    KeyUnavailableException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, dict_of, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes, to_optional_strings
from smaws_kms._runtime.serde.json_text import (
    bool_json,
    elements_of,
    entries_of,
    enum_json,
    int_json,
    list_json,
    map_json,
    str_json,
)
from smaws_kms._runtime.serde.json_values import bytes_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateDataKeyWithoutPlaintextRequest(BaseShape):
    """The wrapping KMS key and the length of the data key."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key that wraps the data key: key ID, key ARN, alias name (`alias/...`) or alias ARN.
    It must be enabled and of key spec `SYMMETRIC_DEFAULT`.
    """
    encryption_context: Mapping[str, str] | None = field(
        default=None, metadata=member("EncryptionContext")
    )
    """Non-secret pairs bound to the encrypted data key; `Decrypt` wants the identical pairs, letter
    case included, in any order. Shows up in CloudTrail in the clear.
    """
    key_spec: DataKeySpec | UnknownValue | None = field(default=None, metadata=member("KeySpec"))
    """`AES_256` for 32 bytes or `AES_128` for 16. Leave out when giving `number_of_bytes`. In the
    China Regions `AES_128` yields an SM4 key.
    """
    number_of_bytes: int | None = field(
        default=None, metadata=member("NumberOfBytes", Limits(min=1, max=1024))
    )
    """Length of the data key, 1 to 1,024 bytes, such as 64 for an encryption key plus a MAC key.
    Leave out when giving `key_spec`.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateDataKeyWithoutPlaintextResponse(BaseShape):
    """The new data key, encrypted."""

    ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("CiphertextBlob", Limits(min=1, max=6144))
    )
    """The data key encrypted under `key_id`, at most 6,144 bytes, and the one copy there is.
    `Decrypt` turns it into the plaintext data key.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key that wrapped the data key, also when the request used an alias."""
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Which key material of the KMS key wrapped the data key: 64 hexadecimal digits, changing with
    rotation.
    """


@constructor(GenerateDataKeyWithoutPlaintextRequest)
def _new_generate_data_key_without_plaintext_request(
    self: UnfrozenShape,
    key_id: object = None,
    encryption_context: object = None,
    key_spec: object = None,
    number_of_bytes: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.encryption_context = (
        None if encryption_context is None else dict_of(str, str, encryption_context)
    )
    self.key_spec = None if key_spec is None else exactly(DataKeySpec, key_spec)
    self.number_of_bytes = None if number_of_bytes is None else exactly(int, number_of_bytes)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _generate_data_key_without_plaintext_request_to_json(
    it: GenerateDataKeyWithoutPlaintextRequest,
) -> str:
    """Write a usual `GenerateDataKeyWithoutPlaintextRequest` as JSON text."""
    if type(it) is not GenerateDataKeyWithoutPlaintextRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.encryption_context is not None:
        json += ',"EncryptionContext":' + map_json(
            {str_json(key): str_json(item) for key, item in entries_of(it.encryption_context)}
        )
    if it.key_spec is not None:
        json += ',"KeySpec":' + enum_json(DataKeySpec, it.key_spec)
    if it.number_of_bytes is not None:
        json += ',"NumberOfBytes":' + int_json(it.number_of_bytes, 1)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(GenerateDataKeyWithoutPlaintextResponse)
def _generate_data_key_without_plaintext_response_from_json(
    shape: UnfrozenShape, data: ParsedObject
) -> None:
    """Set the members of a usual `GenerateDataKeyWithoutPlaintextResponse` from its JSON object."""
    shape.ciphertext_blob = bytes_value(data["CiphertextBlob"])
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


GenerateDataKeyWithoutPlaintextError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `GenerateDataKeyWithoutPlaintext` can return."""

GenerateDataKeyWithoutPlaintext: Final[
    Operation[
        GenerateDataKeyWithoutPlaintextRequest,
        GenerateDataKeyWithoutPlaintextResponse,
        GenerateDataKeyWithoutPlaintextError,
    ]
] = Operation(
    name="GenerateDataKeyWithoutPlaintext",
    service=SERVICE,
    input=GenerateDataKeyWithoutPlaintextRequest,
    output=GenerateDataKeyWithoutPlaintextResponse,
    errors=(
        DependencyTimeoutException,
        DisabledException,
        DryRunOperationException,
        InvalidGrantTokenException,
        InvalidKeyUsageException,
        KeyUnavailableException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_generate_data_key_without_plaintext_request_to_json,
    from_json=_generate_data_key_without_plaintext_response_from_json,
)
"""Makes a symmetric data key and returns it only encrypted under a KMS key."""


async def generate_data_key_without_plaintext(
    self: AsyncClient,
    *,
    key_id: str,
    encryption_context: Mapping[str, str] | None = None,
    key_spec: DataKeySpec | UnknownValue | None = None,
    number_of_bytes: int | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateDataKeyWithoutPlaintextResponse, GenerateDataKeyWithoutPlaintextError]:
    """Makes a symmetric data key and returns it only encrypted under a KMS key.

    `GenerateDataKey` without the plaintext. Use it where one component prepares encrypted keys and
    another one, later, does the encrypting: the first needs no `kms:Decrypt` and cannot read
    anything; the second passes `ciphertext_blob` to `Decrypt` with the same `encryption_context`.
    If you need the key immediately, `GenerateDataKey` saves the second call.

    State the length by either `key_spec` or `number_of_bytes`, not both.

    Permission: `kms:GenerateDataKeyWithoutPlaintext` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that wraps the data key: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. It must be enabled and of key spec `SYMMETRIC_DEFAULT`.
        encryption_context: Non-secret pairs bound to the encrypted data key; `Decrypt` wants the
            identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear.
        key_spec: `AES_256` for 32 bytes or `AES_128` for 16. Leave out when giving
            `number_of_bytes`. In the China Regions `AES_128` yields an SM4 key.
        number_of_bytes: Length of the data key, 1 to 1,024 bytes, such as 64 for an encryption key
            plus a MAC key. Leave out when giving `key_spec`.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `GenerateDataKeyWithoutPlaintextResponse`, or `Err` with
        `DependencyTimeoutException`, `DisabledException`, `DryRunOperationException`,
        `InvalidGrantTokenException`, `InvalidKeyUsageException`, `KeyUnavailableException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html
    """
    return await GenerateDataKeyWithoutPlaintext.request(
        self,
        _new_generate_data_key_without_plaintext_request(
            key_id, encryption_context, key_spec, number_of_bytes, grant_tokens, dry_run
        ),
    )


def generate_data_key_without_plaintext_sync(
    self: SyncClient,
    *,
    key_id: str,
    encryption_context: Mapping[str, str] | None = None,
    key_spec: DataKeySpec | UnknownValue | None = None,
    number_of_bytes: int | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateDataKeyWithoutPlaintextResponse, GenerateDataKeyWithoutPlaintextError]:
    """Makes a symmetric data key and returns it only encrypted under a KMS key.

    `GenerateDataKey` without the plaintext. Use it where one component prepares encrypted keys and
    another one, later, does the encrypting: the first needs no `kms:Decrypt` and cannot read
    anything; the second passes `ciphertext_blob` to `Decrypt` with the same `encryption_context`.
    If you need the key immediately, `GenerateDataKey` saves the second call.

    State the length by either `key_spec` or `number_of_bytes`, not both.

    Permission: `kms:GenerateDataKeyWithoutPlaintext` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that wraps the data key: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. It must be enabled and of key spec `SYMMETRIC_DEFAULT`.
        encryption_context: Non-secret pairs bound to the encrypted data key; `Decrypt` wants the
            identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear.
        key_spec: `AES_256` for 32 bytes or `AES_128` for 16. Leave out when giving
            `number_of_bytes`. In the China Regions `AES_128` yields an SM4 key.
        number_of_bytes: Length of the data key, 1 to 1,024 bytes, such as 64 for an encryption key
            plus a MAC key. Leave out when giving `key_spec`.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `GenerateDataKeyWithoutPlaintextResponse`, or `Err` with
        `DependencyTimeoutException`, `DisabledException`, `DryRunOperationException`,
        `InvalidGrantTokenException`, `InvalidKeyUsageException`, `KeyUnavailableException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html
    """
    return GenerateDataKeyWithoutPlaintext.request_sync(
        self,
        _new_generate_data_key_without_plaintext_request(
            key_id, encryption_context, key_spec, number_of_bytes, grant_tokens, dry_run
        ),
    )


publish(globals(), "smaws_kms")
