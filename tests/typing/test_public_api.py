"""Public names are completely typed, without `Any`."""

import inspect
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import smaws_kms as kms
from smaws_kms import signing, testing
from tests.typing import checkers


def test_pyright_knows_every_type(tmp_path: Path) -> None:
    """No type of a public name is unknown or inferred."""
    report = checkers.verify_types(tmp_path)

    assert [] == [
        symbol["name"] for symbol in report["symbols"] if symbol["diagnostics"] and _flawed(symbol)
    ]
    assert 1 == report["completenessScore"]


def test_no_any() -> None:
    """No annotation of a public function, method, attribute or alias holds `Any`."""
    annotations = [found for name in dir(kms) for found in _annotations(name, getattr(kms, name))]
    annotations += _annotations("signing.sign", signing.sign)
    annotations += _annotations("testing.example", testing.example)

    assert [] == [place for place, annotation in annotations if _holds_any(annotation)]
    assert len(annotations) > 2_000


def _flawed(symbol: Any) -> bool:
    return symbol["isTypeAmbiguous"] or not symbol["isTypeKnown"]


def _annotations(place: str, thing: object) -> Iterator[tuple[str, object]]:
    if isinstance(thing, type):
        for name, annotation in typing.get_type_hints(thing).items():
            yield f"{place}.{name}", annotation
        for name in dir(thing):
            if not name.startswith("_"):
                yield from _of_attribute(f"{place}.{name}", thing, name)
    elif inspect.isfunction(thing):
        yield from _of_function(place, thing)
    else:
        yield place, thing


def _of_attribute(place: str, owner: type, name: str) -> Iterator[tuple[str, object]]:
    found: object = inspect.getattr_static(owner, name)
    if not isinstance(found, property):
        found = getattr(owner, name)
    yield from _of_function(place, found)
    for way in ("__call__", "pages", "items"):  # of a paginated method
        yield from _of_function(f"{place}.{way}", getattr(type(found), way, None))


def _of_function(place: str, thing: object) -> Iterator[tuple[str, object]]:
    function = thing.fget if isinstance(thing, property) else thing
    if inspect.isfunction(function):
        for name, annotation in typing.get_type_hints(function).items():
            yield f"{place}({name})", annotation


def _holds_any(annotation: object) -> bool:
    if isinstance(annotation, list | tuple):
        return any(_holds_any(part) for part in typing.cast("list[object]", annotation))
    return annotation is Any or any(_holds_any(part) for part in typing.get_args(annotation))
