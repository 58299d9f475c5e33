"""Docstrings say that calls return errors, never that a call raises them or that one catches them.

`try: client.verify(...)` with an `except` clause accepts a forged signature.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import smaws_kms as kms

PACKAGE: Final = Path(kms.__file__).parent
GENERATED: Final = PACKAGE / "_generated"

_RAISING: Final = re.compile(
    r"\b(rais(e|es|ed|ing)|throw(s|n|ing)?|threw|catch(es|ing)?|caught|(try|except) (block|clause))\b"
    r"|`(try|except)\b",
    re.IGNORECASE,
)
_SERVICE_ERROR: Final = re.compile(
    r"\w+Exception\b|\bServiceError\b|\berrors? (of|from) (the|a) (service|operation)",
    re.IGNORECASE,
)
_LEGITIMATE: Final = re.compile(r"unwrap|expect\b|items|\bnever sees\b|\bcalls return\b")
"""What raises on purpose, and how to say that an `except` clause is of no use."""

_SECTION: Final = re.compile(r"^ *Raises:\n(( +\S.*)?\n?)+", re.MULTILINE)
_SENTENCE: Final = re.compile(r"(?<=[.:;])\s+(?=[A-Z`])|\n\s*\n")


def docstrings(path: Path) -> Iterator[str]:
    """Yield all docstrings of a module, those of attributes and type aliases included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text
            case _:
                pass


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a docstring, each on one line, without the section `Raises`."""
    for sentence in _SENTENCE.split(_SECTION.sub("", text)):
        yield " ".join(sentence.split())


def invites_to_catch(sentence: str, *, about_operations: bool) -> bool:
    """Return whether a sentence says that the error of a service is raised, or is to be caught.

    Args:
        sentence: One sentence.
        about_operations: Whether all of the text is about operations and their errors.
    """
    if _RAISING.search(sentence) is None or _LEGITIMATE.search(sentence):
        return False
    return about_operations or _SERVICE_ERROR.search(sentence) is not None


def offending(folder: Path) -> list[str]:
    """Return the sentences below a folder that invite to catch."""
    return [
        f"{path.relative_to(PACKAGE)}: {sentence}"
        for path in sorted(folder.rglob("*.py"))
        for text in docstrings(path)
        for sentence in sentences(text)
        if invites_to_catch(sentence, about_operations=folder == GENERATED)
    ]


def test_generated() -> None:
    """No docstring of an operation, a member or an error does."""
    assert [] == [it for it in offending(GENERATED) if not it.startswith("_generated/endpoints.py")]


def test_written_by_hand() -> None:
    """Nor does one of the runtime."""
    assert [] == [it for it in offending(PACKAGE) if not it.startswith("_generated/")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A bad signature raises `KMSInvalidSignatureException`.",
        "`InvalidMarkerException` may be raised.",
        "Catch it; trying again does not help.",
        "Wrap the call in `try` and `except`.",
        "Corrupt data throws an error.",
    ],
)
def test_what_is_found(sentence: str) -> None:
    """Every way to say it is found."""
    assert invites_to_catch(sentence, about_operations=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Required, except in a dry run.",
        "`unwrap` raises `NotFoundException`.",
        "An `except` clause around the call never sees it.",
        "The result is `Err(NotFoundException)`.",
    ],
)
def test_what_is_allowed(sentence: str) -> None:
    """`unwrap` raises, and the word has other meanings."""
    assert not invites_to_catch(sentence, about_operations=True)


@pytest.mark.parametrize("error", [kms.KMSInvalidSignatureException, kms.KMSInvalidMacException])
def test_refused_signatures(error: type[kms.ServiceError]) -> None:
    """The class of a refused signature or HMAC says where it is found, and where it is not."""
    doc = " ".join((error.__doc__ or "").split())

    assert (
        "the call returns it in `Err`, and an `except` clause around the call never sees it." in doc
    )
    assert "Match on the result, or call `unwrap()` on it." in doc


@pytest.mark.parametrize(
    ("method", "error"),
    [("verify", "KMSInvalidSignatureException"), ("verify_mac", "KMSInvalidMacException")],
)
@pytest.mark.parametrize("client", [kms.AsyncKMSClient, kms.KMSClient])
def test_verifying_methods(client: type, method: str, error: str) -> None:
    """Both methods say what they return for a forgery."""
    doc = " ".join((getattr(client, method).__doc__ or "").split())

    assert f"the call returns `Err({error})`" in doc
