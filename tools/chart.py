"""Line charts as SVG, without a drawing library."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from operator import mul
from typing import Final

from attrs import frozen

_WIDTH: Final = 760
_HEIGHT: Final = 380
_LEFT: Final = 70
_RIGHT: Final = 20
_TOP: Final = 50
_BOTTOM: Final = 50
_TICKS: Final = 5
_MAX_STEPS: Final = 8

_STYLE: Final = """
  .page { fill: #ffffff }
  text { font: 13px system-ui, sans-serif; fill: #333333 }
  .title { font-size: 15px; font-weight: 600 }
  .grid { stroke: #dddddd }
  .shade { fill: #f3e6d8 }
  polyline { fill: none; stroke-width: 2 }
"""


@frozen(kw_only=True)
class Line:
    """A line with one value for each second."""

    name: str
    color: str
    values: Sequence[float]
    dashes: str = "none"


@frozen(kw_only=True)
class Chart:
    """A chart of lines over seconds."""

    title: str
    lines: Sequence[Line]
    shade: tuple[float, float] | None = None
    """The marked range of seconds."""
    shade_name: str = ""

    @property
    def svg(self) -> str:
        """The SVG document."""
        body = "\n".join([*self._frame(), *self._curves(), *self._legend()])
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">\n'
            f"<title>{self.title}</title>\n<style>{_STYLE}</style>\n{body}\n</svg>\n"
        )

    def _x(self, second: float) -> float:
        seconds = max(len(line.values) for line in self.lines)
        return round(_LEFT + second / seconds * (_WIDTH - _LEFT - _RIGHT), 1)

    def _y(self, value: float) -> float:
        return round(_HEIGHT - _BOTTOM - value / self._top * (_HEIGHT - _TOP - _BOTTOM), 1)

    @property
    def _top(self) -> float:
        """A round number above the largest value."""
        most = max(max(line.values) for line in self.lines)
        step = 10.0 ** (len(str(int(most))) - 1)
        return (int(most / step) + 1) * step

    def _frame(self) -> Iterator[str]:
        yield f'<rect class="page" width="{_WIDTH}" height="{_HEIGHT}"/>'
        yield from self._shaded()
        for tick in range(_TICKS + 1):
            value = self._top * tick / _TICKS
            y = self._y(value)
            yield f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
            yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{value:,g}</text>'
        for second in range(0, len(self.lines[0].values) + 1, self._step):
            yield (
                f'<text x="{self._x(second)}" y="{_HEIGHT - _BOTTOM + 20}" '
                f'text-anchor="middle">{second} s</text>'
            )
        yield f'<text class="title" x="{_LEFT}" y="20">{self.title}</text>'

    @property
    def _step(self) -> int:
        """Seconds between two labels of the axis: a round number, for few labels."""
        seconds = len(self.lines[0].values)
        tens = accumulate(repeat(10), mul, initial=1)
        steps = (digit * ten for ten in tens for digit in (1, 2, 5))
        return next(step for step in steps if seconds <= _MAX_STEPS * step)

    def _shaded(self) -> Iterator[str]:
        if self.shade is None:
            return
        begin, end = map(self._x, self.shade)
        yield (
            f'<rect class="shade" x="{begin}" y="{_TOP}" width="{end - begin:.1f}" '
            f'height="{_HEIGHT - _TOP - _BOTTOM}"/>'
        )
        yield f'<text x="{begin + 6}" y="{_HEIGHT - _BOTTOM - 8}">{self.shade_name}</text>'

    def _curves(self) -> Iterator[str]:
        for line in self.lines:
            points = " ".join(
                f"{self._x(second + 0.5)},{self._y(value)}"
                for second, value in enumerate(line.values)
            )
            yield (
                f'<polyline stroke="{line.color}" stroke-dasharray="{line.dashes}" '
                f'points="{points}"/>'
            )

    def _legend(self) -> Iterator[str]:
        x = float(_LEFT)
        for line in self.lines:
            yield (
                f'<polyline stroke="{line.color}" stroke-dasharray="{line.dashes}" '
                f'points="{x},{_TOP - 14} {x + 22},{_TOP - 14}"/>'
            )
            yield f'<text x="{x + 28}" y="{_TOP - 10}">{line.name}</text>'
            x += 50 + 7 * len(line.name)
