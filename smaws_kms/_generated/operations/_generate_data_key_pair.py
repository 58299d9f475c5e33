# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GenerateDataKeyPair: request, response, errors and operation."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import DataKeyPairSpec
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
    UnsupportedOperationException,
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GenerateDataKeyPairRequest(BaseShape):
    """The kind of key pair, and the KMS key that wraps its private key."""

    encryption_context: Mapping[str, str] | None = field(
        default=None, metadata=member("EncryptionContext")
    )
    """Non-secret pairs bound to the encrypted private key; `Decrypt` wants the identical pairs,
    letter case included, in any order. Shows up in CloudTrail in the clear.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key that wraps the private key: key ID, key ARN, alias name (`alias/...`) or alias
    ARN. It must be enabled, of key spec `SYMMETRIC_DEFAULT`, and not in a custom key store.
    """
    key_pair_spec: DataKeyPairSpec | UnknownValue = field(metadata=member("KeyPairSpec"))
    """Kind and size of the pair. `SM2` exists in the China Regions only, the `ML_KEM_*` specs
    everywhere else. The usage limits of asymmetric KMS keys do not apply to the pair.
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
class GenerateDataKeyPairResponse(BaseShape):
    """The new key pair: public key, private key, and the private key encrypted."""

    private_key_ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("PrivateKeyCiphertextBlob", Limits(min=1, max=6144))
    )
    """The private key encrypted under `key_id`, at most 6,144 bytes. Store it; `Decrypt` returns
    the DER bytes of `private_key_plaintext`.
    """
    private_key_plaintext: bytes = field(
        default=WITHHELD,
        converter=to_bytes,
        metadata=member(
            "PrivateKeyPlaintext",
            Limits(min=1, max=4096),
            sensitive=True,
            replaced_by="ciphertext_for_recipient",
        ),
    )
    """The private key as DER-encoded PKCS #8; for ML-KEM it holds the seed, of equal length for all
    three sizes. Never store it. Withheld if the request had a `recipient`: read
    `ciphertext_for_recipient` then.
    """
    public_key: bytes = field(
        converter=to_bytes, metadata=member("PublicKey", Limits(min=1, max=8192))
    )
    """The public key as DER-encoded SubjectPublicKeyInfo, which Python's `cryptography` loads with
    `load_der_public_key`. Not secret, but store it: KMS keeps no copy.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key that wrapped the private key, also when the request used an alias."""
    key_pair_spec: DataKeyPairSpec | UnknownValue = field(
        metadata=member("KeyPairSpec", always_sent=True)
    )
    """Kind of pair that was made, as requested."""
    ciphertext_for_recipient: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextForRecipient", Limits(min=1, max=6144)),
    )
    """The private key as a CMS `EnvelopedData` blob encrypted to the public key in the attestation
    document; only the attested environment can open it. None unless `recipient` was given.
    """
    key_material_id: str | None = field(
        default=None,
        metadata=member("KeyMaterialId", Limits(min=64, max=64, pattern="^[a-f0-9]+$")),
    )
    """Which key material of the KMS key wrapped the private key: 64 hexadecimal digits, changing
    with rotation.
    """

    def __attrs_post_init__(self) -> None:
        leave_out_withheld(self)


@constructor(GenerateDataKeyPairRequest)
def _new_generate_data_key_pair_request(
    self: UnfrozenShape,
    encryption_context: object = None,
    key_id: object = None,
    key_pair_spec: object = None,
    grant_tokens: object = None,
    recipient: object = None,
    dry_run: object = None,
) -> None:
    self.encryption_context = (
        None if encryption_context is None else dict_of(str, str, encryption_context)
    )
    self.key_id = exactly(str, key_id)
    self.key_pair_spec = exactly(DataKeyPairSpec, key_pair_spec)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.recipient = None if recipient is None else exactly(RecipientInfo, recipient)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _generate_data_key_pair_request_to_json(it: GenerateDataKeyPairRequest) -> str:
    """Write a usual `GenerateDataKeyPairRequest` as JSON text."""
    if type(it) is not GenerateDataKeyPairRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"KeyPairSpec":' + enum_json(DataKeyPairSpec, it.key_pair_spec)
    if it.encryption_context is not None:
        json += ',"EncryptionContext":' + map_json(
            {str_json(key): str_json(item) for key, item in entries_of(it.encryption_context)}
        )
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.recipient is not None:
        json += ',"Recipient":' + recipient_info_to_json(it.recipient)
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(GenerateDataKeyPairResponse)
def _generate_data_key_pair_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GenerateDataKeyPairResponse` from its JSON object."""
    shape.private_key_ciphertext_blob = bytes_value(data["PrivateKeyCiphertextBlob"])
    value = data.get("PrivateKeyPlaintext")
    shape.private_key_plaintext = WITHHELD if value is None else bytes_value(value)
    shape.public_key = bytes_value(data["PublicKey"])
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.key_pair_spec = enum_value(DataKeyPairSpec, data["KeyPairSpec"])
    value = data.get("CiphertextForRecipient")
    shape.ciphertext_for_recipient = None if value is None else bytes_value(value)
    shape.key_material_id = value = data.get("KeyMaterialId")
    if value is not None and type(value) is not str:
        raise Unusual


GenerateDataKeyPairError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `GenerateDataKeyPair` can return."""

GenerateDataKeyPair: Final[
    Operation[GenerateDataKeyPairRequest, GenerateDataKeyPairResponse, GenerateDataKeyPairError]
] = Operation(
    name="GenerateDataKeyPair",
    service=SERVICE,
    input=GenerateDataKeyPairRequest,
    output=GenerateDataKeyPairResponse,
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
        UnsupportedOperationException,
    ),
    to_json=_generate_data_key_pair_request_to_json,
    from_json=_generate_data_key_pair_response_from_json,
)
"""Makes an asymmetric key pair for local use, its private key also in encrypted form."""


async def generate_data_key_pair(
    self: AsyncClient,
    *,
    key_id: str,
    key_pair_spec: DataKeyPairSpec | UnknownValue,
    encryption_context: Mapping[str, str] | None = None,
    grant_tokens: Sequence[str] | None = None,
    recipient: RecipientInfo | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateDataKeyPairResponse, GenerateDataKeyPairError]:
    """Makes an asymmetric key pair for local use, its private key also in encrypted form.

    Everything you do with the pair happens in your own code; KMS only makes it and wraps the
    private key under a symmetric KMS key. Store `private_key_ciphertext_blob` and get the private
    key back through `Decrypt`, with the same `encryption_context`. If the private key is not needed
    right away, `GenerateDataKeyPairWithoutPlaintext` never exposes it.

    KMS cannot police the use of the pair. Keep to one purpose per pair: ECC for signatures, RSA and
    SM2 for either encryption or signatures, not both.

    RSA pairs are slow to make and have tiny default request quotas: about one per second for
    `RSA_2048`, fewer for longer keys. Do not call this per request of a service.

    Permission: `kms:GenerateDataKeyPair` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that wraps the private key: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. It must be enabled, of key spec `SYMMETRIC_DEFAULT`, and not in a custom key
            store.
        key_pair_spec: Kind and size of the pair. `SM2` exists in the China Regions only, the
            `ML_KEM_*` specs everywhere else. The usage limits of asymmetric KMS keys do not apply
            to the pair.
        encryption_context: Non-secret pairs bound to the encrypted private key; `Decrypt` wants the
            identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear.
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
        `Ok` with the `GenerateDataKeyPairResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html
    """
    return await GenerateDataKeyPair.request(
        self,
        _new_generate_data_key_pair_request(
            encryption_context, key_id, key_pair_spec, grant_tokens, recipient, dry_run
        ),
    )


def generate_data_key_pair_sync(
    self: SyncClient,
    *,
    key_id: str,
    key_pair_spec: DataKeyPairSpec | UnknownValue,
    encryption_context: Mapping[str, str] | None = None,
    grant_tokens: Sequence[str] | None = None,
    recipient: RecipientInfo | None = None,
    dry_run: bool | None = None,
) -> Result[GenerateDataKeyPairResponse, GenerateDataKeyPairError]:
    """Makes an asymmetric key pair for local use, its private key also in encrypted form.

    Everything you do with the pair happens in your own code; KMS only makes it and wraps the
    private key under a symmetric KMS key. Store `private_key_ciphertext_blob` and get the private
    key back through `Decrypt`, with the same `encryption_context`. If the private key is not needed
    right away, `GenerateDataKeyPairWithoutPlaintext` never exposes it.

    KMS cannot police the use of the pair. Keep to one purpose per pair: ECC for signatures, RSA and
    SM2 for either encryption or signatures, not both.

    RSA pairs are slow to make and have tiny default request quotas: about one per second for
    `RSA_2048`, fewer for longer keys. Do not call this per request of a service.

    Permission: `kms:GenerateDataKeyPair` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that wraps the private key: key ID, key ARN, alias name (`alias/...`) or
            alias ARN. It must be enabled, of key spec `SYMMETRIC_DEFAULT`, and not in a custom key
            store.
        key_pair_spec: Kind and size of the pair. `SM2` exists in the China Regions only, the
            `ML_KEM_*` specs everywhere else. The usage limits of asymmetric KMS keys do not apply
            to the pair.
        encryption_context: Non-secret pairs bound to the encrypted private key; `Decrypt` wants the
            identical pairs, letter case included, in any order. Shows up in CloudTrail in the
            clear.
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
        `Ok` with the `GenerateDataKeyPairResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPair.html
    """
    return GenerateDataKeyPair.request_sync(
        self,
        _new_generate_data_key_pair_request(
            encryption_context, key_id, key_pair_spec, grant_tokens, recipient, dry_run
        ),
    )


publish(globals(), "smaws_kms")
