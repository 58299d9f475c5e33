"""The callable that a paginated operation is on a client: one call, all pages, all items."""

from codegen.plan import Operation, Pagination
from codegen.render.functions import (
    Style,
    keywords,
    render_request,
    render_signature,
    response_type,
    result_type,
)
from codegen.render.source import Import, Source, block, runtime, source
from codegen.render.types import held


def render_pages(operation: Operation, pagination: Pagination, style: Style) -> Source:
    """Return the class. Its methods stay without docstrings: editors show the operation's."""
    is_async = style == "async"
    base, iterator = ("AsyncPages", "AsyncIterator") if is_async else ("SyncPages", "Iterator")
    name = f"{operation.name}Pages{'' if is_async else 'Sync'}"
    client = "an async client" if is_async else "a blocking client"
    item, response = held(pagination.item_type), response_type(operation)
    methods = [
        _render_call(operation, style),
        _render_walk(operation, "pages", iterator, result_type(operation)),
        _render_walk(operation, "items", iterator, item),
    ]
    doc = f'"""`{operation.name}` on {client}: one call, all pages, or all items."""'
    body = block(f"{doc}\n", "\n\n".join(method.text for method in methods))
    head = f"class {name}({base}[{response}, {operation.error_union}, {item}]):"
    return source(f"{head}\n{body}", methods, response, runtime("paging", base))


def _render_call(operation: Operation, style: Style) -> Source:
    start, call = "async def", f"await {operation.function}"
    if style == "blocking":
        start, call = "def", f"{operation.function}_sync"
    signature = render_signature(operation, Source("self"), result_type(operation))
    arguments = ", ".join(filter(None, ["self.client", keywords(operation)]))
    return source(f"{start} __call__{signature}\n{block(f'return {call}({arguments})')}", signature)


def _render_walk(operation: Operation, what: str, iterator: str, of: Source) -> Source:
    result = source(f"{iterator}[{of}]", of, Import("collections.abc", iterator))
    signature = render_signature(operation, Source("self"), result)
    request = render_request(operation)
    body = block(f"return self.walk_{what}({operation.name}, {request})")
    return source(f"def {what}{signature}\n{body}", signature, request)
