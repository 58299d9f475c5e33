"""Guards botocore's credential chain: no prompts, no reading of stdin, no secrets in its logs.

The chain runs on a daemon thread, where a prompt would consume the program's input and, after Ctrl-C,
leave the terminal without echo. botocore has no options for this, so private attributes of its
providers are replaced. Tests run the chain to check that this still works.
"""

import logging
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final

from smaws_kms._runtime.auth.chosen_profile import UnusableProfileError, show_profile
from smaws_kms._runtime.auth.credential_checks import problem_of_key
from smaws_kms._runtime.auth.credential_process import start_process

if TYPE_CHECKING:
    from botocore.credentials import CredentialProvider
    from botocore.session import Session

# At level DEBUG these loggers show headers, bodies and canonical requests, or objects that hold keys.
_LOGGERS: Final = ("auth", "awsrequest", "endpoint", "hooks", "httpsession", "parsers", "utils")
# These log failures with tracebacks. The failures reach the caller as errors.
_REPORTING: Final = ("credentials", "tokens", "retryhandler")
_FIELDS: Final = ("access_key_id", "secret_access_key", "session_token")
_OPTIONS: Final = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
_VARIABLES: Final = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")

_is_quiet: ContextVar[bool] = ContextVar("is_quiet", default=False)


def guard(session: "Session") -> None:
    """Replace prompts by errors, and give processes of the chain an empty stdin."""
    for provider in session.get_component("credential_provider").providers:
        _guard_provider(provider)


def check_keys(session: "Session", profile: str) -> None:
    """Raise for malformed keys of a profile, or of the source profile of its role.

    botocore would send the keys of a role to STS unchecked.
    """
    profiles: Mapping[str, Any] = session.full_config.get("profiles", {})
    name = _source_of(profiles, profile)
    section = profiles.get(name, {})
    if section.get("credential_source") == "Environment":
        _check("the environment", _VARIABLES, os.environ)
    else:
        _check(show_profile(name), _OPTIONS, section)


@contextmanager
def quiet() -> Generator[None]:
    """Drop botocore's log records of this thread that show secrets, or failures that we report."""
    for name in (*_LOGGERS, *_REPORTING):
        logging.getLogger(f"botocore.{name}").addFilter(_is_harmless)
    token = _is_quiet.set(True)
    try:
        yield
    finally:
        _is_quiet.reset(token)


def _is_harmless(record: logging.LogRecord) -> bool:
    if not _is_quiet.get():
        return True
    is_kept = record.name.rpartition(".")[2] in _REPORTING
    return is_kept and record.levelno < logging.WARNING and not record.exc_info


def _source_of(profiles: Mapping[str, Any], profile: str) -> str:
    """Return the profile that holds the keys: the profile itself, or the last source of its roles."""
    visited: list[str] = []
    name = profile
    while name not in visited:
        section = profiles.get(name, {})
        has_keys = bool(visited) and not section.keys().isdisjoint(_OPTIONS[:2])
        source = section.get("source_profile")
        if has_keys or "role_arn" not in section or source not in profiles:
            break
        visited.append(name)
        name = source
    return name


def _check(origin: str, names: tuple[str, ...], values: Mapping[str, Any]) -> None:
    for name, field in zip(names, _FIELDS, strict=True):
        value = values.get(name)
        if value is None or (field == "session_token" and not value):
            continue
        if problem := problem_of_key(field, value):
            raise UnusableProfileError(f"{origin}: {name}{problem}")


class _GuardedProviders:
    """Wraps botocore's builder of providers for source profiles, and guards what it builds."""

    def __init__(self, builder: Any) -> None:  # botocore's, or one of this class
        self._builder = builder

    def providers(self, profile_name: str, **options: bool) -> "list[CredentialProvider]":
        made: list[CredentialProvider] = self._builder.providers(profile_name, **options)
        for provider in made:
            _guard_provider(provider)
        return made


def _guard_provider(provider: "CredentialProvider") -> None:
    attributes = vars(provider)
    if "_prompter" in attributes:
        attributes["_prompter"] = _refuse_to_prompt
    if "_popen" in attributes:
        attributes["_popen"] = start_process
    if "_profile_provider_builder" in attributes:
        builder = attributes["_profile_provider_builder"]
        attributes["_profile_provider_builder"] = _GuardedProviders(builder)


def _refuse_to_prompt(prompt: str) -> str:
    device = prompt.removeprefix("Enter MFA code for ").rstrip(": ")
    raise UnusableProfileError(
        f"the role needs a code of the MFA device {device}, and this client never prompts. "
        "Get temporary credentials first, for example with `aws sts get-session-token "
        f"--serial-number {device} --token-code CODE` or `aws configure export-credentials`, and "
        "put them into the environment, or pass `credentials`, a function that asks for the code"
    )
