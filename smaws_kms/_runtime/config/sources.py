"""Where a setting can come from, and what each kind of setting may look like."""

import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from smaws_kms._runtime.endpoints.rules_stdlib import is_valid_host_label
from smaws_kms._runtime.endpoints.url_authority import problem_of_authority
from smaws_kms._runtime.errors import ConfigurationError

# RFC 3986 section 3.3. Others would be sent percent-encoded, and signed as they are.
_PATH: Final = re.compile(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*")


class MisconfiguredError(Exception):
    """A setting is wrong. Stays inside settings: callers get a `ConfigurationError` that was never raised."""


@frozen
class Profile:
    """The settings of one profile."""

    settings: Mapping[str, str]
    """By their names in the config file."""
    unread: tuple[str, ...] = ()
    """Why files were not read, one sentence each."""


@frozen
class Found:
    """A setting and where it was found."""

    value: str
    source: str


class Sources:
    """The environment and, from the first time it is needed, the profile.

    Args:
        environ: The environment.
        load_profile: Reads the profile; it is called at most once.
        needs_profile: Whether a profile that cannot be loaded is an error; else it has no settings.
    """

    def __init__(
        self,
        environ: Mapping[str, str],
        load_profile: Callable[[], Profile | ConfigurationError],
        *,
        needs_profile: bool = True,
    ) -> None:
        self._environ = environ
        self._load_profile = load_profile
        self._needs_profile = needs_profile
        self._profile: Profile | None = None

    def argument(self, name: str, value: str | None) -> Found | None:
        """Return what the user passed. An empty string counts: it was written down."""
        return None if value is None else Found(value, f"the argument {name}")

    def environment(self, *names: str) -> Found | None:
        """Return the first variable that is set and not empty."""
        for name in names:
            if value := self._environ.get(name):
                return Found(value, name)
        return None

    def profile(self, name: str, *, shown_as: str | None = None) -> Found | None:
        """Return a setting of the profile."""
        value = self._loaded().settings.get(name)
        if not value:
            return None
        source = f"{shown_as or name} in the profile"
        check_flat(source, value)
        return Found(value, source)

    def configured(self, name: str) -> Found | None:
        """Return a setting whose variable is named like its key in the profile."""
        return self.environment(f"AWS_{name.upper()}") or self.profile(name)

    def unread(self) -> str:
        """Return why the profile may lack a setting, to be put behind an error."""
        return "".join(f"; {reason}" for reason in self._loaded().unread)

    def _loaded(self) -> Profile:
        if self._profile is None:
            loaded = self._load_profile()
            if isinstance(loaded, ConfigurationError):
                if self._needs_profile:
                    raise MisconfiguredError(loaded.message)
                loaded = Profile({}, (loaded.message,))
            self._profile = loaded
        return self._profile


def check_flat(source: str, value: str) -> None:
    """Raise for the lines below a setting that has its value beside its name."""
    if "\n" in value:
        raise MisconfiguredError(f"{source}: expected one value, got indented lines below it")


def parse_flag(found: Found) -> bool:
    """Read `true` or `false`."""
    match found.value.lower():
        case "true":
            return True
        case "false":
            return False
        case _:
            raise MisconfiguredError(f"{found.source}: expected true or false, got {found.value!r}")


def check_region(found: Found) -> Found:
    """Return the region if it can stand in a host name."""
    # A region becomes part of a host name, so it must not be able to name another host.
    if not is_valid_host_label(found.value):
        raise MisconfiguredError(
            f"{found.source}: expected a region such as us-east-1, got {found.value!r}"
        )
    return found


def check_endpoint_url(found: Found) -> Found:
    """Return the URL if it says no more than where the service is."""
    if problem := problem_of_url(found.value):
        raise MisconfiguredError(
            f"{found.source}: expected an http or https URL of host, port and path, "
            f"got {_shown(found.value)!r}, {problem}"
        )
    return found


def problem_of_url(url: str) -> str | None:
    """Return what is wrong with a URL, or `None` if it says no more than where a service is."""
    if not url.isascii() or not url.isprintable() or " " in url:
        return "with characters that no URL has"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "with a host or port that cannot be read"
    if parts.scheme not in {"http", "https"}:
        return "with another scheme or none"
    if problem := problem_of_authority(parts.netloc):
        return problem
    if "?" in url or "#" in url:
        return "with a query or fragment"
    return None if _PATH.fullmatch(parts.path) else "with characters that no URL has"


def _shown(url: str) -> str:
    """Return the URL without the places where people put secrets."""
    # The last "@" ends user info, wherever parsers see the end: a password may hold "?", "#" and "/".
    before, at, rest = url.rpartition("@")
    bare = re.split(r"[?#]", rest, maxsplit=1)[0]
    if not at:
        return bare
    scheme, separator, _ = before.partition("://")
    return f"{scheme}://***@{bare}" if separator else f"***@{bare}"
