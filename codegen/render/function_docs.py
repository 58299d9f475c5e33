"""Renders the docstring of an operation's functions."""

from collections.abc import Iterator

from codegen.ir.plan import Operation
from codegen.support.docstrings import (
    INDENT,
    LINE_LENGTH,
    docstring,
    paragraphs,
    remark,
    section,
    wrap,
)


def function_doc(operation: Operation) -> str:
    """Return the docstring, for a function at the top level of a module."""
    return docstring(operation.doc.summary, _body(operation, depth=1), depth=1)


def placeholder_doc(operation: Operation, signature: str) -> str:
    """Return the docstring of a paginated method's placeholder in the class of a client.

    Only editors show it. They take the placeholder for a property, so it states the signature.

    Args:
        operation: The operation.
        signature: Source of the method, without a body.
    """
    blocks = [f"```python\n{signature} ...\n```", *_body(operation, depth=2)]
    return docstring(operation.doc.summary, blocks, depth=2)


def _body(operation: Operation, *, depth: int) -> Iterator[str]:
    width = LINE_LENGTH - depth * len(INDENT)
    doc = operation.doc
    yield paragraphs(doc.details, depth=depth)
    yield "\n".join(wrap(line, width) for line in _access(operation))
    parameters = [(it.name, it.doc) for it in operation.parameters]
    if parameters:
        yield section("Args", parameters, depth=depth)
    yield remark("Returns", _returns(operation), depth=depth)
    if doc.link:
        yield f"See {doc.link}"


def _access(operation: Operation) -> Iterator[str]:
    doc = operation.doc
    if doc.permission:
        yield f"Permission: {doc.permission}"
    if doc.cross_account:
        verdict, colon, rest = doc.cross_account.partition(": ")
        yield f"Across accounts: {verdict.lower()}{'; ' if colon else ''}{rest}"


def _returns(operation: Operation) -> str:
    value = f" with the `{operation.response.name}`" if operation.response else "(None)"
    ok = f"`Ok`{value}" if operation.response else f"`Ok{value}`"
    errors = ", ".join(f"`{error}`" for error in operation.errors)
    listed = f"{errors} or one of `CommonError`" if errors else "one of `CommonError`"
    return f"{ok}, or `Err` with {listed}."
