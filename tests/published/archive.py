"""botocore's source distribution: which one, and where the test suites from it are kept."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

REQUIREMENTS: Final = Path(__file__).with_name("requirements.txt")
"""The archive by version and hash, as pip reads it."""

VERSION: Final = re.findall(r"^botocore==(\S+)", REQUIREMENTS.read_text("utf-8"), re.MULTILINE)[0]

SUITES: Final = Path(__file__).parents[2] / ".cache" / f"botocore-{VERSION}"
"""Files that `make suites` extracted from the archive."""

SIGNATURES: Final = "tests/unit/auth/aws4_testsuite"
ENDPOINTS: Final = "tests/functional/endpoint-rules/kms"
PROTOCOLS: Final = "tests/unit/protocols"

NOT_THERE: Final = pytest.mark.skip(
    reason="botocore's source distribution was not downloaded: `make suites` does, or says why not"
)


def files(directory: str, pattern: str) -> Iterator[Path]:
    """Yield the files of a suite in order; none where it was not downloaded."""
    yield from sorted((SUITES / directory).glob(pattern))
