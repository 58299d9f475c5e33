"""The everyday form of an operation: its members as the parameters of a function."""

from typing import Literal, TypeAlias

from codegen.ir.imports import imported
from codegen.ir.plan import Operation
from codegen.ir.plan_shapes import Member, Required, Structure
from codegen.render.function_docs import function_doc
from codegen.render.source import Source, block, named, source
from codegen.render.types import maybe_none, taken

Style: TypeAlias = Literal["async", "blocking"]
"""Which of the two clients the code is for."""


def render_function(operation: Operation, style: Style) -> Source:
    """Return the function that becomes a client's method."""
    client = source("self: AsyncClient", imported("AsyncClient"))
    start, call = f"async def {operation.function}", f"await {operation.name}.request"
    if style == "blocking":
        client = source("self: SyncClient", imported("SyncClient"))
        start, call = f"def {operation.function}_sync", f"{operation.name}.request_sync"
    signature = render_signature(operation, client, result_type(operation))
    sending = render_sending(operation, f"return {call}(self, ", ")")
    body = block(function_doc(operation), sending.text)
    return source(f"{start}{signature}\n{body}", signature, sending)


def render_sending(operation: Operation, before: str, after: str) -> Source:
    """Return statements that build the request from the parameters and pass it on.

    Parameters that may hold sensitive values end with that, also when it fails: a frame that waits for the
    answer must not hold what error trackers would print of it.

    Args:
        operation: The operation.
        before: What the last statement has before the request.
        after: What it has behind.
    """
    request = render_request(operation)
    secrets = [member.name for member in operation.parameters if member.holds_secrets]
    if not secrets:
        return source(f"{before}{request}{after}", request)
    name = "request_" if any(it.name == "request" for it in operation.parameters) else "request"
    lines = (
        "try:",
        block(f"{name} = {request}"),
        "finally:",
        block(f"del {', '.join(secrets)}"),
        f"{before}{name}{after}",
    )
    return source("\n".join(lines), request)


def render_signature(operation: Operation, first: Source, result: Source) -> Source:
    """Return parameters and result, for whatever passes the request's members on.

    Args:
        operation: The operation, whose request's members become keyword parameters.
        first: The parameter before them.
        result: What comes back.
    """
    parameters = [_parameter(member) for member in operation.parameters]
    star = ["*"] if parameters else []
    listed = ", ".join([first.text, *star, *(it.text for it in parameters)])
    return source(f"({listed}) -> {result}:", first, parameters, result)


def _parameter(member: Member) -> Source:
    required = isinstance(member.presence, Required)
    type_ = maybe_none(taken(member.type), when=not required)
    return source(f"{member.name}: {type_}{'' if required else ' = None'}", type_)


def result_type(operation: Operation) -> Source:
    """Return the annotation of what a call returns."""
    response = response_type(operation)
    text = f"Result[{response}, {operation.error_union}]"
    return source(text, response, imported("Result"))


def response_type(operation: Operation) -> Source:
    """Return the annotation of a response."""
    return class_of(operation, operation.response) if operation.response else Source("None")


def class_of(operation: Operation, structure: Structure) -> Source:
    """Return the name of a request or response, imported where it lives elsewhere."""
    is_own = structure in operation.own
    return Source(structure.name) if is_own else named(structure.name, ".structures")


def render_request(operation: Operation) -> Source:
    """Return the construction of the request from the parameters."""
    request = class_of(operation, operation.request)
    return source(f"{request}({keywords(operation)})", request)


def keywords(operation: Operation) -> str:
    """Return arguments that pass the parameters on under their own names."""
    return ", ".join(f"{member.name}={member.name}" for member in operation.request.members)
