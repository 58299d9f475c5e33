"""Stand-ins for modules that only annotations name."""

from types import ModuleType

from smaws_kms._runtime.support.fork_guard import import_whole


class LazyModule(ModuleType):
    """Imports the module of its name when something in it is asked for.

    So `typing.get_type_hints` evaluates annotations, and other programs do not pay for the import.
    """

    def __getattr__(self, name: str) -> object:
        value: object = getattr(import_whole(self.__name__), name)
        return value
