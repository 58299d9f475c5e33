"""Traits that do not affect generated code, each with the reason."""

from typing import Final

_JSON_PROTOCOL = "binds to HTTP; awsJson sends everything in the body"
_SERVER_SIDE = "for servers and other tools only"

_DEFINITION = "part of the definition of a trait"
_FOR_DOCUMENTATION = "for documentation and consoles only"
_ENDPOINT_PARAMETER = (
    "a parameter of endpoint rules that no client option sets; the rules treat it as unset"
)
_OTHER_AUTH = "an alternative to sigv4, which every awsJson service accepts"
_OTHER_PROTOCOL = "of another protocol; awsJson has no equivalent"
_EVENTS = "part of an event stream; such operations are left out"

IGNORED_TRAITS: Final[dict[str, str]] = {
    "aws.api#arn": _SERVER_SIDE,
    "aws.api#arnReference": _SERVER_SIDE,
    "aws.api#clientDiscoveredEndpoint": "endpoint discovery is optional; the regular endpoint works too",
    "aws.api#clientEndpointDiscovery": "endpoint discovery is optional; the regular endpoint works too",
    "aws.api#clientEndpointDiscoveryId": "endpoint discovery is optional; the regular endpoint works too",
    "aws.api#clientOptional": "the older name of `smithy.api#clientOptional`, and no longer used",
    "aws.api#controlPlane": _SERVER_SIDE,
    "aws.api#data": _SERVER_SIDE,
    "aws.api#dataPlane": _SERVER_SIDE,
    "aws.api#tagEnabled": _SERVER_SIDE,
    "aws.api#taggable": _SERVER_SIDE,
    "aws.auth#cognitoUserPools": _OTHER_AUTH,
    "aws.auth#sigv4a": _OTHER_AUTH,
    "aws.auth#unsignedPayload": "a signed payload is accepted as well",
    "aws.protocols#awsQuery": _OTHER_PROTOCOL,
    "aws.protocols#awsQueryError": "awsJson services send this code in a header, if at all",
    "aws.protocols#ec2Query": _OTHER_PROTOCOL,
    "aws.protocols#ec2QueryName": _OTHER_PROTOCOL,
    "aws.protocols#httpChecksum": _JSON_PROTOCOL,
    "aws.protocols#restJson1": _OTHER_PROTOCOL,
    "aws.protocols#restXml": _OTHER_PROTOCOL,
    "smithy.api#addedDefault": "says when a default was added, not what it is",
    "smithy.api#auth": "requests are signed with sigv4, also where that is optional",
    "smithy.api#authDefinition": _DEFINITION,
    "smithy.api#box": "a relic of Smithy 1.0; `@default` decides",
    "smithy.api#cors": _SERVER_SIDE,
    "smithy.api#documentation": "Amazon's prose; ours is in codegen/descriptions",
    "smithy.api#eventHeader": _EVENTS,
    "smithy.api#eventPayload": _EVENTS,
    "smithy.api#examples": "read from the model by tests",
    "smithy.api#externalDocumentation": "the descriptions name the API reference",
    "smithy.api#http": _JSON_PROTOCOL,
    "smithy.api#httpApiKeyAuth": _OTHER_AUTH,
    "smithy.api#httpBasicAuth": _OTHER_AUTH,
    "smithy.api#httpBearerAuth": _OTHER_AUTH,
    "smithy.api#httpChecksumRequired": _JSON_PROTOCOL,
    "smithy.api#httpDigestAuth": _OTHER_AUTH,
    "smithy.api#httpError": "not the status that arrives: awsJson errors of KMS are all 400",
    "smithy.api#httpHeader": _JSON_PROTOCOL,
    "smithy.api#httpLabel": _JSON_PROTOCOL,
    "smithy.api#httpPayload": _JSON_PROTOCOL,
    "smithy.api#httpPrefixHeaders": _JSON_PROTOCOL,
    "smithy.api#httpQuery": _JSON_PROTOCOL,
    "smithy.api#httpQueryParams": _JSON_PROTOCOL,
    "smithy.api#httpResponseCode": _JSON_PROTOCOL,
    "smithy.api#idRef": _DEFINITION,
    "smithy.api#idempotent": "our own trait `creates` decides what is safe to retry",
    "smithy.api#input": "operations refer to their input themselves",
    "smithy.api#internal": _FOR_DOCUMENTATION,
    "smithy.api#jsonName": "awsJson ignores it",
    "smithy.api#mediaType": "the user decides on the content of strings and blobs",
    "smithy.api#nestedProperties": _SERVER_SIDE,
    "smithy.api#noReplace": _SERVER_SIDE,
    "smithy.api#notProperty": _SERVER_SIDE,
    "smithy.api#optionalAuth": "requests are signed with sigv4, also where that is optional",
    "smithy.api#output": "operations refer to their output themselves",
    "smithy.api#private": _SERVER_SIDE,
    "smithy.api#property": _SERVER_SIDE,
    "smithy.api#protocolDefinition": _DEFINITION,
    "smithy.api#readonly": "our own trait `creates` decides what is safe to retry",
    "smithy.api#recommended": _FOR_DOCUMENTATION,
    "smithy.api#references": _SERVER_SIDE,
    "smithy.api#requiresLength": _OTHER_PROTOCOL,
    "smithy.api#resourceIdentifier": _SERVER_SIDE,
    "smithy.api#since": _SERVER_SIDE,
    "smithy.api#suppress": _SERVER_SIDE,
    "smithy.api#tags": _SERVER_SIDE,
    "smithy.api#trait": _DEFINITION,
    "smithy.api#traitValidators": _DEFINITION,
    "smithy.api#unitType": "used only by the prelude's `Unit`, which is built in",
    "smithy.api#unstable": _FOR_DOCUMENTATION,
    "smithy.api#xmlAttribute": _OTHER_PROTOCOL,
    "smithy.api#xmlFlattened": _OTHER_PROTOCOL,
    "smithy.api#xmlName": _OTHER_PROTOCOL,
    "smithy.api#xmlNamespace": "awsJson has no XML",
    "smithy.rules#clientContextParams": _ENDPOINT_PARAMETER,
    "smithy.rules#contextParam": _ENDPOINT_PARAMETER,
    "smithy.rules#endpointTests": "read from the model by tests",
    "smithy.rules#operationContextParams": _ENDPOINT_PARAMETER,
    "smithy.rules#staticContextParams": _ENDPOINT_PARAMETER,
}

IGNORED_NAMESPACES: Final[dict[str, str]] = {
    "aws.apigateway": "configures an API Gateway in front of a service",
    "aws.cloudformation": "describes resources of CloudFormation, not requests",
    "aws.customizations": "concerns S3 and services that do not speak awsJson",
    "aws.endpoints": "the endpoint rules contain the result",
    "aws.iam": "describes permissions, which the service itself checks",
    "smithy.ai": "is for agents that read a model",
    "smithy.contracts": "conditions that a service checks",
    "smithy.framework": "is for servers",
    "smithy.mqtt": _OTHER_PROTOCOL,
    "smithy.openapi": "is for the conversion to OpenAPI",
    "smithy.protocols": "another protocol of the same service; clients use awsJson",
    "smithy.synthetic": "internal notes of Smithy's tools",
    "smithy.test": "read from the model by tests",
    "smithy.waiters": "waiters are not supported",
}
"""Namespaces whose traits never concern a client, including traits added later."""


def is_ignored(trait: str) -> bool:
    """Return whether a trait does not affect generated code."""
    return trait in IGNORED_TRAITS or trait.partition("#")[0] in IGNORED_NAMESPACES
