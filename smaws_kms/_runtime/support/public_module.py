"""The `__module__` of a public class: the package that users import, and where the class is defined.

Users see, compare and pickle "smaws_kms". `inspect`, `typing.get_type_hints`, debuggers and help systems
look a class's module up in `sys.modules` to find its source and its names; for them the same string leads
to the module that has the source. With a plain string they would look into `smaws_kms/__init__.py`.
"""

import sys
from collections.abc import Callable
from typing import Final, Self


class PublicModule(str):
    """The name of a package that is looked up as the name of one of its modules."""

    __slots__ = ("home",)

    home: str

    def __new__(cls, public: str, home: str) -> Self:
        """Make the name `public` that mappings find under `home`."""
        name = super().__new__(cls, public)
        name.home = home
        return name

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other) is True or self.home == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.home)

    def __reduce__(self) -> tuple[Callable[[str], str], tuple[str]]:
        # A function of ours, so that restricted unpicklers need not allow `builtins.str` for it.
        return module_name, (str(self),)


def module_name(name: str) -> str:
    """Return the name of a pickled class's module as the plain string that pickle looks up."""
    return str(name)


# Pickles outlive private paths: they name this function as `_module_name` of the package that users import.
_PACKAGE: Final = __name__.partition(".")[0]
module_name.__module__, module_name.__qualname__ = _PACKAGE, "_module_name"
setattr(sys.modules[_PACKAGE], module_name.__qualname__, module_name)
