"""From what operations do to the host of their requests to Python names."""

import re
from typing import Final

from codegen.ir.plan import Addressing
from codegen.ir.smithy import Member, OperationShape, StructureShape
from codegen.lower.context import Context
from codegen.lower.paths import python_name
from codegen.support.errors import ModelError
from codegen.support.grammar import check_host_text, show

_LABEL: Final = re.compile(r"\{([^{}]*)\}")


def lower_addressing(context: Context, shape: OperationShape) -> Addressing:
    """Return the prefix of the host with its labels, and the member that holds the whole URL."""
    members = context.model.expect(StructureShape, shape.input, shape.id).members
    whole = next((member for member in members if member.traits.request_endpoint), None)
    prefix = shape.traits.host_prefix
    labels = {member.name: member for member in members if member.traits.host_label}
    return Addressing(
        prefix=_template(context, shape, prefix.template, labels) if prefix else None,
        member=python_name(context, whole) if whole else None,
    )


def _template(
    context: Context, shape: OperationShape, template: str, labels: dict[str, Member]
) -> str:
    used = set(_LABEL.findall(template))
    if used != labels.keys():
        wanted, found = show(", ".join(sorted(used))), ", ".join(sorted(labels))
        raise ModelError(f"{shape.id}: hostPrefix has the labels {wanted}, the input {found}")
    check_host_text(_LABEL.sub("", template), f"{shape.id}: hostPrefix")
    return _LABEL.sub(lambda it: f"{{{python_name(context, labels[it[1]])}}}", template)
