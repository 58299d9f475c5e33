# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""EnableKey: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    LimitExceededException,
    NotFoundException,
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
class EnableKeyRequest(BaseShape):
    """Which key to enable."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a customer managed key. Aliases are not accepted."""


@constructor(EnableKeyRequest)
def _new_enable_key_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _enable_key_request_to_json(it: EnableKeyRequest) -> str:
    """Write a usual `EnableKeyRequest` as JSON text."""
    if type(it) is not EnableKeyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


EnableKeyError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | NotFoundException
    | CommonError
)
"""Errors that `EnableKey` can return."""

EnableKey: Final[Operation[EnableKeyRequest, None, EnableKeyError]] = Operation(
    name="EnableKey",
    service=SERVICE,
    input=EnableKeyRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        LimitExceededException,
        NotFoundException,
    ),
    to_json=_enable_key_request_to_json,
)
"""Makes a disabled KMS key usable again."""


async def enable_key(self: AsyncClient, *, key_id: str) -> Result[None, EnableKeyError]:
    """Makes a disabled KMS key usable again.

    For keys in state `Disabled`, which includes those just rescued by `CancelKeyDeletion`. One that
    awaits deletion or lacks its imported material gives `Err(KMSInvalidStateException)`.

    The change spreads through KMS within seconds as a rule; until then operations may still give
    `Err(DisabledException)`, so retry for a while. If automatic rotation is on and became overdue
    meanwhile, KMS rotates the key now.

    Permission: `kms:EnableKey` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a customer managed key. Aliases are not accepted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `LimitExceededException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html
    """
    return await EnableKey.request(self, _new_enable_key_request(key_id))


def enable_key_sync(self: SyncClient, *, key_id: str) -> Result[None, EnableKeyError]:
    """Makes a disabled KMS key usable again.

    For keys in state `Disabled`, which includes those just rescued by `CancelKeyDeletion`. One that
    awaits deletion or lacks its imported material gives `Err(KMSInvalidStateException)`.

    The change spreads through KMS within seconds as a rule; until then operations may still give
    `Err(DisabledException)`, so retry for a while. If automatic rotation is on and became overdue
    meanwhile, KMS rotates the key now.

    Permission: `kms:EnableKey` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a customer managed key. Aliases are not accepted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `LimitExceededException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKey.html
    """
    return EnableKey.request_sync(self, _new_enable_key_request(key_id))


publish(globals(), "smaws_kms")
