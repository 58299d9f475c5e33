"""The constraints of `make lowest`."""

import pytest

from tests.lowest import lowest


def test_lower_bounds() -> None:
    """Each dependency gets its lower bound, whatever else its requirement has."""
    project = '[project]\ndependencies = ["a-b>=1.2,<2", "c[x]>=3", "d >= 4.5.6"]'

    assert ["a-b==1.2", "c==3", "d==4.5.6"] == lowest(project)


def test_no_bound() -> None:
    """A dependency without a lower bound is an error."""
    with pytest.raises(ValueError, match="lower bound"):
        lowest('[project]\ndependencies = ["a"]')
