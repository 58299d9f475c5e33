# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DeleteAlias: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
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
class DeleteAliasRequest(BaseShape):
    """Which alias to delete."""

    alias_name: str = field(
        metadata=member("AliasName", Limits(min=1, max=256, pattern="^[a-zA-Z0-9:/_-]+$"))
    )
    """The alias with its prefix, as in `alias/orders`; an alias ARN is not accepted. Aliases under
    `alias/aws/` cannot be deleted.
    """


@constructor(DeleteAliasRequest)
def _new_delete_alias_request(self: UnfrozenShape, alias_name: object = None) -> None:
    self.alias_name = exactly(str, alias_name)


def _delete_alias_request_to_json(it: DeleteAliasRequest) -> str:
    """Write a usual `DeleteAliasRequest` as JSON text."""
    if type(it) is not DeleteAliasRequest:
        raise Unusual
    json = '{"AliasName":' + str_json(it.alias_name, 1)
    return json + "}"


DeleteAliasError: TypeAlias = (
    DependencyTimeoutException
    | KMSInternalException
    | KMSInvalidStateException
    | NotFoundException
    | CommonError
)
"""Errors that `DeleteAlias` can return."""

DeleteAlias: Final[Operation[DeleteAliasRequest, None, DeleteAliasError]] = Operation(
    name="DeleteAlias",
    service=SERVICE,
    input=DeleteAliasRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        KMSInternalException,
        KMSInvalidStateException,
        NotFoundException,
    ),
    to_json=_delete_alias_request_to_json,
    already_done_errors=(NotFoundException,),
)
"""Deletes an alias; the KMS key it points to is unaffected."""


async def delete_alias(self: AsyncClient, *, alias_name: str) -> Result[None, DeleteAliasError]:
    """Deletes an alias; the KMS key it points to is unaffected.

    Requests that use the alias fail with `NotFoundException` as soon as the change has spread,
    which can take some minutes. To point an alias at another key use `UpdateAlias`, which leaves no
    gap. Deletion and renewed creation is the way to rename one, or to move it to a key of another
    type.

    Policies with alias conditions (`kms:ResourceAliases`, `kms:RequestAlias`) may stop granting or
    denying access once the alias is gone.

    Permission: `kms:DeleteAlias` twice: for the alias in an IAM policy, and for the key in its key
    policy.
    Across accounts: no; the alias must belong to the calling account.

    Args:
        alias_name: The alias with its prefix, as in `alias/orders`; an alias ARN is not accepted.
            Aliases under `alias/aws/` cannot be deleted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html
    """
    return await DeleteAlias.request(self, _new_delete_alias_request(alias_name))


def delete_alias_sync(self: SyncClient, *, alias_name: str) -> Result[None, DeleteAliasError]:
    """Deletes an alias; the KMS key it points to is unaffected.

    Requests that use the alias fail with `NotFoundException` as soon as the change has spread,
    which can take some minutes. To point an alias at another key use `UpdateAlias`, which leaves no
    gap. Deletion and renewed creation is the way to rename one, or to move it to a key of another
    type.

    Policies with alias conditions (`kms:ResourceAliases`, `kms:RequestAlias`) may stop granting or
    denying access once the alias is gone.

    Permission: `kms:DeleteAlias` twice: for the alias in an IAM policy, and for the key in its key
    policy.
    Across accounts: no; the alias must belong to the calling account.

    Args:
        alias_name: The alias with its prefix, as in `alias/orders`; an alias ARN is not accepted.
            Aliases under `alias/aws/` cannot be deleted.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `KMSInternalException`,
        `KMSInvalidStateException`, `NotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html
    """
    return DeleteAlias.request_sync(self, _new_delete_alias_request(alias_name))


publish(globals(), "smaws_kms")
