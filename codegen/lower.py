"""From the model of a service to the plan of its package."""

from codegen.collisions import check_collisions
from codegen.descriptions import Descriptions
from codegen.errors import ModelError, Unsupported
from codegen.lower_operations import OperationLowering
from codegen.lower_shapes import lower_enum, lower_error, lower_structure
from codegen.naming import service_class_name
from codegen.plan import Package, Service, Structure
from codegen.reach import Reach, explore
from codegen.smithy import Model, ServiceShape, StructureShape


def lower(model: Model, texts: Descriptions) -> Package:
    """Return what is going to be written for the model's service."""
    service = model.service()
    reach = explore(model, service)
    operations = OperationLowering(model, service, reach, texts)
    package = Package(
        service=_lower_service(service),
        enums=tuple(lower_enum(model, shape, texts) for shape in reach.enums),
        errors=tuple(lower_error(model, shape, texts) for shape in reach.errors),
        structures=_lower_common(model, reach, texts),
        operations=tuple(operations.lower(shape) for shape in reach.operations),
    )
    texts.check()
    check_collisions(package)
    return package


def _lower_common(model: Model, reach: Reach, texts: Descriptions) -> tuple[Structure, ...]:
    inputs = {operation.input for operation in reach.operations}
    return tuple(
        lower_structure(
            model,
            shape,
            texts,
            fallback=f"The structure `{shape.name}`.",
            is_input=shape.id in inputs,
        )
        for shape in reach.shapes
        if isinstance(shape, StructureShape) and shape.id in reach.common
    )


def _lower_service(shape: ServiceShape) -> Service:
    traits = shape.traits
    if traits.json_version is None:
        raise Unsupported(f"{shape.id}: unsupported: a service that does not speak awsJson")
    if traits.aws_service is None or traits.signing_name is None:
        raise ModelError(f"{shape.id}: needs aws.api#service and aws.auth#sigv4")
    return Service(
        shape=shape.id,
        title=traits.title or traits.aws_service.sdk_id,
        sdk_id=traits.aws_service.sdk_id,
        client=service_class_name(traits.aws_service.sdk_id),
        version=shape.version,
        target_prefix=shape.name,
        json_version=traits.json_version,
        signing_name=traits.signing_name,
        endpoint_prefix=traits.aws_service.endpoint_prefix or traits.signing_name,
        endpoint_rules=traits.endpoint_rules,
    )
