"""Describes how an upgrade of the model changes a package's API."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import frozen

from codegen.endpoint_rules import read_rules
from codegen.endpoint_rules.syntax import RuleSet
from codegen.ir.plan import Operation, Package
from codegen.ir.plan_shapes import Enum, ErrorClass, Member, Structure, Union
from codegen.upgrade.member_changes import Kind, is_deprecated, member_changes

Audience: TypeAlias = Literal["none", "exhaustive matches", "users"]
"""Programs that the change may break at run time or for a type checker."""


@frozen
class Change:
    """A change of the API, as a line of the changelog."""

    kind: Kind
    text: str
    breaks: Audience = "none"


def api_changes(old: Package, new: Package) -> tuple[Change, ...]:
    """Return all changes from one plan to another, additions first."""
    found = [
        *_operations(_by_name(old.operations), _by_name(new.operations)),
        *_classes("class", _structures(old), _structures(new)),
        *_classes("enum", _by_name(old.enums), _by_name(new.enums)),
        *_classes("error", _by_name(old.errors), _by_name(new.errors)),
    ]
    if _rules(old) != _rules(new):
        found.append(Change("Changed", "The endpoint rules."))
    order: dict[Kind, int] = {"Added": 0, "Changed": 1, "Deprecated": 2, "Removed": 3}
    return tuple(sorted(found, key=lambda it: order[it.kind]))


def _by_name(
    things: Iterable[Operation] | Iterable[Enum] | Iterable[ErrorClass],
) -> Mapping[str, "_Thing"]:
    return {it.name: it for it in things}


def _structures(package: Package) -> Mapping[str, "_Thing"]:
    own = (structure for operation in package.operations for structure in operation.own)
    return {it.name: it for it in (*package.structures, *own)}


_Thing: TypeAlias = Operation | Enum | ErrorClass | Structure | Union


def _rules(package: Package) -> RuleSet | None:
    rules = package.service.endpoint_rules
    return read_rules(rules) if rules else None


def _operations(old: Mapping[str, _Thing], new: Mapping[str, _Thing]) -> Iterator[Change]:
    for name in sorted(new.keys() - old.keys()):
        yield Change("Added", f"Operation `{name}`.")
    for name in sorted(old.keys() - new.keys()):
        yield Change("Removed", f"Operation `{name}`.", "users")
    for name in sorted(new.keys() & old.keys()):
        before, after = old[name], new[name]
        if isinstance(before, Operation) and isinstance(after, Operation):  # pragma: no branch
            yield from _operation(before, after)


def _operation(old: Operation, new: Operation) -> Iterator[Change]:
    for error in [it for it in new.errors if it not in old.errors]:
        text = f"`{new.name}` may return `{error}`."
        yield Change("Added", text, "exhaustive matches")
    for error in [it for it in old.errors if it not in new.errors]:
        yield Change("Changed", f"`{new.name}` no longer returns `{error}`.", "exhaustive matches")
    if old.pagination and not new.pagination:
        yield Change("Removed", f"`.pages` and `.items` of `{new.function}`.", "users")
    if new.pagination and not old.pagination:
        yield Change("Added", f"`.pages` of `{new.function}`.")
    if (old.response is None) != (new.response is None):
        given = f"`{new.response.name}`" if new.response else "`None`"
        yield Change("Changed", f"`Ok` of `{new.name}` holds {given}.", "users")


def _classes(word: str, old: Mapping[str, _Thing], new: Mapping[str, _Thing]) -> Iterator[Change]:
    for name in sorted(new.keys() - old.keys()):
        yield Change("Added", f"{word.capitalize()} `{name}`.")
    for name in sorted(old.keys() - new.keys()):
        yield Change("Removed", f"{word.capitalize()} `{name}`.", "users")
    for name in sorted(new.keys() & old.keys()):
        yield from _class(name, old[name], new[name])


def _class(name: str, old: _Thing, new: _Thing) -> Iterator[Change]:
    if type(old) is not type(new):
        yield Change("Changed", f"`{name}` is of another kind.", "users")
    elif isinstance(new, Enum) and isinstance(old, Enum):
        yield from _values(name, old, new)
    elif isinstance(new, ErrorClass) and isinstance(old, ErrorClass):
        yield from _facts(name, old, new)
        yield from _members(name, old.members, new.members)
    else:
        yield from _members(name, _members_of(old), _members_of(new))


def _members_of(thing: _Thing) -> tuple[Member, ...]:
    return thing.members if isinstance(thing, Structure | Union) else ()


def _values(name: str, old: Enum, new: Enum) -> Iterator[Change]:
    before = {it.name: it for it in old.members}
    after = {it.name: it for it in new.members}
    for value in [it for it in after if it not in before]:
        yield Change("Added", f"`{name}.{value}`.")
    for value in [it for it in before if it not in after]:
        yield Change("Removed", f"`{name}.{value}`.", "users")
    for value in [it for it in after if it in before]:
        if is_deprecated(after[value].doc) and not is_deprecated(before[value].doc):
            yield Change("Deprecated", f"`{name}.{value}`.")


def _facts(name: str, old: ErrorClass, new: ErrorClass) -> Iterator[Change]:
    for fact in ("retryable", "throttling", "quota"):
        if getattr(old, fact) != getattr(new, fact):
            now = "is" if getattr(new, fact) else "is not"
            yield Change("Changed", f"`{name}` {now} `{fact}`.")
    if old.fault != new.fault:
        yield Change("Changed", f"`{name}.fault` is {new.fault!r}.")


def _members(name: str, old: Iterable[Member], new: Iterable[Member]) -> Iterator[Change]:
    for kind, text, breaks in member_changes(name, old, new):
        yield Change(kind, text, "users" if breaks else "none")
