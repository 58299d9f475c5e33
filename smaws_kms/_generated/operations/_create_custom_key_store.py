# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""CreateCustomKeyStore: request, response, errors and operation."""

from typing import Final, TypeAlias

from attrs import field, frozen

from smaws_kms._generated.enums import CustomKeyStoreType, XksProxyConnectivityType
from smaws_kms._generated.errors import (
    CloudHsmClusterInUseException,
    CloudHsmClusterInvalidConfigurationException,
    CloudHsmClusterNotActiveException,
    CloudHsmClusterNotFoundException,
    CustomKeyStoreNameInUseException,
    IncorrectTrustAnchorException,
    KMSInternalException,
    LimitExceededException,
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
class CreateCustomKeyStoreRequest(BaseShape):
    """Type, name and connection settings of the new key store."""

    custom_key_store_name: str = field(
        metadata=member("CustomKeyStoreName", Limits(min=1, max=256))
    )
    """Friendly name of 1 to 256 characters, unique within account and Region. Appears in CloudTrail
    logs, so put nothing confidential in it.
    """
    cloud_hsm_cluster_id: str | None = field(
        default=None,
        metadata=member(
            "CloudHsmClusterId", Limits(min=19, max=24, pattern="^cluster-[2-7a-zA-Z]{11,16}$")
        ),
    )
    """ID of an active CloudHSM cluster (`cluster-...`) that backs no other custom key store. Needed
    for `AWS_CLOUDHSM`, not used otherwise.
    """
    trust_anchor_certificate: str | None = field(
        default=None, metadata=member("TrustAnchorCertificate", Limits(min=1, max=5000))
    )
    """Text of `customerCA.crt`, the certificate made when the cluster was initialized; up to 5,000
    characters. Needed for `AWS_CLOUDHSM`.
    """
    key_store_password: str | None = field(
        default=None, metadata=member("KeyStorePassword", Limits(min=7, max=32), sensitive=True)
    )
    """Current password of the crypto user `kmsuser` in the CloudHSM cluster, 7 to 32 characters.
    Needed for `AWS_CLOUDHSM`. It is not set in the cluster by this call; KMS changes it there once
    the store is connected.
    """
    custom_key_store_type: CustomKeyStoreType | UnknownValue | None = field(
        default=None, metadata=member("CustomKeyStoreType")
    )
    """What backs the store: `AWS_CLOUDHSM` (the default) or `EXTERNAL_KEY_STORE`. Fixed once the
    store exists.
    """
    xks_proxy_uri_endpoint: str | None = field(
        default=None,
        metadata=member(
            "XksProxyUriEndpoint", Limits(min=10, max=128, pattern="^https://[a-zA-Z0-9.-]+$")
        ),
    )
    """Base URL of the external key store proxy: `https://` and a host name, without port (always
    443) and without path. For `VPC_ENDPOINT_SERVICE` the host is the private DNS name of the
    endpoint service, used by no other key store; for `PUBLIC_ENDPOINT` it must answer during this
    call.
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
    """Path of the proxy API below `xks_proxy_uri_endpoint`: `/kms/xks/v1`, optionally with a prefix
    in front (`/tenant-a/kms/xks/v1`). Endpoint and path together must be unique in account and
    Region.
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
    """VPC endpoint service in front of the proxy, such as
    `com.amazonaws.vpce.us-east-1.vpce-svc-...`. Needed for `VPC_ENDPOINT_SERVICE`. Every key store
    needs its own service, though several may share a VPC.
    """
    xks_proxy_vpc_endpoint_service_owner: str | None = field(
        default=None,
        metadata=member(
            "XksProxyVpcEndpointServiceOwner", Limits(min=12, max=12, pattern="^[0-9]{12}$")
        ),
    )
    """12-digit ID of the account that owns the VPC endpoint service. Defaults to the calling
    account.
    """
    xks_proxy_authentication_credential: XksProxyAuthenticationCredentialType | None = field(
        default=None, metadata=member("XksProxyAuthenticationCredential")
    )
    """Access key ID and secret with which KMS signs its calls to the proxy. Set them up at the
    proxy first: KMS only stores them here. They have nothing to do with AWS credentials; after a
    change at the proxy, pass the new ones to `UpdateCustomKeyStore`.
    """
    xks_proxy_connectivity: XksProxyConnectivityType | UnknownValue | None = field(
        default=None, metadata=member("XksProxyConnectivity")
    )
    """How KMS reaches the proxy: over the internet (`PUBLIC_ENDPOINT`) or privately
    (`VPC_ENDPOINT_SERVICE`). Needed for `EXTERNAL_KEY_STORE`; where the proxy itself runs is a
    separate matter.
    """


@frozen(kw_only=True, eq=False, repr=False, field_transformer=members)
class CreateCustomKeyStoreResponse(BaseShape):
    """The ID of the new, still disconnected key store."""

    custom_key_store_id: str = field(metadata=member("CustomKeyStoreId", Limits(min=1, max=64)))
    """ID by which all other operations address the store, for example `CreateKey` and
    `ConnectCustomKeyStore`.
    """


@constructor(CreateCustomKeyStoreRequest)
def _new_create_custom_key_store_request(
    self: UnfrozenShape,
    custom_key_store_name: object = None,
    cloud_hsm_cluster_id: object = None,
    trust_anchor_certificate: object = None,
    key_store_password: object = None,
    custom_key_store_type: object = None,
    xks_proxy_uri_endpoint: object = None,
    xks_proxy_uri_path: object = None,
    xks_proxy_vpc_endpoint_service_name: object = None,
    xks_proxy_vpc_endpoint_service_owner: object = None,
    xks_proxy_authentication_credential: object = None,
    xks_proxy_connectivity: object = None,
) -> None:
    self.custom_key_store_name = exactly(str, custom_key_store_name)
    self.cloud_hsm_cluster_id = (
        None if cloud_hsm_cluster_id is None else exactly(str, cloud_hsm_cluster_id)
    )
    self.trust_anchor_certificate = (
        None if trust_anchor_certificate is None else exactly(str, trust_anchor_certificate)
    )
    self.key_store_password = (
        None if key_store_password is None else exactly(str, key_store_password)
    )
    self.custom_key_store_type = (
        None
        if custom_key_store_type is None
        else exactly(CustomKeyStoreType, custom_key_store_type)
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


def _create_custom_key_store_request_to_json(it: CreateCustomKeyStoreRequest) -> str:
    """Write a usual `CreateCustomKeyStoreRequest` as JSON text."""
    if type(it) is not CreateCustomKeyStoreRequest:
        raise Unusual
    json = '{"CustomKeyStoreName":' + str_json(it.custom_key_store_name, 1)
    if it.cloud_hsm_cluster_id is not None:
        json += ',"CloudHsmClusterId":' + str_json(it.cloud_hsm_cluster_id, 19)
    if it.trust_anchor_certificate is not None:
        json += ',"TrustAnchorCertificate":' + str_json(it.trust_anchor_certificate, 1)
    if it.key_store_password is not None:
        json += ',"KeyStorePassword":' + str_json(it.key_store_password, 7)
    if it.custom_key_store_type is not None:
        json += ',"CustomKeyStoreType":' + enum_json(CustomKeyStoreType, it.custom_key_store_type)
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


@decoder(CreateCustomKeyStoreResponse)
def _create_custom_key_store_response_from_json(shape: UnfrozenShape, data: ParsedObject) -> None:
    """Set the members of a usual `CreateCustomKeyStoreResponse` from its JSON object."""
    shape.custom_key_store_id = value = data["CustomKeyStoreId"]
    if type(value) is not str:
        raise Unusual


CreateCustomKeyStoreError: TypeAlias = (
    CloudHsmClusterInUseException
    | CloudHsmClusterInvalidConfigurationException
    | CloudHsmClusterNotActiveException
    | CloudHsmClusterNotFoundException
    | CustomKeyStoreNameInUseException
    | IncorrectTrustAnchorException
    | KMSInternalException
    | LimitExceededException
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
"""Errors that `CreateCustomKeyStore` can return."""

CreateCustomKeyStore: Final[
    Operation[CreateCustomKeyStoreRequest, CreateCustomKeyStoreResponse, CreateCustomKeyStoreError]
] = Operation(
    name="CreateCustomKeyStore",
    service=SERVICE,
    input=CreateCustomKeyStoreRequest,
    output=CreateCustomKeyStoreResponse,
    errors=(
        CloudHsmClusterInUseException,
        CloudHsmClusterInvalidConfigurationException,
        CloudHsmClusterNotActiveException,
        CloudHsmClusterNotFoundException,
        CustomKeyStoreNameInUseException,
        IncorrectTrustAnchorException,
        KMSInternalException,
        LimitExceededException,
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
    to_json=_create_custom_key_store_request_to_json,
    from_json=_create_custom_key_store_response_from_json,
    already_done_errors=(
        CloudHsmClusterInUseException,
        CustomKeyStoreNameInUseException,
        XksProxyUriInUseException,
        XksProxyVpcEndpointServiceInUseException,
    ),
)
"""Registers a CloudHSM cluster or an external key manager as a custom key store."""


async def create_custom_key_store(
    self: AsyncClient,
    *,
    custom_key_store_name: str,
    cloud_hsm_cluster_id: str | None = None,
    trust_anchor_certificate: str | None = None,
    key_store_password: str | None = None,
    custom_key_store_type: CustomKeyStoreType | UnknownValue | None = None,
    xks_proxy_uri_endpoint: str | None = None,
    xks_proxy_uri_path: str | None = None,
    xks_proxy_vpc_endpoint_service_name: str | None = None,
    xks_proxy_vpc_endpoint_service_owner: str | None = None,
    xks_proxy_authentication_credential: XksProxyAuthenticationCredentialType | None = None,
    xks_proxy_connectivity: XksProxyConnectivityType | UnknownValue | None = None,
) -> Result[CreateCustomKeyStoreResponse, CreateCustomKeyStoreError]:
    """Registers a CloudHSM cluster or an external key manager as a custom key store.

    Which members are needed depends on `custom_key_store_type`. For `AWS_CLOUDHSM`:
    `cloud_hsm_cluster_id`, `key_store_password` and `trust_anchor_certificate`. For
    `EXTERNAL_KEY_STORE`: `xks_proxy_uri_endpoint`, `xks_proxy_uri_path`,
    `xks_proxy_authentication_credential` and `xks_proxy_connectivity`, plus
    `xks_proxy_vpc_endpoint_service_name` with connectivity `VPC_ENDPOINT_SERVICE`.

    The store starts out disconnected. Call `ConnectCustomKeyStore` before creating keys in it;
    doing so early is also the best test of the settings. A CloudHSM cluster must have two active
    HSMs in different Availability Zones, and can serve one key store only.

    The default quota is 10 custom key stores per account and Region, connected or not.

    Permission: `kms:CreateCustomKeyStore` in an IAM policy; a CloudHSM key store also needs
    `cloudhsm:DescribeClusters`.
    Across accounts: no; the key store is created in the calling account.

    Args:
        custom_key_store_name: Friendly name of 1 to 256 characters, unique within account and
            Region. Appears in CloudTrail logs, so put nothing confidential in it.
        cloud_hsm_cluster_id: ID of an active CloudHSM cluster (`cluster-...`) that backs no other
            custom key store. Needed for `AWS_CLOUDHSM`, not used otherwise.
        trust_anchor_certificate: Text of `customerCA.crt`, the certificate made when the cluster
            was initialized; up to 5,000 characters. Needed for `AWS_CLOUDHSM`.
        key_store_password: Current password of the crypto user `kmsuser` in the CloudHSM cluster, 7
            to 32 characters. Needed for `AWS_CLOUDHSM`. It is not set in the cluster by this call;
            KMS changes it there once the store is connected.
        custom_key_store_type: What backs the store: `AWS_CLOUDHSM` (the default) or
            `EXTERNAL_KEY_STORE`. Fixed once the store exists.
        xks_proxy_uri_endpoint: Base URL of the external key store proxy: `https://` and a host
            name, without port (always 443) and without path. For `VPC_ENDPOINT_SERVICE` the host is
            the private DNS name of the endpoint service, used by no other key store; for
            `PUBLIC_ENDPOINT` it must answer during this call.
        xks_proxy_uri_path: Path of the proxy API below `xks_proxy_uri_endpoint`: `/kms/xks/v1`,
            optionally with a prefix in front (`/tenant-a/kms/xks/v1`). Endpoint and path together
            must be unique in account and Region.
        xks_proxy_vpc_endpoint_service_name: VPC endpoint service in front of the proxy, such as
            `com.amazonaws.vpce.us-east-1.vpce-svc-...`. Needed for `VPC_ENDPOINT_SERVICE`. Every
            key store needs its own service, though several may share a VPC.
        xks_proxy_vpc_endpoint_service_owner: 12-digit ID of the account that owns the VPC endpoint
            service. Defaults to the calling account.
        xks_proxy_authentication_credential: Access key ID and secret with which KMS signs its calls
            to the proxy. Set them up at the proxy first: KMS only stores them here. They have
            nothing to do with AWS credentials; after a change at the proxy, pass the new ones to
            `UpdateCustomKeyStore`.
        xks_proxy_connectivity: How KMS reaches the proxy: over the internet (`PUBLIC_ENDPOINT`) or
            privately (`VPC_ENDPOINT_SERVICE`). Needed for `EXTERNAL_KEY_STORE`; where the proxy
            itself runs is a separate matter.

    Returns:
        `Ok` with the `CreateCustomKeyStoreResponse`, or `Err` with `CloudHsmClusterInUseException`,
        `CloudHsmClusterInvalidConfigurationException`, `CloudHsmClusterNotActiveException`,
        `CloudHsmClusterNotFoundException`, `CustomKeyStoreNameInUseException`,
        `IncorrectTrustAnchorException`, `KMSInternalException`, `LimitExceededException`,
        `XksProxyIncorrectAuthenticationCredentialException`,
        `XksProxyInvalidConfigurationException`, `XksProxyInvalidResponseException`,
        `XksProxyUriEndpointInUseException`, `XksProxyUriInUseException`,
        `XksProxyUriUnreachableException`, `XksProxyVpcEndpointServiceInUseException`,
        `XksProxyVpcEndpointServiceInvalidConfigurationException`,
        `XksProxyVpcEndpointServiceNotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html
    """
    try:
        request = _new_create_custom_key_store_request(
            custom_key_store_name,
            cloud_hsm_cluster_id,
            trust_anchor_certificate,
            key_store_password,
            custom_key_store_type,
            xks_proxy_uri_endpoint,
            xks_proxy_uri_path,
            xks_proxy_vpc_endpoint_service_name,
            xks_proxy_vpc_endpoint_service_owner,
            xks_proxy_authentication_credential,
            xks_proxy_connectivity,
        )
    finally:
        del key_store_password, xks_proxy_authentication_credential
    return await CreateCustomKeyStore.request(self, request)


def create_custom_key_store_sync(
    self: SyncClient,
    *,
    custom_key_store_name: str,
    cloud_hsm_cluster_id: str | None = None,
    trust_anchor_certificate: str | None = None,
    key_store_password: str | None = None,
    custom_key_store_type: CustomKeyStoreType | UnknownValue | None = None,
    xks_proxy_uri_endpoint: str | None = None,
    xks_proxy_uri_path: str | None = None,
    xks_proxy_vpc_endpoint_service_name: str | None = None,
    xks_proxy_vpc_endpoint_service_owner: str | None = None,
    xks_proxy_authentication_credential: XksProxyAuthenticationCredentialType | None = None,
    xks_proxy_connectivity: XksProxyConnectivityType | UnknownValue | None = None,
) -> Result[CreateCustomKeyStoreResponse, CreateCustomKeyStoreError]:
    """Registers a CloudHSM cluster or an external key manager as a custom key store.

    Which members are needed depends on `custom_key_store_type`. For `AWS_CLOUDHSM`:
    `cloud_hsm_cluster_id`, `key_store_password` and `trust_anchor_certificate`. For
    `EXTERNAL_KEY_STORE`: `xks_proxy_uri_endpoint`, `xks_proxy_uri_path`,
    `xks_proxy_authentication_credential` and `xks_proxy_connectivity`, plus
    `xks_proxy_vpc_endpoint_service_name` with connectivity `VPC_ENDPOINT_SERVICE`.

    The store starts out disconnected. Call `ConnectCustomKeyStore` before creating keys in it;
    doing so early is also the best test of the settings. A CloudHSM cluster must have two active
    HSMs in different Availability Zones, and can serve one key store only.

    The default quota is 10 custom key stores per account and Region, connected or not.

    Permission: `kms:CreateCustomKeyStore` in an IAM policy; a CloudHSM key store also needs
    `cloudhsm:DescribeClusters`.
    Across accounts: no; the key store is created in the calling account.

    Args:
        custom_key_store_name: Friendly name of 1 to 256 characters, unique within account and
            Region. Appears in CloudTrail logs, so put nothing confidential in it.
        cloud_hsm_cluster_id: ID of an active CloudHSM cluster (`cluster-...`) that backs no other
            custom key store. Needed for `AWS_CLOUDHSM`, not used otherwise.
        trust_anchor_certificate: Text of `customerCA.crt`, the certificate made when the cluster
            was initialized; up to 5,000 characters. Needed for `AWS_CLOUDHSM`.
        key_store_password: Current password of the crypto user `kmsuser` in the CloudHSM cluster, 7
            to 32 characters. Needed for `AWS_CLOUDHSM`. It is not set in the cluster by this call;
            KMS changes it there once the store is connected.
        custom_key_store_type: What backs the store: `AWS_CLOUDHSM` (the default) or
            `EXTERNAL_KEY_STORE`. Fixed once the store exists.
        xks_proxy_uri_endpoint: Base URL of the external key store proxy: `https://` and a host
            name, without port (always 443) and without path. For `VPC_ENDPOINT_SERVICE` the host is
            the private DNS name of the endpoint service, used by no other key store; for
            `PUBLIC_ENDPOINT` it must answer during this call.
        xks_proxy_uri_path: Path of the proxy API below `xks_proxy_uri_endpoint`: `/kms/xks/v1`,
            optionally with a prefix in front (`/tenant-a/kms/xks/v1`). Endpoint and path together
            must be unique in account and Region.
        xks_proxy_vpc_endpoint_service_name: VPC endpoint service in front of the proxy, such as
            `com.amazonaws.vpce.us-east-1.vpce-svc-...`. Needed for `VPC_ENDPOINT_SERVICE`. Every
            key store needs its own service, though several may share a VPC.
        xks_proxy_vpc_endpoint_service_owner: 12-digit ID of the account that owns the VPC endpoint
            service. Defaults to the calling account.
        xks_proxy_authentication_credential: Access key ID and secret with which KMS signs its calls
            to the proxy. Set them up at the proxy first: KMS only stores them here. They have
            nothing to do with AWS credentials; after a change at the proxy, pass the new ones to
            `UpdateCustomKeyStore`.
        xks_proxy_connectivity: How KMS reaches the proxy: over the internet (`PUBLIC_ENDPOINT`) or
            privately (`VPC_ENDPOINT_SERVICE`). Needed for `EXTERNAL_KEY_STORE`; where the proxy
            itself runs is a separate matter.

    Returns:
        `Ok` with the `CreateCustomKeyStoreResponse`, or `Err` with `CloudHsmClusterInUseException`,
        `CloudHsmClusterInvalidConfigurationException`, `CloudHsmClusterNotActiveException`,
        `CloudHsmClusterNotFoundException`, `CustomKeyStoreNameInUseException`,
        `IncorrectTrustAnchorException`, `KMSInternalException`, `LimitExceededException`,
        `XksProxyIncorrectAuthenticationCredentialException`,
        `XksProxyInvalidConfigurationException`, `XksProxyInvalidResponseException`,
        `XksProxyUriEndpointInUseException`, `XksProxyUriInUseException`,
        `XksProxyUriUnreachableException`, `XksProxyVpcEndpointServiceInUseException`,
        `XksProxyVpcEndpointServiceInvalidConfigurationException`,
        `XksProxyVpcEndpointServiceNotFoundException` or one of `CommonError`.

    See https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateCustomKeyStore.html
    """
    try:
        request = _new_create_custom_key_store_request(
            custom_key_store_name,
            cloud_hsm_cluster_id,
            trust_anchor_certificate,
            key_store_password,
            custom_key_store_type,
            xks_proxy_uri_endpoint,
            xks_proxy_uri_path,
            xks_proxy_vpc_endpoint_service_name,
            xks_proxy_vpc_endpoint_service_owner,
            xks_proxy_authentication_credential,
            xks_proxy_connectivity,
        )
    finally:
        del key_store_password, xks_proxy_authentication_credential
    return CreateCustomKeyStore.request_sync(self, request)


publish(globals(), "smaws_kms")
