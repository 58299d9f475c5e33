# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""EnableKeyRotation: request, response, errors and operation."""

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
from smaws_kms._runtime.serde.json_text import int_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class EnableKeyRotationRequest(BaseShape):
    """Which key to rotate, and how often."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a symmetric encryption key whose material KMS generated. Aliases are not
    accepted.
    """
    rotation_period_in_days: int | None = field(
        default=None, metadata=member("RotationPeriodInDays", Limits(min=90, max=2560))
    )
    """Days between rotations, and from this call until the first one: 90 to 2,560, by default 365.
    """


@constructor(EnableKeyRotationRequest)
def _new_enable_key_rotation_request(
    self: UnfrozenShape, key_id: object = None, rotation_period_in_days: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.rotation_period_in_days = (
        None if rotation_period_in_days is None else exactly(int, rotation_period_in_days)
    )


def _enable_key_rotation_request_to_json(it: EnableKeyRotationRequest) -> str:
    """Write a usual `EnableKeyRotationRequest` as JSON text."""
    if type(it) is not EnableKeyRotationRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.rotation_period_in_days is not None:
        json += ',"RotationPeriodInDays":' + int_json(it.rotation_period_in_days, 90)
    return json + "}"


EnableKeyRotationError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `EnableKeyRotation` can return."""

EnableKeyRotation: Final[Operation[EnableKeyRotationRequest, None, EnableKeyRotationError]] = (
    Operation(
        name="EnableKeyRotation",
        service=SERVICE,
        input=EnableKeyRotationRequest,
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
        to_json=_enable_key_rotation_request_to_json,
    )
)
"""Turns on automatic rotation of a symmetric encryption KMS key, or sets its period."""


async def enable_key_rotation(
    self: AsyncClient, *, key_id: str, rotation_period_in_days: int | None = None
) -> Result[None, EnableKeyRotationError]:
    """Turns on automatic rotation of a symmetric encryption KMS key, or sets its period.

    Rotation adds key material behind the same key ID and ARN: new data is encrypted with the
    newest, older ciphertext still decrypts, and nothing has to change in code. It does not
    re-encrypt stored data. The first two rotations of a key each increase its monthly price; later
    ones do not.

    Possible only for enabled customer managed keys with spec `SYMMETRIC_DEFAULT` and origin
    `AWS_KMS`; for multi-Region keys call it on the primary. Imported material is rotated with
    `RotateKeyOnDemand` instead. Calling this again with another period changes the schedule.

    Permission: `kms:EnableKeyRotation` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a symmetric encryption key whose material KMS generated.
            Aliases are not accepted.
        rotation_period_in_days: Days between rotations, and from this call until the first one: 90
            to 2,560, by default 365.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DisabledException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
    """
    return await EnableKeyRotation.request(
        self, _new_enable_key_rotation_request(key_id, rotation_period_in_days)
    )


def enable_key_rotation_sync(
    self: SyncClient, *, key_id: str, rotation_period_in_days: int | None = None
) -> Result[None, EnableKeyRotationError]:
    """Turns on automatic rotation of a symmetric encryption KMS key, or sets its period.

    Rotation adds key material behind the same key ID and ARN: new data is encrypted with the
    newest, older ciphertext still decrypts, and nothing has to change in code. It does not
    re-encrypt stored data. The first two rotations of a key each increase its monthly price; later
    ones do not.

    Possible only for enabled customer managed keys with spec `SYMMETRIC_DEFAULT` and origin
    `AWS_KMS`; for multi-Region keys call it on the primary. Imported material is rotated with
    `RotateKeyOnDemand` instead. Calling this again with another period changes the schedule.

    Permission: `kms:EnableKeyRotation` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a symmetric encryption key whose material KMS generated.
            Aliases are not accepted.
        rotation_period_in_days: Days between rotations, and from this call until the first one: 90
            to 2,560, by default 365.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DisabledException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
    """
    return EnableKeyRotation.request_sync(
        self, _new_enable_key_rotation_request(key_id, rotation_period_in_days)
    )


publish(globals(), "smaws_kms")
