# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The enum Color."""

from enum import StrEnum

from smaws_kms._runtime.support.lazy_imports import publish


class Color(StrEnum):
    """The values of `Color`."""

    RED = "dark-red"
    """The value `dark-red`."""
    title_ = "title"
    """The value `title`."""


publish(globals(), "tests.codegen.golden.expected")
