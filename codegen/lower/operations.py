"""From operations to modules: request, response, errors, and what sending a request takes."""

from attrs import frozen

from codegen.ir.plan import Creation, Operation
from codegen.ir.plan_shapes import Structure
from codegen.ir.smithy import UNIT, OperationShape, StructureShape
from codegen.load.descriptions import Text
from codegen.lower.addressing import lower_addressing
from codegen.lower.context import Context
from codegen.lower.paging import lower_pagination
from codegen.lower.paths import members_along, python_name
from codegen.lower.shapes import lower_structure
from codegen.support.errors import ModelError


@frozen
class OperationLowering:
    """Lowers the operations of one service."""

    context: Context

    def lower(self, shape: OperationShape) -> Operation:
        """Return what is going to be written for an operation."""
        request, response = self._request(shape), self._response(shape)
        ends = (request,) if response is None else (request, response)
        return Operation(
            shape=shape.id,
            wire_name=shape.name,
            name=self.context.names.shapes[shape.id],
            names=self.context.names.operations[shape.id],
            doc=self.context.texts.operation(shape.name, f"Calls `{shape.name}`."),
            request=request,
            response=response,
            own=tuple(end for end in ends if end.shape not in self.context.reach.common),
            errors=self._errors(shape),
            creates=self._creates(shape),
            already_done_errors=self._done_before(shape),
            pagination=lower_pagination(self.context, shape),
            idempotency_token=self._idempotency_token(shape),
            addressing=lower_addressing(self.context, shape),
            encodings=shape.traits.encodings,
        )

    def _request(self, shape: OperationShape) -> Structure:
        if shape.input == UNIT:
            name = self.context.names.operations[shape.id].request
            doc = Text(summary=f"Input of `{shape.name}`, which takes none.")
            return Structure(shape=f"{shape.id} (its input)", name=name, doc=doc, members=())
        return self._end(shape, shape.input, is_input=True)

    def _response(self, shape: OperationShape) -> Structure | None:
        return None if shape.output == UNIT else self._end(shape, shape.output, is_input=False)

    def _end(self, operation: OperationShape, shape_id: str, *, is_input: bool) -> Structure:
        shape = self.context.model.expect(StructureShape, shape_id, operation.id)
        fallback = f"{'Input' if is_input else 'Output'} of `{operation.name}`."
        return lower_structure(self.context, shape, fallback=fallback, is_input=is_input)

    def _errors(self, shape: OperationShape) -> tuple[str, ...]:
        errors = {*self.context.service.errors, *shape.errors}
        names = (self.context.names.shapes[error] for error in errors)
        return tuple(sorted(names, key=lambda name: (name.lower(), name)))

    def _creates(self, shape: OperationShape) -> Creation | None:
        creates = shape.traits.creates
        if creates is None:
            return None
        if creates.idempotency_member is None:
            return Creation(idempotency_member=None)
        path = members_along(self.context, shape.input, creates.idempotency_member, shape.id)
        if len(path) != 1:
            raise ModelError(f"{shape.id}: {creates.idempotency_member} is no member of its input")
        return Creation(idempotency_member=python_name(self.context, path[0]))

    def _done_before(self, shape: OperationShape) -> tuple[str, ...]:
        for error in shape.traits.already_done_errors:
            if error not in {*self.context.service.errors, *shape.errors}:
                raise ModelError(f"{shape.id}: {error} is no error of it")
        return tuple(
            sorted(self.context.names.shapes[it] for it in shape.traits.already_done_errors)
        )

    def _idempotency_token(self, shape: OperationShape) -> str | None:
        members = self.context.model.expect(StructureShape, shape.input, shape.id).members
        tokens = [member for member in members if member.traits.idempotency_token]
        if len(tokens) > 1:
            raise ModelError(f"{shape.id}: more than one idempotency token")
        return python_name(self.context, tokens[0]) if tokens else None
