"""Renders the module of an operation."""

from collections.abc import Iterator, Sequence

from codegen.ir.imports import imported
from codegen.ir.plan import Operation, Pagination
from codegen.render.codecs.constructors import render_constructor
from codegen.render.codecs.decoders import render_decoder
from codegen.render.codecs.encoders import render_encoder
from codegen.render.codecs.names import decoder_name, encoder_name
from codegen.render.functions import class_of, render_function, response_type
from codegen.render.module import Target, publishing, render_module
from codegen.render.pages import render_pages
from codegen.render.source import Source, imported_name, joined, named, source
from codegen.render.structures import render_structure
from codegen.support.docstrings import docstring
from codegen.support.literals import string


def render_operation_module(target: Target, operation: Operation) -> str:
    """Return the module with request, response, errors, `Operation` value and functions."""
    doc = f"{operation.name}: request, response, errors and operation."
    return render_module(target, doc, [*_parts(operation), publishing(target)])


def _parts(operation: Operation) -> Iterator[Source]:
    yield from map(render_structure, operation.own)
    if operation.request in operation.own:
        yield from render_constructor(operation.request)
        yield render_encoder(operation.request, private=True)
    if operation.response in operation.own:
        yield render_decoder(operation.response, private=True)
    yield joined([_render_errors(operation), _render_operation(operation)], "\n\n")
    yield render_function(operation, "async")
    yield render_function(operation, "blocking")
    if operation.pagination:
        yield render_pages(operation, operation.pagination, "async")
        yield render_pages(operation, operation.pagination, "blocking")


def _render_errors(operation: Operation) -> Source:
    """Return the closed union of all errors that the operation can return."""
    errors = [named(error, ".errors") for error in operation.errors]
    union = joined([*errors, imported_name("CommonError")], " | ")
    return source(
        f'{operation.error_union}: TypeAlias = {union}\n"""Errors that `{operation.name}` can return."""',
        union,
        imported("TypeAlias"),
    )


def _render_operation(operation: Operation) -> Source:
    """Return the `Operation` value."""
    kind = "PaginatedOperation" if operation.pagination else "Operation"
    request = class_of(operation, operation.request)
    response = response_type(operation)
    arguments = joined(_arguments(operation, request, response), ", ")
    type_ = f"Final[{kind}[{request}, {response}, {operation.error_union}]]"
    return source(
        f"{operation.name}: {type_} = {kind}({arguments})\n"
        f"{docstring(operation.doc.summary, depth=0)}",
        arguments,
        imported("Final"),
        imported(kind),
    )


def _arguments(operation: Operation, request: Source, response: Source) -> Iterator[Source]:
    yield Source(f"name={string(operation.wire_name)}")
    yield source("service=SERVICE", imported("SERVICE"))
    yield source(f"input={request}", request)
    yield source(f"output={response}", response)
    yield Source(f"errors={_tuple_of(operation.errors)}")
    yield from _codecs(operation)
    if operation.creates:
        name = operation.creates.idempotency_member
        idempotency = f"idempotency_member={string(name)}" if name else ""
        yield source(f"creates=Creation({idempotency})", imported("Creation"))
    if operation.already_done_errors:
        yield Source(f"already_done_errors={_tuple_of(operation.already_done_errors)}")
    yield from _sending(operation)
    if operation.pagination:
        yield _render_pagination(operation.pagination)


def _codecs(operation: Operation) -> Iterator[Source]:
    ends = (
        ("to_json", encoder_name, operation.request),
        ("from_json", decoder_name, operation.response),
    )
    for argument, name_of, end in ends:
        if end:
            private = end in operation.own
            name = name_of(end.name, private=private)
            codec = Source(name) if private else named(name, ".structures")
            yield source(f"{argument}={codec}", codec)


def _tuple_of(names: Sequence[str]) -> str:
    comma = "," if len(names) == 1 else ""
    return f"({', '.join(names)}{comma})"


def _sending(operation: Operation) -> Iterator[Source]:
    """Yield arguments that affect how requests are sent."""
    if operation.idempotency_token:
        yield Source(f"idempotency_token={string(operation.idempotency_token)}")
    if operation.host_prefix:
        yield Source(f"host_prefix={string(operation.host_prefix)}")
    if operation.endpoint_member:
        yield Source(f"endpoint_member={string(operation.endpoint_member)}")
    if operation.encodings:
        yield Source(f"encodings={operation.encodings!r}")


def _render_pagination(it: Pagination) -> Source:
    text = f"input_token={it.input_token!r}, output_token={it.output_token!r}, items={it.items!r}"
    return source(f"pagination=Pagination({text})", imported("Pagination"))
