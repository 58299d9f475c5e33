# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Decrypt: request, response, errors and operation."""

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
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DecryptRequest(BaseShape):
    """The ciphertext, with all that was bound to it on encryption."""

    ciphertext_blob: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextBlob", Limits(min=1, max=6144)),
    )
    """The bytes as KMS returned them, up to 6,144 and not Base64-encoded. Required, except in a dry
    run with the modifier `IGNORE_CIPHERTEXT`.
    """
    encryption_context: Mapping[str, str] | None = field(
        default=None, metadata=member("EncryptionContext")
    )
    """The same pairs as on encryption, compared case-sensitively; their order does not matter.
    Leave it out if none was used, and for asymmetric keys, which have no encryption context.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    key_id: str | None = field(default=None, metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key the data was encrypted under: key ID, key ARN, alias name (`alias/...`) or alias
    ARN. Required for asymmetric keys and with `IGNORE_CIPHERTEXT`, recommended always; with any
    other key than the right one, the result is `Err(IncorrectKeyException)`.
    """
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = field(
        default=None, metadata=member("EncryptionAlgorithm")
    )
    """The algorithm used on encryption. Required for asymmetric keys, since their ciphertext does
    not record it; default `SYMMETRIC_DEFAULT`.
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
    dry_run_modifiers: tuple[DryRunModifierType | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_dry_run_modifier_type_tuple,
        metadata=member("DryRunModifiers"),
    )
    """Refines `dry_run` and has no effect without it. `IGNORE_CIPHERTEXT` checks the permission
    alone, so that no ciphertext is needed, but then `key_id` is.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DecryptResponse(BaseShape):
    """The plaintext and what it was decrypted with."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the key that decrypted the data. When the request named no key, compare it with the
    one you expect.
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
    """The decrypted bytes, up to 4,096. Withheld if the request had a `recipient`: read
    `ciphertext_for_recipient` then.
    """
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue = field(
        metadata=member("EncryptionAlgorithm", always_sent=True)
    )
    """The algorithm that was applied; `SYMMETRIC_DEFAULT` for symmetric encryption keys."""
    ciphertext_for_recipient: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextForRecipient", Limits(min=1, max=6144)),
    )
    """The result in place of plaintext: a CMS `EnvelopedData` blob encrypted to the public key in
    the attestation document, which only the attested environment can open. None unless `recipient`
    was given.
    """
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Which of the key's materials decrypted the data (64 hex digits): older ones serve ciphertext
    from before a rotation. Only for symmetric encryption keys, and not with a `recipient`.
    """

    def __attrs_post_init__(self) -> None:
        leave_out_withheld(self)


@constructor(DecryptRequest)
def _new_decrypt_request(
    self: UnfrozenShape,
    ciphertext_blob: object = None,
    encryption_context: object = None,
    grant_tokens: object = None,
    key_id: object = None,
    encryption_algorithm: object = None,
    recipient: object = None,
    dry_run: object = None,
    dry_run_modifiers: object = None,
) -> None:
    self.ciphertext_blob = None if ciphertext_blob is None else exactly(bytes, ciphertext_blob)
    self.encryption_context = (
        None if encryption_context is None else dict_of(str, str, encryption_context)
    )
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.key_id = None if key_id is None else exactly(str, key_id)
    self.encryption_algorithm = (
        None
        if encryption_algorithm is None
        else exactly(EncryptionAlgorithmSpec, encryption_algorithm)
    )
    self.recipient = None if recipient is None else exactly(RecipientInfo, recipient)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)
    self.dry_run_modifiers = (
        None if dry_run_modifiers is None else tuple_of(DryRunModifierType, dry_run_modifiers)
    )


def _decrypt_request_to_json(it: DecryptRequest) -> str:
    """Write a usual `DecryptRequest` as JSON text."""
    if type(it) is not DecryptRequest:
        raise Unusual
    json = ""
    if it.ciphertext_blob is not None:
        json += ',"CiphertextBlob":' + bytes_json(it.ciphertext_blob, 1)
    if it.encryption_context is not None:
        json += ',"EncryptionContext":' + map_json(
            {str_json(key): str_json(item) for key, item in entries_of(it.encryption_context)}
        )
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.key_id is not None:
        json += ',"KeyId":' + str_json(it.key_id, 1)
    if it.encryption_algorithm is not None:
        json += ',"EncryptionAlgorithm":' + enum_json(
            EncryptionAlgorithmSpec, it.encryption_algorithm
        )
    if it.recipient is not None:
        json += ',"Recipient":' + recipient_info_to_json(it.recipient)
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    if it.dry_run_modifiers is not None:
        json += ',"DryRunModifiers":' + list_json(
            [enum_json(DryRunModifierType, item) for item in elements_of(it.dry_run_modifiers)]
        )
    return "{" + json[1:] + "}"


@decoder(DecryptResponse)
def _decrypt_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `DecryptResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("Plaintext")
    shape.plaintext = WITHHELD if value is None else bytes_value(value)
    shape.encryption_algorithm = enum_value(EncryptionAlgorithmSpec, data["EncryptionAlgorithm"])
    value = data.get("CiphertextForRecipient")
    shape.ciphertext_for_recipient = None if value is None else bytes_value(value)
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


DecryptError: TypeAlias = (
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
"""Errors that `Decrypt` can return."""

Decrypt: Final[Operation[DecryptRequest, DecryptResponse, DecryptError]] = Operation(
    name="Decrypt",
    service=SERVICE,
    input=DecryptRequest,
    output=DecryptResponse,
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
    to_json=_decrypt_request_to_json,
    from_json=_decrypt_response_from_json,
)
"""Decrypts what was encrypted, or a data key generated, under a KMS key."""


async def decrypt(
    self: AsyncClient,
    *,
    ciphertext_blob: Blob | None = None,
    encryption_context: Mapping[str, str] | None = None,
    grant_tokens: Sequence[str] | None = None,
    key_id: str | None = None,
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    recipient: RecipientInfo | None = None,
    dry_run: bool | None = None,
    dry_run_modifiers: Sequence[DryRunModifierType | UnknownValue] | None = None,
) -> Result[DecryptResponse, DecryptError]:
    """Decrypts what was encrypted, or a data key generated, under a KMS key.

    Accepts the ciphertext of `Encrypt`, `ReEncrypt` and the `GenerateDataKey` family, and for RSA
    and SM2 keys also data encrypted elsewhere with the public key. Envelope formats of the AWS
    Encryption SDK or of S3 client-side encryption need their own library.

    For symmetric ciphertext the key is found from the blob, yet giving `key_id` is safer: otherwise
    any key the caller may use is accepted, including keys of foreign accounts chosen by whoever
    supplied the ciphertext. Name the key itself rather than an alias if the alias may be moved:
    older ciphertext then fails with `IncorrectKeyException`.

    A differing encryption context and corrupt data both give `Err(InvalidCiphertextException)`;
    retrying never helps. Every call counts against the request quota of the account and Region,
    shared with other cryptographic operations, so cache data keys on hot paths.

    Permission: `kms:Decrypt` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        ciphertext_blob: The bytes as KMS returned them, up to 6,144 and not Base64-encoded.
            Required, except in a dry run with the modifier `IGNORE_CIPHERTEXT`.
        encryption_context: The same pairs as on encryption, compared case-sensitively; their order
            does not matter. Leave it out if none was used, and for asymmetric keys, which have no
            encryption context.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        key_id: The KMS key the data was encrypted under: key ID, key ARN, alias name (`alias/...`)
            or alias ARN. Required for asymmetric keys and with `IGNORE_CIPHERTEXT`, recommended
            always; with any other key than the right one, the result is
            `Err(IncorrectKeyException)`.
        encryption_algorithm: The algorithm used on encryption. Required for asymmetric keys, since
            their ciphertext does not record it; default `SYMMETRIC_DEFAULT`.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        dry_run_modifiers: Refines `dry_run` and has no effect without it. `IGNORE_CIPHERTEXT`
            checks the permission alone, so that no ciphertext is needed, but then `key_id` is.

    Returns:
        `Ok` with the `DecryptResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `IncorrectKeyException`,
        `InvalidCiphertextException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
    """
    return await Decrypt.request(
        self,
        _new_decrypt_request(
            ciphertext_blob,
            encryption_context,
            grant_tokens,
            key_id,
            encryption_algorithm,
            recipient,
            dry_run,
            dry_run_modifiers,
        ),
    )


def decrypt_sync(
    self: SyncClient,
    *,
    ciphertext_blob: Blob | None = None,
    encryption_context: Mapping[str, str] | None = None,
    grant_tokens: Sequence[str] | None = None,
    key_id: str | None = None,
    encryption_algorithm: EncryptionAlgorithmSpec | UnknownValue | None = None,
    recipient: RecipientInfo | None = None,
    dry_run: bool | None = None,
    dry_run_modifiers: Sequence[DryRunModifierType | UnknownValue] | None = None,
) -> Result[DecryptResponse, DecryptError]:
    """Decrypts what was encrypted, or a data key generated, under a KMS key.

    Accepts the ciphertext of `Encrypt`, `ReEncrypt` and the `GenerateDataKey` family, and for RSA
    and SM2 keys also data encrypted elsewhere with the public key. Envelope formats of the AWS
    Encryption SDK or of S3 client-side encryption need their own library.

    For symmetric ciphertext the key is found from the blob, yet giving `key_id` is safer: otherwise
    any key the caller may use is accepted, including keys of foreign accounts chosen by whoever
    supplied the ciphertext. Name the key itself rather than an alias if the alias may be moved:
    older ciphertext then fails with `IncorrectKeyException`.

    A differing encryption context and corrupt data both give `Err(InvalidCiphertextException)`;
    retrying never helps. Every call counts against the request quota of the account and Region,
    shared with other cryptographic operations, so cache data keys on hot paths.

    Permission: `kms:Decrypt` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        ciphertext_blob: The bytes as KMS returned them, up to 6,144 and not Base64-encoded.
            Required, except in a dry run with the modifier `IGNORE_CIPHERTEXT`.
        encryption_context: The same pairs as on encryption, compared case-sensitively; their order
            does not matter. Leave it out if none was used, and for asymmetric keys, which have no
            encryption context.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        key_id: The KMS key the data was encrypted under: key ID, key ARN, alias name (`alias/...`)
            or alias ARN. Required for asymmetric keys and with `IGNORE_CIPHERTEXT`, recommended
            always; with any other key than the right one, the result is
            `Err(IncorrectKeyException)`.
        encryption_algorithm: The algorithm used on encryption. Required for asymmetric keys, since
            their ciphertext does not record it; default `SYMMETRIC_DEFAULT`.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        dry_run_modifiers: Refines `dry_run` and has no effect without it. `IGNORE_CIPHERTEXT`
            checks the permission alone, so that no ciphertext is needed, but then `key_id` is.

    Returns:
        `Ok` with the `DecryptResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `IncorrectKeyException`,
        `InvalidCiphertextException`, `InvalidGrantTokenException`, `InvalidKeyUsageException`,
        `KeyUnavailableException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
    """
    return Decrypt.request_sync(
        self,
        _new_decrypt_request(
            ciphertext_blob,
            encryption_context,
            grant_tokens,
            key_id,
            encryption_algorithm,
            recipient,
            dry_run,
            dry_run_modifiers,
        ),
    )


publish(globals(), "smaws_kms")
