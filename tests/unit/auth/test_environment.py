"""Credentials in environment variables."""

from datetime import UTC, datetime

import pytest

from smaws_kms._runtime.auth.environment import credentials_from_environment
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials
from tests.unit.auth.credential_fakes import assert_plain_error

KEY = Credentials("AKID", "geheim")
PAIR = {"AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "geheim"}


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, KEY),
        ({"AWS_SESSION_TOKEN": ""}, KEY),
        ({"AWS_SESSION_TOKEN": "new"}, Credentials("AKID", "geheim", "new")),
        ({"AWS_SECURITY_TOKEN": "old"}, Credentials("AKID", "geheim", "old")),
        (
            {"AWS_SESSION_TOKEN": "new", "AWS_SECURITY_TOKEN": "old"},
            Credentials("AKID", "geheim", "new"),
        ),
        (
            {"AWS_CREDENTIAL_EXPIRATION": "2030-01-01T12:00:00Z"},
            Credentials("AKID", "geheim", None, datetime(2030, 1, 1, 12, tzinfo=UTC)),
        ),
    ],
)
def test_environment(variables: dict[str, str], expected: Credentials) -> None:
    """Variables become credentials with token and expiry time."""
    assert expected == credentials_from_environment(PAIR | variables)


@pytest.mark.parametrize(
    "expiration",
    [
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        " 2030-01-01T12:00:00+00:00 ",
        "2030-01-01T12:00:00UTC",
        "2030-01-01 12:00:00z",
        "Tue, 01 Jan 2030 12:00:00 GMT",
    ],
)
def test_unusual_expirations(expiration: str) -> None:
    """Times at the limits of the calendar, with outer space or with a zone's name are valid."""
    assert isinstance(
        credentials_from_environment(PAIR | {"AWS_CREDENTIAL_EXPIRATION": expiration}), Credentials
    )


@pytest.mark.parametrize(
    ("variable", "value", "problem"),
    [
        ("AWS_ACCESS_KEY_ID", "AKID ; old", "ends in a comment"),
        ("AWS_ACCESS_KEY_ID", "\ufeffAKID", "holds a line break"),
        ("AWS_SECRET_ACCESS_KEY", "geheim # old", "ends in a comment"),
        ("AWS_SECRET_ACCESS_KEY", '"geheim"', "has quotes around it"),
        ("AWS_SECRET_ACCESS_KEY", "geheim\r", "holds a line break"),
        ("AWS_SESSION_TOKEN", "geheim\n", "holds a line break"),
        ("AWS_SECURITY_TOKEN", "geheim\n", "holds a line break"),
    ],
)
def test_useless_environment(variable: str, value: str, problem: str) -> None:
    """The error names the variable without its value."""
    outcome = credentials_from_environment(PAIR | {variable: value})

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.startswith(f"the environment: {variable} {problem}")
    assert "geheim" not in outcome.message


@pytest.mark.parametrize("missing", [*PAIR])
@pytest.mark.parametrize("value", [None, ""])
def test_incomplete_environment(missing: str, value: str | None) -> None:
    """ID or secret alone are not credentials."""
    half = {name: text for name, text in PAIR.items() if name != missing}

    assert credentials_from_environment(half if value is None else {**half, missing: value}) is None


@pytest.mark.parametrize(
    ("expiration", "problem"),
    [
        ("soon", "AWS_CREDENTIAL_EXPIRATION: expected an ISO 8601 time with offset, got 'soon'"),
        (
            "2030-01-01T12:00:00",
            (
                "AWS_CREDENTIAL_EXPIRATION: expected an ISO 8601 time with offset, "
                "got '2030-01-01T12:00:00'"
            ),
        ),
    ],
)
def test_invalid_expiration(expiration: str, problem: str) -> None:
    """An invalid expiry time is an error."""
    assert_plain_error(
        credentials_from_environment(PAIR | {"AWS_CREDENTIAL_EXPIRATION": expiration}), problem
    )
