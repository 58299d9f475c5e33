"""Amazon's own Smithy JSON AST agrees with the imported model plus our overlay.

Both are flattened into facts, one value by one path: `Encrypt!DisabledException` is an error of an
operation, `Tag$TagKey` the target of a member, `Tag$TagKey@smithy.api#required` a trait. botocore's
model is the newer one, so it has more; every difference is listed here.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from codegen.load.overlay import apply_overlay
from codegen.support.json_values import Json, JsonObject, list_at, object_at, read_json, text_at

ROOT: Final = Path(__file__).parents[3]
MODELS: Final = ROOT / "codegen" / "models"
AMAZONS: Final = ROOT.parent / "shared" / "models" / "kms-2014-11-01.json"
NAMESPACE: Final = "com.amazonaws.kms#"

pytestmark = pytest.mark.skipif(
    not AMAZONS.exists(), reason="Amazon's AST lies beside the repository, not in it"
)

# Facts that only one of the two sources can have.
NOT_COMPARED: Final = {
    "aws.protocols#awsQueryError",
    "smithy.api#documentation",
    "smithy.api#examples",
    "smithy.api#httpError",
    "smithy.api#retryable",
    "smithy.api#xmlNamespace",
    "smithy.rules#endpointTests",
}
# Of these two, botocore's files hold only a part.
SERVICE_FACTS: Final = {"sdkId", "arnNamespace", "endpointPrefix"}

ADDED: Final = {
    "CreateGrantRequest$GranteeServicePrincipal",
    "CreateGrantRequest$RetiringServicePrincipal",
    "DataKeyPairSpec$ML_KEM_1024",
    "DataKeyPairSpec$ML_KEM_512",
    "DataKeyPairSpec$ML_KEM_768",
    "Decapsulate",
    "DecapsulateRequest",
    "DecapsulateResponse",
    "Encapsulate",
    "EncapsulateRequest",
    "EncapsulateResponse",
    "EncapsulationAlgorithmSpec",
    "EncapsulationAlgorithmSpecList",
    "GetPublicKeyResponse$EncapsulationAlgorithms",
    "GrantConstraintSourceArnType",
    "GrantConstraints$SourceArn",
    "GrantListEntry$GranteeServicePrincipal",
    "GrantListEntry$RetiringServicePrincipal",
    "GrantOperation$Decapsulate",
    "GrantOperation$Encapsulate",
    "KeyLastUsageTrackingOperation$Decapsulate",
    "KeyLastUsageTrackingOperation$Encapsulate",
    "KeyMetadata$EncapsulationAlgorithms",
    "KeySpec$ML_KEM_1024",
    "KeySpec$ML_KEM_512",
    "KeySpec$ML_KEM_768",
    "KeyUsageType$ENCAPSULATE_DECAPSULATE",
    "ListGrantsRequest$GranteeServicePrincipal",
    "ListKeysRequest$ResourceOwners",
    "ListRetirableGrantsRequest$RetiringServicePrincipal",
    "ResourceOwnerType",
    "ResourceOwnersList",
    "ServicePrincipalType",
    "TrentService!Decapsulate",
    "TrentService!Encapsulate",
}
"""Facts that only the newer model has: shapes, members, enum values, operations."""

LOOSENED: Final = {
    "CreateGrantRequest$GranteePrincipal@smithy.api#required",
    "ListRetirableGrantsRequest$RetiringPrincipal@smithy.api#required",
}
"""Members that the newer model no longer requires: a service principal is an alternative."""


def facts_of(document: JsonObject) -> dict[str, str]:
    """Return all facts of a model that are compared."""
    return {
        path.replace(NAMESPACE, ""): json.dumps(value, sort_keys=True)
        for name, shape in object_at(document["shapes"], "shapes").items()
        for path, value in shape_facts(name, object_at(shape, name))
    }


def shape_facts(name: str, shape: JsonObject) -> Iterator[tuple[str, Json]]:
    """Return the facts of a shape and its members."""
    yield name, shape["type"]
    yield from trait_facts(name, shape)
    for list_of_targets in ("errors", "operations"):
        for item in list_at(shape.get(list_of_targets, []), name):
            yield f"{name}!{text_at(object_at(item, name)['target'], name)}", None
    roles = {key: value for key, value in shape.items() if key in {"input", "output"}}
    parts = {key: value for key, value in shape.items() if key in {"key", "member", "value"}}
    for member, value in (object_at(shape.get("members", {}), name) | parts | roles).items():
        yield f"{name}${member}", object_at(value, name)["target"]
        yield from trait_facts(f"{name}${member}", object_at(value, name))


def trait_facts(path: str, holder: JsonObject) -> Iterator[tuple[str, Json]]:
    """Return the traits of a shape or member that both sources can have."""
    for trait, value in object_at(holder.get("traits", {}), path).items():
        if trait not in NOT_COMPARED and not trait.startswith("smaws_kms.traits#"):
            yield f"{path}@{trait}", comparable(trait, value)


def comparable(trait: str, value: Json) -> Json:
    """Return the part of a trait that both sources can have."""
    if trait == "smithy.api#deprecated":
        return None  # only its presence: Amazon's message is prose
    if trait == "aws.api#service":
        return {key: fact for key, fact in object_at(value, trait).items() if key in SERVICE_FACTS}
    return without_documentation(value)


def without_documentation(value: Json) -> Json:
    """Return a value without its documentation."""
    if isinstance(value, dict):
        return {
            key: without_documentation(each)
            for key, each in value.items()
            if key != "documentation"
        }
    return [without_documentation(each) for each in value] if isinstance(value, list) else value


def outermost(paths: set[str]) -> set[str]:
    """Return the paths that lie in no other path."""
    return {
        path
        for path in paths
        if not any(path.startswith((f"{other}$", f"{other}@", f"{other}!")) for other in paths)
    }


@pytest.fixture(scope="module")
def amazons() -> dict[str, str]:
    """Return the facts of Amazon's AST."""
    return facts_of(read_json(AMAZONS))


@pytest.fixture(scope="module")
def committed() -> dict[str, str]:
    """Return the facts of the committed model, merged with the overlay."""
    overlay = read_json(MODELS / "kms-overlay.json")
    return facts_of(apply_overlay(read_json(MODELS / "kms-2014-11-01.json"), overlay))


def test_every_common_fact_is_the_same(amazons: dict[str, str], committed: dict[str, str]) -> None:
    """Types, targets, limits, patterns, defaults, enum values, pagination and endpoint rules are equal."""
    common = amazons.keys() & committed.keys()

    assert {path: amazons[path] for path in common} == {path: committed[path] for path in common}


def test_the_newer_model_only_adds(amazons: dict[str, str], committed: dict[str, str]) -> None:
    """Every fact that only our model has is listed, so that a refresh of the model shows its additions."""
    assert outermost(committed.keys() - amazons.keys()) == ADDED


def test_nothing_is_missing(amazons: dict[str, str], committed: dict[str, str]) -> None:
    """Our model lacks no fact of Amazon's, except that two members are required."""
    assert amazons.keys() - committed.keys() == LOOSENED


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("@smithy.api#default", 15),
        ("@smithy.api#enumValue", 168),
        ("@smithy.api#error", 48),
        ("@smithy.api#length", 34),
        ("@smithy.api#paginated", 8),
        ("@smithy.api#pattern", 18),
        ("@smithy.api#range", 4),
        ("@smithy.api#required", 80),
        ("@smithy.api#sensitive", 4),
        ("@smithy.rules#endpointRuleSet", 1),
    ],
)
def test_the_comparison_is_not_empty(
    kind: str, expected: int, amazons: dict[str, str], committed: dict[str, str]
) -> None:
    """The number of compared facts of each kind is that of Amazon's AST, without loosened ones."""
    common = amazons.keys() & committed.keys()

    assert expected == sum(path.endswith(kind) for path in common)


def test_members_have_the_same_order() -> None:
    """Members and enum values have Amazon's order, which generated code keeps."""
    amazon_shapes = object_at(read_json(AMAZONS)["shapes"], "shapes")
    own = object_at(read_json(MODELS / "kms-2014-11-01.json")["shapes"], "shapes")
    for name in amazon_shapes.keys() & own.keys():
        first, second = (
            list(object_at(object_at(shape, name).get("members", {}), name))
            for shape in (amazon_shapes[name], own[name])
        )

        assert first == [member for member in second if member in first], name
