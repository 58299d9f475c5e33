"""Renders the page of the reference about members that are always there, with their evidence."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from codegen.ir.plan import Package
from codegen.ir.plan_shapes import Structure
from codegen.render.shared import all_structures
from codegen.support.json_values import JsonObject, list_at, object_at, text_at

_WHERE: Final = "overlay"
_TRAITS: Final = "smaws_kms.traits#"


@frozen
class _Mark:
    """A statement of the overlay about a member."""

    trait: str
    member: str
    """Class and member in Python, for example `KeyMetadata.arn`."""
    reason: str
    sources: tuple[str, ...]


def evidence_page(package: Package, overlay: JsonObject, first_line: str) -> str:
    """Return the text of the page.

    Args:
        package: The plan of the package, for Python's names.
        overlay: The overlay's document.
        first_line: A comment that marks the page as generated.
    """
    sources = object_at(overlay["sources"], _WHERE)
    marks = list(_marks(package, overlay))
    single = sum(len(mark.sources) == 1 for mark in marks)
    return f"""{first_line}

# Members that are always there

KMS's model declares almost no member of a response as required. The overlay adds what KMS does send, and the types follow: no `None`.
Each of the {len(marks)} marks has its evidence. {single} rest on one source, which the tables say. None has been tested on AWS by us.

| source | what it is |
|---|---|
{"".join(_source_row(name, object_at(value, name)) for name, value in sources.items())}
## Required

The purpose of the operation. A response without such a member is a `ResponseParseError`; an absent list is empty.

{_table(marks, "alwaysPresent")}
## Always sent

KMS sends them as well, but stand-ins for KMS leave some of them out. Reading an absent one raises `AttributeError`, see [Absent members](../how-to/absent-members.md).

{_table(marks, "alwaysSent")}
## Withheld

KMS sends the member or, if the request has a `recipient`, `ciphertext_for_recipient`. A response with neither is a `ResponseParseError`.

{_table(marks, "withheld")}"""


def _marks(package: Package, overlay: JsonObject) -> Iterator[_Mark]:
    names = _python_names(package)
    for item in list_at(overlay["statements"], _WHERE):
        statement = object_at(item, _WHERE)
        (trait,) = object_at(statement["traits"], _WHERE)
        if "evidence" in statement:
            target = text_at(statement["apply"], _WHERE)
            sources = tuple(text_at(it, target) for it in list_at(statement["evidence"], target))
            reason = text_at(statement["reason"], target)
            yield _Mark(trait.removeprefix(_TRAITS), names[target], reason, sources)


def _python_names(package: Package) -> dict[str, str]:
    structures = (it for it in all_structures(package) if isinstance(it, Structure))
    return {
        f"{structure.shape}${member.wire_name}": f"{structure.name}.{member.name}"
        for structure in structures
        for member in structure.members
    }


def _source_row(name: str, source: JsonObject) -> str:
    title, url = text_at(source["title"], name), text_at(source["url"], name)
    return f"| {name} | [{title}]({url}) |\n"


def _table(marks: list[_Mark], trait: str) -> str:
    rows = [_row(mark) for mark in marks if mark.trait == trait]
    return f"| member | why | evidence |\n|---|---|---|\n{''.join(rows)}"


def _row(mark: _Mark) -> str:
    only = "only " if len(mark.sources) == 1 else ""
    return f"| `{mark.member}` | {mark.reason} | {only}{', '.join(mark.sources)} |\n"
