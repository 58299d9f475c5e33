"""Changes of the API between two models, described for users."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from codegen.ir.plan_shapes import DefaultValue, Member, Optional, Presence
from codegen.ir.python_types import ScalarType
from codegen.upgrade.member_changes import member_changes
from codegen.upgrade.steps import compare, report

ROOT: Final = Path(__file__).parents[3]


MODELS: Final = ROOT / "codegen/models"


NEW: Final = MODELS / "kms-2014-11-01.json"


OVERLAY: Final = MODELS / "kms-overlay.json"


def _write(document: Mapping[str, Any], path: Path) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _changed(model: Path, change: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(model.read_text(encoding="utf-8"))
    change(document["shapes"])
    return document


def _shrink(shapes: dict[str, Any]) -> None:
    space = "com.amazonaws.kms#"
    service = shapes[f"{space}TrentService"]
    service["operations"].remove({"target": f"{space}Sign"})
    service["traits"]["smithy.rules#endpointRuleSet"]["rules"].pop()
    members = shapes[f"{space}EncryptRequest"]["members"]
    members["KeyId"]["traits"] = {"smithy.api#length": {"max": 3}}
    members["GrantTokens"] = {
        "target": f"{space}GrantTokenList",
        "traits": {"smithy.api#required": {}},
    }
    members["DryRun"] = {"target": "smithy.api#String"}
    members["Must"] = {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}
    del members["EncryptionContext"]
    shapes[f"{space}EncryptRequest"]["members"]["Plaintext"]["target"] = "smithy.api#Blob"
    shapes[f"{space}EncryptResponse"]["members"]["KeyId"]["traits"] = {
        "smithy.api#deprecated": {"since": "2030"}
    }
    spec = shapes[f"{space}KeyState"]["members"]
    del spec["Creating"]
    spec["Enabled"]["traits"]["smithy.api#deprecated"] = {}
    shapes[f"{space}ListAliases"]["traits"].pop("smithy.api#paginated")
    shapes[f"{space}ListAliases"]["errors"].pop()
    shapes[f"{space}CancelKeyDeletion"]["output"] = {"target": "smithy.api#Unit"}
    shapes[f"{space}TagException"]["traits"] |= {
        "smithy.api#error": "server",
        "smithy.api#retryable": {},
    }
    shapes[f"{space}TagException"]["members"]["Count"] = {"target": "smithy.api#Integer"}
    tags = shapes[f"{space}TagList"]
    tags["traits"] = {"smithy.api#uniqueItems": {}, "smithy.api#length": {"min": 2}}
    shapes[f"{space}GrantConstraints"]["type"] = "union"
    shapes[f"{space}Tag"]["members"]["TagKey"]["traits"] = {"smithy.api#pattern": "x"}


def test_breaking_changes(tmp_path: Path) -> None:
    """Everything that a model can remove or change is described, with the programs that it affects."""
    other = _write(_changed(NEW, _shrink), tmp_path / "kms.json")
    overlay = _write({"statements": []}, tmp_path / "overlay.json")
    there = {it.text: it.breaks for it in compare(NEW, other, overlay)}
    back = {it.text: it.breaks for it in compare(other, NEW, overlay)}

    assert {
        "Operation `Sign`.": "users",
        "Class `CancelKeyDeletionResponse`.": "users",
        "`EncryptRequest.encryption_context`.": "users",
        "`EncryptRequest.must`, which must be given.": "users",
        "`EncryptRequest.grant_tokens` is required, not optional.": "users",
        "`EncryptRequest.dry_run` is `str`, not `bool`.": "users",
        "`EncryptRequest.plaintext` is shown in reprs and logs.": "none",
        "`EncryptRequest.plaintext` accepts anything, not 1 to 4096.": "none",
        "`EncryptResponse.key_id`.": "none",
        "`KeyState.Creating`.": "users",
        "`KeyState.Enabled`.": "none",
        "`.pages` and `.items` of `list_aliases`.": "users",
        "`Ok` of `CancelKeyDeletion` holds `None`.": "users",
        "`TagException` is `retryable`.": "none",
        "`TagException.fault` is 'server'.": "none",
        "`TagException.count`.": "none",
        "The endpoint rules.": "none",
        "`GrantConstraints` is of another kind.": "users",
    }.items() <= there.items()
    assert any(it.startswith("`ListAliases` no longer returns") for it in there)
    assert any("accepts at least 2, unique items, not" in it for it in there)
    assert any(", the pattern `x`, not 1 to" in it for it in there)
    assert any("accepts at most 3, not" in it for it in there)
    assert {
        "Operation `Sign`.": "none",
        "`.pages` of `list_aliases`.": "none",
        "`TagException` is not `retryable`.": "none",
    }.items() <= back.items()
    assert any(it.startswith("`ListAliases` may return") for it in back)
    printed = "\n".join(report(compare(NEW, other, overlay), (), "a test"))
    assert "Raise the minor version: this affects exhaustive matches and users." in printed


def _member(name: str, presence: Presence, wire_name: str = "Name") -> Member:
    return Member(
        name=name,
        wire_name=wire_name,
        type=ScalarType("bool"),
        presence=presence,
        limits=None,
        holds_secrets=False,
        sensitive=False,
        doc="",
    )


def test_defaults_and_wire_names() -> None:
    """Added and removed defaults, and changed wire names, are described."""
    old, new = _member("name", DefaultValue("False")), _member("name", Optional(), "name")

    assert [
        ("Changed", "`AResponse.name` is `name` in JSON, not `Name`.", False),
        (
            "Changed",
            "`AResponse.name` is optional, not `False` by default; what reads it must expect `None`.",
            True,
        ),
    ] == [*member_changes("AResponse", [old], [new])]
