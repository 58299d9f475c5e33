"""The settings of one profile, from the config and the credentials file."""

import re
from collections.abc import Mapping
from typing import Final

from smaws_kms._runtime.auth.environment import profile_of_environment
from smaws_kms._runtime.config.files import (
    ConfigFile,
    ConfigFileError,
    Section,
    config_file,
    credentials_file,
)
from smaws_kms._runtime.config.services_section import service_endpoint_url
from smaws_kms._runtime.config.sources import MisconfiguredError, Profile, check_flat
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.redaction.external_text import quote_value
from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.record import Record

_SETTINGS: Final = (
    "ca_bundle|defaults_mode|disable_host_prefix_injection|disable_request_compression|"
    "ignore_configured_endpoint_urls|max_attempts|region|request_min_compression_size_bytes|"
    "retry_mode|sdk_ua_app_id|services|use_fips_endpoint"
)
_MANY: Final = 5
"""Profiles that an error lists."""
# Below `s3 =`, `endpoint_url` and `use_dualstack_endpoint` are valid nested settings.
_SWALLOWED: Final = rf"\n(?:{_SETTINGS})\s*[=:]"
_SWALLOWED_BY_TEXT: Final = rf"\n(?:{_SETTINGS}|endpoint_url|use_dualstack_endpoint)\s*[=:]"


class _Files(Record):
    """All sections of both files, and the reasons for files that could not be read."""

    __slots__ = ()

    config: Mapping[str, Section]
    credentials: Mapping[str, Section]
    unread: tuple[str, ...]


def load_profile(
    profile: str | None, service_key: str, environ: Mapping[str, str]
) -> Profile | ConfigurationError:
    """Return the settings of a profile; `None` selects the profile that the environment names.

    Settings have their names of the config file. `service_endpoint_url` is the URL of `service_key` in
    the profile's `services` section.
    """
    name = profile or profile_of_environment(environ)
    try:
        return _load(name, service_key, environ)
    except (ConfigFileError, MisconfiguredError) as error:
        shown = "the default profile" if name is None else f"the profile {name!r}"
        problem = f"{shown} cannot be used: {error}{_origin(profile, environ)}"
    return ConfigurationError(problem)


def _origin(argument: str | None, environ: Mapping[str, str]) -> str:
    """Return which variable names the profile, as the end of an error text."""
    names = ("AWS_PROFILE", "AWS_DEFAULT_PROFILE")
    name = None if argument else next(filter(environ.get, names), None)
    return f" ({name} names the profile)" if name else ""


def _load(name: str | None, service_key: str, environ: Mapping[str, str]) -> Profile:
    files = _read_both(environ)
    section = _section(name, files)
    settings = {key: value for key, value in section.items() if value}
    _check_continuation_lines(settings)
    if services := settings.get("services"):
        check_flat("services", services)
        url = service_endpoint_url(services, service_key, _named("services", files.config))
        if url:
            settings["service_endpoint_url"] = url
    return Profile(settings, files.unread)


def _read_both(environ: Mapping[str, str]) -> _Files:
    unread: list[str] = []
    config = _read(config_file(environ), unread)
    credentials = _read(credentials_file(environ), unread)
    return _Files(config, credentials, tuple(unread))


def _read(file: ConfigFile, unread: list[str]) -> Mapping[str, Section]:
    # As in botocore, a file that is absent or cannot be opened has no settings.
    try:
        return file.read()
    except OSError as error:
        unread.append(f"{file} cannot be read: {error.strerror or type(error).__name__}")
        return {}


def _section(name: str | None, files: _Files) -> Section:
    wanted = name or "default"
    files_by_profile = (_named("profile", files.config), files.credentials)
    found = [sections[wanted] for sections in files_by_profile if wanted in sections]
    if not found and name is not None:
        raise MisconfiguredError(
            _not_found(name, files, {**files_by_profile[0], **files.credentials})
        )
    # Settings in the credentials file override those in the config file.
    return {key: value for section in found for key, value in section.items()}


def _not_found(name: str, files: _Files, profiles: Mapping[str, Section]) -> str:
    if name in files.config:
        return f"the config file has [{name}], which has to be [profile {name}] there"
    return "; ".join((f"no file has it{_others(name, profiles)}", *files.unread))


def _others(name: str, profiles: Mapping[str, Section]) -> str:
    """Return a hint at profiles with a similar name, else at the first ones of all."""
    from difflib import get_close_matches  # noqa: PLC0415  # rarely needed

    by_lower = {profile.lower(): profile for profile in profiles}
    similar = [by_lower[lower] for lower in get_close_matches(name.lower(), by_lower)]
    if similar:
        return f" (did you mean {' or '.join(map(_shown, similar))}?)"
    listed = ", ".join(map(_shown, list(profiles)[:_MANY]))
    more = f" and {len(profiles) - _MANY} more" if len(profiles) > _MANY else ""
    return f" (the files have {listed}{more})" if listed else ""


def _shown(profile: str) -> str:
    return quote_value(profile, 64)


def _named(kind: str, sections: Mapping[str, Section]) -> Mapping[str, Section]:
    """Return the sections `[<kind> <name>]` by name, and `[default]` among the profiles."""
    found: dict[str, Section] = {}
    for header, section in sections.items():
        if kind == "profile" and header == "default":
            found[header] = section
        elif header.startswith(kind):
            match _words(header):
                case [_, name]:
                    found[name] = section
                case _:
                    pass
    return found


def _words(header: str) -> list[str]:
    words: list[str] = import_whole(f"{__package__}.file_parser").header_words(header)
    return words


def _check_continuation_lines(settings: Mapping[str, str]) -> None:
    """Raise for an indented setting, which the parser made part of the setting above it."""
    for name, value in settings.items():
        pattern = _SWALLOWED if value.startswith("\n") else _SWALLOWED_BY_TEXT
        if swallowed := re.search(pattern, value):
            inner = swallowed[0].strip(" \t\n=:")
            raise MisconfiguredError(f"{inner} is indented, and so a part of {name} above it")
