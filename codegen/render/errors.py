"""Renders the module of exception classes."""

from collections.abc import Iterator, Sequence
from typing import Final

from codegen.ir.imports import imported
from codegen.ir.plan import Package
from codegen.ir.plan_shapes import ErrorClass, Member
from codegen.lower.runtime_classes import keyword_parameters
from codegen.render.module import Target, publishing, render_module
from codegen.render.source import Source, block, joined, source
from codegen.render.types import held
from codegen.support.docstrings import class_docstring, docstring
from codegen.support.literals import sentence, string

_CLASS_VAR: Final = imported("ClassVar")

_COMMON: Final = keyword_parameters(imported("ServiceError"))
"""Parameters of every error's constructor."""


def render_errors_module(target: Target, package: Package) -> str:
    """Return `errors.py`."""
    parts = [*map(_render_error, package.errors), publishing(target)]
    return render_module(target, f"The errors of {package.service.title}.", parts)


def _render_error(error: ErrorClass) -> Source:
    doc = class_docstring(error.doc.summary, error.doc.details)
    facts = list(_facts(error))
    parts = [joined(facts, "\n")] if facts else []
    if error.members:
        parts.append(_render_members(error.members))
        parts.append(_render_constructor(error.members))
    body = block(f"{doc}\n" if parts else doc, joined(parts, "\n\n").text)
    return source(f"class {error.name}(ServiceError):\n{body}", parts, imported("ServiceError"))


def _facts(error: ErrorClass) -> Iterator[Source]:
    if error.fault == "server":
        yield source('fault: Fault = "server"', imported("Fault"))
    if error.name != error.wire_name:
        yield source(f"wire_name: ClassVar[str] = {string(error.wire_name)}", _CLASS_VAR)
    if error.help:
        yield source(f"help: ClassVar[str] = {sentence(error.help)}", _CLASS_VAR)
    flags = {
        "retryable": error.retryable,
        "throttling": error.throttling,
        "quota": error.quota,
        "regional": error.regional,
        "dry_run_passed": error.dry_run_passed,
        "sensitive_message": error.sensitive_message,
    }
    for name, is_set in flags.items():
        if is_set:
            yield source(f"{name}: ClassVar[bool] = True", _CLASS_VAR)


def _render_members(members: Sequence[Member]) -> Source:
    names = ("message", *(member.name for member in members))
    entries = [_wire_member(member) for member in members]
    table = block(*(entry.text for entry in entries))
    return source(
        f"member_names: ClassVar[tuple[str, ...]] = {names!r}\n"
        f"wire_members: ClassVar[Mapping[str, ErrorMember]] = {{\n{table}\n}}",
        entries,
        _CLASS_VAR,
        imported("Mapping"),
        imported("ErrorMember"),
    )


def _wire_member(member: Member) -> Source:
    type_ = held(member.type)
    arguments = f"{string(member.wire_name)}, {type_}"
    return source(f"{string(member.name)}: ErrorMember({arguments}),", type_)


def _render_constructor(members: Sequence[Member]) -> Source:
    types = {member.name: held(member.type) for member in members}
    own = [f"{name}: {type_} | None = None" for name, type_ in types.items()]
    common = [f"{name}: {type_}" for name, type_ in _COMMON.items()]
    parameters = ", ".join(["self", "message: str | None = None", "*", *own, *common])
    passed = ", ".join(["message", *(f"{name}={name}" for name in _COMMON)])
    attributes = (
        f"self.{it.name}: {types[it.name]} | None = {it.name}\n{docstring(it.doc, depth=2)}"
        for it in members
    )
    body = block(f"super().__init__({passed})", *attributes)
    return source(f"def __init__({parameters}) -> None:\n{body}", types.values())
