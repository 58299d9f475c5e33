"""Every operation in each call style; operations that moto lacks are listed."""

from collections.abc import Iterator

import pytest
from flask import got_request_exception

import smaws_kms as kms
from tests.integration.driving import Call, method_name
from tests.integration.scenarios import (
    NOT_IN_MOTO,
    SCENARIOS,
    Operation,
    Scenario,
    all_operations,
)


@pytest.fixture
def exceptions() -> Iterator[list[str]]:
    """Collect the exceptions for which moto responds with status 500."""
    seen: list[str] = []

    def record(_: object, exception: BaseException) -> None:
        seen.append(repr(exception))

    with got_request_exception.connected_to(record):
        yield seen


def test_both_tables_are_complete() -> None:
    """Every operation is in exactly one of the two tables."""
    assert not SCENARIOS.keys() & NOT_IN_MOTO.keys()
    assert all_operations() == SCENARIOS.keys() | NOT_IN_MOTO.keys()


@pytest.mark.parametrize(
    ("operation", "scenario"), SCENARIOS.items(), ids=[each.name for each in SCENARIOS]
)
async def test_operation_of_moto(operation: Operation, scenario: Scenario, call: Call) -> None:
    """The result is the operation's response, or `None` if it has no output."""
    result = await scenario(call)

    assert isinstance(result, kms.Ok)
    assert isinstance(result.value, operation.output or type(None))
    assert 200 == result.metadata.status_code
    assert (kms.Attempt(status_code=200),) == result.metadata.attempts
    assert result.metadata.elapsed > 0


@pytest.mark.parametrize(
    ("operation", "members"), NOT_IN_MOTO.items(), ids=[each.name for each in NOT_IN_MOTO]
)
async def test_operation_that_moto_lacks(
    operation: Operation, members: dict[str, object], call: Call, exceptions: list[str]
) -> None:
    """Moto responds with an HTML page; this fails once moto implements the operation."""
    result = await call(operation, **members)

    missing = f"The {method_name(operation)} action has not been implemented"
    assert [repr(NotImplementedError(missing))] == exceptions
    assert isinstance(result.err, kms.UnmodeledServiceError)
    assert "HTTP500" == result.err.code
    assert "server" == result.err.fault
    assert "HTTP status 500 with an HTML page" == result.err.message
