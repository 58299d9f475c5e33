"""The error text for a chain that found nothing: where it looked, and what each place lacks."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from smaws_kms._runtime.auth.chosen_profile import ChosenProfile
from smaws_kms._runtime.redaction.exception_text import redacted
from smaws_kms._runtime.redaction.external_text import quote_value

_PAIR: Final = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
_FILES: Final = {
    "AWS_CONFIG_FILE": "~/.aws/config",
    "AWS_SHARED_CREDENTIALS_FILE": "~/.aws/credentials",
}
_ENDPOINT: Final = "AWS_EC2_METADATA_SERVICE_ENDPOINT"
_SETTINGS: Final = {
    "credential_source": "role_arn",
    "source_profile": "role_arn",
    "web_identity_token_file": "role_arn",
    "sso_session": "sso_account_id and sso_role_name",
    "sso_start_url": "sso_account_id and sso_role_name",
    "aws_secret_access_key": "aws_access_key_id",
    "aws_session_token": "aws_access_key_id",
}
"""What a profile needs beside a setting; without it botocore ignores that setting."""


def explain_nothing_found(chosen: ChosenProfile, *, only_profile: bool) -> str:
    """Return the text.

    Args:
        chosen: The profile that was used.
        only_profile: Whether it is the argument `profile`, which turns the environment's keys off.
    """
    environ = os.environ
    places = [
        "keys in the environment are ignored because of the argument profile"
        if only_profile
        else _environment(environ),
        *_web_identity(environ),
        _profile(chosen, environ),
        "no container's endpoint is set",
        _metadata_service(environ),
    ]
    return (
        f"no credentials found: {'; '.join(places)}. Set {' and '.join(_PAIR)}, "
        f"fill the profile (aws configure, aws configure sso), or pass the argument credentials"
    )


def _environment(environ: Mapping[str, str]) -> str:
    key_id, secret = _PAIR
    found = next((name for name in (secret, "AWS_SESSION_TOKEN") if environ.get(name)), None)
    return f"{key_id} is not set" if found is None else f"{found} is set, but {key_id} is not"


def _web_identity(environ: Mapping[str, str]) -> Iterator[str]:
    if environ.get("AWS_ROLE_ARN") and not environ.get("AWS_WEB_IDENTITY_TOKEN_FILE"):
        yield "AWS_ROLE_ARN is set, but AWS_WEB_IDENTITY_TOKEN_FILE is not"


def _profile(chosen: ChosenProfile, environ: Mapping[str, str]) -> str:
    section = chosen.section
    for name, needed in _SETTINGS.items():
        if name in section:
            return f"{chosen} has {name}, but no {needed}"
    if section:
        return f"{chosen} has no keys, role, SSO session, login or process"
    files = " and ".join(_file(variable, environ) for variable in _FILES)
    return f"{chosen} is empty or absent: {files}"


def _file(variable: str, environ: Mapping[str, str]) -> str:
    path = environ.get(variable) or _FILES[variable]
    shown = quote_value(path) if environ.get(variable) else path
    # Unlike `Path.expanduser`, this returns the path unchanged if there is no home directory.
    full = Path(os.path.expanduser(os.path.expandvars(path)))  # noqa: PTH111  # see above
    if not os.path.lexists(full):
        return f"{shown} does not exist"
    if not full.is_file():
        return f"{shown} is not a file"
    return f"{shown} was read" if os.access(full, os.R_OK) else f"{shown} may not be read"


def _metadata_service(environ: Mapping[str, str]) -> str:
    if environ.get("AWS_EC2_METADATA_DISABLED", "").lower() == "true":
        return "AWS_EC2_METADATA_DISABLED turns the instance's metadata service off"
    where = environ.get(_ENDPOINT)
    at = f" at {quote_value(redacted(where))}" if where else ""
    return f"the instance's metadata service{at} gave none (it cannot be reached, or no role is attached)"
