# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ReEncrypt: request, response, errors and operation."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import DryRunModifierType, EncryptionAlgorithmSpec
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DisabledException,
    DryRunOperationException,
    IncorrectKeyException,
    InvalidCiphertextException,
    InvalidGrantTokenException,
    InvalidKeyUsageException,
    KeyUnavailableException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
)
from smaws_kms._generated.lists import to_optional_dry_run_modifier_type_tuple
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
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
    bytes_json,
    elements_of,
    entries_of,
    enum_json,
    list_json,
    map_json,
    str_json,
)
from smaws_kms._runtime.serde.json_values import bytes_value, enum_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ReEncryptRequest(BaseShape):
    """The ciphertext, how to decrypt it, and how to encrypt it again."""

    ciphertext_blob: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextBlob", Limits(min=1, max=6144)),
    )
    """The ciphertext to convert, 1 to 6,144 bytes. May be left out only in a dry run with
    `IGNORE_CIPHERTEXT` in `dry_run_modifiers`.
    """
    source_encryption_context: Mapping[str, str] | None = field(
        default=None, metadata=member("SourceEncryptionContext")
    )
    """The encryption context the ciphertext was made with, equal in every key and value including
    case; any difference gives `InvalidCiphertextException`. Symmetric source keys only.
    """
    source_key_id: str | None = field(
        default=None, metadata=member("SourceKeyId", Limits(min=1, max=2048))
    )
    """The KMS key to decrypt with: key ID, key ARN, alias name (`alias/...`) or alias ARN. Required
    for asymmetric source keys and for a dry run with `IGNORE_CIPHERTEXT`; otherwise read from the
    ciphertext, but worth setting to pin the key.
    """
    destination_key_id: str = field(metadata=member("DestinationKeyId", Limits(min=1, max=2048)))
    """The KMS key to encrypt with: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must
    be enabled and have key usage `ENCRYPT_DECRYPT`; it may equal the source key.
    """
    destination_encryption_context: Mapping[str, str] | None = field(
        default=None, metadata=member("DestinationEncryptionContext")
    )
    """Encryption context of the new ciphertext, needed again for every `Decrypt`; none when left
    out, whatever the source had. Symmetric destination keys only. It shows up in CloudTrail in
    clear text, so keep secrets out.
    """
    source_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = field(
        default=None, metadata=member("SourceEncryptionAlgorithm")
    )
    """Algorithm the ciphertext was made with; `SYMMETRIC_DEFAULT` when left out. Required for
    asymmetric source keys.
    """
    destination_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = field(
        default=None, metadata=member("DestinationEncryptionAlgorithm")
    )
    """Algorithm for the new ciphertext; `SYMMETRIC_DEFAULT` when left out. Required for asymmetric
    destination keys, and must suit their key spec.
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
    dry_run_modifiers: tuple[DryRunModifierType | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_dry_run_modifier_type_tuple,
        metadata=member("DryRunModifiers"),
    )
    """Relaxes a dry run; without `dry_run` set to True it has no use. `IGNORE_CIPHERTEXT` checks
    permissions only, so that no real `ciphertext_blob` is needed.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ReEncryptResponse(BaseShape):
    """The new ciphertext, and the keys and algorithms used on both sides."""

    ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("CiphertextBlob", Limits(min=1, max=6144))
    )
    """The new ciphertext as raw bytes, at most 6,144. Store it in place of the old one."""
    source_key_id: str = field(
        metadata=member("SourceKeyId", Limits(min=1, max=2048), always_sent=True)
    )
    """The KMS key that decrypted the old ciphertext."""
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Key ARN of the destination KMS key, also when the request named an alias. Record it if that
    key is asymmetric.
    """
    source_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue = field(
        metadata=member("SourceEncryptionAlgorithm", always_sent=True)
    )
    """Algorithm that decrypted the old ciphertext."""
    destination_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue = field(
        metadata=member("DestinationEncryptionAlgorithm", always_sent=True)
    )
    """Algorithm of the new ciphertext. Record it if the destination key is asymmetric: `Decrypt`
    will ask for it.
    """
    source_key_material_id: str | None = field(
        default=None,
        metadata=member("SourceKeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Which key material of the source key the old ciphertext was under (64 hex digits). Set only
    for symmetric source keys; differs from the current one after a rotation.
    """
    destination_key_material_id: str | None = field(
        default=None,
        metadata=member("DestinationKeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Which key material of the destination key the new ciphertext is under (64 hex digits). Set
    only for symmetric destination keys.
    """


@constructor(ReEncryptRequest)
def _new_re_encrypt_request(
    self: UnfrozenShape,
    ciphertext_blob: object = None,
    source_encryption_context: object = None,
    source_key_id: object = None,
    destination_key_id: object = None,
    destination_encryption_context: object = None,
    source_encryption_algorithm: object = None,
    destination_encryption_algorithm: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
    dry_run_modifiers: object = None,
) -> None:
    self.ciphertext_blob = None if ciphertext_blob is None else exactly(bytes, ciphertext_blob)
    self.source_encryption_context = (
        None if source_encryption_context is None else dict_of(str, str, source_encryption_context)
    )
    self.source_key_id = None if source_key_id is None else exactly(str, source_key_id)
    self.destination_key_id = exactly(str, destination_key_id)
    self.destination_encryption_context = (
        None
        if destination_encryption_context is None
        else dict_of(str, str, destination_encryption_context)
    )
    self.source_encryption_algorithm = (
        None
        if source_encryption_algorithm is None
        else exactly(EncryptionAlgorithmSpec, source_encryption_algorithm)
    )
    self.destination_encryption_algorithm = (
        None
        if destination_encryption_algorithm is None
        else exactly(EncryptionAlgorithmSpec, destination_encryption_algorithm)
    )
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)
    self.dry_run_modifiers = (
        None if dry_run_modifiers is None else tuple_of(DryRunModifierType, dry_run_modifiers)
    )


def _re_encrypt_request_to_json(it: ReEncryptRequest) -> str:
    """Write a usual `ReEncryptRequest` as JSON text."""
    if type(it) is not ReEncryptRequest:
        raise Unusual
    json = '{"DestinationKeyId":' + str_json(it.destination_key_id, 1)
    if it.ciphertext_blob is not None:
        json += ',"CiphertextBlob":' + bytes_json(it.ciphertext_blob, 1)
    if it.source_encryption_context is not None:
        json += ',"SourceEncryptionContext":' + map_json(
            {
                str_json(key): str_json(item)
                for key, item in entries_of(it.source_encryption_context)
            }
        )
    if it.source_key_id is not None:
        json += ',"SourceKeyId":' + str_json(it.source_key_id, 1)
    if it.destination_encryption_context is not None:
        json += ',"DestinationEncryptionContext":' + map_json(
            {
                str_json(key): str_json(item)
                for key, item in entries_of(it.destination_encryption_context)
            }
        )
    if it.source_encryption_algorithm is not None:
        json += ',"SourceEncryptionAlgorithm":' + enum_json(
            EncryptionAlgorithmSpec, it.source_encryption_algorithm
        )
    if it.destination_encryption_algorithm is not None:
        json += ',"DestinationEncryptionAlgorithm":' + enum_json(
            EncryptionAlgorithmSpec, it.destination_encryption_algorithm
        )
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    if it.dry_run_modifiers is not None:
        json += ',"DryRunModifiers":' + list_json(
            [enum_json(DryRunModifierType, item) for item in elements_of(it.dry_run_modifiers)]
        )
    return json + "}"


@decoder(ReEncryptResponse)
def _re_encrypt_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ReEncryptResponse` from its JSON object."""
    shape.ciphertext_blob = bytes_value(data["CiphertextBlob"])
    shape.source_key_id = value = data["SourceKeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.source_encryption_algorithm = enum_value(
        EncryptionAlgorithmSpec, data["SourceEncryptionAlgorithm"]
    )
    shape.destination_encryption_algorithm = enum_value(
        EncryptionAlgorithmSpec, data["DestinationEncryptionAlgorithm"]
    )
    shape.source_key_material_id = value = data.get("SourceKeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual
    shape.destination_key_material_id = value = data.get("DestinationKeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


ReEncryptError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | IncorrectKeyException
    | InvalidCiphertextException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `ReEncrypt` can return."""

ReEncrypt: Final[Operation[ReEncryptRequest, ReEncryptResponse, ReEncryptError]] = Operation(
    name="ReEncrypt",
    service=SERVICE,
    input=ReEncryptRequest,
    output=ReEncryptResponse,
    errors=(
        DependencyTimeoutException,
        DisabledException,
        DryRunOperationException,
        IncorrectKeyException,
        InvalidCiphertextException,
        InvalidGrantTokenException,
        InvalidKeyUsageException,
        KeyUnavailableException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_re_encrypt_request_to_json,
    from_json=_re_encrypt_response_from_json,
)
"""Moves a ciphertext to another KMS key or encryption context, all inside KMS."""


async def re_encrypt(
    self: AsyncClient,
    *,
    destination_key_id: str,
    ciphertext_blob: Blob | None = None,
    source_encryption_context: Mapping[str, str] | None = None,
    source_key_id: str | None = None,
    destination_encryption_context: Mapping[str, str] | None = None,
    source_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    destination_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
    dry_run_modifiers: Sequence[DryRunModifierType | UnknownValue] | None = None,
) -> Result[ReEncryptResponse, ReEncryptError]:
    """Moves a ciphertext to another KMS key or encryption context, all inside KMS.

    The plaintext never leaves KMS. Typical uses: rewrapping stored data keys under a new KMS key,
    changing the encryption context, and moving old ciphertexts to the current key material after a
    rotation (same KMS key on both sides). The old ciphertext stays valid; store the new one and
    delete the old.

    The encryption context is not carried over: without `destination_encryption_context` the new
    ciphertext has none. For a symmetric source `source_key_id` may be left out, yet giving it pins
    the key, so a foreign ciphertext fails with `IncorrectKeyException`. An asymmetric source always
    needs both `source_key_id` and `source_encryption_algorithm`; keep the response's `key_id` and
    `destination_encryption_algorithm` when the destination is asymmetric.

    An asymmetric destination limits the plaintext: with `RSAES_OAEP_SHA_256` to 190, 318 or 446
    bytes for RSA keys of 2,048, 3,072 or 4,096 bits. Only ciphertexts in KMS format (or made with
    the public key of a KMS key) work here, not messages of the AWS Encryption SDK or of S3
    client-side encryption.

    Permission: `kms:ReEncryptFrom` in the source key's policy and `kms:ReEncryptTo` in the
    destination key's policy; `kms:ReEncrypt*` covers both.
    Across accounts: yes, for either key or both; give the key ARN or alias ARN as `source_key_id`
    and `destination_key_id`.

    Args:
        destination_key_id: The KMS key to encrypt with: key ID, key ARN, alias name (`alias/...`)
            or alias ARN. It must be enabled and have key usage `ENCRYPT_DECRYPT`; it may equal the
            source key.
        ciphertext_blob: The ciphertext to convert, 1 to 6,144 bytes. May be left out only in a dry
            run with `IGNORE_CIPHERTEXT` in `dry_run_modifiers`.
        source_encryption_context: The encryption context the ciphertext was made with, equal in
            every key and value including case; any difference gives `InvalidCiphertextException`.
            Symmetric source keys only.
        source_key_id: The KMS key to decrypt with: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. Required for asymmetric source keys and for a dry run with
            `IGNORE_CIPHERTEXT`; otherwise read from the ciphertext, but worth setting to pin the
            key.
        destination_encryption_context: Encryption context of the new ciphertext, needed again for
            every `Decrypt`; none when left out, whatever the source had. Symmetric destination keys
            only. It shows up in CloudTrail in clear text, so keep secrets out.
        source_encryption_algorithm: Algorithm the ciphertext was made with; `SYMMETRIC_DEFAULT`
            when left out. Required for asymmetric source keys.
        destination_encryption_algorithm: Algorithm for the new ciphertext; `SYMMETRIC_DEFAULT` when
            left out. Required for asymmetric destination keys, and must suit their key spec.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        dry_run_modifiers: Relaxes a dry run; without `dry_run` set to True it has no use.
            `IGNORE_CIPHERTEXT` checks permissions only, so that no real `ciphertext_blob` is
            needed.

    Returns:
        `Ok` with the `ReEncryptResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `IncorrectKeyException`,
        `InvalidCiphertextException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html
    """
    return await ReEncrypt.request(
        self,
        _new_re_encrypt_request(
            ciphertext_blob,
            source_encryption_context,
            source_key_id,
            destination_key_id,
            destination_encryption_context,
            source_encryption_algorithm,
            destination_encryption_algorithm,
            grant_tokens,
            dry_run,
            dry_run_modifiers,
        ),
    )


def re_encrypt_sync(
    self: SyncClient,
    *,
    destination_key_id: str,
    ciphertext_blob: Blob | None = None,
    source_encryption_context: Mapping[str, str] | None = None,
    source_key_id: str | None = None,
    destination_encryption_context: Mapping[str, str] | None = None,
    source_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    destination_encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
    dry_run_modifiers: Sequence[DryRunModifierType | UnknownValue] | None = None,
) -> Result[ReEncryptResponse, ReEncryptError]:
    """Moves a ciphertext to another KMS key or encryption context, all inside KMS.

    The plaintext never leaves KMS. Typical uses: rewrapping stored data keys under a new KMS key,
    changing the encryption context, and moving old ciphertexts to the current key material after a
    rotation (same KMS key on both sides). The old ciphertext stays valid; store the new one and
    delete the old.

    The encryption context is not carried over: without `destination_encryption_context` the new
    ciphertext has none. For a symmetric source `source_key_id` may be left out, yet giving it pins
    the key, so a foreign ciphertext fails with `IncorrectKeyException`. An asymmetric source always
    needs both `source_key_id` and `source_encryption_algorithm`; keep the response's `key_id` and
    `destination_encryption_algorithm` when the destination is asymmetric.

    An asymmetric destination limits the plaintext: with `RSAES_OAEP_SHA_256` to 190, 318 or 446
    bytes for RSA keys of 2,048, 3,072 or 4,096 bits. Only ciphertexts in KMS format (or made with
    the public key of a KMS key) work here, not messages of the AWS Encryption SDK or of S3
    client-side encryption.

    Permission: `kms:ReEncryptFrom` in the source key's policy and `kms:ReEncryptTo` in the
    destination key's policy; `kms:ReEncrypt*` covers both.
    Across accounts: yes, for either key or both; give the key ARN or alias ARN as `source_key_id`
    and `destination_key_id`.

    Args:
        destination_key_id: The KMS key to encrypt with: key ID, key ARN, alias name (`alias/...`)
            or alias ARN. It must be enabled and have key usage `ENCRYPT_DECRYPT`; it may equal the
            source key.
        ciphertext_blob: The ciphertext to convert, 1 to 6,144 bytes. May be left out only in a dry
            run with `IGNORE_CIPHERTEXT` in `dry_run_modifiers`.
        source_encryption_context: The encryption context the ciphertext was made with, equal in
            every key and value including case; any difference gives `InvalidCiphertextException`.
            Symmetric source keys only.
        source_key_id: The KMS key to decrypt with: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. Required for asymmetric source keys and for a dry run with
            `IGNORE_CIPHERTEXT`; otherwise read from the ciphertext, but worth setting to pin the
            key.
        destination_encryption_context: Encryption context of the new ciphertext, needed again for
            every `Decrypt`; none when left out, whatever the source had. Symmetric destination keys
            only. It shows up in CloudTrail in clear text, so keep secrets out.
        source_encryption_algorithm: Algorithm the ciphertext was made with; `SYMMETRIC_DEFAULT`
            when left out. Required for asymmetric source keys.
        destination_encryption_algorithm: Algorithm for the new ciphertext; `SYMMETRIC_DEFAULT` when
            left out. Required for asymmetric destination keys, and must suit their key spec.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        dry_run_modifiers: Relaxes a dry run; without `dry_run` set to True it has no use.
            `IGNORE_CIPHERTEXT` checks permissions only, so that no real `ciphertext_blob` is
            needed.

    Returns:
        `Ok` with the `ReEncryptResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `IncorrectKeyException`,
        `InvalidCiphertextException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html
    """
    return ReEncrypt.request_sync(
        self,
        _new_re_encrypt_request(
            ciphertext_blob,
            source_encryption_context,
            source_key_id,
            destination_key_id,
            destination_encryption_context,
            source_encryption_algorithm,
            destination_encryption_algorithm,
            grant_tokens,
            dry_run,
            dry_run_modifiers,
        ),
    )


publish(globals(), "smaws_kms")
