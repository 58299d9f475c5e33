# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Decapsulate: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import EncapsulationAlgorithmSpec
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DisabledException,
    DryRunOperationException,
    InvalidCiphertextException,
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DecapsulateRequest(BaseShape):
    """The encapsulated secret and the key it was made for."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The ML-KEM key whose public half the peer used: key ID, key ARN, alias name (`alias/...`) or
    alias ARN. It must be enabled and have key usage `ENCAPSULATE_DECAPSULATE`.
    """
    shared_secret_ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("SharedSecretCiphertextBlob", Limits(min=1, max=6144))
    )
    """Ciphertext received from the peer: 768 bytes for `ML_KEM_512`, 1,088 for `ML_KEM_768`, 1,568
    for `ML_KEM_1024`.
    """
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue = field(
        metadata=member("EncapsulationAlgorithm")
    )
    """The encapsulation algorithm; `ML_KEM` is the only one so far."""
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


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DecapsulateResponse(BaseShape):
    """The shared secret, to be confirmed with the peer before use."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Identifies the ML-KEM key that did the work."""
    shared_secret: bytes = field(
        converter=to_bytes, metadata=member("SharedSecret", Limits(min=1, max=4096), sensitive=True)
    )
    """32 secret bytes, equal to the peer's if nothing went wrong on the way. Good as a key
    directly, or as input of a key derivation function for several keys.
    """
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue = field(
        metadata=member("EncapsulationAlgorithm", always_sent=True)
    )
    """The algorithm applied, as in the request."""


@constructor(DecapsulateRequest)
def _new_decapsulate_request(
    self: UnfrozenShape,
    key_id: object = None,
    shared_secret_ciphertext_blob: object = None,
    encapsulation_algorithm: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.shared_secret_ciphertext_blob = exactly(bytes, shared_secret_ciphertext_blob)
    self.encapsulation_algorithm = exactly(EncapsulationAlgorithmSpec, encapsulation_algorithm)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _decapsulate_request_to_json(it: DecapsulateRequest) -> str:
    """Write a usual `DecapsulateRequest` as JSON text."""
    if type(it) is not DecapsulateRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"SharedSecretCiphertextBlob":' + bytes_json(it.shared_secret_ciphertext_blob, 1)
    json += ',"EncapsulationAlgorithm":' + enum_json(
        EncapsulationAlgorithmSpec, it.encapsulation_algorithm
    )
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


@decoder(DecapsulateResponse)
def _decapsulate_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `DecapsulateResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.shared_secret = bytes_value(data["SharedSecret"])
    shape.encapsulation_algorithm = enum_value(
        EncapsulationAlgorithmSpec, data["EncapsulationAlgorithm"]
    )


DecapsulateError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | InvalidCiphertextException
    | InvalidGrantTokenException
    | InvalidKeyUsageException
    | KeyUnavailableException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `Decapsulate` can return."""

Decapsulate: Final[Operation[DecapsulateRequest, DecapsulateResponse, DecapsulateError]] = (
    Operation(
        name="Decapsulate",
        service=SERVICE,
        input=DecapsulateRequest,
        output=DecapsulateResponse,
        errors=(
            DependencyTimeoutException,
            DisabledException,
            DryRunOperationException,
            InvalidCiphertextException,
            InvalidGrantTokenException,
            InvalidKeyUsageException,
            KeyUnavailableException,
            KMSInternalException,
            KMSInvalidStateException,
            NotFoundException,
        ),
        to_json=_decapsulate_request_to_json,
        from_json=_decapsulate_response_from_json,
    )
)
"""Recovers the shared secret that a peer encapsulated for an ML-KEM KMS key."""


async def decapsulate(
    self: AsyncClient,
    *,
    key_id: str,
    shared_secret_ciphertext_blob: Blob,
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[DecapsulateResponse, DecapsulateError]:
    """Recovers the shared secret that a peer encapsulated for an ML-KEM KMS key.

    The receiving half of ML-KEM (FIPS 203): the peer runs `Encapsulate`, or any ML-KEM library with
    the output of `GetPublicKey`, and sends you the ciphertext. Not offered in the China Regions.

    A successful response proves nothing. ML-KEM rejects implicitly: a tampered ciphertext, or one
    made for another key, yields 32 pseudo-random bytes instead of an error, and only a wrong length
    gives `Err(InvalidCiphertextException)`. Let both sides confirm that they hold the same secret,
    for instance by a MAC over the handshake, before relying on it.

    Permission: `kms:Decapsulate` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The ML-KEM key whose public half the peer used: key ID, key ARN, alias name
            (`alias/...`) or alias ARN. It must be enabled and have key usage
            `ENCAPSULATE_DECAPSULATE`.
        shared_secret_ciphertext_blob: Ciphertext received from the peer: 768 bytes for
            `ML_KEM_512`, 1,088 for `ML_KEM_768`, 1,568 for `ML_KEM_1024`.
        encapsulation_algorithm: The encapsulation algorithm; `ML_KEM` is the only one so far.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `DecapsulateResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidCiphertextException`,
        `InvalidGrantTokenException`, `InvalidKeyUsageException`, `KeyUnavailableException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Decapsulate.html
    """
    return await Decapsulate.request(
        self,
        _new_decapsulate_request(
            key_id, shared_secret_ciphertext_blob, encapsulation_algorithm, grant_tokens, dry_run
        ),
    )


def decapsulate_sync(
    self: SyncClient,
    *,
    key_id: str,
    shared_secret_ciphertext_blob: Blob,
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[DecapsulateResponse, DecapsulateError]:
    """Recovers the shared secret that a peer encapsulated for an ML-KEM KMS key.

    The receiving half of ML-KEM (FIPS 203): the peer runs `Encapsulate`, or any ML-KEM library with
    the output of `GetPublicKey`, and sends you the ciphertext. Not offered in the China Regions.

    A successful response proves nothing. ML-KEM rejects implicitly: a tampered ciphertext, or one
    made for another key, yields 32 pseudo-random bytes instead of an error, and only a wrong length
    gives `Err(InvalidCiphertextException)`. Let both sides confirm that they hold the same secret,
    for instance by a MAC over the handshake, before relying on it.

    Permission: `kms:Decapsulate` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The ML-KEM key whose public half the peer used: key ID, key ARN, alias name
            (`alias/...`) or alias ARN. It must be enabled and have key usage
            `ENCAPSULATE_DECAPSULATE`.
        shared_secret_ciphertext_blob: Ciphertext received from the peer: 768 bytes for
            `ML_KEM_512`, 1,088 for `ML_KEM_768`, 1,568 for `ML_KEM_1024`.
        encapsulation_algorithm: The encapsulation algorithm; `ML_KEM` is the only one so far.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `DecapsulateResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidCiphertextException`,
        `InvalidGrantTokenException`, `InvalidKeyUsageException`, `KeyUnavailableException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Decapsulate.html
    """
    return Decapsulate.request_sync(
        self,
        _new_decapsulate_request(
            key_id, shared_secret_ciphertext_blob, encapsulation_algorithm, grant_tokens, dry_run
        ),
    )


publish(globals(), "smaws_kms")
