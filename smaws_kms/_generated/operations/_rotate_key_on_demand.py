# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""RotateKeyOnDemand: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    ConflictException,
    DependencyTimeoutException,
    DisabledException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    LimitExceededException,
    NotFoundException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Creation
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class RotateKeyOnDemandRequest(BaseShape):
    """The KMS key to rotate."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of an enabled, customer managed, symmetric encryption KMS key; for
    multi-Region keys, of the primary. Aliases are not accepted.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class RotateKeyOnDemandResponse(BaseShape):
    """Confirms that the rotation has started, not that it is done."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The KMS key whose rotation has started."""


@constructor(RotateKeyOnDemandRequest)
def _new_rotate_key_on_demand_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _rotate_key_on_demand_request_to_json(it: RotateKeyOnDemandRequest) -> str:
    """Write a usual `RotateKeyOnDemandRequest` as JSON text."""
    if type(it) is not RotateKeyOnDemandRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


@decoder(RotateKeyOnDemandResponse)
def _rotate_key_on_demand_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `RotateKeyOnDemandResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual


RotateKeyOnDemandError: TypeAlias = (
    ConflictException
    | DependencyTimeoutException
    | DisabledException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `RotateKeyOnDemand` can return."""

RotateKeyOnDemand: Final[
    Operation[RotateKeyOnDemandRequest, RotateKeyOnDemandResponse, RotateKeyOnDemandError]
] = Operation(
    name="RotateKeyOnDemand",
    service=SERVICE,
    input=RotateKeyOnDemandRequest,
    output=RotateKeyOnDemandResponse,
    errors=(
        ConflictException,
        DependencyTimeoutException,
        DisabledException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        LimitExceededException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_rotate_key_on_demand_request_to_json,
    from_json=_rotate_key_on_demand_response_from_json,
    creates=Creation(),
)
"""Starts a rotation of a symmetric KMS key's key material right away."""


async def rotate_key_on_demand(
    self: AsyncClient, *, key_id: str
) -> Result[RotateKeyOnDemandResponse, RotateKeyOnDemandError]:
    """Starts a rotation of a symmetric KMS key's key material right away.

    Key ID, ARN, aliases and policies stay the same. New encryptions use the new key material, while
    `Decrypt` keeps working for old ciphertexts; these are not re-encrypted (see `ReEncrypt`).
    Rotation runs in the background: follow it with `GetKeyRotationStatus`, and find finished
    rotations with `ListKeyRotations`.

    A KMS key allows 25 on-demand rotations in its lifetime, and the quota cannot be increased. The
    schedule of automatic rotation neither has to exist nor is moved by the call. The first and
    second rotation of a KMS key each increase its monthly price.

    Not for asymmetric or HMAC keys, keys in custom key stores or AWS managed keys. With imported
    key material, import the new material first, so that it is in state `PENDING_ROTATION`. For
    multi-Region keys call it on the primary key; with imported material, after every replica has
    received the new material too.

    Permission: `kms:RotateKeyOnDemand` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN of an enabled, customer managed, symmetric encryption KMS key; for
            multi-Region keys, of the primary. Aliases are not accepted.

    Returns:
        `Ok` with the `RotateKeyOnDemandResponse`, or `Err` with `ConflictException`,
        `DependencyTimeoutException`, `DisabledException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `LimitExceededException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html
    """
    return await RotateKeyOnDemand.request(self, _new_rotate_key_on_demand_request(key_id))


def rotate_key_on_demand_sync(
    self: SyncClient, *, key_id: str
) -> Result[RotateKeyOnDemandResponse, RotateKeyOnDemandError]:
    """Starts a rotation of a symmetric KMS key's key material right away.

    Key ID, ARN, aliases and policies stay the same. New encryptions use the new key material, while
    `Decrypt` keeps working for old ciphertexts; these are not re-encrypted (see `ReEncrypt`).
    Rotation runs in the background: follow it with `GetKeyRotationStatus`, and find finished
    rotations with `ListKeyRotations`.

    A KMS key allows 25 on-demand rotations in its lifetime, and the quota cannot be increased. The
    schedule of automatic rotation neither has to exist nor is moved by the call. The first and
    second rotation of a KMS key each increase its monthly price.

    Not for asymmetric or HMAC keys, keys in custom key stores or AWS managed keys. With imported
    key material, import the new material first, so that it is in state `PENDING_ROTATION`. For
    multi-Region keys call it on the primary key; with imported material, after every replica has
    received the new material too.

    Permission: `kms:RotateKeyOnDemand` in the key policy.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN of an enabled, customer managed, symmetric encryption KMS key; for
            multi-Region keys, of the primary. Aliases are not accepted.

    Returns:
        `Ok` with the `RotateKeyOnDemandResponse`, or `Err` with `ConflictException`,
        `DependencyTimeoutException`, `DisabledException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `LimitExceededException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_RotateKeyOnDemand.html
    """
    return RotateKeyOnDemand.request_sync(self, _new_rotate_key_on_demand_request(key_id))


publish(globals(), "smaws_kms")
