"""Every trait that Smithy and Amazon have published is read, or ignored with a reason."""

from typing import Final

import pytest

from codegen.load.ignored_traits import IGNORED_NAMESPACES, IGNORED_TRAITS
from codegen.load.model import load_model
from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject

# From the prelude of Smithy 2.0 and the definitions of Amazon's traits, November 2026; `box` and
# `enum` are those of 1.0 that models still have.
PUBLISHED: Final = {
    "smithy.api": """
        addedDefault auth authDefinition box clientOptional cors default deprecated documentation
        endpoint enum enumValue error eventHeader eventPayload examples externalDocumentation
        hostLabel http httpApiKeyAuth httpBasicAuth httpBearerAuth httpChecksumRequired
        httpDigestAuth httpError httpHeader httpLabel httpPayload httpPrefixHeaders httpQuery
        httpQueryParams httpResponseCode idRef idempotencyToken idempotent input internal jsonName
        length mediaType nestedProperties noReplace notProperty optionalAuth output paginated
        pattern private property protocolDefinition range readonly recommended references
        requestCompression required requiresLength resourceIdentifier retryable sensitive since
        sparse streaming suppress tags timestampFormat title trait traitValidators uniqueItems
        unitType unstable xmlAttribute xmlFlattened xmlName xmlNamespace
    """,
    "aws.api": """
        arn arnReference clientDiscoveredEndpoint clientEndpointDiscovery clientEndpointDiscoveryId
        clientOptional controlPlane data dataPlane service tagEnabled taggable
    """,
    "aws.apigateway": "apiKeySource authorizer authorizers integration mockIntegration",
    "aws.auth": "cognitoUserPools sigv4 sigv4a unsignedPayload",
    "aws.cloudformation": """
        cfnAdditionalIdentifier cfnDefaultValue cfnExcludeProperty cfnMutability cfnName cfnResource
    """,
    "aws.customizations": "s3UnwrappedXmlOutput",
    "aws.endpoints": """
        dualStackOnlyEndpoints endpointsModifier rulesBasedEndpoints standardPartitionalEndpoints
        standardRegionalEndpoints
    """,
    "aws.iam": """
        actionName actionPermissionDescription conditionKeyValue conditionKeys defineConditionKeys
        disableConditionKeyInference iamAction iamResource requiredActions
        serviceResolvedConditionKeys supportedPrincipalTypes
    """,
    "aws.protocols": """
        awsJson1_0 awsJson1_1 awsQuery awsQueryCompatible awsQueryError ec2Query ec2QueryName
        httpChecksum restJson1 restXml
    """,
    "smithy.protocols": "rpcv2Cbor rpcv2Json",
    "smithy.rules": """
        clientContextParams contextParam endpointBdd endpointRuleSet endpointTests
        operationContextParams staticContextParams
    """,
    "smithy.test": "httpMalformedRequestTests httpRequestTests httpResponseTests smokeTests",
    "smithy.waiters": "waitable",
}
TRAITS: Final = [f"{space}#{name}" for space, names in PUBLISHED.items() for name in names.split()]

# Values for traits that are read; any value will do for the others.
_VALUES: Final[JsonObject] = {
    "aws.api#service": {"sdkId": "W"},
    "aws.auth#sigv4": {"name": "w"},
    "smithy.api#endpoint": {"hostPrefix": "w."},
    "smithy.api#enum": [{"value": "a"}],
    "smithy.api#enumValue": "a",
    "smithy.api#error": "client",
    "smithy.api#pattern": "a",
    "smithy.api#requestCompression": {"encodings": ["GZIP", "zstd"]},
    "smithy.api#timestampFormat": "date-time",
    "smithy.api#title": "W",
}


@pytest.mark.parametrize("trait", TRAITS)
def test_published_trait_is_read_or_ignored(trait: str) -> None:
    """No published trait stops the generator."""
    value = _VALUES.get(trait, {})
    model = load_model(
        {"smithy": "2.0", "shapes": {"a#S": {"type": "string", "traits": {trait: value}}}}
    )

    assert "a#S" in model.shapes


def test_reasons() -> None:
    """Every ignored trait has a reason, and no trait is listed twice."""
    assert all({**IGNORED_TRAITS, **IGNORED_NAMESPACES}.values())
    assert not {it.partition("#")[0] for it in IGNORED_TRAITS} & IGNORED_NAMESPACES.keys()
    assert {*IGNORED_TRAITS} <= {*TRAITS}


def test_new_trait_of_an_ignored_namespace() -> None:
    """New traits of ignored namespaces are ignored; any other new trait is an error."""
    shape: JsonObject = {"type": "structure", "members": {}}
    for namespace in IGNORED_NAMESPACES:
        load_model(
            {"smithy": "2.0", "shapes": {"a#S": {**shape, "traits": {f"{namespace}#new": 1}}}}
        )
    with pytest.raises(ModelError, match=r"a#S: unknown trait smithy\.api#new"):
        load_model({"smithy": "2.0", "shapes": {"a#S": {**shape, "traits": {"smithy.api#new": 1}}}})
