"""Who is asked for credentials: what the user passed, or the places AWS SDKs look at."""

import os
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final, TypeAlias

from smaws_kms._runtime.auth import botocore_chain
from smaws_kms._runtime.auth.credential_cache import Outcome
from smaws_kms._runtime.auth.credential_checks import check_credentials
from smaws_kms._runtime.auth.providers import (
    CredentialsArgument,
    Provider,
    ask_callable,
    ask_environment,
    check_argument,
    is_async,
    name_of,
)
from smaws_kms._runtime.values import Credentials

AskChain: TypeAlias = Callable[[str | None, str | None], Outcome]
"""Asks for a profile's credentials, with a region for STS."""

# Keys in files and variables are replaced now and then, and nothing says when.
_ASK_CHAIN_AGAIN: Final = timedelta(minutes=15)


class CredentialProviders:
    """The user's arguments, and how to get credentials out of them."""

    def __init__(
        self,
        argument: CredentialsArgument = None,
        *,
        blocking: bool,
        profile: str | None = None,
        environ: Mapping[str, str] = os.environ,
        ask_chain: AskChain = botocore_chain.find_credentials,
    ) -> None:
        """Raise `TypeError` for an argument that the client cannot use; `blocking` tells which."""
        check_argument(argument, blocking=blocking)
        self.argument = argument
        self.profile = profile
        self.fixed: Outcome | None = None
        """The answer, where there is nobody to ask."""
        self.awaited: Provider | None = None
        """The function, if it has to be awaited on a caller's event loop."""
        self.ask_again_after = _ASK_CHAIN_AGAIN if argument is None else None
        self._provider: Provider | None = None
        self._environ = environ
        self._ask_chain = ask_chain
        if isinstance(argument, Credentials):
            self.fixed = check_credentials(argument, "credentials", "the argument credentials")
        elif argument is not None:
            self._provider = argument
            self.awaited = argument if is_async(argument) else None

    def __str__(self) -> str:
        if isinstance(self.argument, Credentials):
            return "the argument credentials"
        if self.argument is not None:
            return f"the function {name_of(self.argument)}"
        if self.profile is not None:
            return f"the profile {self.profile!r}"
        return "the environment, else botocore's chain"

    def ask(self, region: str | None) -> Outcome | None:
        """Ask what is not `at_hand`, and wait.

        Return `None` when the function turns out to need awaiting, see `awaited`.
        """
        provider = self._provider
        if provider is None:
            return self._look_around(region)
        answer = ask_callable(provider)
        if answer is None:
            self.awaited = provider
        return answer

    def at_hand(self) -> Outcome | None:
        """Return what takes no waiting: the environment's credentials, unless there is a provider.

        A profile that the user named comes before the environment, as in botocore.
        """
        if self._provider is not None or self.profile is not None:
            return None
        return ask_environment(self._environ)

    def _look_around(self, region: str | None) -> Outcome:
        found = self._ask_chain(self.profile, region)
        if isinstance(found, Credentials):
            return check_credentials(found, found.source or "botocore")
        return found
