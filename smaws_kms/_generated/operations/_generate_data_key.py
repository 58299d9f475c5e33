# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GenerateDataKey: request, response, errors and operation."""

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
from smaws_kms._generated.structures import RecipientInfo, recipient_info_to_json
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.absent import WITHHELD
from smaws_kms._runtime.serde.absent_members import leave_out_withheld
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, dict_of, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import (
    Limits,
    member,
    members,
    to_bytes,
    to_optional_bytes,
    to_optional_strings,
)
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
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateDataKeyRequest(BaseShape):
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
    number_of_bytes: int | None = field(
        default=None, metadata=member("NumberOfBytes", Limits(min=1, max=1024))
    )
    """Length of the data key, 1 to 1,024 bytes, such as 64 for an encryption key plus a MAC key.
    Leave out when giving `key_spec`.
    """
    key_spec: DataKeySpec | UnknownValue | None = field(default=None, metadata=member("KeySpec"))
    """`AES_256` for 32 bytes or `AES_128` for 16. Leave out when giving `number_of_bytes`. In the
    China Regions `AES_128` yields an SM4 key.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    recipient: RecipientInfo | None = field(default=None, metadata=member("Recipient"))
    """Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS withholds the
    plaintext and instead fills `ciphertext_for_recipient`, readable only inside the attested
    environment. Leave out for an ordinary plaintext response.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateDataKeyResponse(BaseShape):
    """The new data key: in the clear for use now, encrypted for storage."""

    ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("CiphertextBlob", Limits(min=1, max=6144))
    )
    """The data key encrypted under `key_id`, at most 6,144 bytes. Store it with the data; `Decrypt`
    turns it back into the data key.
    """
    plaintext: bytes = field(
        default=WITHHELD,
        converter=to_bytes,
        metadata=member(
            "Plaintext",
            Limits(min=1, max=4096),
            sensitive=True,
            replaced_by="ciphertext_for_recipient",
        ),
    )
    """The data key, for local use. Never store it, and drop it as soon as possible. Withheld if the
    request had a `recipient`: read `ciphertext_for_recipient` then.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key that wrapped the data key, also when the request used an alias."""
    ciphertext_for_recipient: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextForRecipient", Limits(min=1, max=6144)),
    )
    """The data key as a CMS `EnvelopedData` blob encrypted to the public key in the attestation
    document; only the attested environment can open it. None unless `recipient` was given.
    """
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Which key material of the KMS key wrapped the data key: 64 hexadecimal digits, changing with
    rotation. None if the request had `recipient`.
    """

    def __attrs_post_init__(self) -> None:
        leave_out_withheld(self)


@constructor(GenerateDataKeyRequest)
def _new_generate_data_key_request(
    self: UnfrozenShape,
    key_id: object = None,
    encryption_context: object = None,
    number_of_bytes: object = None,
    key_spec: object = None,
    grant_tokens: object = None,
    recipient: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.encryption_context = (
        None if encryption_context is None else dict_of(str, str, encryption_context)
    )
    self.number_of_bytes = None if number_of_bytes is None else exactly(int, number_of_bytes)
    self.key_spec = None if key_spec is None else exactly(DataKeySpec, key_spec)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.recipient = None if recipient is None else exactly(RecipientInfo, recipient)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _generate_data_key_request_to_json(it: GenerateDataKeyRequest) -> str:
    """Write a usual `GenerateDataKeyRequest` as JSON text."""
    if type(it) is not GenerateDataKeyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.encryption_context is not None:
        json += ',"EncryptionContext":' + map_json(
            {str_json(key): str_json(item) for key, item in entries_of(it.encryption_context)}
        )
    if it.number_of_bytes is not None:
        json += ',"NumberOfBytes":' + int_json(it.number_of_bytes, 1)
    if it.key_spec is not None:
        json += ',"KeySpec":' + enum_json(DataKeySpec, it.key_spec)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.recipient is not None:
        json += ',"Recipient":' + recipient_info_to_json(it.recipient)
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(GenerateDataKeyResponse)
def _generate_data_key_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GenerateDataKeyResponse` from its JSON object."""
    shape.ciphertext_blob = bytes_value(data["CiphertextBlob"])
    value = data.get("Plaintext")
    shape.plaintext = WITHHELD if value is None else bytes_value(value)
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("CiphertextForRecipient")
    shape.ciphertext_for_recipient = None if value is None else bytes_value(value)
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


GenerateDataKeyError: TypeAlias = (
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
"""Errors that `GenerateDataKey` can return."""

GenerateDataKey: Final[
    Operation[GenerateDataKeyRequest, GenerateDataKeyResponse, GenerateDataKeyError]
] = Operation(
    name="GenerateDataKey",
    service=SERVICE,
    input=GenerateDataKeyRequest,
    output=GenerateDataKeyResponse,
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
    to_json=_generate_data_key_request_to_json,
    from_json=_generate_data_key_response_from_json,
)
"""Makes a symmetric data key, returned both in plaintext and encrypted under a KMS key."""


async def generate_data_key(
    self: AsyncClient,
    *,
    key_id: str,
    encryption_context: Mapping[str, str] | None = None,
    number_of_bytes: int | None = None,
    key_spec: DataKeySpec | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    recipient: RecipientInfo | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateDataKeyResponse, GenerateDataKeyError]:
    """Makes a symmetric data key, returned both in plaintext and encrypted under a KMS key.

    The building block of envelope encryption: encrypt your data locally with `plaintext`, drop that
    from memory, and store `ciphertext_blob` beside the data. To read the data, pass the stored blob
    to `Decrypt` with the same `encryption_context`. KMS keeps no copy, so without the stored blob
    the data is lost.

    State the length by either `key_spec` or `number_of_bytes`; both or neither is an error. Every
    call yields a new key, is billed, and counts towards the request rate shared by symmetric
    operations of the account and Region. Under load, reuse a data key for a bounded time or number
    of messages instead of asking for one per record.

    Permission: `kms:GenerateDataKey` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that wraps the data key: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. It must be enabled and of key spec `SYMMETRIC_DEFAULT`.
        encryption_context: Non-secret pairs bound to the encrypted data key; `Decrypt` wants the
            identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear.
        number_of_bytes: Length of the data key, 1 to 1,024 bytes, such as 64 for an encryption key
            plus a MAC key. Leave out when giving `key_spec`.
        key_spec: `AES_256` for 32 bytes or `AES_128` for 16. Leave out when giving
            `number_of_bytes`. In the China Regions `AES_128` yields an SM4 key.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `GenerateDataKeyResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html
    """
    return await GenerateDataKey.request(
        self,
        _new_generate_data_key_request(
            key_id, encryption_context, number_of_bytes, key_spec, grant_tokens, recipient, dry_run
        ),
    )


def generate_data_key_sync(
    self: SyncClient,
    *,
    key_id: str,
    encryption_context: Mapping[str, str] | None = None,
    number_of_bytes: int | None = None,
    key_spec: DataKeySpec | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    recipient: RecipientInfo | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateDataKeyResponse, GenerateDataKeyError]:
    """Makes a symmetric data key, returned both in plaintext and encrypted under a KMS key.

    The building block of envelope encryption: encrypt your data locally with `plaintext`, drop that
    from memory, and store `ciphertext_blob` beside the data. To read the data, pass the stored blob
    to `Decrypt` with the same `encryption_context`. KMS keeps no copy, so without the stored blob
    the data is lost.

    State the length by either `key_spec` or `number_of_bytes`; both or neither is an error. Every
    call yields a new key, is billed, and counts towards the request rate shared by symmetric
    operations of the account and Region. Under load, reuse a data key for a bounded time or number
    of messages instead of asking for one per record.

    Permission: `kms:GenerateDataKey` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that wraps the data key: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. It must be enabled and of key spec `SYMMETRIC_DEFAULT`.
        encryption_context: Non-secret pairs bound to the encrypted data key; `Decrypt` wants the
            identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear.
        number_of_bytes: Length of the data key, 1 to 1,024 bytes, such as 64 for an encryption key
            plus a MAC key. Leave out when giving `key_spec`.
        key_spec: `AES_256` for 32 bytes or `AES_128` for 16. Leave out when giving
            `number_of_bytes`. In the China Regions `AES_128` yields an SM4 key.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `GenerateDataKeyResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html
    """
    return GenerateDataKey.request_sync(
        self,
        _new_generate_data_key_request(
            key_id, encryption_context, number_of_bytes, key_spec, grant_tokens, recipient, dry_run
        ),
    )


publish(globals(), "smaws_kms")
