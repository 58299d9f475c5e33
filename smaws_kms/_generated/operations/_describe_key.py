# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DescribeKey: request, response, errors and operation."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
    InvalidArnException,
    KMSInternalException,
    NotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import KeyMetadata, key_metadata_from_json
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly, tuple_of
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members, to_optional_strings
from smaws_kms._runtime.serde.json_text import elements_of, list_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.lazy_imports import publish


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DescribeKeyRequest(BaseShape):
    """Which key to describe."""

    key_id: str = field(metadata=member("KeyId", Limits(min=1, max=2048)))
    """The KMS key, in any state: key ID, key ARN, alias name (`alias/...`) or alias ARN. An alias
    name is looked up in the caller's own account and Region.
    """
    grant_tokens: tuple[str, ...] | None = field(
        default=None,
        converter=to_optional_strings,
        metadata=member("GrantTokens", Limits(min=0, max=10, item=Limits(min=1, max=8192))),
    )
    """Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count at once, in the
    minutes before every KMS host knows of it; pointless once the grant has propagated. Not secret.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DescribeKeyResponse(BaseShape):
    """The key's metadata."""

    key_metadata: KeyMetadata = field(metadata=member("KeyMetadata"))
    """State, type and dates of the key; which fields are set depends on its origin and state, and
    on whether it is multi-Region.
    """


@constructor(DescribeKeyRequest)
def _new_describe_key_request(
    self: UnfrozenShape, key_id: object = None, grant_tokens: object = None
) -> None:
    self.key_id = exactly(str, key_id)
    self.grant_tokens = None if grant_tokens is None else tuple_of(str, grant_tokens)


def _describe_key_request_to_json(it: DescribeKeyRequest) -> str:
    """Write a usual `DescribeKeyRequest` as JSON text."""
    if type(it) is not DescribeKeyRequest:
        raise Unusual
    json = '{"KeyId":' + str_json(it.key_id, 1)
    if it.grant_tokens is not None:
        json += ',"GrantTokens":' + list_json(
            [str_json(item, 1) for item in elements_of(it.grant_tokens)]
        )
    return json + "}"


@decoder(DescribeKeyResponse)
def _describe_key_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `DescribeKeyResponse` from its JSON object."""
    shape.key_metadata = key_metadata_from_json(data["KeyMetadata"])


DescribeKeyError: TypeAlias = (
    DependencyTimeoutException
    | InvalidArnException
    | KMSInternalException
    | NotFoundException
    | CommonError
)
"""Errors that `DescribeKey` can return."""

DescribeKey: Final[Operation[DescribeKeyRequest, DescribeKeyResponse, DescribeKeyError]] = (
    Operation(
        name="DescribeKey",
        service=SERVICE,
        input=DescribeKeyRequest,
        output=DescribeKeyResponse,
        errors=(
            DependencyTimeoutException,
            InvalidArnException,
            KMSInternalException,
            NotFoundException,
        ),
        to_json=_describe_key_request_to_json,
        from_json=_describe_key_response_from_json,
    )
)
"""Returns the metadata of a KMS key: ARN, state, spec, usage, origin, dates."""


async def describe_key(
    self: AsyncClient, *, key_id: str, grant_tokens: Sequence[str] | None = None
) -> Result[DescribeKeyResponse, DescribeKeyError]:
    """Returns the metadata of a KMS key: ARN, state, spec, usage, origin, dates.

    The way to turn an alias into a key ARN, and to see why a key refuses to work (`key_state`).
    Works for customer managed and AWS managed keys. Metadata can lag behind a change for a short
    while.

    Not included: aliases (`ListAliases`), tags (`ListResourceTags`), policy (`GetKeyPolicy`),
    grants (`ListGrants`) and rotation (`GetKeyRotationStatus`).

    One side effect exists: describing a predefined AWS alias (such as `alias/aws/ebs`) that has no
    key yet creates the AWS managed key.

    Permission: `kms:DescribeKey` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key, in any state: key ID, key ARN, alias name (`alias/...`) or alias ARN.
            An alias name is looked up in the caller's own account and Region.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.

    Returns:
        `Ok` with the `DescribeKeyResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
    """
    return await DescribeKey.request(self, _new_describe_key_request(key_id, grant_tokens))


def describe_key_sync(
    self: SyncClient, *, key_id: str, grant_tokens: Sequence[str] | None = None
) -> Result[DescribeKeyResponse, DescribeKeyError]:
    """Returns the metadata of a KMS key: ARN, state, spec, usage, origin, dates.

    The way to turn an alias into a key ARN, and to see why a key refuses to work (`key_state`).
    Works for customer managed and AWS managed keys. Metadata can lag behind a change for a short
    while.

    Not included: aliases (`ListAliases`), tags (`ListResourceTags`), policy (`GetKeyPolicy`),
    grants (`ListGrants`) and rotation (`GetKeyRotationStatus`).

    One side effect exists: describing a predefined AWS alias (such as `alias/aws/ebs`) that has no
    key yet creates the AWS managed key.

    Permission: `kms:DescribeKey` in the key policy.
    Across accounts: yes; give the key ARN or alias ARN as `key_id`.

    Args:
        key_id: The KMS key, in any state: key ID, key ARN, alias name (`alias/...`) or alias ARN.
            An alias name is looked up in the caller's own account and Region.
        grant_tokens: Up to 10 grant tokens, as returned by `CreateGrant`. They make a grant count
            at once, in the minutes before every KMS host knows of it; pointless once the grant has
            propagated. Not secret.

    Returns:
        `Ok` with the `DescribeKeyResponse`, or `Err` with `DependencyTimeoutException`,
        `InvalidArnException`, `KMSInternalException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
    """
    return DescribeKey.request_sync(self, _new_describe_key_request(key_id, grant_tokens))


publish(globals(), "smaws_kms")
