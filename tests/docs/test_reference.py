"""The reference documents every public name."""

from pathlib import Path
from typing import Final

import pytest

import smaws_kms as kms
from codegen.reference import PAGES, load_package, render_pages, write_pages
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


def test_pages_are_written(tmp_path: Path) -> None:
    """Each page becomes a file, with the same line endings on every system."""
    write_pages({"a.md": "# A\n", "b.md": "# B\n"}, tmp_path)

    assert {"a.md": b"# A\n", "b.md": b"# B\n"} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }


@pytest.mark.parametrize("name", sorted(_NAMES))
def test_every_name_is_documented(name: str) -> None:
    """A public name that is not generated is on a page that is written by hand."""
    assert f"`{name}" in _WRITTEN_BY_HAND
