"""Packages that import their modules on first use (PEP 562), and public names for what these define."""

import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from types import FunctionType

from smaws_kms._runtime.support.public_module import PublicModule


def lazy_attributes(
    package: str, exports: Mapping[str, Iterable[str]]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return `__getattr__`, `__dir__` and `__all__` for a package.

    Args:
        package: Name of the package.
        exports: The names that each of its modules exports.
    """
    homes = {name: module for module, names in exports.items() for name in names}
    folders = {module.partition(".")[0] for module in exports if "." in module}

    def __getattr__(name: str) -> object:  # noqa: N807  # the package's function
        if name not in homes and name not in folders:
            raise _missing_name(package, name, homes)
        # It imports `threading`, which a mere import of the package does not need.
        from smaws_kms._runtime.support.fork_guard import import_whole  # noqa: PLC0415  # see above

        # Python asks for `b` before it imports `a.b` for `from a import b`.
        found = import_whole(f"{package}.{homes.get(name, name)}")
        value: object = getattr(found, name) if name in homes else found
        vars(sys.modules[package])[name] = value
        return value

    def __dir__() -> list[str]:  # noqa: N807  # the package's function
        return names

    names = sorted(homes)
    return __getattr__, __dir__, names


def _missing_name(package: str, name: str, known: Collection[str]) -> AttributeError:
    from smaws_kms._runtime.support.near_names import nearest_name  # noqa: PLC0415  # only errors need it

    near = None if name.startswith("_") else nearest_name(name, known)
    advice = f": did you mean {near}?" if near else ""
    return AttributeError(f"module {package!r} has no attribute {name!r}{advice}", name=name)


def publish(
    namespace: dict[str, object], public: str | None = None, names: Collection[str] | None = None
) -> None:
    """Have classes and functions of a module appear under its public package in reprs, pickles and help.

    Args:
        namespace: The module's `globals()`.
        public: Name of the package that users import; the top-level package if `None`.
        names: Names to publish; all without a leading underscore if `None`.
    """
    private = str(namespace["__name__"])
    public = public or private.partition(".")[0]
    for name, value in list(namespace.items()):
        own = isinstance(value, type | FunctionType) and value.__module__ == private
        if own and (name in names if names is not None else not name.startswith("_")):
            line = vars(value).get("__firstlineno__")
            # `inspect` finds the source of a function by its code, so a plain string will do.
            plain = isinstance(value, FunctionType)
            value.__module__ = public if plain else PublicModule(public, str(private))
            if (
                line is not None
            ):  # pragma: no cover - Python 3.13 drops it when `__module__` changes
                setattr(value, "__firstlineno__", line)  # noqa: B010  # no annotation declares it
