"""Horizontal bar charts as SVG, readable on light and on dark pages, without a drawing library."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from attrs import frozen

_WIDTH: Final = 760
_NAMES: Final = 230
_VALUES: Final = 90
_ROW: Final = 20
_GAP: Final = 14
_TOP: Final = 44
_FONT: Final = "12px system-ui, sans-serif"

# Bars have the same colours on both pages; the text and the page follow the reader's settings.
_STYLE: Final = f"""
  .page {{ fill: #ffffff }}
  text {{ font: {_FONT}; fill: #24292f }}
  .title {{ font-size: 15px; font-weight: 600 }}
  .group {{ font-weight: 600 }}
  .own {{ fill: #1f7ae0 }}
  .other {{ fill: #8c959f }}
  .floor {{ fill: #2da44e }}
  @media (prefers-color-scheme: dark) {{
    .page {{ fill: #0d1117 }}
    text {{ fill: #e6edf3 }}
  }}
"""


@frozen
class Bar:
    """A bar with its value."""

    name: str
    value: float
    kind: str = "other"
    """The class of the style: `own`, `other` or `floor`."""


@frozen
class Group:
    """Bars below a heading, which may be empty."""

    name: str
    bars: Sequence[Bar]


@frozen(kw_only=True)
class BarChart:
    """Groups of bars on one scale."""

    title: str
    groups: Sequence[Group]
    form: str = "{:,.0f}"
    """How values are written."""

    @property
    def svg(self) -> str:
        """The SVG document."""
        body = list(self._body())
        height = _TOP + self._rows * _ROW + len(self.groups) * _GAP
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">\n'
            f"<title>{escape(self.title)}</title>\n<style>{_STYLE}</style>\n"
            f'<rect class="page" width="{_WIDTH}" height="{height}"/>\n'
            f'<text class="title" x="12" y="24">{escape(self.title)}</text>\n'
            + "\n".join(body)
            + "\n</svg>\n"
        )

    @property
    def _rows(self) -> int:
        return sum(len(group.bars) + bool(group.name) for group in self.groups)

    def _body(self) -> Iterator[str]:
        y = _TOP
        for group in self.groups:
            if group.name:
                yield f'<text class="group" x="12" y="{y + 14}">{escape(group.name)}</text>'
                y += _ROW
            for bar in group.bars:
                yield from self._bar(bar, y)
                y += _ROW
            y += _GAP

    def _bar(self, bar: Bar, y: int) -> Iterator[str]:
        most = max(bar.value for group in self.groups for bar in group.bars) or 1.0
        width = round(max(1.0, bar.value / most * (_WIDTH - _NAMES - _VALUES)), 1)
        yield f'<text x="{_NAMES - 10}" y="{y + 14}" text-anchor="end">{escape(bar.name)}</text>'
        yield (
            f'<rect class="{bar.kind}" x="{_NAMES}" y="{y + 3}" width="{width}" '
            f'height="{_ROW - 6}" rx="2"/>'
        )
        yield (
            f'<text x="{_NAMES + width + 6:.1f}" y="{y + 14}">{self.form.format(bar.value)}</text>'
        )
