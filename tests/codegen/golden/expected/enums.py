# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The enums of Tool Workshop."""

from enum import IntEnum, StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class Color(StrEnum):
    """The values of `Color`."""

    RED = "dark-red"
    """The value `dark-red`."""
    title_ = "title"
    """The value `title`."""


class Level(IntEnum):
    """The values of `Level`."""

    LOW = 1
    """The value `1`."""


publish(globals(), "tests.codegen.golden.expected")
