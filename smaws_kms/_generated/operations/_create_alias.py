# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""CreateAlias: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    AlreadyExistsException,
    DependencyTimeoutException,
    InvalidAliasNameException,
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
class CreateAliasRequest(BaseShape):
    """The new alias and the key it points to."""

    alias_name: str = field(
        metadata=member("AliasName", Limits(min=1, max=256, pattern="^[a-zA-Z0-9:/_-]+$"))
    )
    """`alias/` plus a name of letters, digits, `/`, `_` and `-`; at most 256 characters in all.
    `alias/aws/` is reserved for AWS managed keys. Appears in CloudTrail logs, so keep secrets out
    of it.
    """
    target_key_id: str = field(metadata=member("TargetKeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of a customer managed key in this account and Region. Another alias is not
    accepted, nor is a key that awaits deletion.
    """


@constructor(CreateAliasRequest)
def _new_create_alias_request(
    self: UnfrozenShape, alias_name: object = None, target_key_id: object = None
) -> None:
    self.alias_name = exactly(str, alias_name)
    self.target_key_id = exactly(str, target_key_id)


def _create_alias_request_to_json(it: CreateAliasRequest) -> str:
    """Write a usual `CreateAliasRequest` as JSON text."""
    if type(it) is not CreateAliasRequest:
        raise Unusual
    json = '{"AliasName":' + str_json(it.alias_name, 1)
    json += ',"TargetKeyId":' + str_json(it.target_key_id, 1)
    return json + "}"


CreateAliasError: TypeAlias = (
    AlreadyExistsException
    | DependencyTimeoutException
    | InvalidAliasNameException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | NotFoundException
    | CommonError
)
"""Errors that `CreateAlias` can return."""

CreateAlias: Final[Operation[CreateAliasRequest, None, CreateAliasError]] = Operation(
    name="CreateAlias",
    service=SERVICE,
    input=CreateAliasRequest,
    output=None,
    errors=(
        AlreadyExistsException,
        DependencyTimeoutException,
        InvalidAliasNameException,
        KMSInternalException,
        KMSInvalidStateException,
        LimitExceededException,
        NotFoundException,
    ),
    to_json=_create_alias_request_to_json,
    already_done_errors=(AlreadyExistsException,),
)
"""Gives a customer managed KMS key another name, such as `alias/orders`."""


async def create_alias(
    self: AsyncClient, *, alias_name: str, target_key_id: str
) -> Result[None, CreateAliasError]:
    """Gives a customer managed KMS key another name, such as `alias/orders`.

    An alias points to one key; a key may have several (50 by default). To move an existing alias
    use `UpdateAlias`: creating it again gives `Err(AlreadyExistsException)`. The same name can
    exist in every Region, each time with a target of its own, which lets code run unchanged across
    Regions.

    A new alias may be unknown to parts of KMS for some seconds, at times minutes, and operations
    that use it meanwhile give `Err(NotFoundException)`. Right after creation, address the key by
    its ARN.

    Where policies use the condition keys `kms:ResourceAliases` or `kms:RequestAlias`, an alias is
    part of access control: adding one can grant or take away access to the key.

    Permission: `kms:CreateAlias` twice: for the alias in an IAM policy, and for the key in its key
    policy.
    Across accounts: no; alias and key both belong to the calling account.

    Args:
        alias_name: `alias/` plus a name of letters, digits, `/`, `_` and `-`; at most 256
            characters in all. `alias/aws/` is reserved for AWS managed keys. Appears in CloudTrail
            logs, so keep secrets out of it.
        target_key_id: Key ID or key ARN of a customer managed key in this account and Region.
            Another alias is not accepted, nor is a key that awaits deletion.

    Returns:
        `Ok(None)`, or `Err` with `AlreadyExistsException`, `DependencyTimeoutException`,
        `InvalidAliasNameException`, `KMSInternalException`, `KMSInvalidStateException`,
        `LimitExceededException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
    """
    return await CreateAlias.request(self, _new_create_alias_request(alias_name, target_key_id))


def create_alias_sync(
    self: SyncClient, *, alias_name: str, target_key_id: str
) -> Result[None, CreateAliasError]:
    """Gives a customer managed KMS key another name, such as `alias/orders`.

    An alias points to one key; a key may have several (50 by default). To move an existing alias
    use `UpdateAlias`: creating it again gives `Err(AlreadyExistsException)`. The same name can
    exist in every Region, each time with a target of its own, which lets code run unchanged across
    Regions.

    A new alias may be unknown to parts of KMS for some seconds, at times minutes, and operations
    that use it meanwhile give `Err(NotFoundException)`. Right after creation, address the key by
    its ARN.

    Where policies use the condition keys `kms:ResourceAliases` or `kms:RequestAlias`, an alias is
    part of access control: adding one can grant or take away access to the key.

    Permission: `kms:CreateAlias` twice: for the alias in an IAM policy, and for the key in its key
    policy.
    Across accounts: no; alias and key both belong to the calling account.

    Args:
        alias_name: `alias/` plus a name of letters, digits, `/`, `_` and `-`; at most 256
            characters in all. `alias/aws/` is reserved for AWS managed keys. Appears in CloudTrail
            logs, so keep secrets out of it.
        target_key_id: Key ID or key ARN of a customer managed key in this account and Region.
            Another alias is not accepted, nor is a key that awaits deletion.

    Returns:
        `Ok(None)`, or `Err` with `AlreadyExistsException`, `DependencyTimeoutException`,
        `InvalidAliasNameException`, `KMSInternalException`, `KMSInvalidStateException`,
        `LimitExceededException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
    """
    return CreateAlias.request_sync(self, _new_create_alias_request(alias_name, target_key_id))


publish(globals(), "smaws_kms")
