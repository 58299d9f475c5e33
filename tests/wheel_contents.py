"""Exit with an error unless a wheel contains the package and nothing else.

Usage: python tests/wheel_contents.py dist/*.whl
"""

import sys
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

_PACKAGE: Final = "smaws_kms"
_METADATA: Final = {"METADATA", "RECORD", "WHEEL", "licenses/LICENSE", "licenses/NOTICE"}
_NEEDED: Final = {
    f"{_PACKAGE}/{name}" for name in ("__init__.py", "py.typed", "signing.py", "connections.py")
}


def problems(names: Iterable[str]) -> list[str]:
    """Return the missing and unexpected files of a wheel."""
    paths = [PurePosixPath(name) for name in names]
    metadata = {
        str(path.relative_to(path.parts[0])) for path in paths if _is_metadata(path.parts[0])
    }
    package = [path for path in paths if not _is_metadata(path.parts[0])]
    return [
        *(f"missing: {name}" for name in sorted(_NEEDED - set(map(str, package)))),
        *(f"missing metadata: {name}" for name in sorted(_METADATA - metadata)),
        *(f"unexpected metadata: {name}" for name in sorted(metadata - _METADATA)),
        *(f"unexpected: {path}" for path in package if not _belongs(path)),
    ]


def _is_metadata(folder: str) -> bool:
    return folder.startswith(f"{_PACKAGE}-") and folder.endswith(".dist-info")


def _belongs(path: PurePosixPath) -> bool:
    return path.parts[0] == _PACKAGE and (path.suffix == ".py" or path.name == "py.typed")


def main(wheels: list[str]) -> int:
    """Print the problems of each wheel, and return the exit code."""
    found = [f"{wheel}: {it}" for wheel in wheels for it in problems(ZipFile(wheel).namelist())]
    sys.stderr.writelines(f"{line}\n" for line in found)
    return 1 if found or not wheels else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
