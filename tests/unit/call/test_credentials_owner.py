"""Refused credentials: the text shows the ends of the access key ID, and where they came from."""

from datetime import UTC, datetime

import pytest

import smaws_kms as kms
from smaws_kms import Credentials
from smaws_kms._runtime.common_errors import COMMON_ERRORS
from smaws_kms._runtime.errors import ServiceError
from tests.unit.call.call_harness import CallHarness, refusal
from tests.unit.example_service import Request, operation

ORDERS = Credentials(
    "AKIAIOSFODNN7EXAMPLE", "geheim", source="profile orders, keys in the credentials file"
)
OWNER = "AKIA...MPLE from profile orders, keys in the credentials file"
REFUSED = sorted(code for code, error in COMMON_ERRORS.items() if error.about_credentials)


def refused(credentials: Credentials, code: str = "AccessDeniedException") -> str:
    """Return the text of a call whose credentials are refused."""
    outcomes = [refusal(code)] * (2 if COMMON_ERRORS[code] in RENEWED else 1)
    return str(CallHarness().finish(*outcomes, credentials=[credentials] * 2).error)


RENEWED = {kms.ExpiredTokenException, kms.UnrecognizedClientException}


@pytest.mark.parametrize("code", REFUSED)
def test_owner(code: str) -> None:
    """Refused credentials are shown by the ends of their ID, with their source."""
    shown = refused(ORDERS, code)

    assert shown.startswith(f"Encrypt: {code}: no ({OWNER}")
    assert "geheim" not in shown
    assert "IOSFODNN7" not in shown


@pytest.mark.parametrize(
    ("key_id", "expected"),
    [
        ("AKID", "***"),
        ("AKIDEXAMPLE", "***"),
        ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "***"),
        ("wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY", "***"),
        ("not an ID at all", "***"),
        ("ASIAIOSFODNN7EXAMPLE", "ASIA...MPLE"),
    ],
)
def test_masked(key_id: str, expected: str) -> None:
    """Short IDs, and secrets in their place, are not shown at all."""
    shown = refused(Credentials(key_id, "secret"))

    assert f" ({expected} from the user's own; region eu-west-1)" in shown
    assert key_id not in shown


def test_expiry() -> None:
    """Refused credentials that expire are shown with the time."""
    end = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
    shown = refused(Credentials("AKIAIOSFODNN7EXAMPLE", "s", "t", end, source="the function f"))

    assert "AKIA...MPLE from the function f, valid until 2030-01-02T03:04:05Z; region" in shown


def test_source_of_the_user() -> None:
    """A source that holds line breaks or is very long stays one bounded line."""
    shown = refused(Credentials("AKIAIOSFODNN7EXAMPLE", "s", source="a\nb" + "c" * 5000))

    assert r"from a\nbccc" in shown
    assert len(shown) < 400


def test_other_errors_name_no_credentials() -> None:
    """Errors that are not about credentials do not show them."""
    harness = CallHarness()
    error = harness.finish(refusal("NotFoundException"), credentials=[ORDERS]).error

    assert "AKIA" not in str(error)


class AccessDeniedException(ServiceError):
    """An error of another service, whose model lists it."""


def test_codes_that_a_model_lists() -> None:
    """The code counts, also for a class that a model defines."""
    do = operation(AccessDeniedException)
    error = CallHarness(Request(), operation=do).finish(refusal("AccessDeniedException")).error

    assert isinstance(error, AccessDeniedException)
    assert "Do: AccessDeniedException: no (*** from the user's own; region eu-west-1)" == str(error)
