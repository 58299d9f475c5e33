# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""CancelKeyDeletion: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

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
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CancelKeyDeletionRequest(BaseShape):
    """Which key to keep."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a KMS key that awaits deletion. Aliases are not accepted."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CancelKeyDeletionResponse(BaseShape):
    """The key that was kept."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048), always_sent=True))
    """ARN of the rescued KMS key, which is now `Disabled`."""


@constructor(CancelKeyDeletionRequest)
def _new_cancel_key_deletion_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _cancel_key_deletion_request_to_json(it: CancelKeyDeletionRequest) -> str:
    """Write a usual `CancelKeyDeletionRequest` as JSON text."""
    if type(it) is not CancelKeyDeletionRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


@decoder(CancelKeyDeletionResponse)
def _cancel_key_deletion_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `CancelKeyDeletionResponse` from its JSON object."""
    shape.key_id = value = data["KeyId"]
    if type(value) is not str:
        raise Unusual


CancelKeyDeletionError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `CancelKeyDeletion` can return."""

CancelKeyDeletion: Final[
    Operation[CancelKeyDeletionRequest, CancelKeyDeletionResponse, CancelKeyDeletionError]
] = Operation(
    name="CancelKeyDeletion",
    service=SERVICE,
    input=CancelKeyDeletionRequest,
    output=CancelKeyDeletionResponse,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_cancel_key_deletion_request_to_json,
    from_json=_cancel_key_deletion_response_from_json,
    already_done_errors=(KMSInvalidStateException,),
)
"""Rescues a KMS key from its scheduled deletion and leaves it disabled."""


async def cancel_key_deletion(
    self: AsyncClient, *, key_id: str
) -> Result[CancelKeyDeletionResponse, CancelKeyDeletionError]:
    """Rescues a KMS key from its scheduled deletion and leaves it disabled.

    Works while the key state is `PendingDeletion` (or `PendingReplicaDeletion` for a multi-Region
    primary), that is, until the waiting period ends. The key comes back as `Disabled`, whatever it
    was before: call `EnableKey` to use it again. Its automatic rotation setting is restored.

    The new state takes a moment to spread through KMS, so an `EnableKey` sent at once may still
    give `Err(KMSInvalidStateException)`; try it again shortly.

    Permission: `kms:CancelKeyDeletion` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a KMS key that awaits deletion. Aliases are not accepted.

    Returns:
        `Ok` with the `CancelKeyDeletionResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html
    """
    return await CancelKeyDeletion.request(self, _new_cancel_key_deletion_request(key_id))


def cancel_key_deletion_sync(
    self: SyncClient, *, key_id: str
) -> Result[CancelKeyDeletionResponse, CancelKeyDeletionError]:
    """Rescues a KMS key from its scheduled deletion and leaves it disabled.

    Works while the key state is `PendingDeletion` (or `PendingReplicaDeletion` for a multi-Region
    primary), that is, until the waiting period ends. The key comes back as `Disabled`, whatever it
    was before: call `EnableKey` to use it again. Its automatic rotation setting is restored.

    The new state takes a moment to spread through KMS, so an `EnableKey` sent at once may still
    give `Err(KMSInvalidStateException)`; try it again shortly.

    Permission: `kms:CancelKeyDeletion` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a KMS key that awaits deletion. Aliases are not accepted.

    Returns:
        `Ok` with the `CancelKeyDeletionResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CancelKeyDeletion.html
    """
    return CancelKeyDeletion.request_sync(self, _new_cancel_key_deletion_request(key_id))


publish(globals(), "smaws_kms")
