"""Steps of the command `upgrade`, which replaces the model by a newer one.

It describes what changes for users as a draft for the changelog, and lists the descriptions that must
be written before the package can be generated.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from codegen.ir.plan import Package
from codegen.ir.texts import Descriptions
from codegen.load.descriptions import load_descriptions
from codegen.load.model import load_model
from codegen.load.overlay import apply_overlay
from codegen.lower.package import lower
from codegen.support.errors import MissingDescriptions
from codegen.support.json_values import Json, JsonObject, list_at, object_at, read_json, text_at
from codegen.upgrade.api_changes import Change, api_changes

_WHOM: Final = {
    "exhaustive matches": " (a match that names every error and has no `case ServiceError()`)",
    "none": "",
    "users": " (**may break programs**)",
}


def plan_model(model: JsonObject, overlay: JsonObject) -> Package:
    """Return the plan of a model; statements of the overlay that do not fit are skipped."""
    document = apply_overlay(model, fitting(overlay, model))
    return lower(load_model(document), Descriptions(None))


def fitting(overlay: JsonObject, model: JsonObject) -> JsonObject:
    """Return an overlay without statements for shapes or members that the model lacks."""
    statements = list_at(overlay.get("statements"), "overlay: statements")
    return {**overlay, "statements": [it for it in statements if _fits(it, model)]}


def _fits(statement: Json, model: JsonObject) -> bool:
    target = text_at(object_at(statement, "overlay").get("apply"), "overlay")
    shape_id, _, member = target.partition("$")
    shape = object_at(model.get("shapes"), "shapes").get(shape_id)
    return isinstance(shape, dict) and (
        not member or member in object_at(shape.get("members", shape), shape_id)
    )


def compare(old: Path, new: Path, overlay: Path) -> tuple[Change, ...]:
    """Return the API changes between two models."""
    statements = read_json(overlay)
    plans = (plan_model(read_json(path), statements) for path in (old, new))
    return api_changes(*plans)


def missing_descriptions(model: Path, overlay: Path, descriptions: Path) -> tuple[str, ...]:
    """Return the shapes and members without a description."""
    document = apply_overlay(read_json(model), read_json(overlay))
    try:
        lower(load_model(document), load_descriptions(descriptions))
    except MissingDescriptions as missing:
        return missing.names
    return ()


def changelog(changes: Sequence[Change], source: str) -> str:
    """Return a draft for the changelog."""
    lines = [f"From {source}:", *_sections(changes)]
    return "\n".join(lines) if changes else f"From {source}: nothing changes for users."


def _sections(changes: Sequence[Change]) -> Iterator[str]:
    for kind in dict.fromkeys(it.kind for it in changes):
        yield f"\n### {kind}\n"
        yield from (f"- {it.text}{_WHOM[it.breaks]}" for it in changes if it.kind == kind)


def report(changes: Sequence[Change], missing: Sequence[str], source: str) -> Iterator[str]:
    """Yield the lines that the command prints."""
    yield "Draft for CHANGELOG.md, under [Unreleased]:\n"
    yield changelog(changes, source)
    broken = {it.breaks for it in changes} - {"none"}
    if broken:
        yield f"\nRaise the minor version: this affects {' and '.join(sorted(broken))}."
    if missing:
        yield f"\n{len(missing)} descriptions are missing; write one line for each, then `make generate`:"
        yield from (f"  {name}" for name in missing)


def write_model(model: Path, out: Path) -> None:
    """Replace the model that the package is generated from."""
    content = json.dumps(read_json(model), indent=2, ensure_ascii=False) + "\n"
    out.write_bytes(content.encode())
