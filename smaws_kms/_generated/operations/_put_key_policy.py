# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""PutKeyPolicy: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    LimitExceededException,
    MalformedPolicyDocumentException,
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
from smaws_kms._runtime.serde.json_text import bool_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class PutKeyPolicyRequest(BaseShape):
    """The KMS key and its new key policy."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN; aliases are not accepted."""
    policy_name: str | None = field(
        default=None, metadata=member("PolicyName", Limits(min=1, max=128, pattern=r"^[\w]+$"))
    )
    """Only `default`, which is also assumed when left out, can be written. `AWS_RAM` belongs to
    Resource Access Manager and is rejected here.
    """
    policy: str = field(
        metadata=member(
            "Policy", Limits(min=1, max=131072, pattern=r"^[\u0009\u000A\u000D\u0020-\u00FF]+$")
        )
    )
    """The complete key policy as a JSON document of at most 131,072 characters (tab, line breaks,
    U+0020 to U+00FF). A statement without `Action` or `Resource` is accepted but has no effect.
    """
    bypass_policy_lockout_safety_check: bool | None = field(
        default=None, metadata=member("BypassPolicyLockoutSafetyCheck")
    )
    """True accepts a policy that locks the caller out of later `PutKeyPolicy` calls. False, the
    default, has KMS check the document for that first; permissions from the `AWS_RAM` policy do not
    count in the check.
    """


@constructor(PutKeyPolicyRequest)
def _new_put_key_policy_request(
    self: UnfrozenShape,
    key_id: object = None,
    policy_name: object = None,
    policy: object = None,
    bypass_policy_lockout_safety_check: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.policy_name = None if policy_name is None else exactly(str, policy_name)
    self.policy = exactly(str, policy)
    self.bypass_policy_lockout_safety_check = (
        None
        if bypass_policy_lockout_safety_check is None
        else exactly(bool, bypass_policy_lockout_safety_check)
    )


def _put_key_policy_request_to_json(it: PutKeyPolicyRequest) -> str:
    """Write a usual `PutKeyPolicyRequest` as JSON text."""
    if type(it) is not PutKeyPolicyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"Policy":' + str_json(it.policy, 1)
    if it.policy_name is not None:
        json += ',"PolicyName":' + str_json(it.policy_name, 1)
    if it.bypass_policy_lockout_safety_check is not None:
        json += ',"BypassPolicyLockoutSafetyCheck":' + bool_json(
            it.bypass_policy_lockout_safety_check
        )
    return json + "}"


PutKeyPolicyError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | MalformedPolicyDocumentException
    | NotFoundException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `PutKeyPolicy` can return."""

PutKeyPolicy: Final[Operation[PutKeyPolicyRequest, None, PutKeyPolicyError]] = Operation(
    name="PutKeyPolicy",
    service=SERVICE,
    input=PutKeyPolicyRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        InvalidArnException,
        KMSInternalException,
        KMSInvalidStateException,
        LimitExceededException,
        MalformedPolicyDocumentException,
        NotFoundException,
        UnsupportedOperationException,
    ),
    to_json=_put_key_policy_request_to_json,
)
"""Replaces the key policy of a KMS key."""


async def put_key_policy(
    self: AsyncClient,
    *,
    key_id: str,
    policy: str,
    policy_name: str | None = None,
    bypass_policy_lockout_safety_check: bool | None = None,
) -> Result[None, PutKeyPolicyError]:
    """Replaces the key policy of a KMS key.

    The new document takes the place of the old one as a whole; nothing is merged. To change one
    statement, fetch the policy with `GetKeyPolicy`, edit it and put it back. There is no version
    check: of two concurrent writers, the last wins.

    KMS refuses a policy that would keep the caller from calling `PutKeyPolicy` again, unless
    `bypass_policy_lockout_safety_check` is True. A key that nobody can administer any more needs
    AWS Support to be recovered.

    Principals named in the policy must exist already. One created seconds ago may not be known to
    KMS yet and leads to `MalformedPolicyDocumentException`: wait and try again. The new policy
    itself also takes a moment to reach all of KMS.

    Permission: `kms:PutKeyPolicy` in the key policy; the condition key `kms:PolicyName` can narrow
    it (it reads `default` when `policy_name` is left out).
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted.
        policy: The complete key policy as a JSON document of at most 131,072 characters (tab, line
            breaks, U+0020 to U+00FF). A statement without `Action` or `Resource` is accepted but
            has no effect.
        policy_name: Only `default`, which is also assumed when left out, can be written. `AWS_RAM`
            belongs to Resource Access Manager and is rejected here.
        bypass_policy_lockout_safety_check: True accepts a policy that locks the caller out of later
            `PutKeyPolicy` calls. False, the default, has KMS check the document for that first;
            permissions from the `AWS_RAM` policy do not count in the check.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `LimitExceededException`,
        `MalformedPolicyDocumentException`, `NotFoundException`, `UnsupportedOperationException` or
        one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
    """
    return await PutKeyPolicy.request(
        self,
        _new_put_key_policy_request(
            key_id, policy_name, policy, bypass_policy_lockout_safety_check
        ),
    )


def put_key_policy_sync(
    self: SyncClient,
    *,
    key_id: str,
    policy: str,
    policy_name: str | None = None,
    bypass_policy_lockout_safety_check: bool | None = None,
) -> Result[None, PutKeyPolicyError]:
    """Replaces the key policy of a KMS key.

    The new document takes the place of the old one as a whole; nothing is merged. To change one
    statement, fetch the policy with `GetKeyPolicy`, edit it and put it back. There is no version
    check: of two concurrent writers, the last wins.

    KMS refuses a policy that would keep the caller from calling `PutKeyPolicy` again, unless
    `bypass_policy_lockout_safety_check` is True. A key that nobody can administer any more needs
    AWS Support to be recovered.

    Principals named in the policy must exist already. One created seconds ago may not be known to
    KMS yet and leads to `MalformedPolicyDocumentException`: wait and try again. The new policy
    itself also takes a moment to reach all of KMS.

    Permission: `kms:PutKeyPolicy` in the key policy; the condition key `kms:PolicyName` can narrow
    it (it reads `default` when `policy_name` is left out).
    Across accounts: no; the KMS key must belong to the caller's account.

    Args:
        key_id: Key ID or key ARN; aliases are not accepted.
        policy: The complete key policy as a JSON document of at most 131,072 characters (tab, line
            breaks, U+0020 to U+00FF). A statement without `Action` or `Resource` is accepted but
            has no effect.
        policy_name: Only `default`, which is also assumed when left out, can be written. `AWS_RAM`
            belongs to Resource Access Manager and is rejected here.
        bypass_policy_lockout_safety_check: True accepts a policy that locks the caller out of later
            `PutKeyPolicy` calls. False, the default, has KMS check the document for that first;
            permissions from the `AWS_RAM` policy do not count in the check.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `InvalidArnException`,
        `KMSInternalException`, `KMSInvalidStateException`, `LimitExceededException`,
        `MalformedPolicyDocumentException`, `NotFoundException`, `UnsupportedOperationException` or
        one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
    """
    return PutKeyPolicy.request_sync(
        self,
        _new_put_key_policy_request(
            key_id, policy_name, policy, bypass_policy_lockout_safety_check
        ),
    )


publish(globals(), "smaws_kms")
