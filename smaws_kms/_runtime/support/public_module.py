"""The `__module__` of a public class: the package that users import, and where the class is defined.

Users see, compare and pickle "smaws_kms". `inspect`, `typing.get_type_hints`, debuggers and help systems
look up the string in `sys.modules` to find source and names; for them it leads to the module that defines
the class. A plain string would lead them to `smaws_kms/__init__.py`.
"""

import sys
from collections.abc import Callable
from typing import Final, Self


class PublicModule(str):
    """A package's name with the hash of a module's name: lookups in mappings find the module."""

    __slots__ = ("home",)

    home: str

    def __new__(cls, public: str, home: str) -> Self:
        """Create the string `public` that mappings look up as `home`."""
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
        # A function of this package, so that restricted unpicklers need not allow `builtins.str`.
        return module_name, (str(self),)


def module_name(name: str) -> str:
    """Return the module's name as a plain string, for pickle."""
    return str(name)


# Pickles refer to this function as `_module_name` of the public package, since private paths change.
_PACKAGE: Final = __name__.partition(".")[0]
module_name.__module__, module_name.__qualname__ = _PACKAGE, "_module_name"
setattr(sys.modules[_PACKAGE], module_name.__qualname__, module_name)
