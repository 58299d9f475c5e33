"""The audit distinguishes a vulnerability from a database that cannot be reached."""

import json
import sys
from pathlib import Path

import pytest

from tests.audit import audit


def auditor(folder: Path, body: str) -> str:
    """Return a command that behaves like pip-audit."""
    path = folder / "pip-audit"
    path.write_text(f"#!{sys.executable}\nimport sys\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def reporting(folder: Path, *vulnerabilities: object) -> str:
    """Return a command that reports one package."""
    package = {"name": "httpx", "version": "1", "vulns": vulnerabilities}
    report = json.dumps({"dependencies": [package]})
    return auditor(folder, f"open(sys.argv[-1], 'w').write({report!r})")


def test_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without vulnerabilities the audit succeeds."""
    assert 0 == audit(reporting(tmp_path))
    assert "1 packages audited, 0 known vulnerabilities\n" == capsys.readouterr().out


def test_vulnerability(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A vulnerability fails the audit, and is printed with the version that fixes it."""
    assert 1 == audit(reporting(tmp_path, {"id": "PYSEC-1", "fix_versions": ["2"]}))
    assert "httpx 1: PYSEC-1, fixed in 2\n" in capsys.readouterr().out


def test_unknown_packages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A database that knows none of the packages, such as a mirror, skips the audit."""
    unknown = {"name": "httpx", "skip_reason": "not found"}
    known = {"name": "attrs", "version": "1"}
    write = "open(sys.argv[-1], 'w').write({!r})"
    nothing = auditor(tmp_path, write.format(json.dumps({"dependencies": [unknown]})))

    assert 0 == audit(nothing)
    assert "skipped: it knows none of the packages" in capsys.readouterr().out

    some = auditor(tmp_path, write.format(json.dumps({"dependencies": [unknown, known]})))

    assert 0 == audit(some)
    assert "httpx: not in the database\n1 packages audited" in capsys.readouterr().out


@pytest.mark.parametrize("body", ["sys.exit(1)", "import time; time.sleep(60)"])
def test_unreachable(body: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without network the audit is skipped in time, with one line."""
    assert 0 == audit(auditor(tmp_path, body), seconds=2)
    assert 1 == capsys.readouterr().out.count("\n")


def test_no_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without pip-audit the audit is skipped too."""
    assert 0 == audit(str(tmp_path / "none"))
    assert "skipped: FileNotFoundError" in capsys.readouterr().out
