"""From `@paginated` to the facts that pages are walked by."""

from codegen.ir.plan import Pagination
from codegen.ir.python_types import ListType, MapType
from codegen.ir.smithy import OperationShape
from codegen.ir.traits import Paginated
from codegen.lower.context import Context
from codegen.lower.paths import members_along, python_name, python_path
from codegen.lower.types import lower_type
from codegen.support.errors import ModelError


def lower_pagination(context: Context, shape: OperationShape) -> Pagination | None:
    """Return how to go from page to page, or None where an operation has no pages."""
    if shape.traits.paginated is None:
        return None
    said, defaults = shape.traits.paginated, context.service.traits.paginated or Paginated()
    token = said.input_token or defaults.input_token
    next_token = said.output_token or defaults.output_token
    if token is None or next_token is None:
        raise ModelError(f"{shape.id}: @paginated without tokens")
    items, listed = _items(context, shape, said.items or defaults.items)
    return Pagination(
        input_token=python_path(context, shape.input, token, shape.id)[0],
        output_token=python_path(context, shape.output, next_token, shape.id),
        items=items,
        listed=listed,
    )


def _items(
    context: Context, shape: OperationShape, path: str | None
) -> tuple[tuple[str, ...] | None, ListType | MapType | None]:
    """Return where a page's items are and their type; a page may have none that can be walked."""
    if path is None:
        return None, None
    members = members_along(context, shape.output, path, shape.id)
    listed = lower_type(context, members[-1])
    if not isinstance(listed, ListType | MapType):
        return None, None
    return tuple(python_name(context, member) for member in members), listed
