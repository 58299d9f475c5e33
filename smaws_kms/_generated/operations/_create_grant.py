# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""CreateGrant: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import GrantOperation
from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    DisabledException,
    DryRunOperationException,
    InvalidArnException,
    InvalidGrantTokenException,
    KMSInternalException,
    KMSInvalidStateException,
    LimitExceededException,
    NotFoundException,
)
from smaws_kms._generated.lists import to_grant_operation_tuple
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import GrantConstraints, grant_constraints_to_json
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.model.operation import Creation
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_optional_strings
from smaws_kms._runtime.serde.json_text import (
    bool_json,
    elements_of,
    enum_json,
    list_json,
    str_json,
)
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CreateGrantRequest(BaseShape):
    """Who may do what with which key, and under which conditions."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key to open up: key ID or key ARN, for another account's key the ARN. Aliases are not
    accepted.
    """
    grantee_principal: str | None = field(
        default=None,
        metadata=member("GranteePrincipal", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$")),
    )
    """ARN of the account, IAM user, IAM role, assumed role or federated user that receives the
    permissions. Exactly one of this and `grantee_service_principal` is required.
    """
    retiring_principal: str | None = field(
        default=None,
        metadata=member("RetiringPrincipal", Limits(min=1, max=256, pattern=r"^[\w+=,.@:/-]+$")),
    )
    """ARN of a principal whom the grant itself lets end it with `RetireGrant`. Excludes
    `retiring_service_principal`; without either, others can still revoke the grant.
    """
    operations: tuple[GrantOperation | UnknownValue, ...] = field(
        converter=to_grant_operation_tuple, metadata=member("Operations")
    )
    """The permitted operations. Each must be possible with the key: `Sign` on a symmetric
    encryption key, for instance, fails with a validation error. `CreateGrant` in the list lets the
    grantee pass these permissions on.
    """
    constraints: GrantConstraints | None = field(default=None, metadata=member("Constraints"))
    """Conditions on using the grant: an encryption context that a request must equal or contain
    (symmetric encryption keys only, up to 8 pairs), or `source_arn`, the AWS resource on whose
    behalf it is made. Without constraints the grant always applies.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """
    name: str | None = field(
        default=None, metadata=member("Name", Limits(min=1, max=256, pattern="^[a-zA-Z0-9:/_-]+$"))
    )
    """Makes retries safe: a second call with the same name and otherwise equal parameters returns
    the existing grant's ID, with a new token. Up to 256 letters, digits and `:/_-`; logged by
    CloudTrail, so nothing confidential.
    """
    dry_run: bool | None = field(default=None, metadata=member("DryRun"))
    """True only checks whether the call would go through: KMS evaluates permissions and parameters
    and does nothing. A pass is reported as `Err(DryRunOperationException)`, a failure as the error
    of the real call; `smaws_kms.dry_run(result)` distinguishes them. Default: False.
    """
    grantee_service_principal: str | None = field(
        default=None,
        metadata=member(
            "GranteeServicePrincipal",
            Limits(
                min=1, max=128, pattern=r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"
            ),
        ),
    )
    """AWS service that receives the permissions, such as `rds.amazonaws.com`. Replaces
    `grantee_principal`, and calls for a `source_arn` constraint as well as a retiring principal of
    either kind.
    """
    retiring_service_principal: str | None = field(
        default=None,
        metadata=member(
            "RetiringServicePrincipal",
            Limits(
                min=1, max=128, pattern=r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$"
            ),
        ),
    )
    """AWS service that may end the grant with `RetireGrant`. Excludes `retiring_principal`."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CreateGrantResponse(BaseShape):
    """The grant's ID, and a token for using it right away."""

    grant_token: str = field(metadata=member("GrantToken", Limits(min=1, max=8192)))
    """Pass it in `grant_tokens` during the first minutes, until the grant has reached all of KMS.
    Not secret in itself: it only helps principals the grant already covers. All tokens of one grant
    are equivalent.
    """
    grant_id: str = field(metadata=member("GrantId", Limits(min=1, max=128)))
    """Keep it: `RetireGrant` and `RevokeGrant` identify the grant by it together with the key, and
    `ListGrants` filters on it.
    """


@constructor(CreateGrantRequest)
def _new_create_grant_request(
    self: UnfrozenShape,
    key_id: object = None,
    grantee_principal: object = None,
    retiring_principal: object = None,
    operations: object = None,
    constraints: object = None,
    grant_tokens: object = None,
    name: object = None,
    dry_run: object = None,
    grantee_service_principal: object = None,
    retiring_service_principal: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.grantee_principal = None if grantee_principal is None else exactly(str, grantee_principal)
    self.retiring_principal = (
        None if retiring_principal is None else exactly(str, retiring_principal)
    )
    self.operations = tuple_of(GrantOperation, operations)
    self.constraints = None if constraints is None else exactly(GrantConstraints, constraints)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)
    self.name = None if name is None else exactly(str, name)
    self.dry_run = None if dry_run is None else exactly(bool, dry_run)
    self.grantee_service_principal = (
        None if grantee_service_principal is None else exactly(str, grantee_service_principal)
    )
    self.retiring_service_principal = (
        None if retiring_service_principal is None else exactly(str, retiring_service_principal)
    )


def _create_grant_request_to_json(it: CreateGrantRequest) -> str:
    """Write a usual `CreateGrantRequest` as JSON text."""
    if type(it) is not CreateGrantRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Operations":' + list_json(
        [enum_json(GrantOperation, item) for item in elements_of(it.operations)]
    )
    if it.grantee_principal is not None:
        json += ',"GranteePrincipal":' + str_json(it.grantee_principal, 1)
    if it.retiring_principal is not None:
        json += ',"RetiringPrincipal":' + str_json(it.retiring_principal, 1)
    if it.constraints is not None:
        json += ',"Constraints":' + grant_constraints_to_json(it.constraints)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    if it.name is not None:
        json += ',"Name":' + str_json(it.name, 1)
    if it.dry_run is not None:
        json += ',"DryRun":' + bool_json(it.dry_run)
    if it.grantee_service_principal is not None:
        json += ',"GranteeServicePrincipal":' + str_json(it.grantee_service_principal, 1)
    if it.retiring_service_principal is not None:
        json += ',"RetiringServicePrincipal":' + str_json(it.retiring_service_principal, 1)
    return json + "}"


@decoder(CreateGrantResponse)
def _create_grant_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `CreateGrantResponse` from its JSON object."""
    shape.grant_token = value = data["GrantToken"]
    if type(value) is not str:
        raise Unusual
    shape.grant_id = value = data["GrantId"]
    if type(value) is not str:
        raise Unusual


CreateGrantError: TypeAlias = (
    DependencyTimeoutException
    | DisabledException
    | DryRunOperationException
    | InvalidArnException
    | InvalidGrantTokenException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | NotFoundException
    | CommonError
)
"""Errors that `CreateGrant` can return."""

CreateGrant: Final[Operation[CreateGrantRequest, CreateGrantResponse, CreateGrantError]] = (
    Operation(
        name="CreateGrant",
        service=SERVICE,
        input=CreateGrantRequest,
        output=CreateGrantResponse,
        errors=(
            DependencyTimeoutException,
            DisabledException,
            DryRunOperationException,
            InvalidArnException,
            InvalidGrantTokenException,
            KMSInternalException,
            KMSInvalidStateException,
            LimitExceededException,
            NotFoundException,
        ),
        to_json=_create_grant_request_to_json,
        from_json=_create_grant_response_from_json,
        creates=Creation(idempotency_member="name"),
    )
)
"""Lets a principal perform chosen operations with a KMS key, by means of a grant."""


async def create_grant(
    self: AsyncClient,
    *,
    key_id: str,
    operations: Sequence[GrantOperation | UnknownValue],
    grantee_principal: str | None = None,
    retiring_principal: str | None = None,
    constraints: GrantConstraints | None = None,
    grant_tokens: Sequence[str] | None = None,
    name: str | None = None,
    dry_run: bool | None = None,
    grantee_service_principal: str | None = None,
    retiring_service_principal: str | None = None,
) -> Result[CreateGrantResponse, CreateGrantError]:
    """Lets a principal perform chosen operations with a KMS key, by means of a grant.

    Grants only ever allow, and take effect beside key policy and IAM policies. They suit access
    handed out by code and for a time: issue one, use it, then end it with `RetireGrant` or
    `RevokeGrant`. The default quota is 50,000 grants per KMS key, and unused ones stay until
    removed.

    A grant can take up to five minutes to be known everywhere. To use it at once, pass the returned
    `grant_token` in `grant_tokens` of the operation that relies on it.

    Set `name` whenever the call may be repeated: without it every attempt, including an automatic
    retry, adds another grant.

    Permission: `kms:CreateGrant` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key to open up: key ID or key ARN, for another account's key the ARN.
            Aliases are not accepted.
        operations: The permitted operations. Each must be possible with the key: `Sign` on a
            symmetric encryption key, for instance, fails with a validation error. `CreateGrant` in
            the list lets the grantee pass these permissions on.
        grantee_principal: ARN of the account, IAM user, IAM role, assumed role or federated user
            that receives the permissions. Exactly one of this and `grantee_service_principal` is
            required.
        retiring_principal: ARN of a principal whom the grant itself lets end it with `RetireGrant`.
            Excludes `retiring_service_principal`; without either, others can still revoke the
            grant.
        constraints: Conditions on using the grant: an encryption context that a request must equal
            or contain (symmetric encryption keys only, up to 8 pairs), or `source_arn`, the AWS
            resource on whose behalf it is made. Without constraints the grant always applies.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        name: Makes retries safe: a second call with the same name and otherwise equal parameters
            returns the existing grant's ID, with a new token. Up to 256 letters, digits and `:/_-`;
            logged by CloudTrail, so nothing confidential.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        grantee_service_principal: AWS service that receives the permissions, such as
            `rds.amazonaws.com`. Replaces `grantee_principal`, and calls for a `source_arn`
            constraint as well as a retiring principal of either kind.
        retiring_service_principal: AWS service that may end the grant with `RetireGrant`. Excludes
            `retiring_principal`.

    Returns:
        `Ok` with the `CreateGrantResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidArnException`,
        `InvalidGrantTokenException`, `KMSInternalException`, `KMSInvalidStateException`,
        `LimitExceededException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html
    """
    return await CreateGrant.request(
        self,
        _new_create_grant_request(
            key_id,
            grantee_principal,
            retiring_principal,
            operations,
            constraints,
            grant_tokens,
            name,
            dry_run,
            grantee_service_principal,
            retiring_service_principal,
        ),
    )


def create_grant_sync(
    self: SyncClient,
    *,
    key_id: str,
    operations: Sequence[GrantOperation | UnknownValue],
    grantee_principal: str | None = None,
    retiring_principal: str | None = None,
    constraints: GrantConstraints | None = None,
    grant_tokens: Sequence[str] | None = None,
    name: str | None = None,
    dry_run: bool | None = None,
    grantee_service_principal: str | None = None,
    retiring_service_principal: str | None = None,
) -> Result[CreateGrantResponse, CreateGrantError]:
    """Lets a principal perform chosen operations with a KMS key, by means of a grant.

    Grants only ever allow, and take effect beside key policy and IAM policies. They suit access
    handed out by code and for a time: issue one, use it, then end it with `RetireGrant` or
    `RevokeGrant`. The default quota is 50,000 grants per KMS key, and unused ones stay until
    removed.

    A grant can take up to five minutes to be known everywhere. To use it at once, pass the returned
    `grant_token` in `grant_tokens` of the operation that relies on it.

    Set `name` whenever the call may be repeated: without it every attempt, including an automatic
    retry, adds another grant.

    Permission: `kms:CreateGrant` in the key policy.
    Across accounts: yes; give the key ARN as `key_id`.

    Args:
        key_id: The KMS key to open up: key ID or key ARN, for another account's key the ARN.
            Aliases are not accepted.
        operations: The permitted operations. Each must be possible with the key: `Sign` on a
            symmetric encryption key, for instance, fails with a validation error. `CreateGrant` in
            the list lets the grantee pass these permissions on.
        grantee_principal: ARN of the account, IAM user, IAM role, assumed role or federated user
            that receives the permissions. Exactly one of this and `grantee_service_principal` is
            required.
        retiring_principal: ARN of a principal whom the grant itself lets end it with `RetireGrant`.
            Excludes `retiring_service_principal`; without either, others can still revoke the
            grant.
        constraints: Conditions on using the grant: an encryption context that a request must equal
            or contain (symmetric encryption keys only, up to 8 pairs), or `source_arn`, the AWS
            resource on whose behalf it is made. Without constraints the grant always applies.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.
        name: Makes retries safe: a second call with the same name and otherwise equal parameters
            returns the existing grant's ID, with a new token. Up to 256 letters, digits and `:/_-`;
            logged by CloudTrail, so nothing confidential.
        dry_run: True only checks whether the call would go through: KMS evaluates permissions and
            parameters and does nothing. A pass is reported as `Err(DryRunOperationException)`, a
            failure as the error of the real call; `smaws_kms.dry_run(result)` distinguishes them.
            Default: False.
        grantee_service_principal: AWS service that receives the permissions, such as
            `rds.amazonaws.com`. Replaces `grantee_principal`, and calls for a `source_arn`
            constraint as well as a retiring principal of either kind.
        retiring_service_principal: AWS service that may end the grant with `RetireGrant`. Excludes
            `retiring_principal`.

    Returns:
        `Ok` with the `CreateGrantResponse`, or `Err` with `DependencyTimeoutException`,
        `DisabledException`, `DryRunOperationException`, `InvalidArnException`,
        `InvalidGrantTokenException`, `KMSInternalException`, `KMSInvalidStateException`,
        `LimitExceededException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html
    """
    return CreateGrant.request_sync(
        self,
        _new_create_grant_request(
            key_id,
            grantee_principal,
            retiring_principal,
            operations,
            constraints,
            grant_tokens,
            name,
            dry_run,
            grantee_service_principal,
            retiring_service_principal,
        ),
    )


publish(globals(), "smaws_kms")
