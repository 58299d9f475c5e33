"""The overlay's statements are sound: each has a reason, a target and the right to say what it says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from codegen.load.overlay import apply_overlay
from codegen.support.json_values import Json, JsonObject, list_at, object_at, read_json, text_at

MODELS: Final = Path(__file__).parents[3] / "codegen" / "models"
NAMESPACE: Final = "com.amazonaws.kms#"
ALWAYS_PRESENT: Final = "smaws_kms.traits#alwaysPresent"
ALWAYS_SENT: Final = "smaws_kms.traits#alwaysSent"
WITHHELD: Final = "smaws_kms.traits#withheld"
CREATES: Final = "smaws_kms.traits#creates"

# Replaced by CiphertextForRecipient, or left out, when the request has a Recipient.
TAKEN_AWAY_BY_RECIPIENT: Final = {
    "DecryptResponse$KeyMaterialId",
    "DecryptResponse$Plaintext",
    "DeriveSharedSecretResponse$SharedSecret",
    "GenerateDataKeyPairResponse$KeyMaterialId",
    "GenerateDataKeyPairResponse$PrivateKeyPlaintext",
    "GenerateDataKeyResponse$KeyMaterialId",
    "GenerateDataKeyResponse$Plaintext",
    "GenerateRandomResponse$Plaintext",
}
# The reference names keys for which an answer lacks them.
TAKEN_AWAY_BY_THE_KEY: Final = {
    "GetPublicKeyResponse$EncapsulationAlgorithms",
    "GetPublicKeyResponse$EncryptionAlgorithms",
    "GetPublicKeyResponse$KeyAgreementAlgorithms",
    "GetPublicKeyResponse$SigningAlgorithms",
    "ReEncryptResponse$DestinationKeyMaterialId",
    "ReEncryptResponse$SourceKeyMaterialId",
    "ScheduleKeyDeletionResponse$DeletionDate",
}


def model() -> JsonObject:
    """The imported model, as it is without the overlay."""
    return read_json(MODELS / "kms-2014-11-01.json")


def overlay() -> JsonObject:
    """The overlay."""
    return read_json(MODELS / "kms-overlay.json")


def statements() -> list[JsonObject]:
    """The overlay's statements."""
    return [object_at(each, "statement") for each in list_at(overlay()["statements"], "overlay")]


def shapes(document: JsonObject) -> JsonObject:
    """The shapes of a model, by their names without the namespace."""
    return {
        shape_id.removeprefix(NAMESPACE): shape
        for shape_id, shape in object_at(document["shapes"], "shapes").items()
    }


def traits_of(shape: Json) -> JsonObject:
    """The traits of a shape or member."""
    return object_at(object_at(shape, "shape").get("traits", {}), "traits")


def members_of(shape: Json) -> JsonObject:
    """The members of a structure, or none for another shape."""
    return object_at(object_at(shape, "shape").get("members", {}), "members")


def targets(trait: str) -> set[str]:
    """Return the targets of a trait in the overlay, without the namespace."""
    return {
        text_at(statement["apply"], "apply").removeprefix(NAMESPACE)
        for statement in statements()
        if trait in object_at(statement["traits"], "traits")
    }


def idempotency_member() -> Iterator[tuple[str, str]]:
    """Operations whose creations can be told apart, with the member that does it."""
    for statement in statements():
        creates = object_at(object_at(statement["traits"], "traits").get(CREATES, {}), CREATES)
        if "idempotencyMember" in creates:
            target = text_at(statement["apply"], "apply").removeprefix(NAMESPACE)
            yield target, text_at(creates["idempotencyMember"], target)


def operations() -> Iterator[tuple[str, str, str]]:
    """Every operation with the names of its input and output."""
    for name, value in shapes(model()).items():
        shape = object_at(value, name)
        if shape["type"] == "operation":
            ends = (object_at(shape[end], name)["target"] for end in ("input", "output"))
            first, last = (text_at(end, name).removeprefix(NAMESPACE) for end in ends)
            yield name, first, last


def test_every_statement_has_a_reason() -> None:
    """A statement explains itself in one line that ends as a sentence does."""
    unexplained = [
        statement["apply"]
        for statement in statements()
        if not re.fullmatch(r"[A-Z][^\n]{10,160}\.", text_at(statement["reason"], "reason"))
    ]

    assert not unexplained


def test_every_statement_says_one_thing_once() -> None:
    """No target gets a trait twice, and no statement mixes several."""
    said = [
        (text_at(statement["apply"], "apply"), *object_at(statement["traits"], "traits"))
        for statement in statements()
    ]

    assert len(said) == len(set(said))
    assert {2} == {len(each) for each in said}


def test_statements_are_grouped_and_sorted() -> None:
    """Statements of one trait stand together, sorted by target, so that none is added by oversight."""
    said = [
        (next(iter(object_at(statement["traits"], "traits"))), text_at(statement["apply"], "apply"))
        for statement in statements()
    ]
    order = list(dict.fromkeys(trait for trait, _ in said))

    assert sorted(said, key=lambda each: (order.index(each[0]), each[1])) == said


def test_every_target_exists() -> None:
    """Merging finds each target, and gives the model nothing but traits."""
    merged = apply_overlay(model(), overlay())

    assert shapes(model()).keys() == shapes(merged).keys()


def test_the_model_says_none_of_it_already() -> None:
    """No statement repeats or replaces what the model itself says."""
    kms = shapes(model())
    said: list[str] = []
    for statement in statements():
        target = text_at(statement["apply"], "apply").removeprefix(NAMESPACE)
        name, _, member = target.partition("$")
        facts = members_of(kms[name])[member] if member else kms[name]
        if traits_of(facts).keys() & object_at(statement["traits"], target).keys():
            said.append(target)

    assert not said


def test_always_present_is_said_of_members_of_outputs_only() -> None:
    """An input's member is present if the caller says so, and a nested one is another question."""
    outputs = {output for _, _, output in operations()}

    assert set() == {
        target for target in targets(ALWAYS_PRESENT) if target.split("$")[0] not in outputs
    }


def test_nothing_that_recipient_takes_away_is_always_present() -> None:
    """The list is what we know; operations with a Recipient may mark nothing that looks like a secret."""
    kms = shapes(model())
    with_recipient = {
        output
        for _, input_, output in operations()
        if "Recipient" in members_of(kms.get(input_, {}))
    }
    looks_secret = {
        target
        for target in targets(ALWAYS_PRESENT)
        if target.split("$")[0] in with_recipient
        and re.search("Plaintext|Secret|ForRecipient", target.split("$")[1])
    }

    assert set() == targets(ALWAYS_PRESENT) & TAKEN_AWAY_BY_RECIPIENT
    assert set() == looks_secret
    assert {each.split("$")[0] for each in TAKEN_AWAY_BY_RECIPIENT} == with_recipient


def test_nothing_that_depends_on_the_key_is_always_present() -> None:
    """Members that only some keys have stay optional."""
    marked = targets(ALWAYS_PRESENT) | targets(ALWAYS_SENT)

    assert set() == marked & TAKEN_AWAY_BY_THE_KEY


def test_a_member_has_one_mark() -> None:
    """No member is both required and always sent, or has a mark although it has a default."""
    marks = [targets(it) for it in (ALWAYS_PRESENT, ALWAYS_SENT, WITHHELD, "smithy.api#default")]

    assert sum(map(len, marks)) == len(set[str]().union(*marks))


def test_every_response_with_a_key_id_always_has_it() -> None:
    """KMS names the key in each response that has a member for it."""
    kms = shapes(model())
    with_key_id = {
        f"{output}$KeyId"
        for _, _, output in operations()
        if "KeyId" in members_of(kms.get(output, {}))
    }

    assert with_key_id == {
        target for target in targets(ALWAYS_SENT) if target.endswith("Response$KeyId")
    }


def test_a_secret_that_a_recipient_replaces_is_withheld() -> None:
    """Every response with `CiphertextForRecipient` has one sensitive member, which is marked."""
    kms = shapes(model())
    secrets = {
        f"{name}${member}"
        for name, shape in kms.items()
        if "CiphertextForRecipient" in members_of(shape)
        for member in members_of(shape)
        if f"{name}${member}" in TAKEN_AWAY_BY_RECIPIENT and member != "KeyMaterialId"
    }

    assert secrets == targets(WITHHELD)


def test_every_list_operation_always_has_its_list() -> None:
    """The items of each paginated operation are marked, as an absent list is an empty one."""
    kms = shapes(model())
    pages = {
        output: object_at(traits_of(kms[name])["smithy.api#paginated"], name)
        for name, _, output in operations()
        if "smithy.api#paginated" in traits_of(kms[name])
    }
    items = {f"{output}${text_at(page['items'], output)}" for output, page in pages.items()}

    assert items
    assert set() == items - targets(ALWAYS_PRESENT)


def test_errors_worth_another_attempt_are_the_server_faults() -> None:
    """KMS calls three errors its own fault, and says of just these that a repeat may help."""
    faults = {
        name
        for name, shape in shapes(model()).items()
        if traits_of(shape).get("smithy.api#error") == "server"
    }

    assert faults == targets("smithy.api#retryable")


def test_what_tells_creations_apart_is_a_member_of_the_input() -> None:
    """`idempotencyMember` names an optional member of the operation's request."""
    kms = shapes(model())
    inputs = {name: input_ for name, input_, _ in operations()}
    required = {
        operation
        for operation, member in idempotency_member()
        if "smithy.api#required" in traits_of(members_of(kms[inputs[operation]])[member])
    }

    assert set() == required


@pytest.mark.parametrize(
    ("trait", "expected"),
    [
        ("smithy.api#default", 15),
        (ALWAYS_PRESENT, 30),
        (ALWAYS_SENT, 81),
        (WITHHELD, 5),
        ("smithy.api#retryable", 3),
        ("smaws_kms.traits#quota", 1),
        (CREATES, 3),
    ],
)
def test_number_of_statements(trait: str, expected: int) -> None:
    """The overlay grows on purpose only."""
    assert expected == len(targets(trait))
