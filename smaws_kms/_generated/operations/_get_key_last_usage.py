# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GetKeyLastUsage: request, response, errors and operation."""

from datetime import datetime
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    NotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import KeyLastUsageData, key_last_usage_data_from_json
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.json_values import datetime_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetKeyLastUsageRequest(BaseShape):
    """The KMS key in question."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN. Aliases are refused."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetKeyLastUsageResponse(BaseShape):
    """The most recent use on record, and since when records exist."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """The KMS key that the answer is about."""
    key_last_usage: KeyLastUsageData | None = field(default=None, metadata=member("KeyLastUsage"))
    """Operation, time and CloudTrail event of the most recent successful use. Without any use since
    `tracking_start_date`, an object whose fields are all None.
    """
    tracking_start_date: datetime = field(metadata=member("TrackingStartDate", always_sent=True))
    """When records of this key's use begin (UTC): the start of tracking in KMS or the creation of
    the key, whichever came last.
    """
    key_creation_date: datetime = field(metadata=member("KeyCreationDate", always_sent=True))
    """When the key was created (UTC). If earlier than `tracking_start_date`, a missing
    `key_last_usage` proves nothing about the time before.
    """


@constructor(GetKeyLastUsageRequest)
def _new_get_key_last_usage_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _get_key_last_usage_request_to_json(it: GetKeyLastUsageRequest) -> str:
    """Write a usual `GetKeyLastUsageRequest` as JSON text."""
    if type(it) is not GetKeyLastUsageRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


@decoder(GetKeyLastUsageResponse)
def _get_key_last_usage_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GetKeyLastUsageResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual
    value = data.get("KeyLastUsage")
    shape.key_last_usage = None if value is None else key_last_usage_data_from_json(value)
    shape.tracking_start_date = datetime_value(data["TrackingStartDate"])
    shape.key_creation_date = datetime_value(data["KeyCreationDate"])


GetKeyLastUsageError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | NotFoundException
    | CommonError
)
"""Errors that `GetKeyLastUsage` can return."""

GetKeyLastUsage: Final[
    Operation[GetKeyLastUsageRequest, GetKeyLastUsageResponse, GetKeyLastUsageError]
] = Operation(
    name="GetKeyLastUsage",
    service=SERVICE,
    input=GetKeyLastUsageRequest,
    output=GetKeyLastUsageResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        NotFoundException,
    ),
    to_json=_get_key_last_usage_request_to_json,
    from_json=_get_key_last_usage_response_from_json,
)
"""Tells when, and for what, a KMS key last did cryptographic work."""


async def get_key_last_usage(
    self: AsyncClient, *, key_id: str
) -> Result[GetKeyLastUsageResponse, GetKeyLastUsageError]:
    """Tells when, and for what, a KMS key last did cryptographic work.

    Only successful cryptographic operations count. If `key_last_usage` is empty, compare two dates:
    a key with `key_creation_date` on or after `tracking_start_date` has never been used; an older
    key may have been used before KMS kept records, and only your CloudTrail logs can tell.

    Do not schedule a deletion on this evidence alone. Disable the key first and watch CloudTrail
    for `DisabledException`: a yearly job shows up there before its data is lost. Each key of a
    multi-Region set has its own record, and a `ReEncrypt` updates the source key and the
    destination key separately.

    Permission: `kms:GetKeyLastUsage` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are refused.

    Returns:
        `Ok` with the `GetKeyLastUsageResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html
    """
    return await GetKeyLastUsage.request(self, _new_get_key_last_usage_request(key_id))


def get_key_last_usage_sync(
    self: SyncClient, *, key_id: str
) -> Result[GetKeyLastUsageResponse, GetKeyLastUsageError]:
    """Tells when, and for what, a KMS key last did cryptographic work.

    Only successful cryptographic operations count. If `key_last_usage` is empty, compare two dates:
    a key with `key_creation_date` on or after `tracking_start_date` has never been used; an older
    key may have been used before KMS kept records, and only your CloudTrail logs can tell.

    Do not schedule a deletion on this evidence alone. Disable the key first and watch CloudTrail
    for `DisabledException`: a yearly job shows up there before its data is lost. Each key of a
    multi-Region set has its own record, and a `ReEncrypt` updates the source key and the
    destination key separately.

    Permission: `kms:GetKeyLastUsage` in the key policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are refused.

    Returns:
        `Ok` with the `GetKeyLastUsageResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyLastUsage.html
    """
    return GetKeyLastUsage.request_sync(self, _new_get_key_last_usage_request(key_id))


publish(globals(), "smaws_kms")
