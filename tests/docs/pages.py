"""The pages of the documentation, and the Python in them."""

import re
from pathlib import Path
from typing import Final

from attrs import frozen

ROOT: Final = Path(__file__).parents[2]

_FENCE: Final = "```"
_LINK: Final = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_NOT_IN_ANCHOR: Final = re.compile(r"[^\w\- ]")


@frozen
class Page:
    """One page."""

    path: Path

    @property
    def name(self) -> str:
        """Its path from the top of the project."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def module(self) -> str:
        """File name for its Python."""
        return re.sub(r"\W", "_", self.name.removesuffix(".md").lower()) + ".py"

    @property
    def python(self) -> str:
        """All its Python blocks as one module, with the line numbers of the page."""
        kept: list[str] = []
        block: str | None = None
        for line in self.text.splitlines():
            fence = line.startswith(_FENCE)
            kept.append("" if fence or block != "python" else line)
            if fence:
                block = line.removeprefix(_FENCE) if block is None else None
        return "\n".join(kept).rstrip() + "\n"

    @property
    def text(self) -> str:
        """Its Markdown."""
        return self.path.read_text(encoding="utf-8")

    @property
    def links(self) -> list[tuple[Path, str]]:
        """The files of this project that it links to, each with the anchor or an empty string."""
        targets = [match["target"] for match in _LINK.finditer(self.text)]
        own = [target.partition("#") for target in targets if "://" not in target]
        return [
            ((self.path.parent / path if path else self.path).resolve(), anchor)
            for path, _, anchor in own
        ]


def anchors(path: Path) -> set[str]:
    """Return the anchors that GitHub makes of a page's headings."""
    lines = path.read_text(encoding="utf-8").splitlines()
    headings = [line.lstrip("#").strip() for line in lines if line.startswith("#")]
    return {_NOT_IN_ANCHOR.sub("", text.lower()).replace(" ", "-") for text in headings}


PAGES: Final = tuple(
    Page(path)
    for path in (
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "SECURITY.md",
        ROOT / "CHANGELOG.md",
        *sorted((ROOT / "docs").rglob("*.md")),
    )
)

WITH_PYTHON: Final = tuple(page for page in PAGES if page.python.strip())
