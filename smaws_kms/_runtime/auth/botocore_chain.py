"""Credentials from botocore's chain. No other module of the runtime imports botocore.

The import is inside functions: it takes longer than all others together, and a program that passes
region, endpoint and credentials does not need it. Everything here blocks on files, processes, metadata
services or STS: call it on a daemon thread.
"""

import os
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING, Final

from attrs import evolve

from smaws_kms._runtime.auth.chain_errors import explain
from smaws_kms._runtime.auth.chain_guard import check_keys, guard, quiet
from smaws_kms._runtime.auth.chosen_profile import ChosenProfile, name_profile
from smaws_kms._runtime.auth.environment import profile_of_environment
from smaws_kms._runtime.auth.no_credentials import explain_nothing_found
from smaws_kms._runtime.errors import CredentialsError
from smaws_kms._runtime.support.fork import register_at_fork
from smaws_kms._runtime.support.fork_guard import import_whole, unforked
from smaws_kms._runtime.values import Credentials

if TYPE_CHECKING:
    from botocore.session import Session

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
"""Texts for `Credentials.source`, by botocore's names of its providers."""


class SessionLock:
    """Lets one thread at a time create a session: botocore's set-up is not thread-safe."""

    def __init__(self) -> None:
        self.lock = Lock()
        register_at_fork(self)

    def after_fork(self) -> None:
        """Replace the lock, which a thread of the parent may hold."""
        self.lock = Lock()


making_session = SessionLock()


def find_credentials(profile: str | None, region: str | None) -> Credentials | CredentialsError:
    """Load credentials from botocore's whole chain, with `region` for its calls of STS.

    Each call creates a session, and so sees keys that were replaced in a file.
    """
    chosen = ChosenProfile(profile or _profile_of_environment())
    try:
        with quiet():
            session = _make_session(profile)
            chosen = evolve(chosen, profiles=session.full_config.get("profiles", {}))
            found = _find_in_session(session, chosen, region)
    except Exception as error:  # noqa: BLE001 - botocore may raise anything
        problem = explain(error, chosen)
    else:
        if found is not None:
            return found
        problem = explain_nothing_found(chosen, only_profile=profile is not None)
    # Outside the handler, so that the error does not hold botocore's exception as its context.
    return CredentialsError(problem)


def _make_session(profile: str | None) -> "Session":
    session: type[Session] = import_whole("botocore.session").Session
    with making_session.lock:
        return session(profile=profile, session_vars={"profile": _profile_variable()})


def _profile_variable() -> tuple[None, None, str | None, None]:
    """Return botocore's definition of the setting, with our value as default and without variables.

    botocore prefers `AWS_DEFAULT_PROFILE`, and reads an empty variable as a profile's name. Passing
    the name to the session instead would turn off other variables, such as those of web identities.
    """
    return None, None, _profile_of_environment(), None


def find_region_of_machine() -> str | None:
    """Return the Region from the instance's metadata service, `None` if that does not respond."""
    try:
        provider = import_whole("botocore.utils").IMDSRegionProvider
        return str(provider(_make_session(None)).provide() or "") or None
    except Exception:  # noqa: BLE001 - botocore may raise anything; the Region stays unknown
        return None


def _find_in_session(
    session: "Session", chosen: ChosenProfile, region: str | None
) -> Credentials | None:
    if region is not None:
        session.set_config_variable("region", region)
    # Creates the chain with its TLS contexts, and sends nothing yet.
    unforked(lambda: session.get_component("credential_provider"))()
    guard(session)
    check_keys(session, chosen.name or "default")
    found = session.get_credentials()
    if found is None:
        return None
    frozen = found.get_frozen_credentials()
    # Refreshable credentials have it, in a private attribute. A test on the newest botocore checks that.
    expires_at = getattr(found, "_expiry_time", None)
    return Credentials(
        access_key_id=frozen.access_key or "",
        secret_access_key=frozen.secret_key or "",
        session_token=frozen.token or None,
        expires_at=expires_at if isinstance(expires_at, datetime) else None,
        source=SOURCES.get(found.method, found.method).format(profile=name_profile(chosen.name)),
    )


def _profile_of_environment() -> str | None:
    return profile_of_environment(os.environ)
