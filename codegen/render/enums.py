"""Renders the modules of enums, one each: an enum takes 0.1 ms to create, and a call needs few."""

from codegen.ir.imports import imported
from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Enum
from codegen.render.index import enum_modules, render_index
from codegen.render.module import Target, publishing, render_module
from codegen.render.source import Source, block, source
from codegen.support.docstrings import class_docstring, docstring


def render_enums(target: Target, package: Package) -> dict[str, str]:
    """Return the text of `enums/__init__.py` and of its modules by path; nothing without enums."""
    if not package.enums:
        return {}
    modules = enum_modules(package)
    exports = {modules[it.name]: [it.name] for it in package.enums}
    doc = f"The enums of {package.service.title}, each module loaded on first use."
    return {
        "enums/__init__.py": render_index(target, doc, ".enums", exports),
        **{f"enums/{modules[it.name]}.py": _render_module(target, it) for it in package.enums},
    }


def _render_module(target: Target, enum: Enum) -> str:
    return render_module(target, f"The enum {enum.name}.", [_render_enum(enum), publishing(target)])


def _render_enum(enum: Enum) -> Source:
    doc = class_docstring(enum.doc.summary, enum.doc.details)
    members = (
        f"{member.name} = {member.value!r}\n{docstring(member.doc, depth=1)}"
        for member in enum.members
    )
    body = block(f"{doc}\n", *members)
    return source(f"class {enum.name}({enum.base}):\n{body}", imported(enum.base))
