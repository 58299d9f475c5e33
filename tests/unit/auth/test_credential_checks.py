"""Checks of credentials that a provider returned."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any, NamedTuple

import pytest

from smaws_kms._runtime.auth.credential_checks import check_credentials
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.values import Credentials

KEY = Credentials("AKID", "geheim")


def ending(expires_at: Any) -> Credentials:
    """Return credentials with any object as expiry time."""
    return Credentials("AKID", "geheim", None, expires_at)


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (None, "expected Credentials, got None"),
        (("AKID", "geheim"), "expected Credentials, got tuple"),
        ({"secret": "geheim"}, "expected Credentials, got dict"),
        (Credentials("", "geheim"), "access_key_id is empty"),
        (Credentials("AKID", ""), "secret_access_key is empty"),
        (Credentials("AKID", "geheim", ""), "session_token is empty"),
        (Credentials("AK\nID", "geheim"), "access_key_id holds a line break"),
        (Credentials("AKID", "geheim\n"), "secret_access_key holds a line break"),
        (Credentials("AKID", "geheim", "geheim\r\nX: y"), "session_token holds a line break"),
        (Credentials("AKID ", "geheim"), "access_key_id holds a line break, outer space"),
        (Credentials("AKID", "geheim", "gehéim"), "session_token holds a line break"),
        (Credentials("AKID ; old geheim", "geheim"), "access_key_id ends in a comment"),
        (Credentials("AKID\t# old", "geheim"), "access_key_id ends in a comment"),
        (Credentials("AKID", "geheim #old"), "secret_access_key ends in a comment"),
        (Credentials("AKID", "geheim", "geheim ;"), "session_token ends in a comment"),
        (Credentials("'AKID'", "geheim"), "access_key_id has quotes around it"),
        (Credentials("AKID", '"geheim"'), "secret_access_key has quotes around it"),
        (Credentials("geheim", "AKIAIOSFODNN7EXAMPLE"), "secret_access_key looks like an access"),
        (Credentials("AK ID", "geheim"), "access_key_id holds a space"),
        (Credentials("AKID;", "geheim"), "access_key_id holds a space, quote, comma, semicolon"),
        (Credentials("\ufeffAKID", "geheim"), "access_key_id holds a line break"),
        (Credentials("AKID", "geheim\xa0"), "secret_access_key holds a line break"),
        (Credentials("AKID", "\tgeheim"), "secret_access_key holds a line break"),
        (ending("2030-01-01T12:00:00Z"), "expires_at: expected an aware datetime, got str"),
        (ending(date(2030, 1, 1)), "expires_at: expected an aware datetime, got datetime.date"),
        (Credentials("AKID", b"geheim"), "secret_access_key: expected str, got bytes"),  # type: ignore[arg-type]  # what is tested
        (
            Credentials("AKID", "geheim", None, datetime(2030, 1, 1)),  # noqa: DTZ001 - what is tested
            "expires_at: expected an aware datetime, got a naive one",
        ),
    ],
)
def test_useless_credentials(found: object, problem: str) -> None:
    """Malformed credentials are an error that never shows them."""
    outcome = check_credentials(found, "the vault")

    assert isinstance(outcome, CredentialsError)
    assert outcome.message.startswith(f"the vault: {problem}")
    assert "geheim" not in outcome.message


def test_names_of_the_origin() -> None:
    """An error has the origin's name of the field."""
    broken = check_credentials(
        Credentials("AKID ; old", "geheim"), "the vault", names={"access_key_id": "VAULT_KEY"}
    )

    assert isinstance(broken, CredentialsError)
    assert broken.message.startswith("the vault: VAULT_KEY ends in a comment")


@pytest.mark.parametrize("text", ["not a secret", "ge;heim", "ge#heim", "it's", "x" * 4000])
def test_unusual_secrets(text: str) -> None:
    """Secrets and tokens that only emulators of AWS accept are valid."""
    assert Credentials("AKID", text, text) == check_credentials(
        Credentials("AKID", text, text), "the vault"
    )


class _Static(NamedTuple):
    access_key: str
    secret_key: str


ReadOnlyCredentials = type(
    "ReadOnlyCredentials", (_Static,), {"__module__": "botocore.credentials"}
)
Refreshable = type("Refreshable", (), {"__module__": "botocore.credentials"})


@pytest.mark.parametrize(
    ("found", "advice"),
    [
        (
            ReadOnlyCredentials("AKID", "geheim"),
            "got botocore.credentials.ReadOnlyCredentials: pass access_key, secret_key and token of it to",
        ),
        (
            Refreshable(),
            (
                "got botocore.credentials.Refreshable: pass access_key, secret_key and token of "
                "its get_frozen_credentials() to smaws_kms.Credentials"
            ),
        ),
    ],
)
def test_credentials_of_botocore(found: object, advice: str) -> None:
    """The error for credentials of botocore says how to convert them."""
    outcome = check_credentials(found, "the vault")

    assert isinstance(outcome, CredentialsError)
    assert advice in outcome.message
    assert "geheim" not in outcome.message


class Fields(Credentials):
    """A subclass with a constructor of its own."""

    def __init__(self) -> None:
        super().__init__("AKID", "geheim")


class Failing(Credentials):
    """A subclass that cannot be read."""

    def __getattribute__(self, name: str) -> object:
        if name == "session_token":
            raise LookupError("geheim")
        return super().__getattribute__(name)


def test_subclasses() -> None:
    """A subclass is read once; one that raises is an error without the text."""
    plain = check_credentials(Fields(), "the vault")
    failed = check_credentials(Failing("AKID", "geheim"), "the vault")

    assert Credentials is type(plain)
    assert KEY == plain
    assert isinstance(failed, CredentialsError)
    assert "the vault: the credentials cannot be read: LookupError" == failed.message


class Raising(tzinfo):
    """A time zone that raises."""

    def utcoffset(self, _: datetime | None) -> timedelta:
        """Raise an exception with a secret."""
        raise ArithmeticError("geheim")

    dst = utcoffset

    def tzname(self, _: datetime | None) -> str:
        """Return a name."""
        return "odd"


class Odd(datetime):
    """A datetime whose arithmetic raises."""

    def __sub__(self, _: object) -> datetime:  # type: ignore[override]  # so it is
        raise ArithmeticError("geheim")

    __add__ = __lt__ = __le__ = __gt__ = __ge__ = __sub__  # type: ignore[assignment]  # so it is


NOON = datetime(2030, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (NOON, NOON),
        (NOON.astimezone(timezone(timedelta(hours=5, minutes=45))), NOON),
        (NOON.replace(tzinfo=timezone(timedelta(seconds=1))), NOON - timedelta(seconds=1)),
        (Odd(2030, 1, 1, 12, tzinfo=UTC), NOON),
        (
            datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
            datetime(1, 1, 1, tzinfo=UTC),
        ),
        (
            datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-1))),
            datetime.max.replace(tzinfo=UTC),
        ),
    ],
)
def test_expiry(given: datetime, expected: datetime) -> None:
    """An expiry time becomes plain UTC, limited to the calendar."""
    found = check_credentials(Credentials("AKID", "geheim", None, given), "the vault")

    assert isinstance(found, Credentials)
    assert datetime is type(found.expires_at)
    assert expected == found.expires_at


def test_time_zone_that_raises() -> None:
    """An exception of a user's time zone is an error without its text."""
    given = Credentials("AKID", "geheim", None, datetime(2030, 1, 1, tzinfo=Raising()))

    outcome = check_credentials(given, "the vault")

    assert isinstance(outcome, CredentialsError)
    assert "the vault: the credentials cannot be read: ArithmeticError" == outcome.message
