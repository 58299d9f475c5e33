"""botocore's credential chain, kept from asking the user, from reading stdin and from logging secrets.

It runs on a background thread, where a prompt would take the program's input away and, after
Ctrl-C, leave the terminal without echo. botocore has no options for this, so that attributes of
its providers are replaced; tests run the chain to see that this still works.
"""

import logging
import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from subprocess import DEVNULL, Popen
from typing import TYPE_CHECKING, Any, Final

from smaws_kms._runtime.auth.credential_checks import problem_of_key

if TYPE_CHECKING:
    from botocore.credentials import CredentialProvider
    from botocore.session import Session

# At level DEBUG these show headers, bodies and canonical requests, or log objects that hold keys.
_TALKATIVE: Final = ("auth", "awsrequest", "endpoint", "hooks", "httpsession", "parsers", "utils")
_FIELDS: Final = ("access_key_id", "secret_access_key", "session_token")
_OPTIONS: Final = ("aws_access_key_id", "aws_secret_access_key", "aws_session_token")
_VARIABLES: Final = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN")

_asking: ContextVar[bool] = ContextVar("asking", default=False)


class UnusableProfileError(Exception):
    """A profile cannot give credentials, for a reason that its text says without a secret."""


def guard(session: "Session") -> None:
    """Keep the session's chain from prompting, and its processes from reading our stdin."""
    for provider in session.get_component("credential_provider").providers:
        _guard_provider(provider)


def check_keys(session: "Session", profile: str) -> None:
    """Raise for keys in a profile, or behind its role, that no request can be signed with.

    botocore sends those of a role to STS as they are.
    """
    profiles: Mapping[str, Any] = session.full_config.get("profiles", {})
    name = _source_of(profiles, profile)
    section = profiles.get(name, {})
    if section.get("credential_source") == "Environment":
        _check("the environment", _VARIABLES, os.environ)
    else:
        _check(f"the profile {name!r}", _OPTIONS, section)


@contextmanager
def quiet() -> Generator[None]:
    """Drop botocore's log records of this thread that show secrets, or a failure that we report."""
    for name in (*_TALKATIVE, "credentials"):
        logging.getLogger(f"botocore.{name}").addFilter(_is_harmless)
    token = _asking.set(True)
    try:
        yield
    finally:
        _asking.reset(token)


def _is_harmless(record: logging.LogRecord) -> bool:
    if not _asking.get():
        return True
    return record.name == "botocore.credentials" and not record.exc_info


def _source_of(profiles: Mapping[str, Any], profile: str) -> str:
    """Return the profile whose keys a profile uses: its own, or those behind its roles."""
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
    """Makes the providers of source profiles as botocore's builder does, and guards them."""

    def __init__(self, builder: Any) -> None:  # the one of botocore, or this one
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
        attributes["_popen"] = _start_process
    if "_profile_provider_builder" in attributes:
        builder = attributes["_profile_provider_builder"]
        attributes["_profile_provider_builder"] = _GuardedProviders(builder)


def _start_process(command: list[str], **options: Any) -> "Popen[Any]":
    if not command:
        raise UnusableProfileError("credential_process is empty")
    return Popen(command, stdin=DEVNULL, **options)  # noqa: S603 - what the user's profile says


def _refuse_to_prompt(prompt: str) -> str:
    device = prompt.removeprefix("Enter MFA code for ").rstrip(": ")
    raise UnusableProfileError(
        f"the role needs a code of the MFA device {device}, and this client never asks for input. "
        "Get temporary credentials first, for example with `aws sts get-session-token "
        f"--serial-number {device} --token-code CODE` or `aws configure export-credentials`, and "
        "put them into the environment, or pass `credentials`, a function that asks for the code"
    )
