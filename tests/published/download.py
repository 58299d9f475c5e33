"""Download botocore's source distribution and extract its test suites: `make suites`.

pip checks the archive against the hash in `requirements.txt`. Only the data files that tests read are
extracted, and no code of the archive runs, see `backend`.
"""

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from textwrap import shorten
from typing import Final

from tests.published.archive import ENDPOINTS, PROTOCOLS, REQUIREMENTS, SIGNATURES, SUITES

_BACKEND: Final = Path(__file__).with_name("backend")
_WANTED: Final = tuple(f"{SUITES.name}/{path}/" for path in (SIGNATURES, ENDPOINTS, PROTOCOLS))


def main() -> None:
    """Download the archive if it is missing; if that fails, print why, and the tests are skipped."""
    if SUITES.is_dir():
        return
    SUITES.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=SUITES.parent) as directory:
        problem = _download(Path(directory))
        if problem and "HASHES" in problem:
            sys.exit(problem)  # a wrong archive must not skip the tests
        if problem:
            print(
                f"the test suites of botocore are missing, and their tests will be skipped: {problem}"
            )
            return
        _unpack(Path(directory))


def _download(directory: Path) -> str | None:
    """Download the archive with pip into a directory, and return pip's error if that fails."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation"]
    files = ["--require-hashes", "--requirement", str(REQUIREMENTS), "--dest", str(directory)]
    finished = subprocess.run(  # noqa: S603  # all of it is written here
        [*pip, *options, *files],
        env={**os.environ, "PYTHONPATH": str(_BACKEND)},
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode == 0:
        return None
    lines = finished.stderr.splitlines()
    problem = next((line for line in lines if line.lower().startswith("error")), "pip failed")
    return shorten(problem, 200)  # it may list every version


def _unpack(directory: Path) -> None:
    """Extract the suites atomically: all of them are there, or none."""
    with tarfile.open(directory / f"{SUITES.name}.tar.gz") as archive:
        wanted = [member for member in archive if member.name.startswith(_WANTED)]
        archive.extractall(directory, wanted, filter="data")
    (directory / SUITES.name).rename(SUITES)


if __name__ == "__main__":
    main()
