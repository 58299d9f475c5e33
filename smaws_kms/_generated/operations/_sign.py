# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Sign: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import MessageType, SigningAlgorithmSpec
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
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_bytes, to_optional_strings
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


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class SignRequest(BaseShape):
    """What to sign, with which KMS key and algorithm."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be enabled,
    asymmetric and have key usage `SIGN_VERIFY`.
    """
    message: bytes = field(
        converter=to_bytes, metadata=member("Message", Limits(min=1, max=4096), sensitive=True)
    )
    """1 to 4,096 bytes: the message itself, or its digest with `message_type` `DIGEST` or
    `EXTERNAL_MU`.
    """
    message_type: MessageType | UnknownValue | None = field(
        default=None, metadata=member("MessageType")
    )
    """Says what `message` is: `RAW` (the default) the message, hashed by KMS; `DIGEST` a digest as
    long as the hash of `signing_algorithm`; `EXTERNAL_MU` the 64-byte message representative of
    ML-DSA. `ED25519_SHA_512` takes only `RAW`; `ED25519_PH_SHA_512` takes only `DIGEST` and hashes
    it once more.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    signing_algorithm: SigningAlgorithmSpec | UnknownValue = field(
        metadata=member("SigningAlgorithm")
    )
    """Must suit the key spec, see `signing_algorithms` in `DescribeKey`. RSA keys take every
    `RSASSA_...` value (prefer PSS for new designs); other key specs take one each,
    `ECC_NIST_EDWARDS25519` two.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class SignResponse(BaseShape):
    """The signature and what is needed to verify it."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Key ARN of the KMS key that signed, also when the request named an alias. Record it for
    `Verify`.
    """
    signature: bytes = field(
        converter=to_bytes, metadata=member("Signature", Limits(min=1, max=6144))
    )
    """The signature as raw bytes. RSA: as in PKCS #1 (RFC 8017), as long as the modulus;
    `ECDSA_...`: DER encoded, so the length varies, while JWS and others want the fixed-length R and
    S instead.
    """
    signing_algorithm: SigningAlgorithmSpec | UnknownValue = field(
        metadata=member("SigningAlgorithm", always_sent=True)
    )
    """Algorithm of the signature. Record it for `Verify`."""


@constructor(SignRequest)
def _new_sign_request(
    self: UnfrozenShape,
    key_id: object = None,
    message: object = None,
    message_type: object = None,
    grant_tokens: object = None,
    signing_algorithm: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.message = exactly(bytes, message)
    self.message_type = None if message_type is None else exactly(MessageType, message_type)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.signing_algorithm = exactly(SigningAlgorithmSpec, signing_algorithm)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _sign_request_to_json(it: SignRequest) -> str:
    """Write a usual `SignRequest` as JSON text."""
    if type(it) is not SignRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Message":' + bytes_json(it.message, 1)
    json += ',"SigningAlgorithm":' + enum_json(SigningAlgorithmSpec, it.signing_algorithm)
    if it.message_type is not None:
        json += ',"MessageType":' + enum_json(MessageType, it.message_type)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(SignResponse)
def _sign_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `SignResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.signature = bytes_value(data["Signature"])
    shape.signing_algorithm = enum_value(SigningAlgorithmSpec, data["SigningAlgorithm"])


SignError: TypeAlias = (
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
"""Errors that `Sign` can return."""

Sign: Final[Operation[SignRequest, SignResponse, SignError]] = Operation(
    name="Sign",
    service=SERVICE,
    input=SignRequest,
    output=SignResponse,
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
    to_json=_sign_request_to_json,
    from_json=_sign_response_from_json,
)
"""Signs a message or digest with the private key of an asymmetric KMS key."""


async def sign(
    self: AsyncClient,
    *,
    key_id: str,
    message: Blob,
    signing_algorithm: SigningAlgorithmSpec | UnknownValue,
    message_type: MessageType | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[SignResponse, SignError]:
    """Signs a message or digest with the private key of an asymmetric KMS key.

    `message` takes 4,096 bytes at most. For anything larger, hash it locally with the hash of
    `signing_algorithm` and pass the digest with `message_type` `DIGEST` (ML-DSA: `EXTERNAL_MU`).
    Forgetting `message_type` makes KMS hash the digest a second time: the call succeeds, but
    verifying the original message fails.

    Keep the key ARN and signing algorithm beside the signature; it contains neither. It contains no
    time either, so put a timestamp into the message if signatures should expire.

    Anyone can verify with the public key (`GetPublicKey`), without calling KMS; `Verify` does it
    within KMS. Request quotas for RSA, ECC and ML-DSA keys are separate from, and far lower than,
    those for symmetric keys.

    Permission: `kms:Sign` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled, asymmetric and have key usage `SIGN_VERIFY`.
        message: 1 to 4,096 bytes: the message itself, or its digest with `message_type` `DIGEST` or
            `EXTERNAL_MU`.
        signing_algorithm: Must suit the key spec, see `signing_algorithms` in `DescribeKey`. RSA
            keys take every `RSASSA_...` value (prefer PSS for new designs); other key specs take
            one each, `ECC_NIST_EDWARDS25519` two.
        message_type: Says what `message` is: `RAW` (the default) the message, hashed by KMS;
            `DIGEST` a digest as long as the hash of `signing_algorithm`; `EXTERNAL_MU` the 64-byte
            message representative of ML-DSA. `ED25519_SHA_512` takes only `RAW`;
            `ED25519_PH_SHA_512` takes only `DIGEST` and hashes it once more.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `SignResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
    """
    try:
        request = _new_sign_request(
            key_id, message, message_type, grant_tokens, signing_algorithm, dry_run
        )
    finally:
        del message
    return await Sign.request(self, request)


def sign_sync(
    self: SyncClient,
    *,
    key_id: str,
    message: Blob,
    signing_algorithm: SigningAlgorithmSpec | UnknownValue,
    message_type: MessageType | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[SignResponse, SignError]:
    """Signs a message or digest with the private key of an asymmetric KMS key.

    `message` takes 4,096 bytes at most. For anything larger, hash it locally with the hash of
    `signing_algorithm` and pass the digest with `message_type` `DIGEST` (ML-DSA: `EXTERNAL_MU`).
    Forgetting `message_type` makes KMS hash the digest a second time: the call succeeds, but
    verifying the original message fails.

    Keep the key ARN and signing algorithm beside the signature; it contains neither. It contains no
    time either, so put a timestamp into the message if signatures should expire.

    Anyone can verify with the public key (`GetPublicKey`), without calling KMS; `Verify` does it
    within KMS. Request quotas for RSA, ECC and ML-DSA keys are separate from, and far lower than,
    those for symmetric keys.

    Permission: `kms:Sign` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
            enabled, asymmetric and have key usage `SIGN_VERIFY`.
        message: 1 to 4,096 bytes: the message itself, or its digest with `message_type` `DIGEST` or
            `EXTERNAL_MU`.
        signing_algorithm: Must suit the key spec, see `signing_algorithms` in `DescribeKey`. RSA
            keys take every `RSASSA_...` value (prefer PSS for new designs); other key specs take
            one each, `ECC_NIST_EDWARDS25519` two.
        message_type: Says what `message` is: `RAW` (the default) the message, hashed by KMS;
            `DIGEST` a digest as long as the hash of `signing_algorithm`; `EXTERNAL_MU` the 64-byte
            message representative of ML-DSA. `ED25519_SHA_512` takes only `RAW`;
            `ED25519_PH_SHA_512` takes only `DIGEST` and hashes it once more.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `SignResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html
    """
    try:
        request = _new_sign_request(
            key_id, message, message_type, grant_tokens, signing_algorithm, dry_run
        )
    finally:
        del message
    return Sign.request_sync(self, request)


publish(globals(), "smaws_kms")
