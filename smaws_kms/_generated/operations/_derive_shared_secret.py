# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DeriveSharedSecret: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import KeyAgreementAlgorithmSpec, OriginType
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
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
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
    enum_json,
    list_json,
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
class DeriveSharedSecretRequest(BaseShape):
    """The KMS key and the public key of the peer."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """An elliptic curve key (NIST P-256, P-384 or P-521; SM2 in the China Regions) with key usage
    `KEY_AGREEMENT`: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be enabled.
    """
    key_agreement_algorithm: KeyAgreementAlgorithmSpec | UnknownValue = field(
        metadata=member("KeyAgreementAlgorithm")
    )
    """The key agreement algorithm; `ECDH` is the only one so far."""
    public_key: bytes = field(
        converter=to_bytes, metadata=member("PublicKey", Limits(min=1, max=8192))
    )
    """The peer's public key as DER-encoded SubjectPublicKeyInfo, the format `GetPublicKey` returns.
    Its curve must be that of the KMS key.
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
    recipient: RecipientInfo | None = field(default=None, metadata=member("Recipient"))
    """Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS withholds the
    plaintext and instead fills `ciphertext_for_recipient`, readable only inside the attested
    environment. Leave out for an ordinary plaintext response.
    """


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DeriveSharedSecretResponse(BaseShape):
    """The raw shared secret and the key it came from."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Identifies the KMS key that did the work."""
    shared_secret: bytes = field(
        default=WITHHELD,
        converter=to_bytes,
        metadata=member(
            "SharedSecret",
            Limits(min=1, max=4096),
            sensitive=True,
            replaced_by="ciphertext_for_recipient",
        ),
    )
    """Raw ECDH output, as long as a coordinate of the curve: 32, 48 or 66 bytes for P-256, P-384
    and P-521. Withheld if the request had a `recipient`: read `ciphertext_for_recipient` then.
    """
    ciphertext_for_recipient: bytes | None = field(
        default=None,
        converter=to_optional_bytes,
        metadata=member("CiphertextForRecipient", Limits(min=1, max=6144)),
    )
    """The result in place of plaintext: a CMS `EnvelopedData` blob encrypted to the public key in
    the attestation document, which only the attested environment can open. None unless `recipient`
    was given.
    """
    key_agreement_algorithm: KeyAgreementAlgorithmSpec | UnknownValue = field(
        metadata=member("KeyAgreementAlgorithm", always_sent=True)
    )
    """The algorithm applied, as in the request."""
    key_origin: OriginType | UnknownValue = field(metadata=member("KeyOrigin", always_sent=True))
    """Whether KMS made the private key (`AWS_KMS`) or it was imported (`EXTERNAL`); no other origin
    can occur here.
    """

    def __attrs_post_init__(self) -> None:
        leave_out_withheld(self)


@constructor(DeriveSharedSecretRequest)
def _new_derive_shared_secret_request(
    self: UnfrozenShape,
    key_id: object = None,
    key_agreement_algorithm: object = None,
    public_key: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
    recipient: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.key_agreement_algorithm = exactly(KeyAgreementAlgorithmSpec, key_agreement_algorithm)
    self.public_key = exactly(bytes, public_key)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)
    self.recipient = None if recipient is None else exactly(RecipientInfo, recipient)


def _derive_shared_secret_request_to_json(it: DeriveSharedSecretRequest) -> str:
    """Write a usual `DeriveSharedSecretRequest` as JSON text."""
    if type(it) is not DeriveSharedSecretRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"KeyAgreementAlgorithm":' + enum_json(
        KeyAgreementAlgorithmSpec, it.key_agreement_algorithm
    )
    json += ',"PublicKey":' + bytes_json(it.public_key, 1)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    if it.recipient is not None:
        json += ',"Recipient":' + recipient_info_to_json(it.recipient)
    return json + "}"


@decoder(DeriveSharedSecretResponse)
def _derive_shared_secret_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `DeriveSharedSecretResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("SharedSecret")
    shape.shared_secret = WITHHELD if value is None else bytes_value(value)
    value = data.get("CiphertextForRecipient")
    shape.ciphertext_for_recipient = None if value is None else bytes_value(value)
    shape.key_agreement_algorithm = enum_value(
        KeyAgreementAlgorithmSpec, data["KeyAgreementAlgorithm"]
    )
    shape.key_origin = enum_value(OriginType, data["KeyOrigin"])


DeriveSharedSecretError: TypeAlias = (
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
"""Errors that `DeriveSharedSecret` can return."""

DeriveSharedSecret: Final[
    Operation[DeriveSharedSecretRequest, DeriveSharedSecretResponse, DeriveSharedSecretError]
] = Operation(
    name="DeriveSharedSecret",
    service=SERVICE,
    input=DeriveSharedSecretRequest,
    output=DeriveSharedSecretResponse,
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
    to_json=_derive_shared_secret_request_to_json,
    from_json=_derive_shared_secret_response_from_json,
)
"""Computes an ECDH shared secret from a KMS private key and a peer's public key."""


async def derive_shared_secret(
    self: AsyncClient,
    *,
    key_id: str,
    key_agreement_algorithm: KeyAgreementAlgorithmSpec | UnknownValue,
    public_key: Blob,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
    recipient: RecipientInfo | None = None,
) -> Result[DeriveSharedSecretResponse, DeriveSharedSecretError]:
    """Computes an ECDH shared secret from a KMS private key and a peer's public key.

    Both sides arrive at the same bytes: you with the KMS key and the peer's public key, the peer
    with its private key and the output of your `GetPublicKey`. The peer need not use KMS.
    Authenticate the public key you receive; the exchange itself does not protect against an
    impostor.

    The result is raw ECDH output and the same for the same two keys every time. Never encrypt with
    it directly: feed it to a key derivation function (such as HKDF) with a nonce and the context of
    use.

    Permission: `kms:DeriveSharedSecret` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: An elliptic curve key (NIST P-256, P-384 or P-521; SM2 in the China Regions) with
            key usage `KEY_AGREEMENT`: key ID, key ARN, alias name (`alias/...`) or alias ARN. It
            must be enabled.
        key_agreement_algorithm: The key agreement algorithm; `ECDH` is the only one so far.
        public_key: The peer's public key as DER-encoded SubjectPublicKeyInfo, the format
            `GetPublicKey` returns. Its curve must be that of the KMS key.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.

    Returns:
        `Ok` with the `DeriveSharedSecretResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html
    """
    return await DeriveSharedSecret.request(
        self,
        _new_derive_shared_secret_request(
            key_id, key_agreement_algorithm, public_key, grant_tokens, dry_run, recipient
        ),
    )


def derive_shared_secret_sync(
    self: SyncClient,
    *,
    key_id: str,
    key_agreement_algorithm: KeyAgreementAlgorithmSpec | UnknownValue,
    public_key: Blob,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
    recipient: RecipientInfo | None = None,
) -> Result[DeriveSharedSecretResponse, DeriveSharedSecretError]:
    """Computes an ECDH shared secret from a KMS private key and a peer's public key.

    Both sides arrive at the same bytes: you with the KMS key and the peer's public key, the peer
    with its private key and the output of your `GetPublicKey`. The peer need not use KMS.
    Authenticate the public key you receive; the exchange itself does not protect against an
    impostor.

    The result is raw ECDH output and the same for the same two keys every time. Never encrypt with
    it directly: feed it to a key derivation function (such as HKDF) with a nonce and the context of
    use.

    Permission: `kms:DeriveSharedSecret` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: An elliptic curve key (NIST P-256, P-384 or P-521; SM2 in the China Regions) with
            key usage `KEY_AGREEMENT`: key ID, key ARN, alias name (`alias/...`) or alias ARN. It
            must be enabled.
        key_agreement_algorithm: The key agreement algorithm; `ECDH` is the only one so far.
        public_key: The peer's public key as DER-encoded SubjectPublicKeyInfo, the format
            `GetPublicKey` returns. Its curve must be that of the KMS key.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        recipient: Attestation document of a Nitro enclave or NitroTPM instance. When given, KMS
            withholds the plaintext and instead fills `ciphertext_for_recipient`, readable only
            inside the attested environment. Leave out for an ordinary plaintext response.

    Returns:
        `Ok` with the `DeriveSharedSecretResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html
    """
    return DeriveSharedSecret.request_sync(
        self,
        _new_derive_shared_secret_request(
            key_id, key_agreement_algorithm, public_key, grant_tokens, dry_run, recipient
        ),
    )


publish(globals(), "smaws_kms")
