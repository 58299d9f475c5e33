# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""RetireGrant: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DryRunOperationException,
    InvalidArnException,
    InvalidGrantIdException,
    InvalidGrantTokenException,
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
class RetireGrantRequest(BaseShape):
    """The grant to retire: by token, or by key ARN and grant ID."""

    grant_token: str | None = field(
        default=None, metadata=member("GrantToken", Limits(min=1, max=8192))
    )
    """Token of the grant as returned by `CreateGrant`, up to 8,192 characters. Stands in for
    `key_id` and `grant_id`.
    """
    key_id: str | None = field(default=None, metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ARN of the KMS key the grant is on. Goes with `grant_id`; not needed with `grant_token`.
    """
    grant_id: str | None = field(default=None, metadata=member("GrantId", Limits(min=1, max=128)))
    """ID of the grant, from `CreateGrant`, `ListGrants` or `ListRetirableGrants`. Goes with
    `key_id`; not needed with `grant_token`.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """


@constructor(RetireGrantRequest)
def _new_retire_grant_request(
    self: UnfrozenShape,
    grant_token: object = None,
    key_id: object = None,
    grant_id: object = None,
    dry_run: object = None,
) -> None:
    self.grant_token = None if grant_token is None else exactly(str, grant_token)
    self.key_id = None if key_id is None else exactly(str, key_id)
    self.grant_id = None if grant_id is None else exactly(str, grant_id)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)


def _retire_grant_request_to_json(it: RetireGrantRequest) -> str:
    """Write a usual `RetireGrantRequest` as JSON text."""
    if type(it) is not RetireGrantRequest:
        raise Unusual
    json = ""
    if it.grant_token is not None:
        json += ',"GrantToken":' + str_json(it.grant_token, 1)
    if it.key_id is not None:
        json += ',"KeyId":' + str_json(it.key_id, 1)
    if it.grant_id is not None:
        json += ',"GrantId":' + str_json(it.grant_id, 1)
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    return "{" + json[1:] + "}"


RetireGrantError: TypeAlias = (
    DependencyTimeoutException
    | DryRunOperationException
    | InvalidArnException
    | InvalidGrantIdException
    | InvalidGrantTokenException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `RetireGrant` can return."""

RetireGrant: Final[Operation[RetireGrantRequest, None, RetireGrantError]] = Operation(
    name="RetireGrant",
    service=SERVICE,
    input=RetireGrantRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        DryRunOperationException,
        InvalidArnException,
        InvalidGrantIdException,
        InvalidGrantTokenException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_retire_grant_request_to_json,
    already_done_errors=(NotFoundException,),
)
"""Deletes a grant whose permissions are no longer needed, as entitled by the grant."""


async def retire_grant(
    self: AsyncClient,
    *,
    grant_token: str | None = None,
    key_id: str | None = None,
    grant_id: str | None = None,
    dry_run: bool | None = None,
) -> Result[None, RetireGrantError]:
    """Deletes a grant whose permissions are no longer needed, as entitled by the grant.

    Name the grant either by `grant_token` alone or by `key_id` together with `grant_id`. The token,
    returned only by `CreateGrant`, works at once, even while the new grant is still spreading
    through KMS.

    Use it to clean up after a finished job; a KMS key holds a limited number of grants. An
    administrator who wants to take permissions away calls `RevokeGrant`, which is governed by the
    key policy. In either case the permissions can linger for a few minutes, usually less than five.

    Permission: Set by the grant itself: its retiring principal, its grantee if the grant includes
    `RetireGrant`, and the account that created it may retire it; `kms:RetireGrant` alone does not
    suffice.
    Across accounts: yes; a grant on a KMS key of another account can be retired; give the key ARN
    as `key_id`.

    Args:
        grant_token: Token of the grant as returned by `CreateGrant`, up to 8,192 characters. Stands
            in for `key_id` and `grant_id`.
        key_id: Key ARN of the KMS key the grant is on. Goes with `grant_id`; not needed with
            `grant_token`.
        grant_id: ID of the grant, from `CreateGrant`, `ListGrants` or `ListRetirableGrants`. Goes
            with `key_id`; not needed with `grant_token`.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DryRunOperationException`,
        `InvalidArnException`, `InvalidGrantIdException`, `InvalidGrantTokenException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html
    """
    return await RetireGrant.request(
        self, _new_retire_grant_request(grant_token, key_id, grant_id, dry_run)
    )


def retire_grant_sync(
    self: SyncClient,
    *,
    grant_token: str | None = None,
    key_id: str | None = None,
    grant_id: str | None = None,
    dry_run: bool | None = None,
) -> Result[None, RetireGrantError]:
    """Deletes a grant whose permissions are no longer needed, as entitled by the grant.

    Name the grant either by `grant_token` alone or by `key_id` together with `grant_id`. The token,
    returned only by `CreateGrant`, works at once, even while the new grant is still spreading
    through KMS.

    Use it to clean up after a finished job; a KMS key holds a limited number of grants. An
    administrator who wants to take permissions away calls `RevokeGrant`, which is governed by the
    key policy. In either case the permissions can linger for a few minutes, usually less than five.

    Permission: Set by the grant itself: its retiring principal, its grantee if the grant includes
    `RetireGrant`, and the account that created it may retire it; `kms:RetireGrant` alone does not
    suffice.
    Across accounts: yes; a grant on a KMS key of another account can be retired; give the key ARN
    as `key_id`.

    Args:
        grant_token: Token of the grant as returned by `CreateGrant`, up to 8,192 characters. Stands
            in for `key_id` and `grant_id`.
        key_id: Key ARN of the KMS key the grant is on. Goes with `grant_id`; not needed with
            `grant_token`.
        grant_id: ID of the grant, from `CreateGrant`, `ListGrants` or `ListRetirableGrants`. Goes
            with `key_id`; not needed with `grant_token`.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `DryRunOperationException`,
        `InvalidArnException`, `InvalidGrantIdException`, `InvalidGrantTokenException`,
        `KMSInternalException`, `KMSInvalidStateException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_RetireGrant.html
    """
    return RetireGrant.request_sync(
        self, _new_retire_grant_request(grant_token, key_id, grant_id, dry_run)
    )


publish(globals(), "smaws_kms")
