# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""Encapsulate: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import EncapsulationAlgorithmSpec
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


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class EncapsulateRequest(BaseShape):
    """Which ML-KEM key the secret is meant for."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It needs key spec
    `ML_KEM_512`, `ML_KEM_768` or `ML_KEM_1024`, key usage `ENCAPSULATE_DECAPSULATE`, and must be
    enabled.
    """
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue = field(
        metadata=member("EncapsulationAlgorithm")
    )
    """`ML_KEM`, so far the sole choice for every ML-KEM key spec. Required nevertheless."""
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
class EncapsulateResponse(BaseShape):
    """The new secret, once in the clear and once encapsulated."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The ML-KEM key whose public half was used."""
    shared_secret: bytes = field(
        converter=to_bytes, metadata=member("SharedSecret", Limits(min=1, max=4096), sensitive=True)
    )
    """The secret itself: 32 random bytes, fit for use as a symmetric key or as input of a key
    derivation function. Keep it in memory only; the other side gets the encapsulated form.
    """
    shared_secret_ciphertext_blob: bytes = field(
        converter=to_bytes, metadata=member("SharedSecretCiphertextBlob", Limits(min=1, max=6144))
    )
    """The encapsulated secret, to be sent to whoever may call `Decapsulate`. Its length follows
    from the key spec: 768 bytes (`ML_KEM_512`), 1,088 (`ML_KEM_768`) or 1,568 (`ML_KEM_1024`).
    """
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue = field(
        metadata=member("EncapsulationAlgorithm", always_sent=True)
    )
    """Algorithm that KMS applied; `Decapsulate` wants the same value."""


@constructor(EncapsulateRequest)
def _new_encapsulate_request(
    self: UnfrozenShape,
    key_id: object = None,
    encapsulation_algorithm: object = None,
    grant_tokens: object = None,
    dry_run: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.encapsulation_algorithm = exactly(EncapsulationAlgorithmSpec, encapsulation_algorithm)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _encapsulate_request_to_json(it: EncapsulateRequest) -> str:
    """Write a usual `EncapsulateRequest` as JSON text."""
    if type(it) is not EncapsulateRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
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


@decoder(EncapsulateResponse)
def _encapsulate_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `EncapsulateResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.shared_secret = bytes_value(data["SharedSecret"])
    shape.shared_secret_ciphertext_blob = bytes_value(data["SharedSecretCiphertextBlob"])
    shape.encapsulation_algorithm = enum_value(
        EncapsulationAlgorithmSpec, data["EncapsulationAlgorithm"]
    )


EncapsulateError: TypeAlias = (
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
"""Errors that `Encapsulate` can return."""

Encapsulate: Final[Operation[EncapsulateRequest, EncapsulateResponse, EncapsulateError]] = (
    Operation(
        name="Encapsulate",
        service=SERVICE,
        input=EncapsulateRequest,
        output=EncapsulateResponse,
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
        to_json=_encapsulate_request_to_json,
        from_json=_encapsulate_response_from_json,
    )
)
"""Creates a fresh shared secret and wraps it for the holder of an ML-KEM KMS key."""


async def encapsulate(
    self: AsyncClient,
    *,
    key_id: str,
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[EncapsulateResponse, EncapsulateError]:
    """Creates a fresh shared secret and wraps it for the holder of an ML-KEM KMS key.

    ML-KEM (FIPS 203) is post-quantum key establishment. This call makes a new random secret each
    time and returns it twice: in the clear for the caller, and encapsulated for the other side, who
    recovers it with `Decapsulate`. Only the public half of the KMS key takes part, so the same can
    be done offline with the output of `GetPublicKey`.

    The encapsulated form is not authenticated. `Decapsulate` answers a tampered value, or one made
    for another key, with 32 different bytes and no error, so let both sides prove that they hold
    the same secret before it protects anything.

    The China Regions do not offer this operation.

    Permission: `kms:Encapsulate` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It needs key
            spec `ML_KEM_512`, `ML_KEM_768` or `ML_KEM_1024`, key usage `ENCAPSULATE_DECAPSULATE`,
            and must be enabled.
        encapsulation_algorithm: `ML_KEM`, so far the sole choice for every ML-KEM key spec.
            Required nevertheless.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `EncapsulateResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Encapsulate.html
    """
    return await Encapsulate.request(
        self, _new_encapsulate_request(key_id, encapsulation_algorithm, grant_tokens, dry_run)
    )


def encapsulate_sync(
    self: SyncClient,
    *,
    key_id: str,
    encapsulation_algorithm: EncapsulationAlgorithmSpec | UnknownValue,
    grant_tokens: Sequence[str] | None = None,
    dry_run: bool | None = None,
) -> Result[EncapsulateResponse, EncapsulateError]:
    """Creates a fresh shared secret and wraps it for the holder of an ML-KEM KMS key.

    ML-KEM (FIPS 203) is post-quantum key establishment. This call makes a new random secret each
    time and returns it twice: in the clear for the caller, and encapsulated for the other side, who
    recovers it with `Decapsulate`. Only the public half of the KMS key takes part, so the same can
    be done offline with the output of `GetPublicKey`.

    The encapsulated form is not authenticated. `Decapsulate` answers a tampered value, or one made
    for another key, with 32 different bytes and no error, so let both sides prove that they hold
    the same secret before it protects anything.

    The China Regions do not offer this operation.

    Permission: `kms:Encapsulate` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID, key ARN, alias name (`alias/...`) or alias ARN. It needs key
            spec `ML_KEM_512`, `ML_KEM_768` or `ML_KEM_1024`, key usage `ENCAPSULATE_DECAPSULATE`,
            and must be enabled.
        encapsulation_algorithm: `ML_KEM`, so far the sole choice for every ML-KEM key spec.
            Required nevertheless.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok` with the `EncapsulateResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidGrantTokenException`,
        `InvalidKeyUsageException`, `KeyUnavailableException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_Encapsulate.html
    """
    return Encapsulate.request_sync(
        self, _new_encapsulate_request(key_id, encapsulation_algorithm, grant_tokens, dry_run)
    )


publish(globals(), "smaws_kms")
