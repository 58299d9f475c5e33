# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""GetKeyPolicy: request, response, errors and operation."""

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
class GetKeyPolicyRequest(BaseShape):
    """The KMS key, and which of its policies."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key: key ID or key ARN. Aliases are not accepted."""
    policy_name: str | None = field(
        default=None, metadata=member("PolicyName", Limits(min=1, max=128, pattern=r"^[\w]+$"))
    )
    """`default` or `AWS_RAM`; anything the key does not have gives `Err(NotFoundException)`.
    Default: `default`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class GetKeyPolicyResponse(BaseShape):
    """The policy and its name."""

    policy: str = field(
        metadata=member(
            "Policy", Limits(min=1, max=131072, pattern=r"^[\u0009\u000A\u000D\u0020-\u00FF]+$")
        )
    )
    """The policy document, a JSON string for `json.loads`."""
    policy_name: str | None = field(
        default=None, metadata=member("PolicyName", Limits(min=1, max=128, pattern=r"^[\w]+$"))
    )
    """Which policy this is: `default` (managed by you) or `AWS_RAM` (managed by AWS Resource Access
    Manager).
    """


@constructor(GetKeyPolicyRequest)
def _new_get_key_policy_request(
    self: UnfrozenShape, key_id: object = None, policy_name: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.policy_name = None if policy_name is None else exactly(str, policy_name)


def _get_key_policy_request_to_json(it: GetKeyPolicyRequest) -> str:
    """Write a usual `GetKeyPolicyRequest` as JSON text."""
    if type(it) is not GetKeyPolicyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.policy_name is not None:
        json += ',"PolicyName":' + str_json(it.policy_name, 1)
    return json + "}"


@decoder(GetKeyPolicyResponse)
def _get_key_policy_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `GetKeyPolicyResponse` from its JSON object."""
    shape.policy = value = data["Policy"]
    if type(value) is not str:
        raise Unusual
    shape.policy_name = value = data.get("PolicyName")
    if value is not None and type(value) is not str:
        raise Unusual


GetKeyPolicyError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `GetKeyPolicy` can return."""

GetKeyPolicy: Final[Operation[GetKeyPolicyRequest, GetKeyPolicyResponse, GetKeyPolicyError]] = (
    Operation(
        name="GetKeyPolicy",
        service=SERVICE,
        input=GetKeyPolicyRequest,
        output=GetKeyPolicyResponse,
        errors=(
            DependencyTimeoutException,
            InvalidArnException,
            KMSInternalException,
            KMSInvalidStateException,
            NotFoundException,
        ),
        to_json=_get_key_policy_request_to_json,
        from_json=_get_key_policy_response_from_json,
    )
)
"""Returns one of the key policies of a KMS key as a JSON string."""


async def get_key_policy(
    self: AsyncClient, *, key_id: str, policy_name: str | None = None
) -> Result[GetKeyPolicyResponse, GetKeyPolicyError]:
    """Returns one of the key policies of a KMS key as a JSON string.

    Nearly always you want `default`, the policy that `PutKeyPolicy` replaces. A key shared through
    AWS Resource Access Manager has a second one, `AWS_RAM`, which can be read here but is changed
    only through RAM.

    To edit a policy, read it, change it and write it back whole; KMS offers no merge and no version
    check, so of two concurrent writers the last one wins. A change by `PutKeyPolicy` can take a
    moment to show.

    Permission: `kms:GetKeyPolicy` in the key policy; the condition key `kms:PolicyName` can narrow
    it to one policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
        policy_name: `default` or `AWS_RAM`; anything the key does not have gives
            `Err(NotFoundException)`. Default: `default`.

    Returns:
        `Ok` with the `GetKeyPolicyResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
    """
    return await GetKeyPolicy.request(self, _new_get_key_policy_request(key_id, policy_name))


def get_key_policy_sync(
    self: SyncClient, *, key_id: str, policy_name: str | None = None
) -> Result[GetKeyPolicyResponse, GetKeyPolicyError]:
    """Returns one of the key policies of a KMS key as a JSON string.

    Nearly always you want `default`, the policy that `PutKeyPolicy` replaces. A key shared through
    AWS Resource Access Manager has a second one, `AWS_RAM`, which can be read here but is changed
    only through RAM.

    To edit a policy, read it, change it and write it back whole; KMS offers no merge and no version
    check, so of two concurrent writers the last one wins. A change by `PutKeyPolicy` can take a
    moment to show.

    Permission: `kms:GetKeyPolicy` in the key policy; the condition key `kms:PolicyName` can narrow
    it to one policy.
    Across accounts: no.

    Args:
        key_id: The KMS key: key ID or key ARN. Aliases are not accepted.
        policy_name: `default` or `AWS_RAM`; anything the key does not have gives
            `Err(NotFoundException)`. Default: `default`.

    Returns:
        `Ok` with the `GetKeyPolicyResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `KMSInvalidStateException`,
        `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
    """
    return GetKeyPolicy.request_sync(self, _new_get_key_policy_request(key_id, policy_name))


publish(globals(), "smaws_kms")
