"""Profile files that are broken, or that cannot be opened."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from smaws_kms._runtime.config.profiles import load_profile
from smaws_kms._runtime.config.sources import Profile
from smaws_kms._runtime.redaction.external_text import escape_text
from tests.unit.config.profile_files import Write, problem


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

    assert problem(environ).endswith(
        "config (named by AWS_CONFIG_FILE), line 3: not UTF-8 text; save the file as UTF-8"
    )


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
