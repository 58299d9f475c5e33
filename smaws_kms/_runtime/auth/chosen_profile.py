"""The profile that botocore's chain uses, for error texts."""

import re
import shlex
from collections.abc import Mapping
from typing import Any, Final

from attrs import field, frozen

from smaws_kms._runtime.redaction.external_text import quote_value

_PLAIN: Final = re.compile(r"[\w.@+-]+", re.ASCII)


class UnusableProfileError(Exception):
    """A profile cannot provide credentials. The text says why, without a secret."""


def show_profile(name: str | None) -> str:
    """Return a profile's name for texts; `None` is the default profile."""
    return "the default profile" if name is None else f"the profile {quote_value(name)}"


def name_profile(name: str | None) -> str:
    """Return the profile's name for `Credentials.source`, for example `profile orders`."""
    if name is None:
        return "the default profile"
    return f"profile {name if _PLAIN.fullmatch(name) else quote_value(name)}"


@frozen
class ChosenProfile:
    """A profile, by its name, and the profiles of all files."""

    name: str | None = None
    """`None` if neither argument nor environment names one."""
    profiles: Mapping[str, Mapping[str, Any]] = field(factory=dict[str, Any], repr=False)
    """By their names; empty if the files could not be read."""

    def __str__(self) -> str:
        return show_profile(self.name)

    @property
    def quoted(self) -> str:
        """The name as an argument of a command."""
        return shlex.quote(self.name or "default")

    @property
    def section(self) -> Mapping[str, Any]:
        """Settings of the profile."""
        return self.profiles.get(self.name or "default", {})

    def signing_in(self) -> "ChosenProfile":
        """Return the profile with the settings of SSO: this one, or a source of its role."""
        visited: list[ChosenProfile] = []
        profile = self
        while profile not in visited:
            if "sso_session" in profile.section or "sso_start_url" in profile.section:
                return profile
            visited.append(profile)
            source = profile.section.get("source_profile")
            profile = ChosenProfile(source, self.profiles) if source in self.profiles else self
        return self
