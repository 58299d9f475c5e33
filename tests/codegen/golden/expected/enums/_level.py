# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The enum Level."""

from enum import IntEnum

from smaws_kms._runtime.support.lazy_imports import publish


class Level(IntEnum):
    """The values of `Level`."""

    LOW = 1
    """The value `1`."""


publish(globals(), "tests.codegen.golden.expected")
