# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""ConnectCustomKeyStore: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.errors import (
    CloudHsmClusterInvalidConfigurationException,
    CloudHsmClusterNotActiveException,
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
class ConnectCustomKeyStoreRequest(BaseShape):
    """Which custom key store to connect."""

    custom_key_store_id: str = field(metadata=member("CustomKeyStoreId", Limits(min=1, max=64)))
    """ID of the custom key store (not its friendly name). Its connection state must be neither
    `FAILED` nor `DISCONNECTING`.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class ConnectCustomKeyStoreResponse(BaseShape):
    """Empty: the attempt has started, its outcome is still open."""


@constructor(ConnectCustomKeyStoreRequest)
def _new_connect_custom_key_store_request(
    self: UnfrozenShape, custom_key_store_id: object = None
) -> None:
    self.custom_key_store_id = exactly(str, custom_key_store_id)


def _connect_custom_key_store_request_to_json(it: ConnectCustomKeyStoreRequest) -> str:
    """Write a usual `ConnectCustomKeyStoreRequest` as JSON text."""
    if type(it) is not ConnectCustomKeyStoreRequest:
        raise Unusual
    json = '{"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    return json + "}"


@decoder(ConnectCustomKeyStoreResponse)
def _connect_custom_key_store_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `ConnectCustomKeyStoreResponse` from its JSON object."""


ConnectCustomKeyStoreError: TypeAlias = (
    CloudHsmClusterInvalidConfigurationException
    | CloudHsmClusterNotActiveException
    | CustomKeyStoreInvalidStateException
    | CustomKeyStoreNotFoundException
    | KMSInternalException
    | CommonError
)
"""Errors that `ConnectCustomKeyStore` can return."""

ConnectCustomKeyStore: Final[
    Operation[
        ConnectCustomKeyStoreRequest, ConnectCustomKeyStoreResponse, ConnectCustomKeyStoreError
    ]
] = Operation(
    name="ConnectCustomKeyStore",
    service=SERVICE,
    input=ConnectCustomKeyStoreRequest,
    output=ConnectCustomKeyStoreResponse,
    errors=(
        CloudHsmClusterInvalidConfigurationException,
        CloudHsmClusterNotActiveException,
        CustomKeyStoreInvalidStateException,
        CustomKeyStoreNotFoundException,
        KMSInternalException,
    ),
    to_json=_connect_custom_key_store_request_to_json,
    from_json=_connect_custom_key_store_response_from_json,
    already_done_errors=(CustomKeyStoreInvalidStateException,),
)
"""Starts to connect a custom key store with what backs it; does not wait for the result."""


async def connect_custom_key_store(
    self: AsyncClient, *, custom_key_store_id: str
) -> Result[ConnectCustomKeyStoreResponse, ConnectCustomKeyStoreError]:
    """Starts to connect a custom key store with what backs it; does not wait for the result.

    Returns before anything is connected; success here only means that KMS has begun. Poll
    `DescribeCustomKeyStores` until the connection state is `CONNECTED` or `FAILED`, and in the
    latter case read the connection error code there. Allow minutes rather than seconds: a CloudHSM
    key store can need up to 20.

    A store in state `FAILED` cannot be connected directly. Call `DisconnectCustomKeyStore` first,
    repair the cause (with `UpdateCustomKeyStore` where it is a setting), then connect.

    A CloudHSM cluster needs at least one active HSM, and nobody may be logged in as `kmsuser`: KMS
    logs in under that name and changes its password, so the one you set is no longer valid
    afterwards.

    Permission: `kms:ConnectCustomKeyStore` in an IAM policy.
    Across accounts: no; the key store must belong to the calling account.

    Args:
        custom_key_store_id: ID of the custom key store (not its friendly name). Its connection
            state must be neither `FAILED` nor `DISCONNECTING`.

    Returns:
        `Ok` with the `ConnectCustomKeyStoreResponse`, or `Err` with
        `CloudHsmClusterInvalidConfigurationException`, `CloudHsmClusterNotActiveException`,
        `CustomKeyStoreInvalidStateException`, `CustomKeyStoreNotFoundException`,
        `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html
    """
    return await ConnectCustomKeyStore.request(
        self, _new_connect_custom_key_store_request(custom_key_store_id)
    )


def connect_custom_key_store_sync(
    self: SyncClient, *, custom_key_store_id: str
) -> Result[ConnectCustomKeyStoreResponse, ConnectCustomKeyStoreError]:
    """Starts to connect a custom key store with what backs it; does not wait for the result.

    Returns before anything is connected; success here only means that KMS has begun. Poll
    `DescribeCustomKeyStores` until the connection state is `CONNECTED` or `FAILED`, and in the
    latter case read the connection error code there. Allow minutes rather than seconds: a CloudHSM
    key store can need up to 20.

    A store in state `FAILED` cannot be connected directly. Call `DisconnectCustomKeyStore` first,
    repair the cause (with `UpdateCustomKeyStore` where it is a setting), then connect.

    A CloudHSM cluster needs at least one active HSM, and nobody may be logged in as `kmsuser`: KMS
    logs in under that name and changes its password, so the one you set is no longer valid
    afterwards.

    Permission: `kms:ConnectCustomKeyStore` in an IAM policy.
    Across accounts: no; the key store must belong to the calling account.

    Args:
        custom_key_store_id: ID of the custom key store (not its friendly name). Its connection
            state must be neither `FAILED` nor `DISCONNECTING`.

    Returns:
        `Ok` with the `ConnectCustomKeyStoreResponse`, or `Err` with
        `CloudHsmClusterInvalidConfigurationException`, `CloudHsmClusterNotActiveException`,
        `CustomKeyStoreInvalidStateException`, `CustomKeyStoreNotFoundException`,
        `KMSInternalException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_ConnectCustomKeyStore.html
    """
    return ConnectCustomKeyStore.request_sync(
        self, _new_connect_custom_key_store_request(custom_key_store_id)
    )


publish(globals(), "smaws_kms")
