# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GetPublicKey: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import (
    CustomerMasterKeySpec,
    EncapsulationAlgorithmSpec,
    EncryptionAlgorithmSpec,
    KeyAgreementAlgorithmSpec,
    KeySpec,
    KeyUsageType,
    SigningAlgorithmSpec,
)
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DisabledException,
    InvalidArnException,
    InvalidGrantTokenException,
    InvalidKeyUsageException,
    KeyUnavailableException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
    UnsupportedOperationException,
)
from smaws_kms._generated.lists import (
    to_optional_encapsulation_algorithm_spec_tuple,
    to_optional_encryption_algorithm_spec_tuple,
    to_optional_key_agreement_algorithm_spec_tuple,
    to_optional_signing_algorithm_spec_tuple,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes, to_optional_strings
from smaws_kms._runtime.serde.json_text import elements_of, list_json, str_json
from smaws_kms._runtime.serde.json_values import bytes_value, enum_value, list_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetPublicKeyRequest(BaseShape):
    """The asymmetric KMS key in question."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be enabled and
    asymmetric; other keys have no public half.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetPublicKeyResponse(BaseShape):
    """The public key and the rules for its use."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the KMS key, also when the request used an alias. Keep it with the public key:
    decryption needs it.
    """
    public_key: bytes = field(
        converter=to_bytes, metadata=member("PublicKey", Limits(min=1, max=8192))
    )
    """DER-encoded SubjectPublicKeyInfo (RFC 5280), at most 8,192 bytes; Python's `cryptography`
    loads it with `load_der_public_key`.
    """
    customer_master_key_spec: CustomerMasterKeySpec | UnknownValue | None = field(
        default=None, metadata=member("CustomerMasterKeySpec")
    )
    """Deprecated. Deprecated twin of `key_spec`. Its enum never learned the newer specs (ML-DSA,
    ML-KEM, Ed25519), so read `key_spec` instead.
    """
    key_spec: KeySpec | UnknownValue = field(metadata=member("KeySpec", always_sent=True))
    """Type and size of the key, such as `RSA_4096` or `ECC_NIST_P256`."""
    key_usage: KeyUsageType | UnknownValue = field(metadata=member("KeyUsage", always_sent=True))
    """The one purpose of the key: `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, `KEY_AGREEMENT` or
    `ENCAPSULATE_DECAPSULATE`. Nothing enforces it offline, yet KMS will not undo what was done for
    another purpose.
    """
    encryption_algorithms: tuple[EncryptionAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_encryption_algorithm_spec_tuple,
        metadata=member("EncryptionAlgorithms"),
    )
    """Algorithms that `Decrypt` accepts for this key; ciphertext made with any other cannot be
    recovered. Only with usage `ENCRYPT_DECRYPT`.
    """
    signing_algorithms: tuple[SigningAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_signing_algorithm_spec_tuple,
        metadata=member("SigningAlgorithms"),
    )
    """Algorithms in which `Sign` can have made signatures with this key. Only with usage
    `SIGN_VERIFY`.
    """
    key_agreement_algorithms: tuple[KeyAgreementAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_key_agreement_algorithm_spec_tuple,
        metadata=member("KeyAgreementAlgorithms"),
    )
    """Algorithms that `DeriveSharedSecret` accepts for this key. Only with usage `KEY_AGREEMENT`.
    """
    encapsulation_algorithms: tuple[EncapsulationAlgorithmSpec | UnknownValue, ...] | None = field(
        default=None,
        converter=to_optional_encapsulation_algorithm_spec_tuple,
        metadata=member("EncapsulationAlgorithms"),
    )
    """Algorithms that `Decapsulate` accepts for this key. Only with usage
    `ENCAPSULATE_DECAPSULATE`.
    """


@constructor(GetPublicKeyRequest)
def _new_get_public_key_request(
    self: UnfrozenShape, key_id: object = None, grant_tokens: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)


def _get_public_key_request_to_json(it: GetPublicKeyRequest) -> str:
    """Write a usual `GetPublicKeyRequest` as JSON text."""
    if type(it) is not GetPublicKeyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    return json + "}"


@decoder(GetPublicKeyResponse)
def _get_public_key_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GetPublicKeyResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.public_key = bytes_value(data["PublicKey"])
    value = data.get("CustomerMasterKeySpec")
    shape.customer_master_key_spec = (
        None if value is None else enum_value(CustomerMasterKeySpec, value)
    )
    shape.key_spec = enum_value(KeySpec, data["KeySpec"])
    shape.key_usage = enum_value(KeyUsageType, data["KeyUsage"])
    value = data.get("EncryptionAlgorithms")
    shape.encryption_algorithms = (
        None
        if value is None
        else tuple([enum_value(EncryptionAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("SigningAlgorithms")
    shape.signing_algorithms = (
        None
        if value is None
        else tuple([enum_value(SigningAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("KeyAgreementAlgorithms")
    shape.key_agreement_algorithms = (
        None
        if value is None
        else tuple([enum_value(KeyAgreementAlgorithmSpec, item) for item in list_value(value)])
    )
    value = data.get("EncapsulationAlgorithms")
    shape.encapsulation_algorithms = (
        None
        if value is None
        else tuple([enum_value(EncapsulationAlgorithmSpec, item) for item in list_value(value)])
    )


GetPublicKeyError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | InvalidArnException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `GetPublicKey` can return."""

GetPublicKey: Final[Operation[GetPublicKeyRequest, GetPublicKeyResponse, GetPublicKeyError]] = (
    Operation(
        name="GetPublicKey",
        service=SERVICE,
        input=GetPublicKeyRequest,
        output=GetPublicKeyResponse,
        errors=(
            DependencyTimeoutException,
            DisabledException,
            InvalidArnException,
            InvalidGrantTokenException,
            InvalidKeyUsageException,
            KeyUnavailableException,
            KMSInternalException,
            KMSInvalidStateException,
            NotFoundException,
            UnsupportedOperationException,
        ),
        to_json=_get_public_key_request_to_json,
        from_json=_get_public_key_response_from_json,
    )
)
"""Fetches the public half of an asymmetric KMS key, and tells what it may be used for."""


async def get_public_key(
    self: AsyncClient, *, key_id: str, grant_tokens: Sequence[str] | None = None
) -> Result[GetPublicKeyResponse, GetPublicKeyError]:
    """Fetches the public half of an asymmetric KMS key, and tells what it may be used for.

    With it, anyone can encrypt, verify or encapsulate offline, free of charge and without AWS
    credentials. The public key of a KMS key never changes, so fetch it once and cache it, under the
    key ARN rather than an alias, which may move to another key.

    Offline use escapes KMS: no permissions, no CloudTrail, no effect of disabling the key, no check
    of usage or algorithm. Data encrypted with a signing key, or with an algorithm that the key does
    not list, is lost for good, so carry `key_usage` and the algorithm list along with the key. To
    verify SM2 signatures offline, use distinguishing ID `1234567812345678` unless the signer chose
    another.

    Permission: `kms:GetPublicKey` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled and asymmetric; other keys have no public half.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.

    Returns:
        `Ok` with the `GetPublicKeyResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `InvalidArnException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html
    """
    return await GetPublicKey.request(self, _new_get_public_key_request(key_id, grant_tokens))


def get_public_key_sync(
    self: SyncClient, *, key_id: str, grant_tokens: Sequence[str] | None = None
) -> Result[GetPublicKeyResponse, GetPublicKeyError]:
    """Fetches the public half of an asymmetric KMS key, and tells what it may be used for.

    With it, anyone can encrypt, verify or encapsulate offline, free of charge and without AWS
    credentials. The public key of a KMS key never changes, so fetch it once and cache it, under the
    key ARN rather than an alias, which may move to another key.

    Offline use escapes KMS: no permissions, no CloudTrail, no effect of disabling the key, no check
    of usage or algorithm. Data encrypted with a signing key, or with an algorithm that the key does
    not list, is lost for good, so carry `key_usage` and the algorithm list along with the key. To
    verify SM2 signatures offline, use distinguishing ID `1234567812345678` unless the signer chose
    another.

    Permission: `kms:GetPublicKey` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled and asymmetric; other keys have no public half.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.

    Returns:
        `Ok` with the `GetPublicKeyResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `InvalidArnException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html
    """
    return GetPublicKey.request_sync(self, _new_get_public_key_request(key_id, grant_tokens))


publish(globals(), "smaws_kms")
