# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""UpdateCustomKeyStore: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import XksProxyConnectivityType
from smaws_kms._generated.errors import (
    CloudHsmClusterInvalidConfigurationException,
    CloudHsmClusterNotActiveException,
    CloudHsmClusterNotFoundException,
    CloudHsmClusterNotRelatedException,
    CustomKeyStoreInvalidStateException,
    CustomKeyStoreNameInUseException,
    CustomKeyStoreNotFoundException,
    KMSInternalException,
    XksProxyIncorrectAuthenticationCredentialException,
    XksProxyInvalidConfigurationException,
    XksProxyInvalidResponseException,
    XksProxyUriEndpointInUseException,
    XksProxyUriInUseException,
    XksProxyUriUnreachableException,
    XksProxyVpcEndpointServiceInUseException,
    XksProxyVpcEndpointServiceInvalidConfigurationException,
    XksProxyVpcEndpointServiceNotFoundException,
)
from smaws_kms._generated.service import SERVICE
from smaws_kms._generated.structures import (
    XksProxyAuthenticationCredentialType,
    xks_proxy_authentication_credential_type_to_json,
)
from smaws_kms._runtime.client.clients import AsyncClient, SyncClient
from smaws_kms._runtime.client.operation import Operation
from smaws_kms._runtime.errors import CommonError
from smaws_kms._runtime.results import Result
from smaws_kms._runtime.serde.base_shape import BaseShape
from smaws_kms._runtime.serde.construction import constructor, exactly
from smaws_kms._runtime.serde.decoding import ParsedObject, decoder
from smaws_kms._runtime.serde.fields import Limits, member, members
from smaws_kms._runtime.serde.json_text import enum_json, str_json
from smaws_kms._runtime.serde.unfrozen import UnfrozenShape
from smaws_kms._runtime.serde.unknown_values import UnknownValue
from smaws_kms._runtime.serde.unusual import Unusual
from smaws_kms._runtime.support.frames import secretive
from smaws_kms._runtime.support.lazy_imports import publish


@secretive
@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class UpdateCustomKeyStoreRequest(BaseShape):
    """The custom key store, and the settings to change."""

    custom_key_store_id: str = field(metadata=member("CustomKeyStoreId", Limits(min=1, max=64)))
    """ID of the custom key store, such as `cks-1234567890abcdef0`, at most 64 characters.
    `DescribeCustomKeyStores` lists the IDs.
    """
    new_custom_key_store_name: str | None = field(
        default=None, metadata=member("NewCustomKeyStoreName", Limits(min=1, max=256))
    )
    """New friendly name, up to 256 characters, unique among the account's custom key stores. Works
    connected or disconnected; it shows up in CloudTrail in clear text.
    """
    key_store_password: str | None = field(
        default=None, metadata=member("KeyStorePassword", Limits(min=7, max=32), sensitive=True)
    )
    """Present password of the `kmsuser` crypto user, 7 to 32 characters. Only tells KMS about it,
    the cluster is not changed. AWS CloudHSM key stores, while disconnected.
    """
    cloud_hsm_cluster_id: str | None = field(
        default=None,
        metadata=member(
            "CloudHsmClusterId", Limits(min=19, max=24, pattern="^cluster-[2-7a-zA-Z]{11,16}$")
        ),
    )
    """Cluster to use from now on, such as `cluster-1a23b4cdefg`. It must have the cluster
    certificate and backup history of the original one. AWS CloudHSM key stores, while disconnected.
    """
    xks_proxy_uri_endpoint: str | None = field(
        default=None,
        metadata=member(
            "XksProxyUriEndpoint", Limits(min=10, max=128, pattern="^https://[a-zA-Z0-9.-]+$")
        ),
    )
    """Base URL of the proxy, `https://` and a host name without path; with `VPC_ENDPOINT_SERVICE`
    the private DNS name, which no other store may share. Unique together with `xks_proxy_uri_path`
    in account and Region. External key stores, while disconnected.
    """
    xks_proxy_uri_path: str | None = field(
        default=None,
        metadata=member(
            "XksProxyUriPath",
            Limits(
                min=10,
                max=128,
                pattern=r"^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$",
            ),
        ),
    )
    """Path of the proxy API: an optional prefix followed by `/kms/xks/v1`, 10 to 128 characters.
    Unique together with `xks_proxy_uri_endpoint` in account and Region. External key stores,
    connected or disconnected.
    """
    xks_proxy_vpc_endpoint_service_name: str | None = field(
        default=None,
        metadata=member(
            "XksProxyVpcEndpointServiceName",
            Limits(
                min=20,
                max=64,
                pattern=r"^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$",
            ),
        ),
    )
    """VPC endpoint service that leads to the proxy, such as
    `com.amazonaws.vpce.us-east-1.vpce-svc-...`. Only with connectivity `VPC_ENDPOINT_SERVICE`;
    leave it out when moving to `PUBLIC_ENDPOINT`. External key stores, while disconnected.
    """
    xks_proxy_vpc_endpoint_service_owner: str | None = field(
        default=None,
        metadata=member(
            "XksProxyVpcEndpointServiceOwner", Limits(min=12, max=12, pattern="^[0-9]{12}$")
        ),
    )
    """12-digit ID of the account that owns the VPC endpoint service; unchanged when left out.
    External key stores, while disconnected.
    """
    xks_proxy_authentication_credential: XksProxyAuthenticationCredentialType | None = field(
        default=None, metadata=member("XksProxyAuthenticationCredential")
    )
    """Credential with which KMS signs its requests to the proxy; set it after rotating the
    credential on the proxy. Both parts are required, even if only one is new. External key stores,
    connected or disconnected.
    """
    xks_proxy_connectivity: XksProxyConnectivityType | UnknownValue | None = field(
        default=None, metadata=member("XksProxyConnectivity")
    )
    """How KMS reaches the proxy. A change also requires a new `xks_proxy_uri_endpoint`, and
    `VPC_ENDPOINT_SERVICE` requires `xks_proxy_vpc_endpoint_service_name`. External key stores,
    while disconnected.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class UpdateCustomKeyStoreResponse(BaseShape):
    """Empty: the update has succeeded."""


@constructor(UpdateCustomKeyStoreRequest)
def _new_update_custom_key_store_request(
    self: UnfrozenShape,
    custom_key_store_id: object = None,
    new_custom_key_store_name: object = None,
    key_store_password: object = None,
    cloud_hsm_cluster_id: object = None,
    xks_proxy_uri_endpoint: object = None,
    xks_proxy_uri_path: object = None,
    xks_proxy_vpc_endpoint_service_name: object = None,
    xks_proxy_vpc_endpoint_service_owner: object = None,
    xks_proxy_authentication_credential: object = None,
    xks_proxy_connectivity: object = None,
) -> None:
    self.custom_key_store_id = exactly(str, custom_key_store_id)
    self.new_custom_key_store_name = (
        None if new_custom_key_store_name is None else exactly(str, new_custom_key_store_name)
    )
    self.key_store_password = (
        None if key_store_password is None else exactly(str, key_store_password)
    )
    self.cloud_hsm_cluster_id = (
        None if cloud_hsm_cluster_id is None else exactly(str, cloud_hsm_cluster_id)
    )
    self.xks_proxy_uri_endpoint = (
        None if xks_proxy_uri_endpoint is None else exactly(str, xks_proxy_uri_endpoint)
    )
    self.xks_proxy_uri_path = (
        None if xks_proxy_uri_path is None else exactly(str, xks_proxy_uri_path)
    )
    self.xks_proxy_vpc_endpoint_service_name = (
        None
        if xks_proxy_vpc_endpoint_service_name is None
        else exactly(str, xks_proxy_vpc_endpoint_service_name)
    )
    self.xks_proxy_vpc_endpoint_service_owner = (
        None
        if xks_proxy_vpc_endpoint_service_owner is None
        else exactly(str, xks_proxy_vpc_endpoint_service_owner)
    )
    self.xks_proxy_authentication_credential = (
        None
        if xks_proxy_authentication_credential is None
        else exactly(XksProxyAuthenticationCredentialType, xks_proxy_authentication_credential)
    )
    self.xks_proxy_connectivity = (
        None
        if xks_proxy_connectivity is None
        else exactly(XksProxyConnectivityType, xks_proxy_connectivity)
    )


def _update_custom_key_store_request_to_json(it: UpdateCustomKeyStoreRequest) -> str:
    """Write a usual `UpdateCustomKeyStoreRequest` as JSON text."""
    if type(it) is not UpdateCustomKeyStoreRequest:
        raise Unusual
    json = '{"CustomKeyStoreId":' + str_json(it.custom_key_store_id, 1)
    if it.new_custom_key_store_name is not None:
        json += ',"NewCustomKeyStoreName":' + str_json(it.new_custom_key_store_name, 1)
    if it.key_store_password is not None:
        json += ',"KeyStorePassword":' + str_json(it.key_store_password, 7)
    if it.cloud_hsm_cluster_id is not None:
        json += ',"CloudHsmClusterId":' + str_json(it.cloud_hsm_cluster_id, 19)
    if it.xks_proxy_uri_endpoint is not None:
        json += ',"XksProxyUriEndpoint":' + str_json(it.xks_proxy_uri_endpoint, 10)
    if it.xks_proxy_uri_path is not None:
        json += ',"XksProxyUriPath":' + str_json(it.xks_proxy_uri_path, 10)
    if it.xks_proxy_vpc_endpoint_service_name is not None:
        json += ',"XksProxyVpcEndpointServiceName":' + str_json(
            it.xks_proxy_vpc_endpoint_service_name, 20
        )
    if it.xks_proxy_vpc_endpoint_service_owner is not None:
        json += ',"XksProxyVpcEndpointServiceOwner":' + str_json(
            it.xks_proxy_vpc_endpoint_service_owner, 12
        )
    if it.xks_proxy_authentication_credential is not None:
        json += (
            ',"XksProxyAuthenticationCredential":'
            + xks_proxy_authentication_credential_type_to_json(
                it.xks_proxy_authentication_credential
            )
        )
    if it.xks_proxy_connectivity is not None:
        json += ',"XksProxyConnectivity":' + enum_json(
            XksProxyConnectivityType, it.xks_proxy_connectivity
        )
    return json + "}"


@decoder(UpdateCustomKeyStoreResponse)
def _update_custom_key_store_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `UpdateCustomKeyStoreResponse` from its JSON object."""


UpdateCustomKeyStoreError: TypeAlias = (
    CloudHsmClusterInvalidConfigurationException
    | CloudHsmClusterNotActiveException
    | CloudHsmClusterNotFoundException
    | CloudHsmClusterNotRelatedException
    | CustomKeyStoreInvalidStateException
    | CustomKeyStoreNameInUseException
    | CustomKeyStoreNotFoundException
    | KMSInternalException
    | XksProxyIncorrectAuthenticationCredentialException
    | XksProxyInvalidConfigurationException
    | XksProxyInvalidResponseException
    | XksProxyUriEndpointInUseException
    | XksProxyUriInUseException
    | XksProxyUriUnreachableException
    | XksProxyVpcEndpointServiceInUseException
    | XksProxyVpcEndpointServiceInvalidConfigurationException
    | XksProxyVpcEndpointServiceNotFoundException
    | CommonError
)
"""Errors that `UpdateCustomKeyStore` can return."""

UpdateCustomKeyStore: Final[
    Operation[UpdateCustomKeyStoreRequest, UpdateCustomKeyStoreResponse, UpdateCustomKeyStoreError]
] = Operation(
    name="UpdateCustomKeyStore",
    service=SERVICE,
    input=UpdateCustomKeyStoreRequest,
    output=UpdateCustomKeyStoreResponse,
    errors=(
        CloudHsmClusterInvalidConfigurationException,
        CloudHsmClusterNotActiveException,
        CloudHsmClusterNotFoundException,
        CloudHsmClusterNotRelatedException,
        CustomKeyStoreInvalidStateException,
        CustomKeyStoreNameInUseException,
        CustomKeyStoreNotFoundException,
        KMSInternalException,
        XksProxyIncorrectAuthenticationCredentialException,
        XksProxyInvalidConfigurationException,
        XksProxyInvalidResponseException,
        XksProxyUriEndpointInUseException,
        XksProxyUriInUseException,
        XksProxyUriUnreachableException,
        XksProxyVpcEndpointServiceInUseException,
        XksProxyVpcEndpointServiceInvalidConfigurationException,
        XksProxyVpcEndpointServiceNotFoundException,
    ),
    to_json=_update_custom_key_store_request_to_json,
    from_json=_update_custom_key_store_response_from_json,
)
"""Changes the name, credentials or connection settings of a custom key store."""


async def update_custom_key_store(
    self: AsyncClient,
    *,
    custom_key_store_id: str,
    new_custom_key_store_name: str | None = None,
    key_store_password: str | None = None,
    cloud_hsm_cluster_id: str | None = None,
    xks_proxy_uri_endpoint: str | None = None,
    xks_proxy_uri_path: str | None = None,
    xks_proxy_vpc_endpoint_service_name: str | None = None,
    xks_proxy_vpc_endpoint_service_owner: str | None = None,
    xks_proxy_authentication_credential: XksProxyAuthenticationCredentialType | None = None,
    xks_proxy_connectivity: XksProxyConnectivityType | UnknownValue | None = None,
) -> Result[UpdateCustomKeyStoreResponse, UpdateCustomKeyStoreError]:
    """Changes the name, credentials or connection settings of a custom key store.

    Settings left out stay as they are. The name, and for external key stores also
    `xks_proxy_authentication_credential` and `xks_proxy_uri_path`, can be changed while connected.
    Everything else needs connection state `DISCONNECTED`: call `DisconnectCustomKeyStore`, update,
    then `ConnectCustomKeyStore`. In between, the KMS keys in the store cannot be used.

    The new settings must lead to the same backing keys: the same cluster or one that shares its
    backup history, the same external key manager or a copy of it. If KMS loses those keys for good,
    all data encrypted under them is lost.

    Nothing is changed on the other side: passwords and proxy credentials must already be in place
    there. The response is empty; read the result with `DescribeCustomKeyStores`.

    Permission: `kms:UpdateCustomKeyStore` in an IAM policy.
    Across accounts: no; the custom key store must be in the caller's account.

    Args:
        custom_key_store_id: ID of the custom key store, such as `cks-1234567890abcdef0`, at most 64
            characters. `DescribeCustomKeyStores` lists the IDs.
        new_custom_key_store_name: New friendly name, up to 256 characters, unique among the
            account's custom key stores. Works connected or disconnected; it shows up in CloudTrail
            in clear text.
        key_store_password: Present password of the `kmsuser` crypto user, 7 to 32 characters. Only
            tells KMS about it, the cluster is not changed. AWS CloudHSM key stores, while
            disconnected.
        cloud_hsm_cluster_id: Cluster to use from now on, such as `cluster-1a23b4cdefg`. It must
            have the cluster certificate and backup history of the original one. AWS CloudHSM key
            stores, while disconnected.
        xks_proxy_uri_endpoint: Base URL of the proxy, `https://` and a host name without path; with
            `VPC_ENDPOINT_SERVICE` the private DNS name, which no other store may share. Unique
            together with `xks_proxy_uri_path` in account and Region. External key stores, while
            disconnected.
        xks_proxy_uri_path: Path of the proxy API: an optional prefix followed by `/kms/xks/v1`, 10
            to 128 characters. Unique together with `xks_proxy_uri_endpoint` in account and Region.
            External key stores, connected or disconnected.
        xks_proxy_vpc_endpoint_service_name: VPC endpoint service that leads to the proxy, such as
            `com.amazonaws.vpce.us-east-1.vpce-svc-...`. Only with connectivity
            `VPC_ENDPOINT_SERVICE`; leave it out when moving to `PUBLIC_ENDPOINT`. External key
            stores, while disconnected.
        xks_proxy_vpc_endpoint_service_owner: 12-digit ID of the account that owns the VPC endpoint
            service; unchanged when left out. External key stores, while disconnected.
        xks_proxy_authentication_credential: Credential with which KMS signs its requests to the
            proxy; set it after rotating the credential on the proxy. Both parts are required, even
            if only one is new. External key stores, connected or disconnected.
        xks_proxy_connectivity: How KMS reaches the proxy. A change also requires a new
            `xks_proxy_uri_endpoint`, and `VPC_ENDPOINT_SERVICE` requires
            `xks_proxy_vpc_endpoint_service_name`. External key stores, while disconnected.

    Returns:
        `Ok` with the `UpdateCustomKeyStoreResponse`, or `Err` with
        `CloudHsmClusterInvalidConfigurationException`, `CloudHsmClusterNotActiveException`,
        `CloudHsmClusterNotFoundException`, `CloudHsmClusterNotRelatedException`,
        `CustomKeyStoreInvalidStateException`, `CustomKeyStoreNameInUseException`,
        `CustomKeyStoreNotFoundException`, `KMSInternalException`,
        `XksProxyIncorrectAuthenticationCredentialException`,
        `XksProxyInvalidConfigurationException`, `XksProxyInvalidResponseException`,
        `XksProxyUriEndpointInUseException`, `XksProxyUriInUseException`,
        `XksProxyUriUnreachableException`, `XksProxyVpcEndpointServiceInUseException`,
        `XksProxyVpcEndpointServiceInvalidConfigurationException`,
        `XksProxyVpcEndpointServiceNotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html
    """
    try:
        request = _new_update_custom_key_store_request(
            custom_key_store_id,
            new_custom_key_store_name,
            key_store_password,
            cloud_hsm_cluster_id,
            xks_proxy_uri_endpoint,
            xks_proxy_uri_path,
            xks_proxy_vpc_endpoint_service_name,
            xks_proxy_vpc_endpoint_service_owner,
            xks_proxy_authentication_credential,
            xks_proxy_connectivity,
        )
    finally:
        del key_store_password, xks_proxy_authentication_credential
    return await UpdateCustomKeyStore.request(self, request)


def update_custom_key_store_sync(
    self: SyncClient,
    *,
    custom_key_store_id: str,
    new_custom_key_store_name: str | None = None,
    key_store_password: str | None = None,
    cloud_hsm_cluster_id: str | None = None,
    xks_proxy_uri_endpoint: str | None = None,
    xks_proxy_uri_path: str | None = None,
    xks_proxy_vpc_endpoint_service_name: str | None = None,
    xks_proxy_vpc_endpoint_service_owner: str | None = None,
    xks_proxy_authentication_credential: XksProxyAuthenticationCredentialType | None = None,
    xks_proxy_connectivity: XksProxyConnectivityType | UnknownValue | None = None,
) -> Result[UpdateCustomKeyStoreResponse, UpdateCustomKeyStoreError]:
    """Changes the name, credentials or connection settings of a custom key store.

    Settings left out stay as they are. The name, and for external key stores also
    `xks_proxy_authentication_credential` and `xks_proxy_uri_path`, can be changed while connected.
    Everything else needs connection state `DISCONNECTED`: call `DisconnectCustomKeyStore`, update,
    then `ConnectCustomKeyStore`. In between, the KMS keys in the store cannot be used.

    The new settings must lead to the same backing keys: the same cluster or one that shares its
    backup history, the same external key manager or a copy of it. If KMS loses those keys for good,
    all data encrypted under them is lost.

    Nothing is changed on the other side: passwords and proxy credentials must already be in place
    there. The response is empty; read the result with `DescribeCustomKeyStores`.

    Permission: `kms:UpdateCustomKeyStore` in an IAM policy.
    Across accounts: no; the custom key store must be in the caller's account.

    Args:
        custom_key_store_id: ID of the custom key store, such as `cks-1234567890abcdef0`, at most 64
            characters. `DescribeCustomKeyStores` lists the IDs.
        new_custom_key_store_name: New friendly name, up to 256 characters, unique among the
            account's custom key stores. Works connected or disconnected; it shows up in CloudTrail
            in clear text.
        key_store_password: Present password of the `kmsuser` crypto user, 7 to 32 characters. Only
            tells KMS about it, the cluster is not changed. AWS CloudHSM key stores, while
            disconnected.
        cloud_hsm_cluster_id: Cluster to use from now on, such as `cluster-1a23b4cdefg`. It must
            have the cluster certificate and backup history of the original one. AWS CloudHSM key
            stores, while disconnected.
        xks_proxy_uri_endpoint: Base URL of the proxy, `https://` and a host name without path; with
            `VPC_ENDPOINT_SERVICE` the private DNS name, which no other store may share. Unique
            together with `xks_proxy_uri_path` in account and Region. External key stores, while
            disconnected.
        xks_proxy_uri_path: Path of the proxy API: an optional prefix followed by `/kms/xks/v1`, 10
            to 128 characters. Unique together with `xks_proxy_uri_endpoint` in account and Region.
            External key stores, connected or disconnected.
        xks_proxy_vpc_endpoint_service_name: VPC endpoint service that leads to the proxy, such as
            `com.amazonaws.vpce.us-east-1.vpce-svc-...`. Only with connectivity
            `VPC_ENDPOINT_SERVICE`; leave it out when moving to `PUBLIC_ENDPOINT`. External key
            stores, while disconnected.
        xks_proxy_vpc_endpoint_service_owner: 12-digit ID of the account that owns the VPC endpoint
            service; unchanged when left out. External key stores, while disconnected.
        xks_proxy_authentication_credential: Credential with which KMS signs its requests to the
            proxy; set it after rotating the credential on the proxy. Both parts are required, even
            if only one is new. External key stores, connected or disconnected.
        xks_proxy_connectivity: How KMS reaches the proxy. A change also requires a new
            `xks_proxy_uri_endpoint`, and `VPC_ENDPOINT_SERVICE` requires
            `xks_proxy_vpc_endpoint_service_name`. External key stores, while disconnected.

    Returns:
        `Ok` with the `UpdateCustomKeyStoreResponse`, or `Err` with
        `CloudHsmClusterInvalidConfigurationException`, `CloudHsmClusterNotActiveException`,
        `CloudHsmClusterNotFoundException`, `CloudHsmClusterNotRelatedException`,
        `CustomKeyStoreInvalidStateException`, `CustomKeyStoreNameInUseException`,
        `CustomKeyStoreNotFoundException`, `KMSInternalException`,
        `XksProxyIncorrectAuthenticationCredentialException`,
        `XksProxyInvalidConfigurationException`, `XksProxyInvalidResponseException`,
        `XksProxyUriEndpointInUseException`, `XksProxyUriInUseException`,
        `XksProxyUriUnreachableException`, `XksProxyVpcEndpointServiceInUseException`,
        `XksProxyVpcEndpointServiceInvalidConfigurationException`,
        `XksProxyVpcEndpointServiceNotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateCustomKeyStore.html
    """
    try:
        request = _new_update_custom_key_store_request(
            custom_key_store_id,
            new_custom_key_store_name,
            key_store_password,
            cloud_hsm_cluster_id,
            xks_proxy_uri_endpoint,
            xks_proxy_uri_path,
            xks_proxy_vpc_endpoint_service_name,
            xks_proxy_vpc_endpoint_service_owner,
            xks_proxy_authentication_credential,
            xks_proxy_connectivity,
        )
    finally:
        del key_store_password, xks_proxy_authentication_credential
    return UpdateCustomKeyStore.request_sync(self, request)


publish(globals(), "smaws_kms")
