# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""Endpoint of Tool Workshop."""

from smaws_kms._runtime.endpoints.partitions import Endpoint, EndpointError, EndpointParameters


def resolve_endpoint(parameters: EndpointParameters) -> Endpoint:
    """Return the endpoint that the settings name."""
    if parameters.endpoint is None:
        raise EndpointError("the endpoint of Tool Workshop is unknown: set endpoint_url")
    return Endpoint(parameters.endpoint)
