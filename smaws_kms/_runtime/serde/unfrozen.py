"""Classes of shapes whose members are still being set."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final, TypeAlias, cast

UnfrozenShape: TypeAlias = Any
"""A shape whose members can still be set."""


def _unfreeze(cls: type[Any]) -> type[Any]:
    namespace = {
        "__slots__": (),
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    return type(cls.__name__, (cls,), namespace)


unfrozen_class: Final = cast("Callable[[type[Any]], type[Any]]", cache(_unfreeze))
"""Returns a subclass that is not frozen, and that shapes can leave for their own class.

Storing an attribute of such an instance is one specialized instruction, which takes a tenth of the time
of `object.__setattr__`.
"""
