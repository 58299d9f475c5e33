"""Paths and reading of AWS config and credentials files; `file_parser` parses their text."""

import errno
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Mapping
from typing import Final, TypeAlias

from smaws_kms._runtime.support.fork_guard import import_whole
from smaws_kms._runtime.support.record import Record

Section: TypeAlias = Mapping[str, str]
"""The settings of a section. A value of indented lines starts with a line break."""

_DEFAULT_PATHS: Final = {
    "AWS_CONFIG_FILE": "~/.aws/config",
    "AWS_SHARED_CREDENTIALS_FILE": "~/.aws/credentials",
}


class ConfigFileError(Exception):
    """A file cannot be parsed. The text names file and line, and quotes none of its content."""


class ConfigFile(Record):
    """The path of a config file, and the variable that names it."""

    __slots__ = ()

    path: str
    variable: str | None

    def __str__(self) -> str:
        return f"{self.path} (named by {self.variable})" if self.variable else self.path

    def read(self) -> Mapping[str, Section]:
        """Return the sections of the file.

        Raises:
            OSError: the file is absent or cannot be read.
            ConfigFileError: the file cannot be parsed.
        """
        try:
            # Opening a named pipe would block until it has a writer.
            # Not `pathlib`, which takes 2 ms to import.
            if not stat.S_ISREG(os.stat(self.path).st_mode):  # noqa: PTH116
                raise OSError(errno.EINVAL, "not a file")
            with open(self.path, "rb") as opened:  # noqa: PTH123
                content = opened.read()
        except ValueError:
            raise OSError(errno.EINVAL, "not a path") from None
        return _parse(_decoded(content, self), self)


def config_file(environ: Mapping[str, str]) -> ConfigFile:
    """Return the path of the config file."""
    return _file("AWS_CONFIG_FILE", environ)


def credentials_file(environ: Mapping[str, str]) -> ConfigFile:
    """Return the path of the shared credentials file."""
    return _file("AWS_SHARED_CREDENTIALS_FILE", environ)


def _file(variable: str, environ: Mapping[str, str]) -> ConfigFile:
    named = environ.get(variable)
    path = named or _DEFAULT_PATHS[variable]
    # Unlike `Path.expanduser`, this returns the path unchanged if there is no home directory.
    expanded = os.path.expanduser(os.path.expandvars(path))  # noqa: PTH111
    return ConfigFile(expanded, variable if named else None)


def _decoded(content: bytes, file: ConfigFile) -> str:
    # Not `utf-8-sig`: a fork while its first use imports `encodings.utf_8_sig` leaves the child with
    # half of that module, and LookupError for every file. Plain UTF-8 needs no import.
    content = content.removeprefix(BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
    raise ConfigFileError(f"{file}, line {line}: not UTF-8 text; save the file as UTF-8")


def _parse(text: str, file: ConfigFile) -> Mapping[str, Section]:
    # Loaded when a file exists, which on many servers none does.
    parser = import_whole(f"{__package__}.file_parser")
    parsed: Mapping[str, Section] | str = parser.parse(text)
    if isinstance(parsed, str):
        raise ConfigFileError(f"{file}, {parsed}")
    return parsed
