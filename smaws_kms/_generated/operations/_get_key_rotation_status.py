# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GetKeyRotationStatus: request, response, errors and operation."""

from datetime import datetime
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
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
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.json_values import bool_value, datetime_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetKeyRotationStatusRequest(BaseShape):
    """The KMS key in question."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are not accepted.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetKeyRotationStatusResponse(BaseShape):
    """State and schedule of rotation."""

    key_rotation_enabled: bool = field(default=False, metadata=member("KeyRotationEnabled"))
    """True if KMS rotates the key material on a schedule. On-demand rotation is possible either
    way. False while the key is pending deletion.
    """
    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The KMS key that the answer is about."""
    rotation_period_in_days: int | None = field(
        default=None, metadata=member("RotationPeriodInDays", Limits(min=90, max=2560))
    )
    """Days between two automatic rotations, 90 to 2,560; 365 unless `EnableKeyRotation` set another
    period.
    """
    next_rotation_date: datetime | None = field(default=None, metadata=member("NextRotationDate"))
    """When the next automatic rotation is due (UTC)."""
    on_demand_rotation_start_date: datetime | None = field(
        default=None, metadata=member("OnDemandRotationStartDate")
    )
    """When the on-demand rotation now under way was requested (UTC). None if there is none; poll
    for that after `RotateKeyOnDemand`, which returns before the rotation is done.
    """


@constructor(GetKeyRotationStatusRequest)
def _new_get_key_rotation_status_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _get_key_rotation_status_request_to_json(it: GetKeyRotationStatusRequest) -> str:
    """Write a usual `GetKeyRotationStatusRequest` as JSON text."""
    if type(it) is not GetKeyRotationStatusRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


@decoder(GetKeyRotationStatusResponse)
def _get_key_rotation_status_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GetKeyRotationStatusResponse` from its JSON object."""
    value = data.get("KeyRotationEnabled")
    shape.key_rotation_enabled = False if value is None else bool_value(value)
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    shape.rotation_period_in_days = value = data.get("RotationPeriodInDays")
    if value is not None and type(value) is not int:
        raise Unusual
    value = data.get("NextRotationDate")
    shape.next_rotation_date = None if value is None else datetime_value(value)
    value = data.get("OnDemandRotationStartDate")
    shape.on_demand_rotation_start_date = None if value is None else datetime_value(value)


GetKeyRotationStatusError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `GetKeyRotationStatus` can return."""

GetKeyRotationStatus: Final[
    Operation[GetKeyRotationStatusRequest, GetKeyRotationStatusResponse, GetKeyRotationStatusError]
] = Operation(
    name="GetKeyRotationStatus",
    service=SERVICE,
    input=GetKeyRotationStatusRequest,
    output=GetKeyRotationStatusResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_get_key_rotation_status_request_to_json,
    from_json=_get_key_rotation_status_response_from_json,
)
"""Tells whether a KMS key rotates automatically, how often, and when next."""


async def get_key_rotation_status(
    self: AsyncClient, *, key_id: str
) -> Result[GetKeyRotationStatusResponse, GetKeyRotationStatusError]:
    """Tells whether a KMS key rotates automatically, how often, and when next.

    Automatic rotation exists for symmetric encryption keys whose material KMS made. Asymmetric and
    HMAC keys, imported material and keys of custom key stores never rotate by schedule. AWS managed
    keys always do, once a year. For multi-Region keys, rotation is set on the primary key.

    A disabled key keeps its setting but does not rotate; once enabled again it rotates at once if
    that is overdue. A key pending deletion reports False until the deletion is cancelled.
    `ListKeyRotations` has the rotations already completed.

    Permission: `kms:GetKeyRotationStatus` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are not
            accepted.

    Returns:
        `Ok` with the `GetKeyRotationStatusResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
    """
    return await GetKeyRotationStatus.request(self, _new_get_key_rotation_status_request(key_id))


def get_key_rotation_status_sync(
    self: SyncClient, *, key_id: str
) -> Result[GetKeyRotationStatusResponse, GetKeyRotationStatusError]:
    """Tells whether a KMS key rotates automatically, how often, and when next.

    Automatic rotation exists for symmetric encryption keys whose material KMS made. Asymmetric and
    HMAC keys, imported material and keys of custom key stores never rotate by schedule. AWS managed
    keys always do, once a year. For multi-Region keys, rotation is set on the primary key.

    A disabled key keeps its setting but does not rotate; once enabled again it rotates at once if
    that is overdue. A key pending deletion reports False until the deletion is cancelled.
    `ListKeyRotations` has the rotations already completed.

    Permission: `kms:GetKeyRotationStatus` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key: key ID or key ARN, the ARN if another account owns it. Aliases are not
            accepted.

    Returns:
        `Ok` with the `GetKeyRotationStatusResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException`, `UnsupportedOperationException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyRotationStatus.html
    """
    return GetKeyRotationStatus.request_sync(self, _new_get_key_rotation_status_request(key_id))


publish(globals(), "smaws_kms")
