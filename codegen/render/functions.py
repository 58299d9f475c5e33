"""Renders an operation as a function with a parameter for each request member."""

from typing import Literal, TypeAlias

from codegen.ir.imports import imported
from codegen.ir.plan import Operation
from codegen.ir.plan_shapes import Member, Required, Structure
from codegen.render.codecs.constructors import creator_of
from codegen.render.function_docs import function_doc
from codegen.render.source import Source, block, named, source
from codegen.render.types import maybe_none, taken

Style: TypeAlias = Literal["async", "blocking"]
"""Client that the code is for."""


def render_function(operation: Operation, style: Style) -> Source:
    """Return the function that becomes a method of a client."""
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
    """Return statements that create the request from the parameters and send it.

    They delete parameters that may hold sensitive values, even if creating the request fails. Error
    trackers print local variables, so a frame must not keep those while it waits for the response.

    Args:
        operation: The operation.
        before: Text of the last statement before the request.
        after: Text of the last statement after the request.
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
    """Return the parameters and result of a function that takes the request's members.

    Args:
        operation: The operation, whose request's members become keyword parameters.
        first: The parameter in front of them.
        result: Annotation of the result.
    """
    parameters = [_parameter(member) for member in operation.parameters]
    star = ["*"] if parameters else []
    listed = ", ".join([first.text, *star, *(it.text for it in parameters)])
    return source(f"({listed}) -> {result}:", first, parameters, result)


def signature_in_docs(operation: Operation) -> str:
    """Return parameters and result of a paginated operation as a docstring shows them, one a line."""
    parameters = [f"    {_parameter(member)}," for member in operation.parameters]
    return "\n".join(["(", "    *,", *parameters, f") -> {result_type(operation)}:"])


def _parameter(member: Member) -> Source:
    required = isinstance(member.presence, Required)
    type_ = maybe_none(taken(member.type), when=not required)
    return source(f"{member.name}: {type_}{'' if required else ' = None'}", type_)


def result_type(operation: Operation) -> Source:
    """Return the annotation of a call's result."""
    response = response_type(operation)
    text = f"Result[{response}, {operation.error_union}]"
    return source(text, response, imported("Result"))


def response_type(operation: Operation) -> Source:
    """Return the annotation of a response."""
    return class_of(operation, operation.response) if operation.response else Source("None")


def class_of(operation: Operation, structure: Structure) -> Source:
    """Return the name of a request or response class, with an import if another module defines it."""
    is_own = structure in operation.own
    return Source(structure.name) if is_own else named(structure.name, ".structures")


def render_request(operation: Operation) -> Source:
    """Return the expression that creates the request from the parameters."""
    creator = creator_of(operation.request)
    if creator and operation.request in operation.own:
        return Source(f"{creator}({', '.join(it.name for it in operation.request.members)})")
    request = class_of(operation, operation.request)
    return source(f"{request}({keywords(operation)})", request)


def keywords(operation: Operation) -> str:
    """Return keyword arguments that pass the parameters on under their own names."""
    return ", ".join(f"{member.name}={member.name}" for member in operation.request.members)
