"""Unions: one attrs class per member, and a type alias of them all."""

from collections.abc import Collection

from codegen.ir.plan_shapes import Arm, Union
from codegen.render.docstrings import class_docstring, docstring
from codegen.render.source import Import, Source, block, joined, runtime, source
from codegen.render.structures import render_bare_field, render_decorators


def render_union(union: Union, *, later: Collection[str] = ()) -> Source:
    """Return the classes of a union and its alias.

    Args:
        union: What to render.
        later: Classes that are defined below it, so that their names must be quoted.
    """
    arms = [_render_arm(arm, later) for arm in union.arms]
    return joined([*arms, _render_alias(union)], "\n\n\n")


def _render_arm(arm: Arm, later: Collection[str]) -> Source:
    field = render_bare_field(arm.member, later=later)
    doc = docstring(arm.doc, depth=1)
    decorators = render_decorators([arm.member])
    body = block(doc, "", field.text)
    return source(f"{decorators}\nclass {arm.name}:\n{body}", field, decorators)


def _render_alias(union: Union) -> Source:
    names = " | ".join([*(arm.name for arm in union.arms), "UnknownMember"])
    doc = class_docstring(union.doc.summary, union.doc.details)
    return source(
        f"{union.name}: TypeAlias = {names}\n{doc}",
        Import("typing", "TypeAlias"),
        runtime("serde.unknown_values", "UnknownMember"),
    )
