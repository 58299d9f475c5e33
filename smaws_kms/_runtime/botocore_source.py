"""Profiles and credentials as botocore finds them; nothing else in the runtime imports it.

It is imported inside functions, since that takes longer than everything else together and whoever
passes region, endpoint and credentials does not need it. All of this blocks: files, processes,
metadata services and calls to STS. Call it from a worker thread.
"""

import os
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.errors import ConfigurationError, CredentialsError
from smaws_kms._runtime.fork_guard import import_whole, unforked
from smaws_kms._runtime.forks import mend_after_fork
from smaws_kms._runtime.values import Credentials

if TYPE_CHECKING:
    from botocore.session import Session

_NO_CREDENTIALS = (
    "no credentials found: looked at the environment, the profile (keys, SSO, login, assumed role, "
    "web identity, process), the container's and the instance's metadata services"
)

_SOURCES: Final = {
    "env": "the environment",
    "shared-credentials-file": "{profile}, keys in the credentials file",
    "config-file": "{profile}, keys in the config file",
    "assume-role": "{profile}, an assumed role",
    "assume-role-with-web-identity": "a role for a web identity",
    "sso": "{profile}, single sign-on",
    "login": "{profile}, a login",
    "custom-process": "{profile}, a process",
    "container-role": "the container's metadata service",
    "iam-role": "the instance's metadata service",
}
"""By botocore's name of a provider, ours."""

# botocore quotes the whole answer of a container's endpoint, whatever may stand in it.
_ANSWER: Final = re.compile(r"(?<=from container metadata): .*", re.DOTALL)


class SessionLock:
    """Lets one thread at a time make a session: botocore's set-up is not thread-safe."""

    def __init__(self) -> None:
        self.lock = Lock()
        mend_after_fork(self)

    def after_fork(self) -> None:
        """Let go of a lock that a thread of the parent holds."""
        self.lock = Lock()


making_session = SessionLock()


def load_profile(profile: str | None, service_key: str) -> Mapping[str, str] | ConfigurationError:
    """Return the settings of a profile, `None` for the one that the environment names.

    Names are those of the config file; `service_endpoint_url` is the URL that the profile's
    `services` section has for `service_key`.
    """
    if profile is None and _profile_of_environment() is None and not _has_files():
        return {}
    try:
        return _settings_of(_make_session(profile), service_key)
    except Exception as error:  # noqa: BLE001 - whatever botocore raises is no reason to crash
        problem = str(error) if isinstance(error, _ProfileError) else _described(error)
    return ConfigurationError(f"{_named(profile)} cannot be used: {problem}")


def find_credentials(profile: str | None, region: str | None) -> Credentials | CredentialsError:
    """Ask botocore's whole chain. `region` is where its calls to STS go, as with botocore's clients.

    Every call is a new session, so that keys that were replaced in a file are seen.
    """
    try:
        found = _ask_chain(_make_session(profile), profile, region)
    except Exception as error:  # noqa: BLE001 - whatever botocore raises is no reason to crash
        problem = _described(error)
    else:
        return found or CredentialsError(_NO_CREDENTIALS)
    # Made here, outside the handler, so that botocore's exception is not kept as context.
    return CredentialsError(f"{_named(profile)}: {problem}")


class _ProfileError(Exception):
    """A profile contradicts itself."""


def _make_session(profile: str | None) -> "Session":
    session: type[Session] = import_whole("botocore.session").Session
    with making_session.lock:
        return session(profile=profile)


def _settings_of(session: "Session", service_key: str) -> dict[str, str]:
    scoped = session.get_scoped_config()
    settings = {name: value for name, value in scoped.items() if isinstance(value, str)}
    section = settings.get("services")
    if section is not None:
        services = session.full_config.get("services", {}).get(section)
        if services is None:
            raise _ProfileError(f"its services section {section!r} does not exist")
        match services.get(service_key):
            case {"endpoint_url": str(url)}:
                settings["service_endpoint_url"] = url
            case _:
                pass
    return settings


def _ask_chain(session: "Session", profile: str | None, region: str | None) -> Credentials | None:
    if region is not None:
        session.set_config_variable("region", region)
    # Makes the chain, TLS contexts included, and asks nobody yet.
    unforked(lambda: session.get_component("credential_provider"))()
    found = session.get_credentials()
    if found is None:
        return None
    frozen = found.get_frozen_credentials()
    # Only in a private attribute, and only of credentials that botocore can refresh.
    expires_at = getattr(found, "_expiry_time", None)
    return Credentials(
        access_key_id=frozen.access_key or "",
        secret_access_key=frozen.secret_key or "",
        session_token=frozen.token or None,
        expires_at=expires_at if isinstance(expires_at, datetime) else None,
        source=_SOURCES.get(found.method, found.method).format(profile=_named(profile)),
    )


def _has_files() -> bool:
    paths = (
        os.environ.get("AWS_CONFIG_FILE", "~/.aws/config"),
        os.environ.get("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"),
    )
    return any(Path(os.path.expandvars(path)).expanduser().is_file() for path in paths)


def _described(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the answer lacks {error}"
    return f"{type(error).__name__}: {_ANSWER.sub('', str(error))}"


def _profile_of_environment() -> str | None:
    return os.environ.get("AWS_DEFAULT_PROFILE", os.environ.get("AWS_PROFILE"))


def _named(profile: str | None) -> str:
    profile = _profile_of_environment() if profile is None else profile
    return "the default profile" if profile is None else f"the profile {profile!r}"
