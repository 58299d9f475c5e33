# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""DisconnectCustomKeyStore: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
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
class DisconnectCustomKeyStoreRequest(BaseShape):
    """Which custom key store to disconnect."""

    custom_key_store_id: str = field(metadata=member("CustomKeyStoreId", Limits(min=1, max=64)))
    """ID of the custom key store (not its friendly name). Rejected if its connection state is
    already `DISCONNECTED` or `DISCONNECTING`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class DisconnectCustomKeyStoreResponse(BaseShape):
    """Empty: the request was accepted."""


@constructor(DisconnectCustomKeyStoreRequest)
def _new_disconnect_custom_key_store_request(
    self: UnfrozenShape, custom_key_store_id: object = None
) -> None:
    self.custom_key_store_id = exactly(str, custom_key_store_id)


def _disconnect_custom_key_store_request_to_json(it: DisconnectCustomKeyStoreRequest) -> str:
    """Write a usual `DisconnectCustomKeyStoreRequest` as JSON text."""
    if type(it) is not DisconnectCustomKeyStoreRequest:
        raise Unusual
    json = '{"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    return json + "}"


@decoder(DisconnectCustomKeyStoreResponse)
def _disconnect_custom_key_store_response_from_json(
    shape: UnfrozenShape, data: ParsedObject
) -> None:
    """Set the members of a usual `DisconnectCustomKeyStoreResponse` from its JSON object."""


DisconnectCustomKeyStoreError: TypeAlias = (
    CustomKeyStoreInvalidStateException
    | CustomKeyStoreNotFoundException
    | KMSInternalException
    | CommonError
)
"""Errors that `DisconnectCustomKeyStore` can return."""

DisconnectCustomKeyStore: Final[
    Operation[
        DisconnectCustomKeyStoreRequest,
        DisconnectCustomKeyStoreResponse,
        DisconnectCustomKeyStoreError,
    ]
] = Operation(
    name="DisconnectCustomKeyStore",
    service=SERVICE,
    input=DisconnectCustomKeyStoreRequest,
    output=DisconnectCustomKeyStoreResponse,
    errors=(
        CustomKeyStoreInvalidStateException,
        CustomKeyStoreNotFoundException,
        KMSInternalException,
    ),
    to_json=_disconnect_custom_key_store_request_to_json,
    from_json=_disconnect_custom_key_store_response_from_json,
    already_done_errors=(CustomKeyStoreInvalidStateException,),
)
"""Disconnects a custom key store; its KMS keys cannot be used until reconnected."""


async def disconnect_custom_key_store(
    self: AsyncClient, *, custom_key_store_id: str
) -> Result[DisconnectCustomKeyStoreResponse, DisconnectCustomKeyStoreError]:
    """Disconnects a custom key store; its KMS keys cannot be used until reconnected.

    Every KMS key in the store becomes `Unavailable`: cryptographic operations and `CreateKey` fail,
    and so does anything in AWS that must decrypt with those keys. Managing keys and store still
    works. `ConnectCustomKeyStore` brings them back.

    Needed before `DeleteCustomKeyStore`, before most changes with `UpdateCustomKeyStore`, and after
    a failed connection attempt (state `FAILED`) before the next one.

    Permission: `kms:DisconnectCustomKeyStore` in an IAM policy.
    Across accounts: no; the key store must belong to the calling account.

    Args:
        custom_key_store_id: ID of the custom key store (not its friendly name). Rejected if its
            connection state is already `DISCONNECTED` or `DISCONNECTING`.

    Returns:
        `Ok` with the `DisconnectCustomKeyStoreResponse`, or `Err` with
        `CustomKeyStoreInvalidStateException`, `CustomKeyStoreNotFoundException`,
        `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DisconnectCustomKeyStore.html
    """
    return await DisconnectCustomKeyStore.request(
        self, _new_disconnect_custom_key_store_request(custom_key_store_id)
    )


def disconnect_custom_key_store_sync(
    self: SyncClient, *, custom_key_store_id: str
) -> Result[DisconnectCustomKeyStoreResponse, DisconnectCustomKeyStoreError]:
    """Disconnects a custom key store; its KMS keys cannot be used until reconnected.

    Every KMS key in the store becomes `Unavailable`: cryptographic operations and `CreateKey` fail,
    and so does anything in AWS that must decrypt with those keys. Managing keys and store still
    works. `ConnectCustomKeyStore` brings them back.

    Needed before `DeleteCustomKeyStore`, before most changes with `UpdateCustomKeyStore`, and after
    a failed connection attempt (state `FAILED`) before the next one.

    Permission: `kms:DisconnectCustomKeyStore` in an IAM policy.
    Across accounts: no; the key store must belong to the calling account.

    Args:
        custom_key_store_id: ID of the custom key store (not its friendly name). Rejected if its
            connection state is already `DISCONNECTED` or `DISCONNECTING`.

    Returns:
        `Ok` with the `DisconnectCustomKeyStoreResponse`, or `Err` with
        `CustomKeyStoreInvalidStateException`, `CustomKeyStoreNotFoundException`,
        `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_DisconnectCustomKeyStore.html
    """
    return DisconnectCustomKeyStore.request_sync(
        self, _new_disconnect_custom_key_store_request(custom_key_store_id)
    )


publish(globals(), "smaws_kms")
