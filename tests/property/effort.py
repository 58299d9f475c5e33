"""Numbers of examples, as a multiple of the profile's number."""

from hypothesis import settings


def times(factor: int) -> settings:
    """Return settings for a test that runs once, where others run once for each class."""
    return settings(max_examples=factor * settings().max_examples)
