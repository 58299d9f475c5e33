"""How many examples a test draws, as a multiple of what the profile says."""

from hypothesis import settings


def times(factor: int) -> settings:
    """Return the settings of a test that stands alone, where others run once for each class."""
    return settings(max_examples=factor * settings().max_examples)
