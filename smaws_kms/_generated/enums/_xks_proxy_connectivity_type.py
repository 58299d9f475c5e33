# Generated from kms-2014-11-01.json by "python -m codegen generate"; do not edit.
"""The enum XksProxyConnectivityType."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class XksProxyConnectivityType(StrEnum):
    """Route by which KMS reaches an external key store proxy."""

    PUBLIC_ENDPOINT = "PUBLIC_ENDPOINT"
    """Over the internet, to a public HTTPS address."""
    VPC_ENDPOINT_SERVICE = "VPC_ENDPOINT_SERVICE"
    """Privately, through an Amazon VPC endpoint service in front of the proxy."""


publish(globals(), "smaws_kms")
