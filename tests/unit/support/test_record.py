"""Records behave like named tuples."""

import copy
import pickle

import pytest

from smaws_kms._runtime.support.record import Record


class Place(Record):
    """A place."""

    __slots__ = ()

    name: str
    height: float = 0.0


def test_tuple() -> None:
    """A record is a tuple with names, made by position and by name."""
    place = Place("Brocken", height=1141.1)
    name, height = place

    assert ("Brocken", 1141.1) == (name, height) == tuple(place)
    assert ("Brocken", 1141.1) == (place.name, place.height)
    assert Place("Brocken") == Place("Brocken", 0.0) == Place(name="Brocken")
    assert len({Place("a"), Place("a"), Place("b")}) == 2
    assert repr(place) == "Place(name='Brocken', height=1141.1)"


def test_match() -> None:
    """A pattern matches by position."""
    match Place("Brocken", 1141.1):
        case Place(name, height):
            assert ("Brocken", 1141.1) == (name, height)


def test_copies() -> None:
    """Copies are equal, and those with changes differ in them only."""
    place = Place("Brocken", 1141.1)

    assert place == copy.deepcopy(place) == pickle.loads(pickle.dumps(place))  # noqa: S301
    assert Place("Brocken", 1142.0) == place.replaced(height=1142.0)


def test_immutable() -> None:
    """No attribute can be set."""
    with pytest.raises(AttributeError):
        setattr(Place("Brocken"), "name", "other")  # noqa: B010  # type checkers refuse it
    with pytest.raises(AttributeError):
        setattr(Place("Brocken"), "other", "other")  # noqa: B010  # as above


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1.0, 2), {}), (("a",), {"name": "b"}), (("a",), {"other": 1})],
    ids=["too few", "too many", "twice", "unknown"],
)
def test_wrong_arguments(values: tuple[str, ...], named: dict[str, str]) -> None:
    """The error names the fields."""
    make: type = Place

    with pytest.raises(TypeError, match=r"Place\(\) takes name, height"):
        make(*values, **named)
