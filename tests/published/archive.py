"""botocore's source distribution: its version, and the folder of the test suites from it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

REQUIREMENTS: Final = Path(__file__).with_name("requirements.txt")
"""Version and hash of the archive, in pip's format."""

VERSION: Final = re.findall(r"^botocore==(\S+)", REQUIREMENTS.read_text("utf-8"), re.MULTILINE)[0]

SUITES: Final = Path(__file__).parents[2] / ".cache" / f"botocore-{VERSION}"
"""Files that `make suites` extracted from the archive."""

SIGNATURES: Final = "tests/unit/auth/aws4_testsuite"
ENDPOINTS: Final = "tests/functional/endpoint-rules/kms"
PROTOCOLS: Final = "tests/unit/protocols"

NOT_THERE: Final = pytest.mark.skip(
    reason="botocore's source distribution was not downloaded; `make suites` downloads it, or prints why not"
)


def files(directory: str, pattern: str) -> Iterator[Path]:
    """Yield the files of a suite in order; none if it was not downloaded."""
    yield from sorted((SUITES / directory).glob(pattern))
