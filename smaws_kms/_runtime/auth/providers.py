"""Where a client gets credentials: the argument `credentials`, the environment, or botocore's chain."""

import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final, TypeAlias

from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_checks import check_credentials
from smaws_kms._runtime.auth.environment import credentials_from_environment
from smaws_kms._runtime.auth.provider_functions import (
    CredentialsArgument,
    Provider,
    call_provider,
    check_argument,
    is_async,
    name_of,
)
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.values import Credentials

FindCredentials: TypeAlias = Callable[[str | None, str | None], Outcome]
"""Takes a profile, and the Region of STS."""

# Keys in files and variables are replaced from time to time, without an expiry time.
_CHAIN_REFRESH_INTERVAL: Final = timedelta(minutes=15)


def find_in_botocore(profile: str | None, region: str | None) -> Outcome:
    """Ask botocore's chain, whose module and its error texts are loaded when they are needed."""
    chain = import_whole(f"{__package__}.botocore_chain")
    found: Outcome = chain.find_credentials(profile, region)
    return found


def find_region_of_machine() -> str | None:
    """Return the Region from the instance's metadata service, `None` if that does not respond."""
    chain = import_whole(f"{__package__}.botocore_chain")
    found: str | None = chain.find_region_of_machine()
    return found


class CredentialProviders:
    """The client's arguments for credentials, and the way to load credentials from them."""

    def __init__(
        self,
        argument: CredentialsArgument = None,
        *,
        blocking: bool,
        profile: str | None = None,
        environ: Mapping[str, str] = os.environ,
        find_in_chain: FindCredentials = find_in_botocore,
    ) -> None:
        """Raise `TypeError` for an argument that the client, `blocking` or async, cannot use."""
        check_argument(argument, blocking=blocking)
        self.argument = argument
        self.profile = profile
        self.fixed: Outcome | None = None
        """The outcome, if the argument is a `Credentials`."""
        self.async_provider: Provider | None = None
        """The function, if a caller has to await it on its event loop."""
        self.refresh_interval = _CHAIN_REFRESH_INTERVAL if argument is None else None
        self._provider: Provider | None = None
        self._environ = environ
        self._find_in_botocore = find_in_chain
        if isinstance(argument, Credentials):
            self.fixed = check_credentials(argument, "credentials", "the argument credentials")
        elif argument is not None:
            self._provider = argument
            self.async_provider = argument if is_async(argument) else None

    def __str__(self) -> str:
        if isinstance(self.argument, Credentials):
            return "the argument credentials"
        if self.argument is not None:
            return f"the function {name_of(self.argument)}"
        if self.profile is not None:
            return f"the profile {self.profile!r}"
        return "the environment, else botocore's chain"

    def load(self, region: str | None) -> Outcome | None:
        """Call the function or botocore's chain; this blocks.

        Return `None` when the function turns out to be async, see `async_provider`.
        """
        provider = self._provider
        if provider is None:
            return self._find_in_chain(region)
        outcome = call_provider(provider)
        if outcome is None:
            self.async_provider = provider
        return outcome

    def load_from_environment(self) -> Outcome | None:
        """Return the environment's credentials, which takes no waiting, unless the user chose others.

        The argument `profile` comes before the environment, as in botocore.
        """
        if self._provider is not None or self.profile is not None:
            return None
        return credentials_from_environment(self._environ)

    def _find_in_chain(self, region: str | None) -> Outcome:
        found = self._find_in_botocore(self.profile, region)
        if isinstance(found, Credentials):
            return check_credentials(found, found.source or "botocore")
        return found
