"""Small models in botocore's format, converted; shared by the tests of the conversion."""

from typing import Any, Final

from codegen.botocore_import import convert

ERROR: Final[dict[str, Any]] = {"type": "structure", "members": {}, "exception": True}


def service(
    shapes: dict[str, Any] | None = None,
    operations: dict[str, Any] | None = None,
    **metadata: object,
) -> dict[str, Any]:
    """Return a minimal service model in botocore's format."""
    return {
        "metadata": {
            "apiVersion": "2026-01-01",
            "endpointPrefix": "tiny",
            "jsonVersion": "1.1",
            "protocol": "json",
            "serviceFullName": "A Tiny Service",
            "serviceId": "Tiny Service",
            "signatureVersion": "v4",
            "targetPrefix": "TinyTarget",
            **metadata,
        },
        "operations": operations or {},
        "shapes": shapes or {},
    }


def shape_of(facts: dict[str, Any]) -> Any:
    """Convert a shape called `It`."""
    return converted(service({"It": facts}))["It"]


def member_of(facts: dict[str, Any], *, required: bool = False) -> Any:
    """Convert a member of a structure."""
    owner = {
        "type": "structure",
        "members": {"M": {"shape": "Text", **facts}},
        "required": ["M"] if required else [],
    }
    return converted(service({"It": owner, "Text": {"type": "string"}}))["It"]["members"]["M"]


def converted(model: dict[str, Any], **files: dict[str, Any]) -> dict[str, Any]:
    """Return the shapes of a converted model, without the namespace."""
    paginators, rule_set, examples = (
        files.get(name, {}) for name in ("paginators", "rule_set", "examples")
    )
    shapes: dict[str, Any] = convert(model, paginators, rule_set, examples)["shapes"]
    return {
        name.removeprefix("com.amazonaws.tinyservice#"): shape for name, shape in shapes.items()
    }
