"""The generated tables in the documentation match the cases and the operations."""

import smaws_kms as kms
from tests.faults.cases import CASES
from tests.faults.commands import BEHAVIOURS
from tests.faults.messages import THEN
from tests.faults.operations_table import (
    FAILURES,
    PAGE as RETRIES,
    already_done_errors,
    classes,
    page_with,
    verdicts,
)
from tests.faults.retry_cases import RETRY_CASES
from tests.faults.table import PAGE, render
from tests.unit.redaction.secret_programs import OPERATIONS


def test_pages_are_current() -> None:
    """The pages are what `make faults` writes."""
    retries = RETRIES.read_text(encoding="utf-8")

    assert render() == PAGE.read_text(encoding="utf-8")
    assert page_with(retries) == retries


def test_every_command_is_used() -> None:
    """Every command of the server belongs to a case."""
    used = {case.command for case in CASES} | {case.before for case in CASES} - {None}
    with_retries = {step for case in RETRY_CASES for step in case.command.split(THEN)}

    assert used | with_retries == {*BEHAVIOURS}


def test_names_are_unique() -> None:
    """No two cases have the same name."""
    assert len(CASES) == len({case.name for case in CASES})
    assert len(RETRY_CASES) == len({case.name for case in RETRY_CASES})


def test_two_classes_of_operations() -> None:
    """Operations differ only in whether a lost creation is retried."""
    most, creating = sorted(classes().items(), key=lambda pair: -len(pair[1]))
    different = [
        name for name, *both in zip(FAILURES, most[0], creating[0], strict=True) if len({*both}) > 1
    ]

    assert ["`CreateGrant` without `name`", "`CreateKey`", "`RotateKeyOnDemand`"] == creating[1]
    assert len(OPERATIONS) - 2 == len(most[1])
    assert 3 == len(different)
    assert {"no"} == {
        verdict for name, verdict in zip(FAILURES, creating[0], strict=True) if name in different
    }


def test_idempotency_member() -> None:
    """`CreateGrant` with a name is retried as any other operation."""
    assert verdicts(kms.Encrypt) == verdicts(kms.CreateGrant, idempotent=True)


def test_already_done_errors() -> None:
    """The errors that a first attempt may have caused are those of the operations' facts."""
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
