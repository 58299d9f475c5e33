"""From operations to modules: request, response, errors, paging."""

from attrs import frozen

from codegen.descriptions import Descriptions, Text
from codegen.errors import ModelError, Unsupported
from codegen.lower_shapes import lower_structure
from codegen.lower_types import lower_type
from codegen.naming import class_name, function_name, member_name, snake_case
from codegen.plan import Creation, Operation, Pagination, Structure
from codegen.python_types import ListType
from codegen.reach import Reach
from codegen.smithy import UNIT, Member, Model, OperationShape, ServiceShape, StructureShape
from codegen.traits import Paginated


@frozen
class OperationLowering:
    """Lowers the operations of one service."""

    model: Model
    service: ServiceShape
    reach: Reach
    texts: Descriptions

    def lower(self, shape: OperationShape) -> Operation:
        """Return what is going to be written for an operation."""
        request, response = self._request(shape), self._response(shape)
        ends = (request,) if response is None else (request, response)
        return Operation(
            shape=shape.id,
            wire_name=shape.name,
            name=class_name(shape.name),
            function=function_name(shape.name),
            module=f"_{snake_case(shape.name)}",
            doc=self.texts.operation(shape.name, f"Calls `{shape.name}`."),
            request=request,
            response=response,
            own=tuple(end for end in ends if end.shape not in self.reach.common),
            errors=self._errors(shape),
            creates=self._creates(shape),
            pagination=self._pagination(shape),
        )

    def _request(self, shape: OperationShape) -> Structure:
        if shape.input == UNIT:
            name = f"{class_name(shape.name)}Request"
            doc = Text(summary=f"Input of `{shape.name}`, which takes none.")
            return Structure(shape=f"{shape.id} (its input)", name=name, doc=doc, members=())
        return self._end(shape, shape.input, is_input=True)

    def _response(self, shape: OperationShape) -> Structure | None:
        return None if shape.output == UNIT else self._end(shape, shape.output, is_input=False)

    def _end(self, operation: OperationShape, shape_id: str, *, is_input: bool) -> Structure:
        shape = self.model.expect(StructureShape, shape_id, operation.id)
        fallback = f"{'Input' if is_input else 'Output'} of `{operation.name}`."
        return lower_structure(self.model, shape, self.texts, fallback=fallback, is_input=is_input)

    def _errors(self, shape: OperationShape) -> tuple[str, ...]:
        errors = {*self.service.errors, *shape.errors}
        names = (class_name(self.model.shape(error).name) for error in errors)
        return tuple(sorted(names, key=str.lower))

    def _creates(self, shape: OperationShape) -> Creation | None:
        creates = shape.traits.creates
        if creates is None:
            return None
        if creates.told_apart_by is None:
            return Creation(told_apart_by=None)
        (name,) = self._path(shape.input, creates.told_apart_by, shape.id)
        return Creation(told_apart_by=member_name(name.name))

    def _pagination(self, shape: OperationShape) -> Pagination | None:
        if shape.traits.paginated is None:
            return None
        defaults = self.service.traits.paginated or Paginated()
        said = shape.traits.paginated
        names = (
            said.input_token or defaults.input_token,
            said.output_token or defaults.output_token,
            said.items or defaults.items,
        )
        token, next_token, items = names
        if token is None or next_token is None:
            raise ModelError(f"{shape.id}: @paginated without tokens")
        if items is None:
            raise Unsupported(f"{shape.id}: unsupported: @paginated without items")
        path = self._path(shape.output, items, shape.id)
        listed = lower_type(self.model, path[-1])
        if not isinstance(listed, ListType) or listed.sparse:
            raise Unsupported(f"{shape.id}: unsupported: @paginated items that are no plain list")
        return Pagination(
            input_token=self._python_path(shape.input, token, shape.id)[0],
            output_token=self._python_path(shape.output, next_token, shape.id),
            items=tuple(member_name(member.name) for member in path),
            item_type=listed.item,
        )

    def _python_path(self, structure: str, path: str, where: str) -> tuple[str, ...]:
        return tuple(member_name(member.name) for member in self._path(structure, path, where))

    def _path(self, structure: str, path: str, where: str) -> tuple[Member, ...]:
        """Return the members that a dotted path leads through."""
        found: list[Member] = []
        for name in path.split("."):
            shape = self.model.expect(StructureShape, structure, where)
            member = next((it for it in shape.members if it.name == name), None)
            if member is None:
                raise ModelError(f"{where}: {structure} has no member {name}")
            found.append(member)
            structure = member.target
        return tuple(found)
