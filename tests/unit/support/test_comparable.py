"""`Comparable` has the methods that attrs writes."""

import attrs
import pytest

from smaws_kms._runtime.support.comparable import Comparable


@attrs.frozen(eq=False, repr=False)
class Mine(Comparable):
    """With the shared methods."""

    key: str
    secret: str = attrs.field(default="", repr=lambda _: "<redacted>")
    source: str = attrs.field(default="", kw_only=True, eq=False, repr=False)


@attrs.frozen
class Written(Comparable):
    """With the methods of attrs."""

    key: str
    secret: str = attrs.field(default="", repr=lambda _: "<redacted>")
    source: str = attrs.field(default="", kw_only=True, eq=False, repr=False)


_ARGUMENTS = [("a", "b", "c"), ("a", "b", "d"), ("a", "c", "c"), ("b", "b", "c")]


@pytest.mark.parametrize("left", _ARGUMENTS)
@pytest.mark.parametrize("right", _ARGUMENTS)
def test_comparison(left: tuple[str, str, str], right: tuple[str, str, str]) -> None:
    """The same instances are equal, and equal ones have one hash."""
    ours = [Mine(key, secret, source=source) for key, secret, source in (left, right)]
    theirs = [Written(key, secret, source=source) for key, secret, source in (left, right)]

    assert (theirs[0] == theirs[1]) is (ours[0] == ours[1])
    assert (theirs[0] != theirs[1]) is (ours[0] != ours[1])
    assert len(set(theirs)) == len(set(ours))


def test_other_classes() -> None:
    """Instances of other classes are not equal."""
    assert Mine("a") != Written("a")
    assert Mine("a") != ("a", "", "")


def test_repr() -> None:
    """The text hides what attrs hides."""
    assert "Mine(key='a', secret=<redacted>)" == repr(Mine("a", "b", source="c"))


def test_unhashable() -> None:
    """As with attrs, a value that has no hash is an error when it is needed."""

    @attrs.frozen(eq=False, repr=False)
    class Headers(Comparable):
        values: dict[str, str]

    with pytest.raises(TypeError, match="unhashable"):
        hash(Headers({}))
