"""Immutable objects with plain constructors behave like those of attrs."""

import copy
import pickle

import pytest

from smaws_kms._runtime.support.frozen import Frozen, evolve, names_of


class Point(Frozen):
    """An object with a hidden and a private attribute."""

    __slots__ = ("x", "secret", "_cache")  # noqa: RUF023  # the order of `repr`
    hidden = frozenset({"secret"})

    x: int
    secret: str

    def __init__(self, *, x: int, secret: str = "geheim") -> None:
        if x < 0:
            raise ValueError("x must be 0 or more")
        self._set(x=x, secret=secret, _cache=object())


class Named(Point):
    """A subclass, whose attribute comes after those of its base."""

    __slots__ = ("name",)

    name: str

    def __init__(self, *, x: int, secret: str = "geheim", name: str = "a") -> None:
        super().__init__(x=x, secret=secret)
        self._set(name=name)


def test_equality_is_by_class_and_attributes() -> None:
    """Objects are equal, and hash alike, if class and public attributes are."""
    assert Point(x=1) == Point(x=1)
    assert hash(Point(x=1)) == hash(Point(x=1))
    assert Point(x=1) != Point(x=2)
    assert Point(x=1) != Point(x=1, secret="other")  # not a secret
    assert Named(x=1) != Point(x=1)
    assert Point(x=1) != 1


def test_repr_hides_secrets() -> None:
    """A `repr` has the public attributes in order, base first, without hidden ones."""
    assert "Named(x=1, name='a')" == repr(Named(x=1))
    assert ("x", "secret", "name") == names_of(Named)


def test_immutable() -> None:
    """An attribute can be neither set nor deleted nor added."""
    point = Point(x=1)

    with pytest.raises(AttributeError, match=r"Point\.x cannot be set or deleted"):
        point.x = 2
    with pytest.raises(AttributeError, match=r"Point\.x cannot be set or deleted"):
        del point.x
    with pytest.raises(AttributeError, match=r"Point\.y cannot be set or deleted"):
        setattr(point, "y", 1)  # noqa: B010  # no annotation declares it

    assert 1 == point.x
    assert not hasattr(point, "__dict__")


def test_copies() -> None:
    """Copies and pickles are equal; `evolve` changes attributes and runs the constructor's checks."""
    named = Named(x=1, name="b")

    assert named == copy.copy(named) == copy.deepcopy(named)
    assert Named(x=3, name="b") == evolve(named, x=3)
    with pytest.raises(ValueError, match="x must be 0 or more"):
        evolve(named, x=-1)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickles(protocol: int) -> None:
    """Pickles of all protocols with states restore the attributes."""
    named = Named(x=1, secret="s", name="b")  # not a secret

    assert named == pickle.loads(pickle.dumps(named, protocol))  # noqa: S301  # our own
