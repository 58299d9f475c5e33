"""Names of profiles in texts, and the profile that has the settings of SSO."""

import pytest

from smaws_kms._runtime.auth.chain_errors import explain
from smaws_kms._runtime.auth.chosen_profile import ChosenProfile, name_profile

PROFILES = {
    "signed-in": {"sso_session": "corp"},
    "role": {"source_profile": "signed-in"},
    "circle": {"source_profile": "other"},
    "other": {"source_profile": "circle"},
    "lost": {"source_profile": "nowhere"},
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("signed-in", "signed-in"),
        ("role", "signed-in"),
        ("circle", "circle"),
        ("lost", "lost"),
        ("nowhere", "nowhere"),
        (None, None),
    ],
)
def test_signing_in(name: str | None, expected: str | None) -> None:
    """It is found through sources of roles; without any, it is the profile itself."""
    assert expected == ChosenProfile(name, PROFILES).signing_in().name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (None, "the default profile"),
        ("orders", "profile orders"),
        ("a.b@c+d-e_f", "profile a.b@c+d-e_f"),
        ("two words", "profile 'two words'"),
        ("a\nb", r"profile 'a\nb'"),
    ],
)
def test_name(name: str | None, expected: str) -> None:
    """Names that could be mistaken for the text around them are quoted."""
    assert expected == name_profile(name)


class CredentialRetrievalError(Exception):
    """An exception with the name of botocore's, from a provider that has no text of its own."""

    kwargs = {"provider": "login"}  # noqa: RUF012  # as botocore has it


def test_other_providers() -> None:
    """The text of a provider is kept, without the words around it."""
    error = CredentialRetrievalError("Error when retrieving credentials from login: not today")

    assert "the default profile: not today" == explain(error, ChosenProfile())


def test_failures_of_the_system_without_a_file() -> None:
    """The text has class and reason."""
    error = OSError(5, "Input/output error")

    assert "the default profile: OSError: [Errno 5] Input/output error" == (
        explain(error, ChosenProfile())
    )
