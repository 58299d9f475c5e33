"""Editors show the signature and the text of every operation, paginated ones included."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import jedi  # type: ignore[import-untyped]  # it has no types
import pytest

import smaws_kms as kms
from tests.typing.checkers import ROOT
from tests.typing.language_server import LanguageServer

_NAMES: Final = [
    name for name in dir(kms) if isinstance(getattr(kms, name), kms.PaginatedOperation)
]
_PAGINATED: Final = [re.sub("(?<!^)(?=[A-Z])", "_", name).lower() for name in _NAMES]
_METHODS: Final = [*_PAGINATED, "encrypt"]
_CLIENTS: Final = {"async": "AsyncKMSClient", "blocking": "KMSClient"}


def program(client: str) -> str:
    """Return a program that mentions each method."""
    lines = [f"    client.{name}" for name in _METHODS]
    head = f"import smaws_kms as kms\n\n\ndef program(client: kms.{_CLIENTS[client]}) -> None:\n"
    return head + "\n".join(lines) + "\n"


def documented(client: str, name: str) -> Any:
    """Return the method as the interpreter sees it."""
    return getattr(getattr(kms, _CLIENTS[client]), name)


def plain(text: str) -> str:
    """Return text without white space and Markdown's escapes, which editors add."""
    return re.sub(r"\s|\\|&nbsp;", "", text)


@pytest.fixture(scope="module", params=_CLIENTS)
def client(request: pytest.FixtureRequest) -> str:
    """Return the kind of client."""
    return str(request.param)


@pytest.fixture(scope="module")
def pyright(client: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Start pyright's language server on a program."""
    with LanguageServer(tmp_path_factory.mktemp("hovers"), program(client)) as server:
        yield server


def test_eight_paginated_methods() -> None:
    """The tests below try all of them."""
    assert 8 == len(_PAGINATED)  # of the model


@pytest.mark.parametrize("name", _METHODS)
def test_pyright(pyright: LanguageServer, client: str, name: str) -> None:
    """Pyright's hover has each parameter with its type, the result, and the whole docstring."""
    shown = plain(pyright.hover(name))
    operation = "".join(part.capitalize() for part in name.split("_"))

    assert re.search(rf"Result\[\w+Response,{operation}Error\]", shown)
    assert "def" + name + "(*," in shown
    assert "grant_tokens:Sequence[str]|None=None" in shown or "limit:int|None=None" in shown
    paragraphs = documented(client, name).__doc__.split("\n\n")
    assert [] == [it for it in map(plain, paragraphs) if it not in shown]


@pytest.mark.parametrize("name", _METHODS)
def test_jedi(client: str, name: str, tmp_path: Path) -> None:
    """Jedi, which IPython and Python's language servers use, has signature and docstring too."""
    text = program(client)
    lines = text.splitlines()
    number = lines.index(f"    client.{name}") + 1
    lines[number - 1] += "("
    script: Any = jedi.Script(
        "\n".join(lines), path=tmp_path / "program.py", project=jedi.Project(ROOT)
    )
    [signature] = script.get_signatures(number, len(lines[number - 1]))
    [found, *_] = script.help(number, len("    client.") + 1)

    assert "(*, " in signature.to_string()
    assert "-> Result[" in signature.to_string()
    # Of other methods it shows the signature alone, and the text while one types the arguments.
    shown = found.docstring() if name in _PAGINATED else signature.docstring()
    assert documented(client, name).__doc__.partition("\n")[0] in shown
