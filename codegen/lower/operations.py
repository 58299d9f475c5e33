"""From operations to the plan: request, response, errors, pages, and where requests are sent."""

import re
from typing import Final

from codegen.ir.plan import Creation, Operation, Pagination
from codegen.ir.plan_shapes import Structure
from codegen.ir.python_types import ListType, MapType
from codegen.ir.smithy import UNIT, Member, OperationShape, StructureShape
from codegen.ir.texts import Text
from codegen.ir.traits import Paginated
from codegen.lower.context import Context, members_along, python_name, python_path
from codegen.lower.shapes import lower_structure
from codegen.lower.types import lower_type
from codegen.support.errors import ModelError
from codegen.support.grammar import check_host_text, show

_LABEL: Final = re.compile(r"\{([^{}]*)\}")


def lower_operation(context: Context, shape: OperationShape) -> Operation:
    """Return the plan of an operation's module."""
    request, response = _request(context, shape), _response(context, shape)
    ends = (request,) if response is None else (request, response)
    inputs = context.model.expect(StructureShape, shape.input, shape.id).members
    return Operation(
        shape=shape.id,
        wire_name=shape.name,
        name=context.names.shapes[shape.id],
        names=context.names.operations[shape.id],
        doc=context.texts.operation(shape.name, f"Calls `{shape.name}`."),
        request=request,
        response=response,
        own=tuple(end for end in ends if end.shape not in context.reach.common),
        errors=_errors(context, shape),
        creates=_creates(context, shape),
        already_done_errors=_already_done_errors(context, shape),
        pagination=_pagination(context, shape),
        idempotency_token=_idempotency_token(context, shape, inputs),
        host_prefix=_host_prefix(context, shape, inputs),
        endpoint_member=_endpoint_member(context, inputs),
        encodings=shape.traits.encodings,
    )


def _request(context: Context, shape: OperationShape) -> Structure:
    if shape.input == UNIT:
        name = context.names.operations[shape.id].request
        doc = Text(summary=f"Input of `{shape.name}`, which takes none.")
        return Structure(shape=f"{shape.id} (its input)", name=name, doc=doc, members=())
    return _end(context, shape, shape.input, is_input=True)


def _response(context: Context, shape: OperationShape) -> Structure | None:
    return None if shape.output == UNIT else _end(context, shape, shape.output, is_input=False)


def _end(
    context: Context, operation: OperationShape, shape_id: str, *, is_input: bool
) -> Structure:
    shape = context.model.expect(StructureShape, shape_id, operation.id)
    fallback = f"{'Input' if is_input else 'Output'} of `{operation.name}`."
    return lower_structure(context, shape, fallback=fallback, is_input=is_input)


def _errors(context: Context, shape: OperationShape) -> tuple[str, ...]:
    errors = {*context.service.errors, *shape.errors}
    names = (context.names.shapes[error] for error in errors)
    return tuple(sorted(names, key=lambda name: (name.lower(), name)))


def _creates(context: Context, shape: OperationShape) -> Creation | None:
    creates = shape.traits.creates
    if creates is None:
        return None
    if creates.idempotency_member is None:
        return Creation(idempotency_member=None)
    path = members_along(context, shape.input, creates.idempotency_member, shape.id)
    if len(path) != 1:
        raise ModelError(
            f"{shape.id}: idempotencyMember must be a member of the input itself,"
            f" found the path {creates.idempotency_member}"
        )
    return Creation(idempotency_member=python_name(context, path[0]))


def _already_done_errors(context: Context, shape: OperationShape) -> tuple[str, ...]:
    for error in shape.traits.already_done_errors:
        if error not in {*context.service.errors, *shape.errors}:
            raise ModelError(
                f"{shape.id}: alreadyDoneErrors must be errors of the operation, found {error}"
            )
    return tuple(sorted(context.names.shapes[it] for it in shape.traits.already_done_errors))


def _idempotency_token(
    context: Context, shape: OperationShape, inputs: tuple[Member, ...]
) -> str | None:
    tokens = [member for member in inputs if member.traits.idempotency_token]
    if len(tokens) > 1:
        found = ", ".join(token.name for token in tokens)
        raise ModelError(f"{shape.id}: expected at most one idempotency token, found {found}")
    return python_name(context, tokens[0]) if tokens else None


def _host_prefix(context: Context, shape: OperationShape, inputs: tuple[Member, ...]) -> str | None:
    """Return the prefix of the host, with Python names of members in braces."""
    if shape.traits.host_prefix is None:
        return None
    template = shape.traits.host_prefix.template
    labels = {member.name: member for member in inputs if member.traits.host_label}
    used = set(_LABEL.findall(template))
    if used != labels.keys():
        wanted, found = show(", ".join(sorted(used))), ", ".join(sorted(labels))
        raise ModelError(f"{shape.id}: hostPrefix has the labels {wanted}, the input {found}")
    check_host_text(_LABEL.sub("", template), f"{shape.id}: hostPrefix")
    return _LABEL.sub(lambda it: f"{{{python_name(context, labels[it[1]])}}}", template)


def _endpoint_member(context: Context, inputs: tuple[Member, ...]) -> str | None:
    found = next((member for member in inputs if member.traits.request_endpoint), None)
    return python_name(context, found) if found else None


def _pagination(context: Context, shape: OperationShape) -> Pagination | None:
    """Return how to go from page to page; tokens that an operation omits are the service's."""
    if shape.traits.paginated is None:
        return None
    own, defaults = shape.traits.paginated, context.service.traits.paginated or Paginated()
    token = own.input_token or defaults.input_token
    next_token = own.output_token or defaults.output_token
    if token is None or next_token is None:
        raise ModelError(
            f"{shape.id}: @paginated needs inputToken and outputToken,"
            " on the operation or on the service"
        )
    items, listed = _items(context, shape, own.items or defaults.items)
    return Pagination(
        input_token=python_path(context, shape.input, token, shape.id)[0],
        output_token=python_path(context, shape.output, next_token, shape.id),
        items=items,
        listed=listed,
    )


def _items(
    context: Context, shape: OperationShape, path: str | None
) -> tuple[tuple[str, ...] | None, ListType | MapType | None]:
    """Return path and type of a page's items; None for both if no list or map is named."""
    if path is None:
        return None, None
    members = members_along(context, shape.output, path, shape.id)
    listed = lower_type(context, members[-1])
    if not isinstance(listed, ListType | MapType):
        return None, None
    return tuple(python_name(context, member) for member in members), listed
