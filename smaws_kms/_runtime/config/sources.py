"""The sources of settings, and checks of their values."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from smaws_kms._runtime.endpoints.rules_stdlib import is_valid_host_label
from smaws_kms._runtime.endpoints.url_authority import problem_of_authority
from smaws_kms._runtime.endpoints.url_parts import split_url
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.support.record import Record

# RFC 3986 section 3.3. Other characters would be signed as they are, but sent percent-encoded.
_PATH: Final = r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*"


class MisconfiguredError(Exception):
    """A setting is wrong. Internal: callers get a `ConfigurationError` that was never raised."""


class Profile(Record):
    """The settings of one profile, and the reasons for files that could not be read."""

    __slots__ = ()

    settings: Mapping[str, str]
    """By their names in the config file."""
    unread: tuple[str, ...] = ()
    """One clause for each file that could not be read."""


class Found(Record):
    """A setting and its source."""

    __slots__ = ()

    value: str
    source: str


class Sources:
    """The environment and the profile, which is loaded when first needed.

    Args:
        environ: The environment.
        load_profile: Loads the profile; called at most once.
        needs_profile: Whether failing to load the profile is an error; otherwise it has no settings.
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
        """Return a client argument. An empty string counts as passed."""
        return None if value is None else Found(value, f"the argument {name}")

    def environment(self, *names: str) -> Found | None:
        """Return the first variable that is set and not empty."""
        for name in names:
            if value := self._environ.get(name):
                return Found(value, name)
        return None

    def profile(self, name: str, *, shown_as: str | None = None) -> Found | None:
        """Return a setting of the profile, `None` if it is absent or empty."""
        value = self._loaded().settings.get(name)
        if not value:
            return None
        source = f"{shown_as or name} in the profile"
        check_flat(source, value)
        return Found(value, source)

    def configured(self, name: str) -> Found | None:
        """Return a setting whose environment variable is named after its key in the profile."""
        return self.environment(f"AWS_{name.upper()}") or self.profile(name)

    def unread(self) -> str:
        """Return why the profile may lack a setting, as the end of an error text."""
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


def origins(found: Mapping[str, Found | None]) -> dict[str, str]:
    """Return the source of each setting that was found, by its name."""
    return {name: setting.source for name, setting in found.items() if setting}


def check_flat(source: str, value: str) -> None:
    """Raise for a value of several indented lines where one value is expected."""
    if "\n" in value:
        raise MisconfiguredError(f"{source}: expected one value, got indented lines below it")


def parse_flag(found: Found) -> bool:
    """Return the value of `true` or `false`, in any case; raise for other texts."""
    match found.value.lower():
        case "true":
            return True
        case "false":
            return False
        case _:
            raise MisconfiguredError(f"{found.source}: expected true or false, got {found.value!r}")


def check_region(found: Found) -> Found:
    """Return the Region unchanged; raise if it is not a valid label of a host name."""
    # The Region becomes part of a host name, and must not be able to name another host.
    if not is_valid_host_label(found.value):
        raise MisconfiguredError(
            f"{found.source}: expected a region such as us-east-1, got {found.value!r}"
        )
    return found


def check_endpoint_url(found: Found) -> Found:
    """Return the URL unchanged; raise if it has more than scheme, host, port and path."""
    if problem := problem_of_url(found.value):
        raise MisconfiguredError(
            f"{found.source}: expected an http or https URL of host, port and path, "
            f"got {_shown(found.value)!r}, {problem}"
        )
    return found


def problem_of_url(url: str) -> str | None:
    """Return what is wrong with the URL of an endpoint, `None` if nothing is."""
    if not url.isascii() or not url.isprintable() or " " in url:
        return "with a character that a URL cannot have, such as a space"
    try:
        parts = split_url(url)
    except ValueError:
        return "with a host or port that is not valid"
    if parts.scheme not in {"http", "https"}:
        return "without http:// or https:// at the start"
    if problem := problem_of_authority(parts.netloc):
        return problem
    if "?" in url or "#" in url:
        return "with a query or fragment"
    return (
        None
        if re.fullmatch(_PATH, parts.path)
        else "with a character that a URL cannot have, such as a space"
    )


def _shown(url: str) -> str:
    """Return the URL without user info, query and fragment, which may hold secrets."""
    # User info ends at the last "@": an unencoded password may contain "?", "#" and "/".
    before, at, rest = url.rpartition("@")
    bare = re.split(r"[?#]", rest, maxsplit=1)[0]
    if not at:
        return bare
    scheme, separator, _ = before.partition("://")
    return f"{scheme}://***@{bare}" if separator else f"***@{bare}"
