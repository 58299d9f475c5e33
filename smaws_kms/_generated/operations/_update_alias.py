# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""UpdateAlias: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    DependencyTimeoutException,
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
class UpdateAliasRequest(BaseShape):
    """The alias to move, and its new KMS key."""

    alias_name: str = field(
        metadata=member("AliasName", Limits(min=1, max=256, pattern="^[a-zA-Z0-9:/_-]+$"))
    )
    """The alias, starting with `alias/`, as in `alias/orders`; not its ARN. Up to 256 letters,
    digits, `/`, `_`, `-` and `:`.
    """
    target_key_id: str = field(metadata=member("TargetKeyId", Limits(min=1, max=2048)))
    """Key ID or key ARN of the new KMS key: customer managed, same Region, same type and key usage
    as the present one, and not pending deletion.
    """


@constructor(UpdateAliasRequest)
def _new_update_alias_request(
    self: UnfrozenShape, alias_name: object = None, target_key_id: object = None
) -> None:
    self.alias_name = exactly(str, alias_name)
    self.target_key_id = exactly(str, target_key_id)


def _update_alias_request_to_json(it: UpdateAliasRequest) -> str:
    """Write a usual `UpdateAliasRequest` as JSON text."""
    if type(it) is not UpdateAliasRequest:
        raise Unusual
    json = '{"AliasName":' + str_json(it.alias_name, 1)
    json += ',"TargetKeyId":' + str_json(it.target_key_id, 1)
    return json + "}"


UpdateAliasError: TypeAlias = (
    DependencyTimeoutException
    | KMSInternalException
    | KMSInvalidStateException
    | LimitExceededException
    | NotFoundException
    | CommonError
)
"""Errors that `UpdateAlias` can return."""

UpdateAlias: Final[Operation[UpdateAliasRequest, None, UpdateAliasError]] = Operation(
    name="UpdateAlias",
    service=SERVICE,
    input=UpdateAliasRequest,
    output=None,
    errors=(
        DependencyTimeoutException,
        KMSInternalException,
        KMSInvalidStateException,
        LimitExceededException,
        NotFoundException,
    ),
    to_json=_update_alias_request_to_json,
)
"""Points an existing alias at another KMS key."""


async def update_alias(
    self: AsyncClient, *, alias_name: str, target_key_id: str
) -> Result[None, UpdateAliasError]:
    """Points an existing alias at another KMS key.

    The usual way to rotate a KMS key by hand: callers that encrypt through the alias move to the
    new key without a deployment. Old ciphertexts still belong to the old key, so keep it enabled.
    Symmetric ones decrypt as long as `key_id` is left out or names the old key; with the alias as
    `key_id`, `Decrypt` now fails with `IncorrectKeyException`.

    Old and new key must agree in type (symmetric, asymmetric or HMAC) and key usage. To go across
    types, or to rename an alias, use `DeleteAlias` and `CreateAlias`.

    Eventual consistency: some requests may reach the old key for a short time. Where policies use
    `kms:RequestAlias` or `kms:ResourceAliases`, the move changes who may use which key, after up to
    five minutes.

    Permission: `kms:UpdateAlias` three times: on the alias in an IAM policy, and in the key
    policies of both the old and the new KMS key.
    Across accounts: no; alias and both KMS keys must be in the caller's account, and in one Region.

    Args:
        alias_name: The alias, starting with `alias/`, as in `alias/orders`; not its ARN. Up to 256
            letters, digits, `/`, `_`, `-` and `:`.
        target_key_id: Key ID or key ARN of the new KMS key: customer managed, same Region, same
            type and key usage as the present one, and not pending deletion.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `KMSInternalException`,
        `KMSInvalidStateException`, `LimitExceededException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html
    """
    return await UpdateAlias.request(self, _new_update_alias_request(alias_name, target_key_id))


def update_alias_sync(
    self: SyncClient, *, alias_name: str, target_key_id: str
) -> Result[None, UpdateAliasError]:
    """Points an existing alias at another KMS key.

    The usual way to rotate a KMS key by hand: callers that encrypt through the alias move to the
    new key without a deployment. Old ciphertexts still belong to the old key, so keep it enabled.
    Symmetric ones decrypt as long as `key_id` is left out or names the old key; with the alias as
    `key_id`, `Decrypt` now fails with `IncorrectKeyException`.

    Old and new key must agree in type (symmetric, asymmetric or HMAC) and key usage. To go across
    types, or to rename an alias, use `DeleteAlias` and `CreateAlias`.

    Eventual consistency: some requests may reach the old key for a short time. Where policies use
    `kms:RequestAlias` or `kms:ResourceAliases`, the move changes who may use which key, after up to
    five minutes.

    Permission: `kms:UpdateAlias` three times: on the alias in an IAM policy, and in the key
    policies of both the old and the new KMS key.
    Across accounts: no; alias and both KMS keys must be in the caller's account, and in one Region.

    Args:
        alias_name: The alias, starting with `alias/`, as in `alias/orders`; not its ARN. Up to 256
            letters, digits, `/`, `_`, `-` and `:`.
        target_key_id: Key ID or key ARN of the new KMS key: customer managed, same Region, same
            type and key usage as the present one, and not pending deletion.

    Returns:
        `Ok(None)`, or `Err` with `DependencyTimeoutException`, `KMSInternalException`,
        `KMSInvalidStateException`, `LimitExceededException`, `NotFoundException` or one of
        `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html
    """
    return UpdateAlias.request_sync(self, _new_update_alias_request(alias_name, target_key_id))


publish(globals(), "smaws_kms")
