"""Texts about arguments that a function does not take."""

import inspect
from typing import Any

import pytest

from smaws_kms._runtime.support.call_arguments import (
    explain_constructor,
    explained,
    mark_coroutine_function,
)


@explain_constructor({"colour": "write color=..."})
class Pen:
    """A class with methods of all kinds."""

    def __init__(self, color: str = "blue", *, width: int = 1) -> None:
        self.color = color
        self.width = width

    @explained()
    def draw(self, *, line: str, dashed: bool = False) -> str:
        """Draw a line."""
        return line.upper() if dashed else line

    @explained()
    async def draw_later(self, *, line: str) -> str:
        """Draw a line later."""
        return line

    @explained()
    @mark_coroutine_function
    def draw_broken(self, *, line: str) -> str:
        """Fail before there is a coroutine."""
        raise ValueError(line)

    @explained()
    def lift(self) -> None:
        """Take no argument."""


class Marker(Pen):
    """A subclass, which appears in texts."""


PEN: Any = Marker()


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (lambda: PEN.draw(lines="a"),
         "Marker.draw() got an unexpected keyword argument 'lines': did you mean line?"),
        (lambda: PEN.draw(Line="a", Dashed=1, lines="b"),
         ("Marker.draw() got unexpected keyword arguments 'Line', 'Dashed', 'lines': "
         "did you mean line, dashed?")),
        (lambda: PEN.draw(thick=1),
         "Marker.draw() got an unexpected keyword argument 'thick': it takes line, dashed"),
        (lambda: PEN.draw("a", "b"),
         "Marker.draw() takes keyword arguments only, but got 2 positional: write line=..., ..."),
        (PEN.draw,
         "Marker.draw() missing 1 required keyword-only argument: 'line'"),
        (lambda: PEN.draw_later(Line="a"),
         "Marker.draw_later() got an unexpected keyword argument 'Line': did you mean line?"),
        (lambda: PEN.lift(high=True),
         "Marker.lift() got an unexpected keyword argument 'high': it takes none"),
        (lambda: PEN.lift(1),
         "Marker.lift() takes keyword arguments only, but got 1 positional: write "),
        (lambda: Pen(colour="red"),  # type: ignore[call-arg]  # what is tested
         "Pen() got an unexpected keyword argument 'colour': write color=..."),
        (lambda: PEN.__class__("red", 2),
         "Marker() takes from 1 to 2 positional arguments but 3 were given"),
    ],
)  # fmt: skip
def test_texts(call: Any, text: str) -> None:
    """The text names what was called, and the arguments that were meant."""
    with pytest.raises(TypeError) as caught:
        call()

    assert text == str(caught.value)
    assert caught.value.__context__ is None


def test_errors_inside() -> None:
    """A `TypeError` from within the function stays what it is."""
    with pytest.raises(AttributeError, match="upper"):
        PEN.draw(line=1, dashed=True)


def test_errors_before_the_coroutine() -> None:
    """An exception of the function itself stays what it is, and no frame of ours holds arguments."""
    with pytest.raises(ValueError, match="a secret") as caught:
        PEN.draw_broken(line="a secret")

    assert "a secret" == caught.traceback[-1].frame.f_locals["line"]
    assert "a secret" not in str(caught.traceback[-2].frame.f_locals)


async def test_calls() -> None:
    """A wrapped function works, and is what it was for tools that look at it."""
    assert "A" == PEN.draw(line="a", dashed=True)
    assert "a" == await PEN.draw_later(line="a")
    assert ("red", 2) == (Pen("red", width=2).color, Pen("red", width=2).width)
    assert ["line", "dashed"] == list(inspect.signature(PEN.draw).parameters)
    assert inspect.iscoroutinefunction(PEN.draw_later)
    assert not inspect.iscoroutinefunction(PEN.draw)
