"""The archive is the one that is meant."""

from importlib.metadata import version

from tests.published.archive import REQUIREMENTS, VERSION


def test_version() -> None:
    """The suites are those of the botocore that all else is tested against."""
    assert version("botocore") == VERSION


def test_hash() -> None:
    """The hash tells pip what the archive's content must be."""
    assert "--hash=sha256:" in REQUIREMENTS.read_text("utf-8")
