# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum ConnectionErrorCodeType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class ConnectionErrorCodeType(StrEnum):
    """Why a custom key store failed to connect.

    After `FAILED`, disconnect the key store, remove the cause and connect again. Codes starting
    with `XKS_` concern external key stores; those about clusters, subnets and users concern AWS
    CloudHSM key stores.
    """

    INVALID_CREDENTIALS = "INVALID_CREDENTIALS"
    """Wrong `kmsuser` password (AWS CloudHSM) or wrong proxy credential (external key store)."""
    CLUSTER_NOT_FOUND = "CLUSTER_NOT_FOUND"
    """No CloudHSM cluster with the configured ID can be found."""
    NETWORK_ERRORS = "NETWORK_ERRORS"
    """Network trouble between KMS and the backing key store."""
    INTERNAL_ERROR = "INTERNAL_ERROR"
    """Fault within KMS; disconnect, then connect again."""
    INSUFFICIENT_CLOUDHSM_HSMS = "INSUFFICIENT_CLOUDHSM_HSMS"
    """The cluster has no active HSM; connecting needs one."""
    USER_LOCKED_OUT = "USER_LOCKED_OUT"
    """Too many failed logins locked `kmsuser` out; set a new password in the cluster and here."""
    USER_NOT_FOUND = "USER_NOT_FOUND"
    """The cluster has no crypto user `kmsuser`; create it, then update the key store password."""
    USER_LOGGED_IN = "USER_LOGGED_IN"
    """Somebody is logged in to the cluster as `kmsuser`; log that session out."""
    SUBNET_NOT_FOUND = "SUBNET_NOT_FOUND"
    """A configured subnet is gone; restore a cluster from backup and switch to it."""
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET = "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET"
    """A private subnet of the cluster has run out of IP addresses; KMS takes one in each."""
    XKS_PROXY_ACCESS_DENIED = "XKS_PROXY_ACCESS_DENIED"
    """The proxy's access rules turn KMS away."""
    XKS_PROXY_NOT_REACHABLE = "XKS_PROXY_NOT_REACHABLE"
    """The proxy does not respond at its address, or reports every key manager as down."""
    XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND = "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND"
    """The endpoint service is missing, misnamed, or closed to the KMS principal."""
    XKS_PROXY_INVALID_RESPONSE = "XKS_PROXY_INVALID_RESPONSE"
    """The proxy's answer makes no sense to KMS; if lasting, a matter for its vendor."""
    XKS_PROXY_INVALID_CONFIGURATION = "XKS_PROXY_INVALID_CONFIGURATION"
    """The proxy is misconfigured; check the URI path first."""
    XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION = (
        "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION"
    )
    """The endpoint service violates a requirement: balancer, principals, acceptance or private DNS
    name.
    """
    XKS_PROXY_TIMED_OUT = "XKS_PROXY_TIMED_OUT"
    """The proxy accepts connections, yet is too slow to answer."""
    XKS_PROXY_INVALID_TLS_CONFIGURATION = "XKS_PROXY_INVALID_TLS_CONFIGURATION"
    """TLS fails: version below 1.2, or certificate expired, misnamed, or of an untrusted issuer."""


publish(globals(), "smaws_kms")
