# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ReplicateKey: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    AlreadyExistsException,
    DisabledException,
    InvalidArnException,
    KMSInternalException,
    KMSInvalidStateException,
    LimitExceededException,
    MalformedPolicyDocumentException,
    NotFoundException,
    TagException,
    UnsupportedOperationException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    KeyMetadata,
    Tag,
    key_metadata_from_json,
    tag_from_json,
    tag_to_json,
    to_optional_tag_tuple,
)
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import bool_json, elements_of, list_json, str_json
from smaws_kms._runtime.serde.json_values import list_value
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ReplicateKeyRequest(BaseShape):
    """The primary key, the target Region, and the replica's own properties."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """Key ID (`mrk-...`) or key ARN of the multi-Region primary key; replicas and aliases are not
    accepted. `DescribeKey` tells primary from replica.
    """
    replica_region: str = field(
        metadata=member("ReplicaRegion", Limits(min=1, max=32, pattern=r"^([a-z]+-){2,3}\d+$"))
    )
    """Region of the replica, such as `eu-west-1`: in the same partition, enabled for the account,
    and without a key of this multi-Region set.
    """
    policy: str | None = field(
        default=None,
        metadata=member(
            "Policy", Limits(min=1, max=131072, pattern=r"^[\u0009\u000A\u000D\u0020-\u00FF]+$")
        ),
    )
    """Key policy of the replica, a JSON document of at most 131,072 characters. When left out, KMS
    attaches its default key policy, not a copy of the primary's.
    """
    bypass_policy_lockout_safety_check: bool | None = field(
        default=None, metadata=member("BypassPolicyLockoutSafetyCheck")
    )
    """True accepts a `policy` that leaves the caller unable to call `PutKeyPolicy` on the replica.
    False, the default, has KMS check for that first.
    """
    description: str | None = field(
        default=None, metadata=member("Description", Limits(min=0, max=8192))
    )
    """Description of the replica, up to 8,192 characters; empty when left out, since the primary's
    is not copied. It shows up in CloudTrail in clear text.
    """
    tags: tuple[Tag, ...] | None = field(
        default=None, converter=to_optional_tag_tuple, metadata=member("Tags")
    )
    """Tags of the replica; none when left out, since the primary's are not copied. Needs
    `kms:TagResource`, and may decide who gets access where policies look at tags.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ReplicateKeyResponse(BaseShape):
    """The new replica, in most cases still being created."""

    replica_key_metadata: KeyMetadata = field(metadata=member("ReplicaKeyMetadata"))
    """Metadata of the replica, with its ARN in the new Region, its key state (at first `Creating`)
    and all keys of the multi-Region set.
    """
    replica_policy: str = field(
        metadata=member(
            "ReplicaPolicy",
            Limits(min=1, max=131072, pattern=r"^[\u0009\u000A\u000D\u0020-\u00FF]+$"),
            always_sent=True,
        )
    )
    """Key policy of the replica as a JSON document; the default one if the request had none."""
    replica_tags: tuple[Tag, ...] | None = field(
        default=None, converter=to_optional_tag_tuple, metadata=member("ReplicaTags")
    )
    """Tags of the replica."""


@constructor(ReplicateKeyRequest)
def _new_replicate_key_request(
    self: UnfrozenShape,
    key_id: object = None,
    replica_region: object = None,
    policy: object = None,
    bypass_policy_lockout_safety_check: object = None,
    description: object = None,
    tags: object = None,
) -> None:
    self.key_id = exactly(str, key_id)
    self.replica_region = exactly(str, replica_region)
    self.policy = None if policy is None else exactly(str, policy)
    self.bypass_policy_lockout_safety_check = (
        None
        if bypass_policy_lockout_safety_check is None
        else exactly(bool, bypass_policy_lockout_safety_check)
    )
    self.description = None if description is None else exactly(str, description)
    self.tags = None if tags is None else tuple_of(Tag, tags)


def _replicate_key_request_to_json(it: ReplicateKeyRequest) -> str:
    """Write a usual `ReplicateKeyRequest` as JSON text."""
    if type(it) is not ReplicateKeyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    json += ',"ReplicaRegion":' + str_json(it.replica_region, 1)
    if it.policy is not None:
        json += ',"Policy":' + str_json(it.policy, 1)
    if it.bypass_policy_lockout_safety_check is not None:
        json += ',"BypassPolicyLockoutSafetyCheck":' + bool_json(
            it.bypass_policy_lockout_safety_check
        )
    if it.description is not None:
        json += ',"Description":' + str_json(it.description)
    if it.tags is not None:
        json += ',"Tags":' + list_json([tag_to_json(item) for item in elements_of(it.tags)])
    return json + "}"


@decoder(ReplicateKeyResponse)
def _replicate_key_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ReplicateKeyResponse` from its JSON object."""
    shape.replica_key_metadata = key_metadata_from_json(data["ReplicaKeyMetadata"])
    shape.replica_policy = value = data["ReplicaPolicy"]
    if type(value) is not str:
        raise Unusual
    value = data.get("ReplicaTags")
    shape.replica_tags = (
        None if value is None else tuple([tag_from_json(item) for item in list_value(value)])
    )


ReplicateKeyError: TypeAlias = (
    AlreadyExistsException
    | DisabledException
    | InvalidArnException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | MalformedPolicyDocumentException
    | NotFoundException
    | TagException
    | UnsupportedOperationException
    | CommonError
)
"""Errors that `ReplicateKey` can return."""

ReplicateKey: Final[Operation[ReplicateKeyRequest, ReplicateKeyResponse, ReplicateKeyError]] = (
    Operation(
        name="ReplicateKey",
        service=SERVICE,
        input=ReplicateKeyRequest,
        output=ReplicateKeyResponse,
        errors=(
            AlreadyExistsException,
            DisabledException,
            InvalidArnException,
            KMSInternalException,
            KMSInvalidStateException,
            LimitExceededException,
            MalformedPolicyDocumentException,
            NotFoundException,
            TagException,
            UnsupportedOperationException,
        ),
        to_json=_replicate_key_request_to_json,
        from_json=_replicate_key_response_from_json,
        already_done_errors=(AlreadyExistsException,),
    )
)
"""Creates a replica of a multi-Region primary key in another Region."""


async def replicate_key(
    self: AsyncClient,
    *,
    key_id: str,
    replica_region: str,
    policy: str | None = None,
    bypass_policy_lockout_safety_check: bool | None = None,
    description: str | None = None,
    tags: Sequence[Tag] | None = None,
) -> Result[ReplicateKeyResponse, ReplicateKeyError]:
    """Creates a replica of a multi-Region primary key in another Region.

    Call it in the primary key's Region. The replica shares key ID, key material, key spec, key
    usage, origin and rotation status with the primary, so each can decrypt what the other
    encrypted. Key policy, tags, description, aliases, grants and enabled state are its own: nothing
    of these is copied. One replica per Region; each is billed and counted as a KMS key.

    The response comes before the replica is usable. It stays in state `Creating` for some seconds,
    in which cryptographic operations fail with `KMSInvalidStateException`: retry, or poll
    `DescribeKey` with a client of the replica's Region.

    A primary key with imported key material gives a replica without any, in state `PendingImport`;
    import the same material there. If the Region holds a replica that is pending deletion, the call
    fails with `AlreadyExistsException`: cancel that deletion or wait it out.

    Permission: `kms:ReplicateKey` in the primary key's policy, `kms:CreateKey` in an IAM policy for
    the replica's Region, and with `tags` also `kms:TagResource` there.
    Across accounts: no; the replica is always created in the account of the primary key.

    Args:
        key_id: Key ID (`mrk-...`) or key ARN of the multi-Region primary key; replicas and aliases
            are not accepted. `DescribeKey` tells primary from replica.
        replica_region: Region of the replica, such as `eu-west-1`: in the same partition, enabled
            for the account, and without a key of this multi-Region set.
        policy: Key policy of the replica, a JSON document of at most 131,072 characters. When left
            out, KMS attaches its default key policy, not a copy of the primary's.
        bypass_policy_lockout_safety_check: True accepts a `policy` that leaves the caller unable to
            call `PutKeyPolicy` on the replica. False, the default, has KMS check for that first.
        description: Description of the replica, up to 8,192 characters; empty when left out, since
            the primary's is not copied. It shows up in CloudTrail in clear text.
        tags: Tags of the replica; none when left out, since the primary's are not copied. Needs
            `kms:TagResource`, and may decide who gets access where policies look at tags.

    Returns:
        `Ok` with the `ReplicateKeyResponse`, or `Err` with `AlreadyExistsException`,
        `DisabledException`, `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `LimitExceededException`, `MalformedPolicyDocumentException`,
        `NotFoundException`, `TagException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html
    """
    return await ReplicateKey.request(
        self,
        _new_replicate_key_request(
            key_id, replica_region, policy, bypass_policy_lockout_safety_check, description, tags
        ),
    )


def replicate_key_sync(
    self: SyncClient,
    *,
    key_id: str,
    replica_region: str,
    policy: str | None = None,
    bypass_policy_lockout_safety_check: bool | None = None,
    description: str | None = None,
    tags: Sequence[Tag] | None = None,
) -> Result[ReplicateKeyResponse, ReplicateKeyError]:
    """Creates a replica of a multi-Region primary key in another Region.

    Call it in the primary key's Region. The replica shares key ID, key material, key spec, key
    usage, origin and rotation status with the primary, so each can decrypt what the other
    encrypted. Key policy, tags, description, aliases, grants and enabled state are its own: nothing
    of these is copied. One replica per Region; each is billed and counted as a KMS key.

    The response comes before the replica is usable. It stays in state `Creating` for some seconds,
    in which cryptographic operations fail with `KMSInvalidStateException`: retry, or poll
    `DescribeKey` with a client of the replica's Region.

    A primary key with imported key material gives a replica without any, in state `PendingImport`;
    import the same material there. If the Region holds a replica that is pending deletion, the call
    fails with `AlreadyExistsException`: cancel that deletion or wait it out.

    Permission: `kms:ReplicateKey` in the primary key's policy, `kms:CreateKey` in an IAM policy for
    the replica's Region, and with `tags` also `kms:TagResource` there.
    Across accounts: no; the replica is always created in the account of the primary key.

    Args:
        key_id: Key ID (`mrk-...`) or key ARN of the multi-Region primary key; replicas and aliases
            are not accepted. `DescribeKey` tells primary from replica.
        replica_region: Region of the replica, such as `eu-west-1`: in the same partition, enabled
            for the account, and without a key of this multi-Region set.
        policy: Key policy of the replica, a JSON document of at most 131,072 characters. When left
            out, KMS attaches its default key policy, not a copy of the primary's.
        bypass_policy_lockout_safety_check: True accepts a `policy` that leaves the caller unable to
            call `PutKeyPolicy` on the replica. False, the default, has KMS check for that first.
        description: Description of the replica, up to 8,192 characters; empty when left out, since
            the primary's is not copied. It shows up in CloudTrail in clear text.
        tags: Tags of the replica; none when left out, since the primary's are not copied. Needs
            `kms:TagResource`, and may decide who gets access where policies look at tags.

    Returns:
        `Ok` with the `ReplicateKeyResponse`, or `Err` with `AlreadyExistsException`,
        `DisabledException`, `InvalidArnException`, `KMSInternalException`,
        `KMSInvalidStateException`, `LimitExceededException`, `MalformedPolicyDocumentException`,
        `NotFoundException`, `TagException`, `UnsupportedOperationException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html
    """
    return ReplicateKey.request_sync(
        self,
        _new_replicate_key_request(
            key_id, replica_region, policy, bypass_policy_lockout_safety_check, description, tags
        ),
    )


publish(globals(), "smaws_kms")
