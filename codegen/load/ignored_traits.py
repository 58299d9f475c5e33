"""The traits that change nothing in the generated code, each with the reason."""

from typing import Final

_JSON_PROTOCOL = "binds to HTTP; awsJson sends everything in the body"
_SERVER_SIDE = "of interest to servers and other tools only"

_DEFINITION = "part of the definition of a trait"
_FOR_DOCUMENTATION = "of interest to documentation and consoles only"
_ENDPOINT_PARAMETER = (
    "a parameter of endpoint rules that no client option sets; the rules do without"
)
_OTHER_AUTH = "an alternative to sigv4, which every service of awsJson takes"
_OTHER_PROTOCOL = "of another protocol; awsJson has no such thing"
_EVENTS = "part of an event stream, whose operations are left out"

IGNORED_TRAITS: Final[dict[str, str]] = {
    "aws.api#arn": _SERVER_SIDE,
    "aws.api#arnReference": _SERVER_SIDE,
    "aws.api#clientDiscoveredEndpoint": "endpoint discovery is optional; the usual endpoint answers",
    "aws.api#clientEndpointDiscovery": "endpoint discovery is optional; the usual endpoint answers",
    "aws.api#clientEndpointDiscoveryId": "endpoint discovery is optional; the usual endpoint answers",
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
    "aws.protocols#awsQueryError": "a header tells the code where an awsJson service has it at all",
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
    "smithy.api#httpError": "not what arrives: awsJson errors of KMS are all 400",
    "smithy.api#httpHeader": _JSON_PROTOCOL,
    "smithy.api#httpLabel": _JSON_PROTOCOL,
    "smithy.api#httpPayload": _JSON_PROTOCOL,
    "smithy.api#httpPrefixHeaders": _JSON_PROTOCOL,
    "smithy.api#httpQuery": _JSON_PROTOCOL,
    "smithy.api#httpQueryParams": _JSON_PROTOCOL,
    "smithy.api#httpResponseCode": _JSON_PROTOCOL,
    "smithy.api#idRef": _DEFINITION,
    "smithy.api#idempotent": "what is safe to repeat is said by our own `creates`",
    "smithy.api#input": "operations say themselves which structure is their input",
    "smithy.api#internal": _FOR_DOCUMENTATION,
    "smithy.api#jsonName": "awsJson ignores it",
    "smithy.api#mediaType": "the content of a string or blob is the user's",
    "smithy.api#nestedProperties": _SERVER_SIDE,
    "smithy.api#noReplace": _SERVER_SIDE,
    "smithy.api#notProperty": _SERVER_SIDE,
    "smithy.api#optionalAuth": "requests are signed with sigv4, also where that is optional",
    "smithy.api#output": "operations say themselves which structure is their output",
    "smithy.api#private": _SERVER_SIDE,
    "smithy.api#property": _SERVER_SIDE,
    "smithy.api#protocolDefinition": _DEFINITION,
    "smithy.api#readonly": "what is safe to repeat is said by our own `creates`",
    "smithy.api#recommended": _FOR_DOCUMENTATION,
    "smithy.api#references": _SERVER_SIDE,
    "smithy.api#requiresLength": _OTHER_PROTOCOL,
    "smithy.api#resourceIdentifier": _SERVER_SIDE,
    "smithy.api#since": _SERVER_SIDE,
    "smithy.api#suppress": _SERVER_SIDE,
    "smithy.api#tags": _SERVER_SIDE,
    "smithy.api#trait": _DEFINITION,
    "smithy.api#traitValidators": _DEFINITION,
    "smithy.api#unitType": "of the prelude's own `Unit`, which is known",
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
    "aws.apigateway": "configures an API Gateway in front of a service of one's own",
    "aws.cloudformation": "describes resources of CloudFormation, not requests",
    "aws.customizations": "is about S3 and services that do not speak awsJson",
    "aws.endpoints": "the endpoint rules were made from it, and are read",
    "aws.iam": "describes permissions, which the service itself checks",
    "smithy.ai": "is for agents that read a model",
    "smithy.contracts": "conditions that a service checks",
    "smithy.framework": "is for servers",
    "smithy.mqtt": _OTHER_PROTOCOL,
    "smithy.openapi": "is for the conversion to OpenAPI",
    "smithy.protocols": "another protocol of the same service; awsJson is what we speak",
    "smithy.synthetic": "notes that Smithy's own tools leave behind",
    "smithy.test": "read from the model by tests",
    "smithy.waiters": "there are no waiters",
}
"""Namespaces of traits that say nothing to a client, whatever may be added to them."""


def is_ignored(trait: str) -> bool:
    """Tell whether a trait changes nothing in the generated code."""
    return trait in IGNORED_TRAITS or trait.partition("#")[0] in IGNORED_NAMESPACES
