"""What is repeated of which operation: by the facts of the overlay, and as the page says."""

import smaws_kms as kms
from tests.faults.operations_table import (
    ENDS,
    PAGE,
    already_done_errors,
    classes,
    page_with,
    verdicts,
)
from tests.unit.redaction.secret_programs import OPERATIONS


def test_page_is_current() -> None:
    """The page is what `make faults` writes."""
    text = PAGE.read_text(encoding="utf-8")

    assert page_with(text) == text


def test_two_classes() -> None:
    """Operations differ in one thing: whether what may create a second thing is repeated."""
    most, creating = sorted(classes().items(), key=lambda pair: -len(pair[1]))
    different = [
        end for end, *both in zip(ENDS, most[0], creating[0], strict=True) if len({*both}) > 1
    ]

    assert ["`CreateGrant` without `name`", "`CreateKey`", "`RotateKeyOnDemand`"] == creating[1]
    assert len(OPERATIONS) - 2 == len(most[1])
    assert 3 == len(different)
    assert {"no"} == {said for end, said in zip(ENDS, creating[0], strict=True) if end in different}


def test_told_apart() -> None:
    """A grant with a name is repeated as any other request."""
    assert verdicts(kms.Encrypt) == verdicts(kms.CreateGrant, told_apart=True)


def test_done_before() -> None:
    """The errors that a repeat may owe to its first attempt are those of the operations' facts."""
    facts = {
        name: [
            f"`{error.__name__}`"
            for error in operation.errors
            if error in operation.already_done_errors
        ]
        for name, operation in OPERATIONS.items()
        if operation.already_done_errors
    }

    assert facts == dict(already_done_errors())
