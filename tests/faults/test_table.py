"""The page of faults says what the tests have tried."""

from tests.faults.cases import CASES
from tests.faults.commands import BEHAVIOURS
from tests.faults.retry_cases import RETRY_CASES
from tests.faults.table import PAGE, render
from tests.faults.wire import THEN


def test_page_is_current() -> None:
    """The page is what `make faults` writes."""
    assert render() == PAGE.read_text(encoding="utf-8")


def test_every_command_is_tried() -> None:
    """The server can do nothing that no case is about."""
    used = {case.command for case in CASES} | {case.before for case in CASES} - {None}
    with_retries = {step for case in RETRY_CASES for step in case.command.split(THEN)}

    assert used | with_retries == {*BEHAVIOURS}


def test_names_are_unique() -> None:
    """Every row says something else."""
    assert len(CASES) == len({case.name for case in CASES})
    assert len(RETRY_CASES) == len({case.name for case in RETRY_CASES})
