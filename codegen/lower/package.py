"""From the model of a service to the plan of its package."""

from codegen.ir.plan import Package, Service
from codegen.ir.plan_shapes import Structure, Union
from codegen.ir.smithy import Model, ShapeId, StructureShape, UnionShape
from codegen.ir.texts import Descriptions
from codegen.lower.class_names import name_classes
from codegen.lower.collisions import check_collisions
from codegen.lower.context import Context
from codegen.lower.operations import lower_operation
from codegen.lower.reach import explore
from codegen.lower.shapes import lower_enum, lower_error, lower_structure, lower_union
from codegen.support.errors import ModelError, Unsupported


def lower(model: Model, texts: Descriptions, *, service: ShapeId | None = None) -> Package:
    """Return the plan of a service's package; without a name, the model must have one service."""
    shape = model.service(service)
    reach = explore(model, shape)
    if not reach.operations:
        why = "; ".join(reach.left_out) or "it has none"
        raise Unsupported(f"{shape.id}: unsupported: no operation can be generated ({why})")
    context = Context(model, shape, reach, name_classes(shape, reach), texts)
    package = Package(
        service=_lower_service(context),
        enums=tuple(lower_enum(context, shape) for shape in reach.enums),
        errors=tuple(lower_error(context, shape) for shape in reach.errors),
        structures=_lower_common(context),
        operations=tuple(lower_operation(context, shape) for shape in reach.operations),
        left_out=(*reach.left_out, *context.names.renamed),
    )
    texts.check()
    check_collisions(package)
    return package


def _lower_common(context: Context) -> tuple[Structure | Union, ...]:
    inputs = {operation.input for operation in context.reach.operations}
    found: list[Structure | Union] = []
    for shape in context.reach.shapes:
        if isinstance(shape, UnionShape):
            found.append(lower_union(context, shape))
        elif isinstance(shape, StructureShape) and shape.id in context.reach.common:
            fallback = f"The structure `{shape.name}`."
            is_input = shape.id in inputs
            found.append(lower_structure(context, shape, fallback=fallback, is_input=is_input))
    return tuple(found)


def _lower_service(context: Context) -> Service:
    shape, traits = context.service, context.service.traits
    if traits.json_version is None:
        raise Unsupported(
            f"{shape.id}: unsupported: expected aws.protocols#awsJson1_0 or awsJson1_1, found neither"
        )
    if traits.aws_service is None or traits.signing_name is None:
        raise ModelError(
            f"{shape.id}: expected the traits aws.api#service and aws.auth#sigv4; one is missing"
        )
    operations = [operation.traits for operation in context.reach.operations]
    return Service(
        shape=shape.id,
        title=traits.title or traits.aws_service.sdk_id,
        sdk_id=traits.aws_service.sdk_id,
        client=context.names.client,
        version=shape.version,
        target_prefix=shape.name,
        json_version=traits.json_version,
        signing_name=traits.signing_name,
        endpoint_rules=traits.endpoint_rules or traits.endpoint_diagram,
        multi_region_prefix=traits.multi_region_prefix,
        query_compatible=traits.query_compatible,
        prefixes_hosts=any(operation.host_prefix for operation in operations),
        compresses_requests=any(operation.encodings for operation in operations),
    )
