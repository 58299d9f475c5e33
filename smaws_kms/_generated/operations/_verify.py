# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Verify: request, response, errors and operation."""

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
    KMSInvalidSignatureException,
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
from smaws_kms._runtime.serde.json_values import bool_value, enum_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish
from smaws_kms._runtime.values import Blob


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class VerifyRequest(BaseShape):
    """The message, its signature, and how it was signed."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key that signed: key ID, key ARN, alias name (`alias/...`) or alias ARN. It must be
    enabled; an alias that has moved since leads to a failed check.
    """
    message: bytes = field(
        converter=to_bytes, metadata=member("Message", Limits(min=1, max=4096), sensitive=True)
    )
    """1 to 4,096 bytes: the signed message, or its digest with `message_type` `DIGEST` or
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
    signature: bytes = field(
        converter=to_bytes, metadata=member("Signature", Limits(min=1, max=6144))
    )
    """The signature as raw bytes, in the encoding that `Sign` returns: for `ECDSA_...` DER, so
    convert the fixed-length form of JWS first.
    """
    signing_algorithm: SigningAlgorithmSpec | UnknownValue = field(
        metadata=member("SigningAlgorithm")
    )
    """The algorithm used for signing; with any other the check fails."""
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
class VerifyResponse(BaseShape):
    """Returned only for a valid signature."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Key ARN of the KMS key that verified, also when the request named an alias."""
    signature_valid: bool = field(default=False, metadata=member("SignatureValid"))
    """True: the signature fits message, key and algorithm. False only from stand-ins for KMS, such
    as moto: from KMS, a mismatch is `Err(KMSInvalidSignatureException)`.
    """
    signing_algorithm: SigningAlgorithmSpec | UnknownValue = field(
        metadata=member("SigningAlgorithm", always_sent=True)
    )
    """Algorithm the signature was checked with."""


@constructor(VerifyRequest)
def _new_verify_request(
    self: UnfrozenShape,
    key_id: object = None,
    message: object = None,
    message_type: object = None,
    signature: object = None,
    signing_algorithm: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.message = exactly(bytes, message)
    self.message_type = None if message_type is None else exactly(MessageType, message_type)
    self.signature = exactly(bytes, signature)
    self.signing_algorithm = exactly(SigningAlgorithmSpec, signing_algorithm)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _verify_request_to_json(it: VerifyRequest) -> str:
    """Write a usual `VerifyRequest` as JSON text."""
    if type(it) is not VerifyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Message":' + bytes_json(it.message, 1)
    json += ',"Signature":' + bytes_json(it.signature, 1)
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


@decoder(VerifyResponse)
def _verify_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `VerifyResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("SignatureValid")
    shape.signature_valid = False if value is None else bool_value(value)
    shape.signing_algorithm = enum_value(SigningAlgorithmSpec, data["SigningAlgorithm"])


VerifyError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidSignatureException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `Verify` can return."""

Verify: Final[Operation[VerifyRequest, VerifyResponse, VerifyError]] = Operation(
    name="Verify",
    service=SERVICE,
    input=VerifyRequest,
    output=VerifyResponse,
    errors=(
        DependencyTimeoutException,
        DisabledException,
        DryRunOperationException,
        InvalidGrantTokenException,
        InvalidKeyUsageException,
        KeyUnavailableException,
        KMSInternalException,
        KMSInvalidSignatureException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_verify_request_to_json,
    from_json=_verify_response_from_json,
)
"""Checks a signature within KMS, using the KMS key that made it."""


async def verify(
    self: AsyncClient,
    *,
    key_id: str,
    message: Blob,
    signature: Blob,
    signing_algorithm: SigningAlgorithmSpec | UnknownValue,
    message_type: MessageType | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[VerifyResponse, VerifyError]:
    """Checks a signature within KMS, using the KMS key that made it.

    A signature that does not fit is an error, not a False: the call returns
    `Err(KMSInvalidSignatureException)` when message, signature, key or algorithm do not match.
    Match on the result, or call `unwrap()` on it: a program that does neither accepts every
    signature. Stand-ins for KMS, such as moto, return `Ok` with `signature_valid` False instead, so
    test that too. Retrying does not help.

    Message and `message_type` must amount to the same hash as at signing: a message signed `RAW`
    also verifies as its `DIGEST`, but a digest that `Sign` hashed again verifies only when hashed
    again here.

    Verifying locally with the public key (`GetPublicKey`) saves the call and its share of the
    request quota. In return, `Verify` obeys the key policy and leaves a CloudTrail record. Local
    verification with SM2 needs the distinguishing ID, `1234567812345678` in KMS.

    Permission: `kms:Verify` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that signed: key ID, key ARN, alias name (`alias/...`) or alias ARN. It
            must be enabled; an alias that has moved since leads to a failed check.
        message: 1 to 4,096 bytes: the signed message, or its digest with `message_type` `DIGEST` or
            `EXTERNAL_MU`.
        signature: The signature as raw bytes, in the encoding that `Sign` returns: for `ECDSA_...`
            DER, so convert the fixed-length form of JWS first.
        signing_algorithm: The algorithm used for signing; with any other the check fails.
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
        `Ok` with the `VerifyResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidSignatureException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html
    """
    try:
        request = _new_verify_request(
            key_id, message, message_type, signature, signing_algorithm, grant_tokens, dry_run
        )
    finally:
        del message
    return await Verify.request(self, request)


def verify_sync(
    self: SyncClient,
    *,
    key_id: str,
    message: Blob,
    signature: Blob,
    signing_algorithm: SigningAlgorithmSpec | UnknownValue,
    message_type: MessageType | UnknownValue | None = None,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[VerifyResponse, VerifyError]:
    """Checks a signature within KMS, using the KMS key that made it.

    A signature that does not fit is an error, not a False: the call returns
    `Err(KMSInvalidSignatureException)` when message, signature, key or algorithm do not match.
    Match on the result, or call `unwrap()` on it: a program that does neither accepts every
    signature. Stand-ins for KMS, such as moto, return `Ok` with `signature_valid` False instead, so
    test that too. Retrying does not help.

    Message and `message_type` must amount to the same hash as at signing: a message signed `RAW`
    also verifies as its `DIGEST`, but a digest that `Sign` hashed again verifies only when hashed
    again here.

    Verifying locally with the public key (`GetPublicKey`) saves the call and its share of the
    request quota. In return, `Verify` obeys the key policy and leaves a CloudTrail record. Local
    verification with SM2 needs the distinguishing ID, `1234567812345678` in KMS.

    Permission: `kms:Verify` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key that signed: key ID, key ARN, alias name (`alias/...`) or alias ARN. It
            must be enabled; an alias that has moved since leads to a failed check.
        message: 1 to 4,096 bytes: the signed message, or its digest with `message_type` `DIGEST` or
            `EXTERNAL_MU`.
        signature: The signature as raw bytes, in the encoding that `Sign` returns: for `ECDSA_...`
            DER, so convert the fixed-length form of JWS first.
        signing_algorithm: The algorithm used for signing; with any other the check fails.
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
        `Ok` with the `VerifyResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidSignatureException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html
    """
    try:
        request = _new_verify_request(
            key_id, message, message_type, signature, signing_algorithm, grant_tokens, dry_run
        )
    finally:
        del message
    return Verify.request_sync(self, request)


publish(globals(), "smaws_kms")
