# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DisableKeyRotation: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DisabledException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    NotFoundException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DisableKeyRotationRequest(BaseShape):
    """Which key shall no longer rotate."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a symmetric encryption key whose material KMS generated. Aliases are not
    accepted.
    """


@constructor(DisableKeyRotationRequest)
def _new_disable_key_rotation_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _disable_key_rotation_request_to_json(it: DisableKeyRotationRequest) -> str:
    """Write a usual `DisableKeyRotationRequest` as JSON text."""
    if type(it) is not DisableKeyRotationRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


DisableKeyRotationError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `DisableKeyRotation` can return."""

DisableKeyRotation: Final[Operation[DisableKeyRotationRequest, None, DisableKeyRotationError]] = (
    Operation(
        name="DisableKeyRotation",
        service=SERVICE,
        input=DisableKeyRotationRequest,
        output=None,
        errors=(
            DependencyTimeoutException,
            DisabledException,
            InvalidArnException,
            KMSInternalException,
            KMSInvalidStateException,
            NotFoundException,
            UnsupportedOperationException,
        ),
        to_json=_disable_key_rotation_request_to_json,
    )
)
"""Stops the automatic rotation of a symmetric encryption KMS key."""


async def disable_key_rotation(
    self: AsyncClient, *, key_id: str
) -> Result[None, DisableKeyRotationError]:
    """Stops the automatic rotation of a symmetric encryption KMS key.

    Earlier key material stays with the key, so existing ciphertext can still be decrypted, and
    `RotateKeyOnDemand` remains possible. For multi-Region keys call this on the primary; the
    replicas follow.

    The key must be enabled. Keys that never rotate automatically (asymmetric, HMAC, imported
    material, custom key stores) give `Err(UnsupportedOperationException)`, and the yearly rotation
    of AWS managed keys cannot be turned off.

    Permission: `kms:DisableKeyRotation` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a symmetric encryption key whose material KMS generated.
            Aliases are not accepted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DisabledException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html
    """
    return await DisableKeyRotation.request(self, _new_disable_key_rotation_request(key_id))


def disable_key_rotation_sync(
    self: SyncClient, *, key_id: str
) -> Result[None, DisableKeyRotationError]:
    """Stops the automatic rotation of a symmetric encryption KMS key.

    Earlier key material stays with the key, so existing ciphertext can still be decrypted, and
    `RotateKeyOnDemand` remains possible. For multi-Region keys call this on the primary; the
    replicas follow.

    The key must be enabled. Keys that never rotate automatically (asymmetric, HMAC, imported
    material, custom key stores) give `Err(UnsupportedOperationException)`, and the yearly rotation
    of AWS managed keys cannot be turned off.

    Permission: `kms:DisableKeyRotation` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a symmetric encryption key whose material KMS generated.
            Aliases are not accepted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DisabledException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKeyRotation.html
    """
    return DisableKeyRotation.request_sync(self, _new_disable_key_rotation_request(key_id))


publish(globals(), "smaws_kms")
