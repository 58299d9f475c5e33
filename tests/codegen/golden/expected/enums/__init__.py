# Generated from workshop-2020-01-01.json by "python -m codegen generate"; do not edit.
"""The enums of Tool Workshop, each module loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING

from smaws_kms._runtime.support.lazy_imports import lazy_attributes

if TYPE_CHECKING:
    from tests.codegen.golden.expected.enums._color import Color as Color
    from tests.codegen.golden.expected.enums._level import Level as Level
else:
    __getattr__, __dir__, __all__ = lazy_attributes(
        __name__,
        {
            "_color": ("Color",),
            "_level": ("Level",),
        },
    )


def __import_all__() -> None:
    """Import every module, for packaging tools that only follow import statements."""
    import_module("tests.codegen.golden.expected.enums._color")
    import_module("tests.codegen.golden.expected.enums._level")
