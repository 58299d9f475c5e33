"""Reads the KMS model and its overlay."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from codegen.support.json_values import Json, JsonObject, list_at, object_at, read_json, text_at

MODELS: Final = Path(__file__).parents[3] / "codegen" / "models"
NAMESPACE: Final = "com.amazonaws.kms#"
ALWAYS_PRESENT: Final = "smaws_kms.traits#alwaysPresent"
ALWAYS_SENT: Final = "smaws_kms.traits#alwaysSent"
WITHHELD: Final = "smaws_kms.traits#withheld"
CREATES: Final = "smaws_kms.traits#creates"


def model() -> JsonObject:
    """Return the imported model without the overlay."""
    return read_json(MODELS / "kms-2014-11-01.json")


def overlay() -> JsonObject:
    """Return the overlay."""
    return read_json(MODELS / "kms-overlay.json")


def statements() -> list[JsonObject]:
    """Return the overlay's statements."""
    return [object_at(each, "statement") for each in list_at(overlay()["statements"], "overlay")]


def shapes(document: JsonObject) -> JsonObject:
    """Return the shapes of a model by their names without the namespace."""
    return {
        shape_id.removeprefix(NAMESPACE): shape
        for shape_id, shape in object_at(document["shapes"], "shapes").items()
    }


def traits_of(shape: Json) -> JsonObject:
    """Return the traits of a shape or member."""
    return object_at(object_at(shape, "shape").get("traits", {}), "traits")


def members_of(shape: Json) -> JsonObject:
    """Return the members of a structure, or none for another shape."""
    return object_at(object_at(shape, "shape").get("members", {}), "members")


def targets(trait: str) -> set[str]:
    """Return the targets of a trait in the overlay, without the namespace."""
    return {
        text_at(statement["apply"], "apply").removeprefix(NAMESPACE)
        for statement in statements()
        if trait in object_at(statement["traits"], "traits")
    }


def idempotency_member() -> Iterator[tuple[str, str]]:
    """Yield operations with an idempotency member, and its name."""
    for statement in statements():
        creates = object_at(object_at(statement["traits"], "traits").get(CREATES, {}), CREATES)
        if "idempotencyMember" in creates:
            target = text_at(statement["apply"], "apply").removeprefix(NAMESPACE)
            yield target, text_at(creates["idempotencyMember"], target)


def operations() -> Iterator[tuple[str, str, str]]:
    """Yield every operation with the names of its input and output."""
    for name, value in shapes(model()).items():
        shape = object_at(value, name)
        if shape["type"] == "operation":
            ends = (object_at(shape[end], name)["target"] for end in ("input", "output"))
            first, last = (text_at(end, name).removeprefix(NAMESPACE) for end in ends)
            yield name, first, last
