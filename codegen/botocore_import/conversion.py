"""Converts a whole service, and the table of partitions."""

from typing import Final

from codegen.botocore_import.names import Names
from codegen.botocore_import.operations import convert_operations, input_output_traits
from codegen.botocore_import.shapes import add_trait, convert_shapes
from codegen.botocore_import.tables import Facts
from codegen.support.errors import Unsupported
from codegen.support.json_values import Json

_PROTOCOLS: Final = {"1.0": "aws.protocols#awsJson1_0", "1.1": "aws.protocols#awsJson1_1"}
_PROTOCOL_SETTINGS: Final[dict[str | None, Facts]] = {
    None: {},
    "optional": {"http": ["h2", "http/1.1"]},
    "eventstream": {"eventStreamHttp": ["h2"]},
}


def convert(service_model: Facts, paginators: Facts, rule_set: Facts, examples: Facts) -> Facts:
    """Convert the files of one awsJson service.

    Args:
        service_model: The content of `service-2.json`.
        paginators: The content of `paginators-1.json`, or an empty object.
        rule_set: The content of `endpoint-rule-set-1.json`, or an empty object.
        examples: The content of `examples-1.json`, or an empty object.

    Returns:
        The AST: shapes sorted by id, members in the model's order, no documentation.
    """
    metadata = service_model["metadata"]
    names = Names(metadata["serviceId"], service_model["shapes"])
    shapes = dict(convert_shapes(service_model, names))
    for shape, trait in input_output_traits(service_model):
        add_trait(shapes[names.own(shape)], trait)
    shapes.update(convert_operations(service_model, paginators, examples, names))
    # Two old services have a dotted prefix; the last part is the name of the shape.
    service = metadata["targetPrefix"].rpartition(".")[2]
    shapes[names.own(service)] = _service(service_model, rule_set, names)
    return {"smithy": "2.0", "shapes": dict(sorted(shapes.items()))}


def _service(model: Facts, rule_set: Facts, names: Names) -> Facts:
    metadata = model["metadata"]
    traits: Facts = {
        "aws.api#service": _service_trait(metadata),
        "smithy.api#title": metadata["serviceFullName"],
        **_protocol(metadata),
        **_authentication(metadata),
        **_endpoint_discovery(model["operations"], names),
    }
    if "awsQueryCompatible" in metadata:
        traits["aws.protocols#awsQueryCompatible"] = {}
    if parameters := model.get("clientContextParams"):
        traits["smithy.rules#clientContextParams"] = _without_documentation(parameters)
    if rule_set:
        traits["smithy.rules#endpointRuleSet"] = _without_documentation(rule_set)
    return {
        "type": "service",
        "version": metadata["apiVersion"],
        "operations": [{"target": names.own(name)} for name in sorted(model["operations"])],
        "traits": dict(sorted(traits.items())),
    }


def _service_trait(metadata: Facts) -> Facts:
    return {
        "sdkId": metadata["serviceId"],
        # botocore has no ARN namespace; for most services it equals the signing name.
        "arnNamespace": _signing_name(metadata),
        "endpointPrefix": metadata["endpointPrefix"],
    }


def _protocol(metadata: Facts) -> Facts:
    # `protocols` lists all that a service supports, `protocol` is the one that botocore prefers.
    if "json" not in metadata.get("protocols", [metadata["protocol"]]):
        raise Unsupported(
            f"{metadata['serviceId']}: expected the protocol json, found {metadata['protocol']}"
        )
    settings = metadata.get("protocolSettings", {})
    return {_PROTOCOLS[metadata["jsonVersion"]]: _PROTOCOL_SETTINGS[settings.get("h2")]}


def _authentication(metadata: Facts) -> Facts:
    schemes = metadata.get("auth", ["aws.auth#sigv4"])
    return {scheme: {"name": _signing_name(metadata)} for scheme in schemes}


def _signing_name(metadata: Facts) -> str:
    name: str = metadata["signingName" if "signingName" in metadata else "endpointPrefix"]
    return name


def _endpoint_discovery(operations: Facts, names: Names) -> Facts:
    for name, operation in operations.items():
        if operation.get("endpointoperation"):
            return {"aws.api#clientEndpointDiscovery": {"operation": names.own(name)}}
    return {}


def _without_documentation(value: Json) -> Json:
    if isinstance(value, dict):
        return {
            key: _without_documentation(inner)
            for key, inner in value.items()
            if key != "documentation"
        }
    return [_without_documentation(inner) for inner in value] if isinstance(value, list) else value


def convert_partitions(partitions: Facts) -> Facts:
    """Return botocore's `partitions.json` without the descriptions of Regions.

    Partitions keep their order, because the first one whose pattern matches a Region applies.
    """
    return {
        "partitions": [_partition(partition) for partition in partitions["partitions"]],
        "version": partitions["version"],
    }


def _partition(partition: Facts) -> Facts:
    return {
        "id": partition["id"],
        "outputs": dict(sorted(partition["outputs"].items())),
        "regionRegex": partition["regionRegex"],
        "regions": {
            region: {key: fact for key, fact in sorted(facts.items()) if key != "description"}
            for region, facts in sorted(partition["regions"].items())
        },
    }
