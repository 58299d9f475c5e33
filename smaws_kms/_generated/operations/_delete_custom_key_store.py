# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DeleteCustomKeyStore: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    CustomKeyStoreHasCMKsException,
    CustomKeyStoreInvalidStateException,
    CustomKeyStoreNotFoundException,
    KMSInternalException,
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
class DeleteCustomKeyStoreRequest(BaseShape):
    """Which custom key store to remove."""

    custom_key_store_id: str = field(metadata=member("CustomKeyStoreId", Limits(min=1, max=64)))
    """ID of the custom key store (not its friendly name). It must hold no KMS keys and be in
    connection state `DISCONNECTED`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DeleteCustomKeyStoreResponse(BaseShape):
    """Empty: the key store is gone."""


@constructor(DeleteCustomKeyStoreRequest)
def _new_delete_custom_key_store_request(
    self: UnfrozenShape, custom_key_store_id: object = None
) -> None:
    self.custom_key_store_id = exactly(str, custom_key_store_id)


def _delete_custom_key_store_request_to_json(it: DeleteCustomKeyStoreRequest) -> str:
    """Write a usual `DeleteCustomKeyStoreRequest` as JSON text."""
    if type(it) is not DeleteCustomKeyStoreRequest:
        raise Unusual
    json = '{"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    return json + "}"


@decoder(DeleteCustomKeyStoreResponse)
def _delete_custom_key_store_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `DeleteCustomKeyStoreResponse` from its JSON object."""


DeleteCustomKeyStoreError: TypeAlias = (
    CustomKeyStoreHasCMKsException
    | CustomKeyStoreInvalidStateException
    | CustomKeyStoreNotFoundException
    | KMSInternalException
    | CommonError
)
"""Errors that `DeleteCustomKeyStore` can return."""

DeleteCustomKeyStore: Final[
    Operation[DeleteCustomKeyStoreRequest, DeleteCustomKeyStoreResponse, DeleteCustomKeyStoreError]
] = Operation(
    name="DeleteCustomKeyStore",
    service=SERVICE,
    input=DeleteCustomKeyStoreRequest,
    output=DeleteCustomKeyStoreResponse,
    errors=(
        CustomKeyStoreHasCMKsException,
        CustomKeyStoreInvalidStateException,
        CustomKeyStoreNotFoundException,
        KMSInternalException,
    ),
    to_json=_delete_custom_key_store_request_to_json,
    from_json=_delete_custom_key_store_response_from_json,
    already_done_errors=(CustomKeyStoreNotFoundException,),
)
"""Removes an empty, disconnected custom key store from KMS."""


async def delete_custom_key_store(
    self: AsyncClient, *, custom_key_store_id: str
) -> Result[DeleteCustomKeyStoreResponse, DeleteCustomKeyStoreError]:
    """Removes an empty, disconnected custom key store from KMS.

    The order is fixed: schedule deletion of all KMS keys in the store, wait until they are really
    gone (at least 7 days), call `DisconnectCustomKeyStore`, then delete. Earlier attempts give
    `Err` with `CustomKeyStoreHasCMKsException` or `CustomKeyStoreInvalidStateException`. To take a
    store out of use reversibly, just disconnect it.

    The CloudHSM cluster, the proxy and the external key manager stay as they are. Key material can
    remain in the cluster and its backups; removing it there is up to you.

    Permission: `kms:DeleteCustomKeyStore` in an IAM policy.
    Across accounts: no; the key store must belong to the calling account.

    Args:
        custom_key_store_id: ID of the custom key store (not its friendly name). It must hold no KMS
            keys and be in connection state `DISCONNECTED`.

    Returns:
        `Ok` with the `DeleteCustomKeyStoreResponse`, or `Err` with
        `CustomKeyStoreHasCMKsException`, `CustomKeyStoreInvalidStateException`,
        `CustomKeyStoreNotFoundException`, `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteCustomKeyStore.html
    """
    return await DeleteCustomKeyStore.request(
        self, _new_delete_custom_key_store_request(custom_key_store_id)
    )


def delete_custom_key_store_sync(
    self: SyncClient, *, custom_key_store_id: str
) -> Result[DeleteCustomKeyStoreResponse, DeleteCustomKeyStoreError]:
    """Removes an empty, disconnected custom key store from KMS.

    The order is fixed: schedule deletion of all KMS keys in the store, wait until they are really
    gone (at least 7 days), call `DisconnectCustomKeyStore`, then delete. Earlier attempts give
    `Err` with `CustomKeyStoreHasCMKsException` or `CustomKeyStoreInvalidStateException`. To take a
    store out of use reversibly, just disconnect it.

    The CloudHSM cluster, the proxy and the external key manager stay as they are. Key material can
    remain in the cluster and its backups; removing it there is up to you.

    Permission: `kms:DeleteCustomKeyStore` in an IAM policy.
    Across accounts: no; the key store must belong to the calling account.

    Args:
        custom_key_store_id: ID of the custom key store (not its friendly name). It must hold no KMS
            keys and be in connection state `DISCONNECTED`.

    Returns:
        `Ok` with the `DeleteCustomKeyStoreResponse`, or `Err` with
        `CustomKeyStoreHasCMKsException`, `CustomKeyStoreInvalidStateException`,
        `CustomKeyStoreNotFoundException`, `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteCustomKeyStore.html
    """
    return DeleteCustomKeyStore.request_sync(
        self, _new_delete_custom_key_store_request(custom_key_store_id)
    )


publish(globals(), "smaws_kms")
