# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ScheduleKeyDeletion: request, response, errors and operation."""

from datetime import datetime
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import KeyState
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
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
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import int_json, str_json
from smaws_kms._runtime.serde.json_values import datetime_value, enum_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ScheduleKeyDeletionRequest(BaseShape):
    """The KMS key to delete, and how long to wait before."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN; aliases are not accepted. A key already pending deletion gives
    `KMSInvalidStateException`.
    """
    pending_window_in_days: int | None = field(
        default=None, metadata=member("PendingWindowInDays", Limits(min=1, max=365))
    )
    """Waiting period in days, 7 to 30; 30 when left out. It starts now, except for a multi-Region
    primary key with replicas, where it starts when the last of them is gone.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ScheduleKeyDeletionResponse(BaseShape):
    """When the KMS key will be deleted."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """Key ARN of the KMS key."""
    deletion_date: datetime | None = field(default=None, metadata=member("DeletionDate"))
    """UTC time from which KMS may delete the key. Missing for a multi-Region primary key that still
    has replicas.
    """
    key_state: KeyState | UnknownValue = field(metadata=member("KeyState", always_sent=True))
    """`PendingDeletion`, or `PendingReplicaDeletion` for a multi-Region primary key that still has
    replicas.
    """
    pending_window_in_days: int = field(
        metadata=member("PendingWindowInDays", Limits(min=1, max=365), always_sent=True)
    )
    """The waiting period in days. For a multi-Region primary key with replicas it has not started
    yet.
    """


@constructor(ScheduleKeyDeletionRequest)
def _new_schedule_key_deletion_request(
    self: UnfrozenShape, key_id: object = None, pending_window_in_days: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.pending_window_in_days = (
        None if pending_window_in_days is None else exactly(int, pending_window_in_days)
    )


def _schedule_key_deletion_request_to_json(it: ScheduleKeyDeletionRequest) -> str:
    """Write a usual `ScheduleKeyDeletionRequest` as JSON text."""
    if type(it) is not ScheduleKeyDeletionRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.pending_window_in_days is not None:
        json += ',"PendingWindowInDays":' + int_json(it.pending_window_in_days, 1)
    return json + "}"


@decoder(ScheduleKeyDeletionResponse)
def _schedule_key_deletion_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ScheduleKeyDeletionResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("DeletionDate")
    shape.deletion_date = None if value is None else datetime_value(value)
    shape.key_state = enum_value(KeyState, data["KeyState"])
    shape.pending_window_in_days = value = data["PendingWindowInDays"]
    if type(value) is not int:
        raise Unusual


ScheduleKeyDeletionError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `ScheduleKeyDeletion` can return."""

ScheduleKeyDeletion: Final[
    Operation[ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse, ScheduleKeyDeletionError]
] = Operation(
    name="ScheduleKeyDeletion",
    service=SERVICE,
    input=ScheduleKeyDeletionRequest,
    output=ScheduleKeyDeletionResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_schedule_key_deletion_request_to_json,
    from_json=_schedule_key_deletion_response_from_json,
    already_done_errors=(KMSInvalidStateException,),
)
"""Takes a KMS key out of use now and has KMS delete it after 7 to 30 days."""


async def schedule_key_deletion(
    self: AsyncClient, *, key_id: str, pending_window_in_days: int | None = None
) -> Result[ScheduleKeyDeletionResponse, ScheduleKeyDeletionError]:
    """Takes a KMS key out of use now and has KMS delete it after 7 to 30 days.

    The key goes to state `PendingDeletion` at once and fails every cryptographic operation from
    then on. Until the waiting period is over, `CancelKeyDeletion` brings it back, disabled; after
    that, key, key material and aliases are gone and everything encrypted under it is lost for good
    (spared: a replica whose multi-Region set lives on, and asymmetric or HMAC keys with imported
    key material that you still have). When in doubt use `DisableKey`, which is reversible.
    Plaintext data keys that services hold in memory go on working, so missing failures do not prove
    that the key is unused.

    A multi-Region primary key with replicas goes to `PendingReplicaDeletion` instead: unusable, but
    deleted only after the last replica has been deleted, and its own waiting period starts only
    then.

    For keys in an AWS CloudHSM key store, key material may be left behind in the cluster and its
    backups. For external key stores the external key stays, yet it alone cannot decrypt what the
    KMS key encrypted.

    Permission: `kms:ScheduleKeyDeletion` in the key policy; the condition key
    `kms:ScheduleKeyDeletionPendingWindowInDays` can restrict the waiting period.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted. A key already pending deletion gives
            `KMSInvalidStateException`.
        pending_window_in_days: Waiting period in days, 7 to 30; 30 when left out. It starts now,
            except for a multi-Region primary key with replicas, where it starts when the last of
            them is gone.

    Returns:
        `Ok` with the `ScheduleKeyDeletionResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
    """
    return await ScheduleKeyDeletion.request(
        self, _new_schedule_key_deletion_request(key_id, pending_window_in_days)
    )


def schedule_key_deletion_sync(
    self: SyncClient, *, key_id: str, pending_window_in_days: int | None = None
) -> Result[ScheduleKeyDeletionResponse, ScheduleKeyDeletionError]:
    """Takes a KMS key out of use now and has KMS delete it after 7 to 30 days.

    The key goes to state `PendingDeletion` at once and fails every cryptographic operation from
    then on. Until the waiting period is over, `CancelKeyDeletion` brings it back, disabled; after
    that, key, key material and aliases are gone and everything encrypted under it is lost for good
    (spared: a replica whose multi-Region set lives on, and asymmetric or HMAC keys with imported
    key material that you still have). When in doubt use `DisableKey`, which is reversible.
    Plaintext data keys that services hold in memory go on working, so missing failures do not prove
    that the key is unused.

    A multi-Region primary key with replicas goes to `PendingReplicaDeletion` instead: unusable, but
    deleted only after the last replica has been deleted, and its own waiting period starts only
    then.

    For keys in an AWS CloudHSM key store, key material may be left behind in the cluster and its
    backups. For external key stores the external key stays, yet it alone cannot decrypt what the
    KMS key encrypted.

    Permission: `kms:ScheduleKeyDeletion` in the key policy; the condition key
    `kms:ScheduleKeyDeletionPendingWindowInDays` can restrict the waiting period.
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted. A key already pending deletion gives
            `KMSInvalidStateException`.
        pending_window_in_days: Waiting period in days, 7 to 30; 30 when left out. It starts now,
            except for a multi-Region primary key with replicas, where it starts when the last of
            them is gone.

    Returns:
        `Ok` with the `ScheduleKeyDeletionResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
    """
    return ScheduleKeyDeletion.request_sync(
        self, _new_schedule_key_deletion_request(key_id, pending_window_in_days)
    )


publish(globals(), "smaws_kms")
