"""Parser of AWS config and credentials files.

It reads the same format as botocore, and tests compare the two. botocore's loader is not used for
settings: its errors name no line, it ignores files without read permission, and its import takes longer
than that of this whole package.
"""

import shlex
from collections.abc import Mapping
from configparser import (
    DuplicateOptionError,
    DuplicateSectionError,
    Error,
    MissingSectionHeaderError,
    RawConfigParser,
)


def parse(text: str) -> Mapping[str, Mapping[str, str]] | str:
    """Return the sections of a file, or the line that is wrong and why."""
    parser = RawConfigParser()
    try:
        parser.read_string(text)
    except Error as error:
        # The error quotes lines of the file, which may contain keys.
        return _problem(error)
    return {name: dict(parser.items(name)) for name in parser.sections()}


def header_words(header: str) -> list[str]:
    """Return the words of a section's header, none if its quotes are not balanced."""
    try:
        return shlex.split(header)
    except ValueError:
        return []


def _problem(error: Error) -> str:
    match error:
        case DuplicateSectionError():
            return f"line {error.lineno}: the section [{error.section}] appears twice"
        case DuplicateOptionError():
            return f"line {error.lineno}: {error.option!r} appears twice in [{error.section}]"
        case MissingSectionHeaderError():
            return f"line {error.lineno}: expected a section such as [default] first"
        case _:
            # A subclass in Python 3.13 has its line in another attribute.
            lines = getattr(error, "errors", None) or [(getattr(error, "lineno", "?"), "")]
            return f"line {lines[0][0]}: expected name = value"
