# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""RevokeGrant: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DryRunOperationException,
    InvalidArnException,
    InvalidGrantIdException,
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
from smaws_kms._runtime.serde.json_text import bool_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class RevokeGrantRequest(BaseShape):
    """The grant to revoke, and the KMS key it is on."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key the grant is on: key ID or key ARN, the latter for a KMS key of another account.
    Aliases are not accepted.
    """
    grant_id: str = field(metadata=member("GrantId", Limits(min=1, max=128)))
    """ID of the grant, from `CreateGrant`, `ListGrants` or `ListRetirableGrants`. A grant token
    does not work here.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@constructor(RevokeGrantRequest)
def _new_revoke_grant_request(
    self: UnfrozenShape, key_id: object = None, grant_id: object = None, dry_run: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.grant_id = exactly(str, grant_id)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _revoke_grant_request_to_json(it: RevokeGrantRequest) -> str:
    """Write a usual `RevokeGrantRequest` as JSON text."""
    if type(it) is not RevokeGrantRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"GrantId":' + str_json(it.grant_id, 1)
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return json + "}"


RevokeGrantError: TypeAlias = (
    DependencyTimeoutException
    | DryRunOperationException
    | InvalidArnException
    | InvalidGrantIdException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `RevokeGrant` can return."""

RevokeGrant: Final[Operation[RevokeGrantRequest, None, RevokeGrantError]] = Operation(
    name="RevokeGrant",
    service=SERVICE,
    input=RevokeGrantRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        DryRunOperationException,
        InvalidArnException,
        InvalidGrantIdException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_revoke_grant_request_to_json,
    already_done_errors=(NotFoundException,),
)
"""Deletes a grant to take away the permissions it gives."""


async def revoke_grant(
    self: AsyncClient, *, key_id: str, grant_id: str, dry_run: bool | None = None
) -> Result[None, RevokeGrantError]:
    """Deletes a grant to take away the permissions it gives.

    This is the administrator's way to end a grant; a grantee or retiring principal that is done
    with it calls `RetireGrant` instead.

    The effect is not immediate: until the deletion has spread through KMS, usually within five
    minutes, the grantee may still succeed. To stop all use of the KMS key, `DisableKey` is the
    stronger tool. Revoking a grant that an AWS service created may cut that service off from the
    data it protects.

    Permission: `kms:RevokeGrant` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key the grant is on: key ID or key ARN, the latter for a KMS key of another
            account. Aliases are not accepted.
        grant_id: ID of the grant, from `CreateGrant`, `ListGrants` or `ListRetirableGrants`. A
            grant token does not work here.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DryRunOperationException`,
        `InvalidArnException`, `InvalidGrantIdException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html
    """
    return await RevokeGrant.request(self, _new_revoke_grant_request(key_id, grant_id, dry_run))


def revoke_grant_sync(
    self: SyncClient, *, key_id: str, grant_id: str, dry_run: bool | None = None
) -> Result[None, RevokeGrantError]:
    """Deletes a grant to take away the permissions it gives.

    This is the administrator's way to end a grant; a grantee or retiring principal that is done
    with it calls `RetireGrant` instead.

    The effect is not immediate: until the deletion has spread through KMS, usually within five
    minutes, the grantee may still succeed. To stop all use of the KMS key, `DisableKey` is the
    stronger tool. Revoking a grant that an AWS service created may cut that service off from the
    data it protects.

    Permission: `kms:RevokeGrant` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key the grant is on: key ID or key ARN, the latter for a KMS key of another
            account. Aliases are not accepted.
        grant_id: ID of the grant, from `CreateGrant`, `ListGrants` or `ListRetirableGrants`. A
            grant token does not work here.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DryRunOperationException`,
        `InvalidArnException`, `InvalidGrantIdException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html
    """
    return RevokeGrant.request_sync(self, _new_revoke_grant_request(key_id, grant_id, dry_run))


publish(globals(), "smaws_kms")
