"""The reference names everything that is there."""

from typing import Final

import pytest

import smaws_kms as kms
from codegen.reference import PAGES, load_package, render_pages
from smaws_kms import _generated

_WRITTEN_BY_HAND: Final = "".join(
    (PAGES / name).read_text(encoding="utf-8") for name in ("client.md", "results.md", "errors.md")
)
_CLIENTS: Final = {"AsyncKMSClient", "KMSClient"}
_NAMES: Final = ({*dir(kms)} - {*dir(_generated)}) | _CLIENTS


def test_generated_pages_are_current() -> None:
    """The tables are what `python -m codegen.reference` writes."""
    pages = render_pages(load_package())

    assert pages == {name: (PAGES / name).read_text(encoding="utf-8") for name in pages}


@pytest.mark.parametrize("name", sorted(_NAMES))
def test_every_name_of_the_runtime(name: str) -> None:
    """A public name that no model brings along is on a page that somebody wrote."""
    assert f"`{name}" in _WRITTEN_BY_HAND
