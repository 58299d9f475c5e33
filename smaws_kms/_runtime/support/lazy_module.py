"""Stand-ins for modules that few programs need, or that only annotations name."""

from types import ModuleType
from typing import Final

from smaws_kms._runtime.support.fork_guard import import_whole

_RUNTIME: Final = __name__.removesuffix(".support.lazy_module")


class LazyModule(ModuleType):
    """Imports the module of its name when something in it is first asked for.

    So `typing.get_type_hints` evaluates annotations, and other programs do not pay for the import.
    """

    def __getattr__(self, name: str) -> object:
        value: object = getattr(import_whole(self.__name__), name)
        setattr(self, name, value)
        return value


def runtime_module(name: str) -> LazyModule:
    """Return the stand-in for a module of the runtime, such as `call.readiness`."""
    return LazyModule(f"{_RUNTIME}.{name}")
