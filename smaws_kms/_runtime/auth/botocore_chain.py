"""Credentials as botocore finds them; nothing else in the runtime imports it.

It is imported inside functions, since that takes longer than everything else together and whoever
passes region, endpoint and credentials does not need it. All of this blocks: files, processes,
metadata services and calls to STS. Call it from a worker thread.
"""

import os
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Final

from smaws_kms._runtime.auth.chain_errors import explain, half_a_pair
from smaws_kms._runtime.auth.chain_guard import check_keys, guard, quiet
from smaws_kms._runtime.auth.environment import profile_of_environment
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.fork import register_at_fork
from smaws_kms._runtime.support.fork_guard import import_whole, unforked
from smaws_kms._runtime.values import Credentials

if TYPE_CHECKING:
    from botocore.session import Session

_NO_CREDENTIALS = (
    "no credentials found: looked at the environment, the profile (keys, SSO, login, assumed role, "
    "web identity, process), the container's and the instance's metadata services"
)

SOURCES: Final = {
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


class SessionLock:
    """Lets one thread at a time make a session: botocore's set-up is not thread-safe."""

    def __init__(self) -> None:
        self.lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Let go of a lock that a thread of the parent holds."""
        self.lock = Lock()


making_session = SessionLock()


def find_credentials(profile: str | None, region: str | None) -> Credentials | CredentialsError:
    """Ask botocore's whole chain. `region` is where its calls to STS go, as with botocore's clients.

    Every call is a new session, so that keys that were replaced in a file are seen.
    """
    try:
        with quiet():
            found = _find_in_session(_make_session(profile), profile, region)
    except Exception as error:  # noqa: BLE001 - whatever botocore raises is no reason to crash
        problem = explain(error, profile or _profile_of_environment() or "default")
    else:
        return found or CredentialsError(_NO_CREDENTIALS + half_a_pair())
    # Made here, outside the handler, so that botocore's exception is not kept as context.
    return CredentialsError(f"{_named(profile)}: {problem}")


def _make_session(profile: str | None) -> "Session":
    session: type[Session] = import_whole("botocore.session").Session
    with making_session.lock:
        return session(profile=profile, session_vars={"profile": _profile_variable()})


def _profile_variable() -> tuple[None, None, str | None, None]:
    """Return botocore's definition of the setting, with a default in place of its variables.

    botocore prefers `AWS_DEFAULT_PROFILE`, and takes an empty variable for a profile's name. As the
    argument of a session the name would turn off other variables, those of web identities among them.
    """
    return None, None, _profile_of_environment(), None


def find_region_of_machine() -> str | None:
    """Ask the instance's metadata service for its Region; `None` if there is no answer."""
    try:
        provider = import_whole("botocore.utils").IMDSRegionProvider
        return str(provider(_make_session(None)).provide() or "") or None
    except Exception:  # noqa: BLE001 - whatever botocore raises, the Region stays unknown
        return None


def _find_in_session(
    session: "Session", profile: str | None, region: str | None
) -> Credentials | None:
    if region is not None:
        session.set_config_variable("region", region)
    # Makes the chain, TLS contexts included, and asks nobody yet.
    unforked(lambda: session.get_component("credential_provider"))()
    guard(session)
    check_keys(session, profile or _profile_of_environment() or "default")
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
        source=SOURCES.get(found.method, found.method).format(profile=_named(profile)),
    )


def _profile_of_environment() -> str | None:
    return profile_of_environment(os.environ)


def _named(profile: str | None) -> str:
    profile = _profile_of_environment() if profile is None else profile
    return "the default profile" if profile is None else f"the profile {profile!r}"
