"""Downloads botocore's source distribution and keeps its test suites: `make suites`.

pip checks the archive against the hash in `requirements.txt`, and only the data files that tests
read are taken out of it. Nothing of it runs, see `backend`.
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
    """Download unless done before; say why where it cannot be, which skips the tests."""
    if SUITES.is_dir():
        return
    SUITES.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=SUITES.parent) as directory:
        problem = _download(Path(directory))
        if problem and "HASHES" in problem:
            sys.exit(problem)  # not the archive that was meant, which is no reason to skip
        if problem:
            print(f"no suites of botocore, their tests will be skipped: {problem}")
            return
        _unpack(Path(directory))


def _download(directory: Path) -> str | None:
    """Let pip put the archive into a directory, and return what it says if it cannot."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    what = ["--no-deps", "--no-binary", ":all:", "--no-build-isolation"]
    where = ["--require-hashes", "--requirement", str(REQUIREMENTS), "--dest", str(directory)]
    finished = subprocess.run(  # noqa: S603  # all of it is written here
        [*pip, *what, *where],
        env={**os.environ, "PYTHONPATH": str(_BACKEND)},
        capture_output=True,
        text=True,
        check=False,
    )
    if finished.returncode == 0:
        return None
    lines = finished.stderr.splitlines()
    problem = next((line for line in lines if line.lower().startswith("error")), "pip failed")
    return shorten(problem, 200)  # it may list every version there ever was


def _unpack(directory: Path) -> None:
    """Take out the suites; they appear in their place as a whole or not at all."""
    with tarfile.open(directory / f"{SUITES.name}.tar.gz") as archive:
        wanted = [member for member in archive if member.name.startswith(_WANTED)]
        archive.extractall(directory, wanted, filter="data")
    (directory / SUITES.name).rename(SUITES)


if __name__ == "__main__":
    main()
