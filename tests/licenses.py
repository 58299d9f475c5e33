"""Exit with an error unless every dependency of the package has an allowed licence.

Usage: python tests/licenses.py. Reads the metadata of installed packages; needs no network.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import distribution
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PACKAGE: Final = "smaws-kms"
# Licences that allow anyone to use, change and distribute the work, also in closed-source programs. Another
# licence needs a decision: add it here with the reason.
_ALLOWED: Final = {
    "Apache-2.0": "permissive, with a patent grant; the licence of this package",
    "BSD-2-Clause": "permissive",
    "BSD-3-Clause": "permissive",
    "MIT": "permissive",
    "MPL-2.0": "copyleft of single files, which we do not change: certifi's list of authorities",
    "PSF-2.0": "permissive: Python's own, of typing_extensions",
}
# Names in older metadata, and their SPDX identifiers.
_SPDX: Final = {
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_LONGEST_NAME: Final = 60


def installed(name: str = _PACKAGE) -> set[str]:
    """Return the packages that a package needs here, directly and indirectly, without itself."""
    found: set[str] = set()
    pending = [name]
    while pending:
        for needed in _needed(pending.pop()):
            if needed not in found:
                found.add(needed)
                pending.append(needed)
    return found


def licence_of(name: str) -> str:
    """Return an SPDX expression, or the text of the metadata if it is not one."""
    metadata = distribution(name).metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classifiers: list[str] = metadata.get_all("Classifier") or []
    named = [it.rpartition(" :: ")[2] for it in classifiers if it.startswith("License :: OSI")]
    text = str((metadata.get_all("License") or [""])[0])
    names = named or [text if len(text) <= _LONGEST_NAME else "a text instead of a name"]
    return " AND ".join(_SPDX.get(it, it) for it in names)


def is_allowed(expression: str) -> bool:
    """Return whether all licences of one alternative of an SPDX expression are allowed."""
    return any(
        all(part.strip(" ()") in _ALLOWED for part in re.split(r"\bAND\b", alternative))
        for alternative in re.split(r"\bOR\b", expression)
    )


def _needed(name: str) -> Iterator[str]:
    for text in distribution(name).requires or []:
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def main() -> int:
    """Print each package with its licence, and return the exit code."""
    refused: list[str] = []
    for name in sorted(installed()):
        licence = licence_of(name)
        allowed = is_allowed(licence)
        sys.stdout.write(f"{name}: {licence}{'' if allowed else '  <- not allowed'}\n")
        if not allowed:
            refused.append(name)
    if refused:
        sys.stderr.write(f"licences that need a decision in {__file__}: {', '.join(refused)}\n")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
