"""Which profile is selected, and which settings are read from it."""

import os
import subprocess
import sys

import pytest
from botocore.session import Session

from smaws_kms._runtime.auth.environment import profile_of_environment
from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.config.sources import Profile
from tests.unit.config.profile_files import PROFILES, Write, problem


def settings(environ: dict[str, str], profile: str | None = None, service: str = "kms") -> object:
    """Return the settings of a valid profile."""
    found = load_profile(profile, service, environ)

    assert isinstance(found, Profile), found
    assert () == found.unread
    return found.settings


def test_default_profile(write: Write) -> None:
    """The settings of a profile are texts, and include the endpoint of the service."""
    assert {
        "region": "eu-west-1",
        "endpoint_url": "https://all.test",
        "use_fips_endpoint": "true",
        "services": "local",
        "service_endpoint_url": "https://two-words.test",
    } == settings(write(PROFILES, ""), service="two_words")


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("other", {"region": "eu-west-2"}),
        ("two words", {"region": "eu-west-3"}),
        ("elsewhere", {"services": "remote"}),
    ],
)
def test_named_profile(write: Write, profile: str, expected: dict[str, str]) -> None:
    """The argument selects the profile; its services section may lack a service."""
    environ = write(PROFILES, "")

    assert expected == settings(environ, profile)
    assert expected == settings({**environ, "AWS_PROFILE": profile})


@pytest.mark.parametrize(
    ("expected", "environ"),
    [
        (None, {}),
        ("one", {"AWS_PROFILE": "one"}),
        ("two", {"AWS_DEFAULT_PROFILE": "two"}),
        ("one", {"AWS_PROFILE": "one", "AWS_DEFAULT_PROFILE": "two"}),
        ("two", {"AWS_PROFILE": "", "AWS_DEFAULT_PROFILE": "two"}),
        (None, {"AWS_PROFILE": "", "AWS_DEFAULT_PROFILE": ""}),
    ],
)
def test_profile_of_the_environment(expected: str | None, environ: dict[str, str]) -> None:
    """`AWS_PROFILE` comes first, and an empty variable counts as unset."""
    assert expected == profile_of_environment(environ)


@pytest.mark.parametrize(
    ("config", "credentials", "profile"),
    [
        (PROFILES, "", "default"),
        (PROFILES, "[default]\nregion = eu-west-3\n", "default"),
        (PROFILES, "[other]\noutput = json\n", "other"),
        ("[default]\nregion = a\n[profile default]\nregion = b\n", "", "default"),
        ("[profile default]\nregion = b\n[default]\nregion = a\n", "", "default"),
        ("[profile 'a b']\nregion=x\n", "[a b]\nregion: y\n", "a b"),
        ("[DEFAULT]\nregion = x\n[profile p]\noutput = json\n", "", "p"),
        ("[profile p]\nREGION = x\nOutput = json\n", "", "p"),
        ("[profile p]\nregion = 100%(x)s ; inline\n", "", "p"),
        ("[profile p]\nregion = x\n\n# comment\n  ; another\noutput = json\n", "", "p"),
    ],
)
def test_same_as_botocore(
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    config: str,
    credentials: str,
    profile: str,
) -> None:
    """Valid files have the same settings as in botocore."""
    environ = write(config, credentials)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    scoped = Session(profile=profile).get_scoped_config()

    found = load_profile(profile, "none", environ)

    assert isinstance(found, Profile)
    assert {key: value for key, value in scoped.items() if value} == found.settings


def test_byte_order_mark(write: Write) -> None:
    """A byte order mark is ignored."""
    environ = write("\ufeff[default]\nregion = eu-west-1\n", "")

    assert {"region": "eu-west-1"} == settings(environ)


def test_unknown_profile(write: Write) -> None:
    """A profile that does not exist is an error that names it."""
    assert (
        "the profile 'nope' cannot be used: no file has it (there are 'default', 'other', "
        "'two words', 'broken', 'elsewhere')"
    ) == problem(write(PROFILES, ""), "nope")


def test_profile_without_its_prefix(write: Write) -> None:
    """A section without the word profile in the config file is an error that says so."""
    environ = write("[other]\nregion = eu-west-1\n", "")

    assert (
        "the profile 'other' cannot be used: "
        "the config file has [other], which has to be [profile other] there"
    ) == problem(environ, "other")


def test_botocore_is_not_imported(write: Write) -> None:
    """Settings are resolved without importing botocore."""
    program = (
        "import os, sys\n"
        "from smaws_kms._runtime.config.profiles import load_profile\n"
        "print(load_profile(None, 'kms', os.environ).settings['region'],"
        " [name for name in sys.modules if 'botocore.' in name])\n"
    )
    environ = {**os.environ, **write("[default]\nregion = eu-west-1\n", "")}

    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=True
    )

    assert "eu-west-1 []" == done.stdout.strip()
