# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DisableKey: request, response, errors and operation."""

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
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DisableKeyRequest(BaseShape):
    """Which key to suspend."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a customer managed key. Aliases are not accepted."""


@constructor(DisableKeyRequest)
def _new_disable_key_request(self: UnfrozenShape, key_id: object = None) -> None:
    self.key_id = exactly(str, key_id)


def _disable_key_request_to_json(it: DisableKeyRequest) -> str:
    """Write a usual `DisableKeyRequest` as JSON text."""
    if type(it) is not DisableKeyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    return json + "}"


DisableKeyError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `DisableKey` can return."""

DisableKey: Final[Operation[DisableKeyRequest, None, DisableKeyError]] = Operation(
    name="DisableKey",
    service=SERVICE,
    input=DisableKeyRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_disable_key_request_to_json,
)
"""Suspends a KMS key: cryptographic operations fail until it is enabled again."""


async def disable_key(self: AsyncClient, *, key_id: str) -> Result[None, DisableKeyError]:
    """Suspends a KMS key: cryptographic operations fail until it is enabled again.

    Reversible with `EnableKey`, and therefore the better first step before `ScheduleKeyDeletion`:
    whatever still depends on the key shows up as `DisabledException`. Data keys already held in
    memory or cached keep working, so the effect on a running service may show only much later. On a
    multi-Region key the call acts on this Region alone.

    The change takes effect within seconds as a rule, in some places a few minutes later. A disabled
    key is still billed, and is not rotated.

    Permission: `kms:DisableKey` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a customer managed key. Aliases are not accepted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html
    """
    return await DisableKey.request(self, _new_disable_key_request(key_id))


def disable_key_sync(self: SyncClient, *, key_id: str) -> Result[None, DisableKeyError]:
    """Suspends a KMS key: cryptographic operations fail until it is enabled again.

    Reversible with `EnableKey`, and therefore the better first step before `ScheduleKeyDeletion`:
    whatever still depends on the key shows up as `DisabledException`. Data keys already held in
    memory or cached keep working, so the effect on a running service may show only much later. On a
    multi-Region key the call acts on this Region alone.

    The change takes effect within seconds as a rule, in some places a few minutes later. A disabled
    key is still billed, and is not rotated.

    Permission: `kms:DisableKey` in the key policy.
    Across accounts: no; the key must belong to the calling account.

    Args:
        key_id: Key ID or key ARN of a customer managed key. Aliases are not accepted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DisableKey.html
    """
    return DisableKey.request_sync(self, _new_disable_key_request(key_id))


publish(globals(), "smaws_kms")
