"""Check the package's dependencies against the vulnerability database of PyPI.

Usage: python tests/audit.py PIP-AUDIT. Exits with an error if one has a known vulnerability. If the
database cannot be reached, it prints one line and succeeds, so that it can run without a network.
"""

import json
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from tests.licenses import installed

_SECONDS: Final = 120


def audit(command: str, seconds: float = _SECONDS) -> int:
    """Print the known vulnerabilities, and return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        requirements, report = Path(folder, "requirements.txt"), Path(folder, "report.json")
        pinned = [f"{name}=={version(name)}\n" for name in sorted(installed())]
        requirements.write_text("".join(pinned), encoding="utf-8")
        inputs = ["--no-deps", "--disable-pip", "--requirement", str(requirements)]
        output = [
            "--timeout",
            "10",
            "--progress-spinner",
            "off",
            "--format",
            "json",
            "-o",
            str(report),
        ]
        try:
            subprocess.run(  # noqa: S603  # all of it is written here, or in the Makefile
                [command, *inputs, *output], capture_output=True, timeout=seconds, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return _skip(type(error).__name__)
        # pip-audit has the same exit code after a finding and after a failure, but then writes no report.
        if not report.exists() or not report.read_bytes():
            return _skip("no report")
        return _judge(json.loads(report.read_bytes())["dependencies"])


def _skip(why: str) -> int:
    sys.stdout.write(f"the vulnerability database is not available here, so skipped: {why}\n")
    return 0


def _judge(packages: list[dict[str, Any]]) -> int:
    found = [
        f"{package['name']} {package['version']}: {vulnerability['id']}, "
        f"fixed in {', '.join(vulnerability['fix_versions']) or 'no version yet'}\n"
        for package in packages
        for vulnerability in package.get("vulns", [])
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if len(unknown) == len(packages):
        return _skip("it knows none of the packages")
    sys.stdout.writelines(found)
    sys.stdout.writelines(f"{name}: not in the database\n" for name in unknown)
    audited = len(packages) - len(unknown)
    sys.stdout.write(f"{audited} packages audited, {len(found)} known vulnerabilities\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(audit(sys.argv[1]))
