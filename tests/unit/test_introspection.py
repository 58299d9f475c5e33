"""Public names in the tools that look at them: help systems, debuggers, picklers."""

import importlib
import inspect
import pickle
import pydoc
import typing
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any, cast

import cloudpickle  # type: ignore[import-untyped]  # it has no types
import pytest

import smaws_kms as kms
from smaws_kms import connections, signing
from smaws_kms._runtime.support.public_module import PublicModule

PUBLIC: list[tuple[str, Any]] = [
    (f"{module.__name__}.{name}", getattr(module, name))
    for module in (kms, connections, signing)
    for name in dir(module)
    if isinstance(getattr(module, name), type | FunctionType)
    and getattr(module, name).__module__ == module.__name__
]
PICKLERS: list[Callable[[object, int], bytes]] = [
    pickle.dumps,
    getattr(pickle, "_dumps"),  # noqa: B009 - the one in Python, which has no types
    cast("Any", cloudpickle).dumps,
]
ALL = pytest.mark.parametrize("value", [pytest.param(value, id=name) for name, value in PUBLIC])


def test_all_are_here() -> None:
    """The tests below see every class and function that the package exports."""
    assert len(PUBLIC) > 240


@ALL
def test_source(value: Any) -> None:
    """The source of a name is the lines that define it, in the file that has them."""
    source = inspect.getsource(value)
    file = inspect.getsourcefile(value)

    assert any(f"{word} {value.__name__}" in source for word in ("class", "def"))
    assert file is not None
    assert source in Path(file).read_text()
    assert file == inspect.getfile(value)


@ALL
def test_module(value: Any) -> None:
    """It says that it is of the public package, and its own module can be found."""
    module = inspect.getmodule(value)

    assert module is not None
    assert value is getattr(module, value.__name__)
    assert str(value.__module__) in {"smaws_kms", "smaws_kms.connections", "smaws_kms.signing"}
    assert value is getattr(importlib.import_module(str(value.__module__)), value.__name__)


@ALL
def test_help(value: Any) -> None:
    """Help can be shown, and type hints can be read."""
    assert value.__name__ in pydoc.plain(pydoc.render_doc(value))
    assert isinstance(typing.get_type_hints(value), dict)


@ALL
def test_pickle(value: Any) -> None:
    """Pickles name the public package only, whichever pickler and protocol."""
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        for dumps in PICKLERS:
            pickled = dumps(value, protocol)

            assert value is pickle.loads(pickled)  # noqa: S301 - our own
            assert b"smaws_kms._" not in pickled


class Subclass(kms.KMSClient):
    """A client of a user's own."""


def test_subclasses_have_their_own_source() -> None:
    """A subclass of a user has the user's source and module."""
    assert __name__ == Subclass.__module__
    assert "of a user's own" in inspect.getsource(Subclass)


def test_name_of_a_module() -> None:
    """The name behaves like its text, except for lookups in mappings."""
    name = PublicModule("front", "front._home")

    assert name == "front"
    assert "front" == name
    assert name == "front._home"
    assert name != "other"
    assert (name != "front") is False
    assert ("front", 5, str) == (f"{name}", len(name), type(str(name)))
    assert {"front._home": 1}.get(name) == 1
    assert "front" == pickle.loads(pickle.dumps(name))  # noqa: S301 - our own
    assert str is type(pickle.loads(pickle.dumps(name)))  # noqa: S301 - our own
