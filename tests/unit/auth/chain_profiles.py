"""Profiles of roles, and errors of the chain that reads them."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from smaws_kms._runtime.auth.botocore_chain import find_credentials
from smaws_kms._runtime.errors import CredentialsError
from tests.unit.redaction.secret_markers import leaks

STS: Final = "[services local]\nsts =\n  endpoint_url = http://127.0.0.1:9\n"
ROLE: Final = "role_arn = arn:aws:iam::123456789012:role/orders\nservices = local\n"
KEYS: Final = "aws_access_key_id = AKID\naws_secret_access_key = not a secret\n"

Configure = Callable[[str], Path]
Text = Callable[[str], str]


def problem(profile: str | None = "app") -> str:
    """Return the text of an error, and check that it holds no exception and no secret."""
    error = find_credentials(profile, "eu-west-1")

    assert isinstance(error, CredentialsError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    assert not leaks(error)
    return error.message
