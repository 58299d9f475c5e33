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
    return docstring(operation.doc.summary, _body(operation), depth=1)


def _body(operation: Operation) -> Iterator[str]:
    width = LINE_LENGTH - len(INDENT)
    doc = operation.doc
    yield paragraphs(doc.details, depth=1)
    yield "\n".join(wrap(line, width) for line in _access(operation))
    parameters = [(it.name, it.doc) for it in operation.parameters]
    if parameters:
        yield section("Args", parameters, depth=1)
    yield remark("Returns", _returns(operation), depth=1)
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
