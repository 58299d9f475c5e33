"""Merges an overlay of Smithy `apply` statements into a model before it is loaded.

An overlay is a JSON document:

    {
      "smithy": "2.0",
      "statements": [
        {
          "apply": "com.amazonaws.kms#EncryptResponse$CiphertextBlob",
          "traits": {"smaws_kms.traits#alwaysPresent": {}},
          "reason": "what the operation exists for",
          "evidence": ["moto"]
        }
      ],
      "sources": {"moto": {"title": "moto's response", "url": "https://github.com/getmoto/moto"}}
    }

`apply` names a shape, or after `$` a member of one (`member` of a list, `key` and `value` of a
map). The overlay's value of a trait replaces the model's. `evidence`, which is optional, names the
`sources` that support a statement. These traits are our own:

- `smaws_kms.traits#alwaysPresent` on a member of an output: a response without it is an error. Lists
  and maps are empty instead.
- `smaws_kms.traits#alwaysSent` on a member of an output, or of a structure in it: the service always
  sends it. In a response without it, only reading the member is an error.
- `smaws_kms.traits#withheld` on a member of an output: `{"replacedBy": "CiphertextForRecipient"}` names
  the member that a response has instead if it withholds this one.
- `smaws_kms.traits#dryRunPassed` on an error: it says that a dry run passed, and so is no failure.
- `smaws_kms.traits#multiRegionIds` on a service: `{"prefix": "..."}` is how IDs of resources start
  that can have replicas in other Regions.
- `smaws_kms.traits#quota` on an error: a quota is used up, and waiting does not help.
- `smaws_kms.traits#creates` on an operation: a retry could create a second resource.
  `{"idempotencyMember": "Name"}` names the input member that distinguishes the two.
- `smaws_kms.traits#alreadyDoneErrors` on an operation: `{"errors": [...]}` lists errors that a retry
  gets when an earlier attempt succeeded.
- `smaws_kms.traits#regional` on an error: a wrong Region may be its cause.
- `smaws_kms.traits#requestEndpoint` on a member of an input: it holds the URL to send the request to.
"""

from typing import Final

from codegen.support.errors import ModelError
from codegen.support.json_values import JsonObject, list_at, object_at, text_at

_KEYS: Final = {"apply", "traits", "reason"}
_OPTIONAL_KEYS: Final = {"evidence"}


def apply_overlay(document: JsonObject, overlay: JsonObject) -> JsonObject:
    """Return a model document with the statements of an overlay merged in."""
    shapes = dict(object_at(document.get("shapes"), "shapes"))
    sources = object_at(overlay.get("sources", {}), "overlay: sources")
    for number, item in enumerate(list_at(overlay.get("statements"), "overlay: statements")):
        where = f"overlay: statement {number + 1}"
        statement = object_at(item, where)
        _apply(shapes, statement, where)
        _check_evidence(statement, sources, where)
    return {**document, "shapes": dict(shapes)}


def _apply(shapes: JsonObject, statement: JsonObject, where: str) -> None:
    target = text_at(statement.get("apply"), where)
    where = f"overlay: {target}"
    if statement.keys() - _OPTIONAL_KEYS != _KEYS:
        found = ", ".join(sorted(statement)) or "nothing"
        raise ModelError(
            f"{where}: expected apply, reason, traits and maybe evidence, found {found}"
        )
    text_at(statement["reason"], where)
    traits = object_at(statement["traits"], where)
    shape_id, _, member = target.partition("$")
    if shape_id not in shapes:
        raise ModelError(f"{where}: no such shape in the model")
    shape = object_at(shapes[shape_id], shape_id)
    shapes[shape_id] = (
        _with_member(shape, member, traits, where) if member else _with(shape, traits)
    )


def _check_evidence(statement: JsonObject, sources: JsonObject, where: str) -> None:
    for name in list_at(statement.get("evidence", []), where):
        if name not in sources:
            known = ", ".join(sources) or "none"
            raise ModelError(f"{where}: expected one of the sources ({known}), found {name!r}")


def _with_member(shape: JsonObject, name: str, traits: JsonObject, where: str) -> JsonObject:
    if "members" in shape:
        members = object_at(shape["members"], where)
        return {**shape, "members": _with_member(members, name, traits, where)}
    if name not in shape or name in {"type", "traits"}:
        raise ModelError(f"{where}: no such member in the model")
    return {**shape, name: _with(object_at(shape[name], where), traits)}


def _with(document: JsonObject, traits: JsonObject) -> JsonObject:
    return {**document, "traits": {**object_at(document.get("traits", {}), "traits"), **traits}}
