"""Packages whose names are loaded on first use (PEP 562)."""

import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from types import FunctionType


def lazy_attributes(
    package: str, exports: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return `__getattr__`, `__dir__` and `__all__` for a package.

    Args:
        package: Name of the package.
        exports: The names that each of its modules exports.
    """
    homes = {name: module for module, names in exports.items() for name in names}

    def __getattr__(name: str) -> object:  # noqa: N807  # becomes the package's own
        if name not in homes:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name)
        # It loads `threading`, which whoever only imports the package does not need.
        from smaws_kms._runtime.fork_guard import import_whole  # noqa: PLC0415

        value: object = getattr(import_whole(f"{package}.{homes[name]}"), name)
        vars(sys.modules[package])[name] = value
        return value

    def __dir__() -> list[str]:  # noqa: N807  # becomes the package's own
        return names

    names = sorted(homes)
    return __getattr__, __dir__, names


def publish(
    namespace: dict[str, object], public: str, names: Collection[str] | None = None
) -> None:
    """Make what a module defines appear under its public package in reprs, pickles and help.

    Args:
        namespace: The module's `globals()`.
        public: Name of the package that users import.
        names: What to publish; all that does not start with an underscore if `None`.
    """
    private = namespace["__name__"]
    for name, value in list(namespace.items()):
        own = isinstance(value, type | FunctionType) and value.__module__ == private
        if own and (name in names if names is not None else not name.startswith("_")):
            value.__module__ = public
