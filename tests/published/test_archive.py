"""The version and hash of the archive."""

from importlib.metadata import version

from tests.published.archive import REQUIREMENTS, VERSION


def test_version() -> None:
    """The suites belong to the installed version of botocore."""
    assert version("botocore") == VERSION


def test_hash() -> None:
    """The archive has a hash, which pip checks."""
    assert "--hash=sha256:" in REQUIREMENTS.read_text("utf-8")
