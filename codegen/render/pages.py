"""Renders the callable for a paginated operation on a client: one call, all pages, all items."""

from codegen.ir.imports import imported
from codegen.ir.plan import Operation, Pagination
from codegen.ir.python_types import ListType, MapType
from codegen.render.functions import (
    Style,
    keywords,
    render_sending,
    render_signature,
    response_type,
    result_type,
)
from codegen.render.source import Source, block, imported_name, joined, source
from codegen.render.types import held, maybe_none


def render_pages(operation: Operation, pagination: Pagination, style: Style) -> Source:
    """Return the class; its methods have no docstrings, so that editors show the operation's."""
    is_async = style == "async"
    base, iterator = ("AsyncPages", "AsyncIterator") if is_async else ("SyncPages", "Iterator")
    name = operation.names.pages if is_async else operation.names.pages_sync
    client = "an async client" if is_async else "a blocking client"
    item, response = _item(pagination), response_type(operation)
    methods = [
        _render_call(operation, style),
        _render_walk(operation, "pages", iterator, result_type(operation)),
    ]
    ways = "one call, or all pages"
    if pagination.listed:
        methods.append(_render_walk(operation, "items", iterator, item))
        ways = "one call, all pages, or all items"
    doc = f'"""`{operation.name}` on {client}: {ways}."""'
    body = block(f"{doc}\n", "\n\n".join(method.text for method in methods))
    head = f"class {name}({base}[{response}, {operation.error_union}, {item}]):"
    return source(f"{head}\n{body}", methods, item, response, imported(base))


def _item(pagination: Pagination) -> Source:
    """Return the type of one item; for a map, a tuple of key and value."""
    match pagination.listed:
        case ListType(item=item, sparse=sparse):
            return maybe_none(held(item), when=sparse)
        case MapType(key=key, value=value, sparse=sparse):
            pair = joined([held(key), maybe_none(held(value), when=sparse)], ", ")
            return source(f"tuple[{pair}]", pair)
        case None:  # pragma: no branch  # no other type is left
            return imported_name("Never")


def _render_call(operation: Operation, style: Style) -> Source:
    start, wait, function = "async def", "await ", operation.function
    if style == "blocking":
        start, wait, function = "def", "", f"{operation.function}_sync"
    signature = render_signature(operation, Source("self"), result_type(operation))
    if any(it.holds_secrets or it.name == function for it in operation.parameters):
        # Call `request` directly: a parameter hides the function, or a sensitive parameter would be
        # held by one more frame.
        method = "request" if style == "async" else "request_sync"
        start_of_call = f"return {wait}{operation.name}.{method}(self.client, "
        call = render_sending(operation, start_of_call, ")")
    else:
        arguments = ", ".join(filter(None, ["self.client", keywords(operation)]))
        call = Source(f"return {wait}{function}({arguments})")
    body = block(call.text)
    return source(f"{start} __call__{signature}\n{body}", signature, call)


def _render_walk(operation: Operation, what: str, iterator: str, of: Source) -> Source:
    result = source(f"{iterator}[{of}]", of, imported(iterator))
    signature = render_signature(operation, Source("self"), result)
    sending = render_sending(operation, f"return self.walk_{what}({operation.name}, ", ")")
    return source(f"def {what}{signature}\n{block(sending.text)}", signature, sending)
