"""Profiles: selection, settings, and errors in their files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from botocore.session import Session

from smaws_kms._runtime.auth.environment import profile_of_environment
from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.config.sources import Profile
from smaws_kms._runtime.errors import ConfigurationError
from smaws_kms._runtime.redaction.external_text import escape_text

Write = Callable[[str, str], dict[str, str]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write both files, and return an environment that names them."""

    def both(config: str = "", credentials: str = "") -> dict[str, str]:
        paths = tmp_path / "config", tmp_path / "credentials"
        for path, text in zip(paths, (config, credentials), strict=True):
            path.write_text(text)
        return {"AWS_CONFIG_FILE": str(paths[0]), "AWS_SHARED_CREDENTIALS_FILE": str(paths[1])}

    return both


def settings(environ: dict[str, str], profile: str | None = None, service: str = "kms") -> object:
    """Return the settings of a valid profile."""
    found = load_profile(profile, service, environ)

    assert isinstance(found, Profile), found
    assert () == found.unread
    return found.settings


def problem(environ: dict[str, str], profile: str | None = None) -> str:
    """Return the text of an error, and check that it holds no other exception."""
    error = load_profile(profile, "kms", environ)

    assert isinstance(error, ConfigurationError)
    assert (None, None, None) == (error.__cause__, error.__context__, error.__traceback__)
    return error.message


PROFILES = """
[default]
region = eu-west-1
endpoint_url = https://all.test
use_fips_endpoint = true
services = local
output =

[profile other]
region = eu-west-2

[profile "two words"]
region = eu-west-3

[profile broken]
services = nowhere

[profile elsewhere]
services = remote

[services local]
kms =
    # Comments are allowed anywhere.
    endpoint_url = https://section.test
two_words =

    endpoint_url = https://two-words.test

[services remote]
sts =
    endpoint_url = https://sts.test
kms =
    endpoint_url =

[profile 'unbalanced]
region = eu-west-4
[profiles]
"""


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


def test_unknown_services_section(write: Write) -> None:
    """A missing services section is an error."""
    assert (
        "the profile 'broken' cannot be used: its services section 'nowhere' does not exist"
    ) == problem(write(PROFILES, ""), "broken")


URL = "endpoint_url = http://127.0.0.1:1"
NOT_INDENTED = "expected indented settings on the lines below"
NOT_LINES = "expected lines such as endpoint_url = URL, once each"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"kms =\n{URL}\n", f"kms: {NOT_INDENTED}"),
        (f"{URL}\n", f"endpoint_url: {NOT_INDENTED}"),
        ("kms = http://127.0.0.1:1\n", f"kms: {NOT_INDENTED}"),
        (f"sts = x\nkms =\n  {URL}\n", f"sts: {NOT_INDENTED}"),
        (f"sts =\n  {URL}\n  kms =\n  {URL}\n", f"sts: {NOT_LINES}"),
        (f"sts =\n  {URL}\n  kms =\n    {URL}\n", f"sts: {NOT_LINES}"),
        (f"kms =\n  {URL}\n  {URL}\n", f"kms: {NOT_LINES}"),
        ("kms =\n  endpoint_url\n", f"kms: {NOT_LINES}"),
        ("kms =\n  endpoint_url: http://127.0.0.1:1\n", f"kms: {NOT_LINES}"),
        ("kms =\n  = http://127.0.0.1:1\n", f"kms: {NOT_LINES}"),
    ],
)
def test_services_section_that_means_nothing(write: Write, lines: str, expected: str) -> None:
    """Wrong indentation in a services section is an error, and never ignored."""
    environ = write(f"[default]\nservices = local\n[services local]\n{lines}", "")

    assert (
        f"the default profile cannot be used: its services section 'local', {expected}"
    ) == problem(environ)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            f"services =\n  kms =\n    {URL}\n",
            "services: expected one value, got indented lines below it",
        ),
        ("output = json\n  services = local\n", "services is indented, and so a part of output above it"),
        (f"output = json\n  {URL}\n", "endpoint_url is indented, and so a part of output above it"),
        ("s3 =\n  x = y\n  services = local\n", "services is indented, and so a part of s3 above it"),
        ("s3 =\n  ca_bundle: /x\n", "ca_bundle is indented, and so a part of s3 above it"),
    ],
)  # fmt: skip
def test_indentation_in_a_profile(write: Write, lines: str, expected: str) -> None:
    """An indented setting, which becomes part of the one above it, is an error."""
    assert f"the default profile cannot be used: {expected}" == problem(
        write(f"[default]\n{lines}", "")
    )


def test_settings_of_others(write: Write) -> None:
    """Nested settings of other tools and commands of several lines are valid."""
    lines = f"s3 =\n  use_dualstack_endpoint = true\n  {URL}\ncredential_process = a\n  --b=c\n"
    environ = write(f"[default]\nregion = eu-west-1\n{lines}", "")

    found = load_profile(None, "kms", environ)

    assert isinstance(found, Profile)
    assert "eu-west-1" == found.settings["region"]
    assert "endpoint_url" not in found.settings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("geheim = 1\n", "line 1: expected a section such as [default] first"),
        ("[default]\n\nstray geheim\n", "line 3: expected name = value"),
        ("[a]\n[default]\n[a]\n", "line 3: the section [a] appears twice"),
        ("[a]\nregion = geheim\nregion = x\n", "line 3: 'region' appears twice in [a]"),
    ],
)
def test_broken_file(write: Write, text: str, expected: str) -> None:
    """The error names file, variable and line, and quotes no content."""
    for variable, files in (
        ("AWS_CONFIG_FILE", (text, "")),
        ("AWS_SHARED_CREDENTIALS_FILE", ("", text)),
    ):
        environ = write(*files)

        assert (
            f"the default profile cannot be used: {environ[variable]} (named by {variable}), {expected}"
        ) == problem(environ)


def test_broken_encoding(write: Write, tmp_path: Path) -> None:
    """The error names the line of the first byte that is not UTF-8."""
    environ = write("", "")
    (tmp_path / "config").write_bytes(b"[default]\nregion = eu-west-1\nx = \xff\n")

    assert problem(environ).endswith("config (named by AWS_CONFIG_FILE), line 3: not UTF-8")


ABSENT = "No such file or directory"


def loop(path: Path) -> Path:
    """Make a symbolic link to itself."""
    path.symlink_to(path)
    return path


def pipe(path: Path) -> Path:
    """Create a named pipe without a writer."""
    os.mkfifo(path)
    return path


def unreadable(path: Path) -> Path:
    """Create a file without read permission."""
    path.write_text("[default]\nregion = eu-west-1\n")
    path.chmod(0)
    return path


UNREAD: list[tuple[Callable[[Path], Path | str], str]] = [
    (lambda tmp: tmp / "absent", ABSENT),
    (lambda _: "~nosuchuser/config", ABSENT),
    (lambda tmp: tmp, "not a file"),
    (lambda tmp: pipe(tmp / "pipe"), "not a file"),
    (lambda tmp: tmp / ("x" * 5000), "File name too long"),
    (lambda tmp: tmp / "nul\0", "not a path"),
    (lambda tmp: loop(tmp / "loop"), "Too many levels of symbolic links"),
]
if os.geteuid() != 0:  # root may open everything
    UNREAD.append((lambda tmp: unreadable(tmp / "secret"), "Permission denied"))


@pytest.mark.parametrize(("make", "reason"), UNREAD)
def test_file_that_cannot_be_opened(
    tmp_path: Path, make: Callable[[Path], Path | str], reason: str
) -> None:
    """As in botocore the file has no settings, and the reason is kept for errors."""
    path = str(make(tmp_path))
    environ = {"AWS_CONFIG_FILE": path, "AWS_SHARED_CREDENTIALS_FILE": path}
    unread = [f"{path} (named by {name}) cannot be read: {reason}" for name in environ]

    found = load_profile(None, "kms", environ)

    assert Profile({}, tuple(unread)) == found
    text = f"the profile 'nope' cannot be used: no file has it; {unread[0]}; {unread[1]}"
    assert escape_text(text) == problem(environ, "nope")


def test_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a home directory there are no files, which is no error."""
    monkeypatch.setenv("HOME", "/nowhere")

    found = load_profile(None, "kms", {})

    assert isinstance(found, Profile)
    assert {} == found.settings
    assert "/nowhere/.aws/config cannot be read: No such file or directory" == found.unread[0]


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
