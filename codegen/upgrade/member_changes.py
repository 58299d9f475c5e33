"""Describes how an upgrade of the model changes the members of a class."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

from codegen.ir.plan_shapes import (
    AlwaysSent,
    DefaultValue,
    Limits,
    Member,
    Optional,
    Presence,
    Required,
    Withheld,
)
from codegen.render.types import held

Kind: TypeAlias = Literal["Added", "Changed", "Deprecated", "Removed"]
"""The section of the changelog."""

_DEPRECATED: Final = re.compile(r"Deprecated( since|[:.])")


def is_deprecated(doc: str) -> bool:
    """Return whether a docstring starts with a notice of deprecation."""
    return _DEPRECATED.match(doc) is not None


def member_changes(
    owner: str, old: Iterable[Member], new: Iterable[Member]
) -> Iterator[tuple[Kind, str, bool]]:
    """Yield kind and text of each change, and whether it may break users' programs."""
    before, after = ({it.name: it for it in members} for members in (old, new))
    for name, member in after.items():
        if name not in before:
            required = isinstance(member.presence, Required) and _is_input(owner)
            must = ", which must be given" if required else ""
            yield "Added", f"`{owner}.{name}`{must}.", required
        else:
            yield from _change(f"`{owner}.{name}`", before[name], member, owner)
    for name in before:
        if name not in after:
            yield "Removed", f"`{owner}.{name}`.", True


def _is_input(owner: str) -> bool:
    return not owner.endswith(("Response", "Output", "Result"))


def _change(name: str, old: Member, new: Member, owner: str) -> Iterator[tuple[Kind, str, bool]]:
    if old.type != new.type:
        yield "Changed", f"{name} is `{held(new.type)}`, not `{held(old.type)}`.", True
    if old.wire_name != new.wire_name:
        yield "Changed", f"{name} is `{new.wire_name}` in JSON, not `{old.wire_name}`.", False
    if old.presence != new.presence:
        always = isinstance(new.presence, Required | AlwaysSent | Withheld)
        worse = always == _is_input(owner)
        text = f"{name} is {_presence(new.presence)}, not {_presence(old.presence)}"
        reads = isinstance(new.presence, Optional) and not isinstance(old.presence, Optional)
        yield (
            "Changed",
            f"{text}; what reads it must expect `None`." if reads else f"{text}.",
            worse,
        )
    if old.limits != new.limits:
        yield "Changed", f"{name} accepts {_limits(new.limits)}, not {_limits(old.limits)}.", False
    if old.sensitive != new.sensitive:
        shown = "hidden" if new.sensitive else "shown"
        yield "Changed", f"{name} is {shown} in reprs and logs.", False
    if is_deprecated(new.doc) and not is_deprecated(old.doc):
        yield "Deprecated", f"{name}.", False


def _presence(presence: Presence) -> str:
    match presence:
        case Required():
            return "required"
        case AlwaysSent():
            return "always sent"
        case Withheld(replaced_by=name):
            return f"always sent unless `{name}` is"
        case Optional():
            return "optional"
        case DefaultValue(source=value):  # pragma: no branch  # no other class is left
            return f"`{value}` by default"


def _limits(limits: Limits | None) -> str:
    if limits is None:
        return "anything"
    bounds = _bounds(limits.min, limits.max)
    pattern = [f"the pattern `{limits.pattern}`"] if limits.pattern else []
    unique = ["unique items"] if limits.unique else []
    parts = {"items": limits.item, "keys": limits.key, "values": limits.value}
    inner = [f"{name} of {_limits(part)}" for name, part in parts.items() if part]
    return ", ".join([*bounds, *pattern, *unique, *inner])


def _bounds(low: float | None, high: float | None) -> list[str]:
    match low, high:
        case None, None:
            return []
        case _, None:
            return [f"at least {low}"]
        case None, _:
            return [f"at most {high}"]
        case _:
            return [f"{low} to {high}"]
