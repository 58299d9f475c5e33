"""The overlay's statements have reasons, existing targets, and traits that fit their targets."""

import re
from typing import Final

import pytest

from codegen.load.overlay import apply_overlay
from codegen.support.json_values import object_at, text_at
from tests.codegen.load.overlay_reading import (
    ALWAYS_PRESENT,
    ALWAYS_SENT,
    CREATES,
    NAMESPACE,
    WITHHELD,
    idempotency_member,
    members_of,
    model,
    operations,
    overlay,
    shapes,
    statements,
    targets,
    traits_of,
)

# Replaced by CiphertextForRecipient, or left out, when the request has a Recipient.
REMOVED_BY_RECIPIENT: Final = {
    "DecryptResponse$KeyMaterialId",
    "DecryptResponse$Plaintext",
    "DeriveSharedSecretResponse$SharedSecret",
    "GenerateDataKeyPairResponse$KeyMaterialId",
    "GenerateDataKeyPairResponse$PrivateKeyPlaintext",
    "GenerateDataKeyResponse$KeyMaterialId",
    "GenerateDataKeyResponse$Plaintext",
    "GenerateRandomResponse$Plaintext",
}
# The reference says that responses lack them for some keys.
DEPENDENT_ON_THE_KEY: Final = {
    "GetPublicKeyResponse$EncapsulationAlgorithms",
    "GetPublicKeyResponse$EncryptionAlgorithms",
    "GetPublicKeyResponse$KeyAgreementAlgorithms",
    "GetPublicKeyResponse$SigningAlgorithms",
    "ReEncryptResponse$DestinationKeyMaterialId",
    "ReEncryptResponse$SourceKeyMaterialId",
    "ScheduleKeyDeletionResponse$DeletionDate",
}


def test_every_statement_has_a_reason() -> None:
    """A statement has a reason: one line that ends with a full stop."""
    unexplained = [
        statement["apply"]
        for statement in statements()
        if not re.fullmatch(r"[A-Z][^\n]{10,160}\.", text_at(statement["reason"], "reason"))
    ]

    assert not unexplained


def test_statements_have_one_trait_and_are_unique() -> None:
    """No target gets a trait twice, and each statement has one trait."""
    said = [
        (text_at(statement["apply"], "apply"), *object_at(statement["traits"], "traits"))
        for statement in statements()
    ]

    assert len(said) == len(set(said))
    assert {2} == {len(each) for each in said}


def test_statements_are_grouped_and_sorted() -> None:
    """Statements of one trait are together, sorted by target."""
    said = [
        (next(iter(object_at(statement["traits"], "traits"))), text_at(statement["apply"], "apply"))
        for statement in statements()
    ]
    order = list(dict.fromkeys(trait for trait, _ in said))

    assert sorted(said, key=lambda each: (order.index(each[0]), each[1])) == said


def test_every_target_exists() -> None:
    """Every target exists, and merging changes only traits."""
    merged = apply_overlay(model(), overlay())

    assert shapes(model()).keys() == shapes(merged).keys()


def test_statements_do_not_repeat_the_model() -> None:
    """No statement repeats or replaces a trait of the model."""
    kms = shapes(model())
    said: list[str] = []
    for statement in statements():
        target = text_at(statement["apply"], "apply").removeprefix(NAMESPACE)
        name, _, member = target.partition("$")
        facts = members_of(kms[name])[member] if member else kms[name]
        if traits_of(facts).keys() & object_at(statement["traits"], target).keys():
            said.append(target)

    assert not said


def test_only_members_of_outputs_are_always_present() -> None:
    """Only direct members of outputs are marked: callers choose the members of inputs."""
    outputs = {output for _, _, output in operations()}

    assert set() == {
        target for target in targets(ALWAYS_PRESENT) if target.split("$")[0] not in outputs
    }


def test_members_removed_by_recipient_are_optional() -> None:
    """Operations with a Recipient mark no member that it removes, nor one that looks like a secret."""
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

    assert set() == targets(ALWAYS_PRESENT) & REMOVED_BY_RECIPIENT
    assert set() == looks_secret
    assert {each.split("$")[0] for each in REMOVED_BY_RECIPIENT} == with_recipient


def test_members_that_depend_on_the_key_are_optional() -> None:
    """Members that only some keys have stay optional."""
    marked = targets(ALWAYS_PRESENT) | targets(ALWAYS_SENT)

    assert set() == marked & DEPENDENT_ON_THE_KEY


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
    """Every response with `CiphertextForRecipient` has one secret, which is marked."""
    secrets = {it for it in REMOVED_BY_RECIPIENT if not it.endswith("$KeyMaterialId")}

    assert secrets == targets(WITHHELD)


def test_every_list_operation_always_has_its_list() -> None:
    """The items of each paginated operation are marked, since KMS sends empty lists."""
    kms = shapes(model())
    pages = {
        output: object_at(traits_of(kms[name])["smithy.api#paginated"], name)
        for name, _, output in operations()
        if "smithy.api#paginated" in traits_of(kms[name])
    }
    items = {f"{output}${text_at(page['items'], output)}" for output, page in pages.items()}

    assert items
    assert set() == items - targets(ALWAYS_PRESENT)


def test_retryable_errors_are_the_server_faults() -> None:
    """Exactly the three errors that KMS calls its own fault are marked as retryable."""
    faults = {
        name
        for name, shape in shapes(model()).items()
        if traits_of(shape).get("smithy.api#error") == "server"
    }

    assert faults == targets("smithy.api#retryable")


def test_idempotency_member_is_in_the_input() -> None:
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
    """A new statement has to change this number, so that the overlay grows only on purpose."""
    assert expected == len(targets(trait))
