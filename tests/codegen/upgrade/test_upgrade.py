"""Upgrade drill: from an older KMS model to the newest by one command, while users' programs keep working."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.__main__ import main
from codegen.support.json_values import read_json
from codegen.upgrade.steps import fitting, missing_descriptions
from tests.codegen.upgrade.upgrade_programs import EXHAUSTIVE, WORKING, program
from tests.typing import checkers

ROOT: Final = Path(__file__).parents[3]


OLD: Final = ROOT.parent / "shared" / "models" / "kms-2014-11-01.json"


MODELS: Final = ROOT / "codegen/models"


NEW: Final = MODELS / "kms-2014-11-01.json"


OVERLAY: Final = MODELS / "kms-overlay.json"


needs_old_model: Final = pytest.mark.skipif(
    not OLD.exists(), reason="the older model lies beside the repository, not in it"
)


EXPECTED: Final = """\
Draft for CHANGELOG.md, under [Unreleased]:

From kms-2014-11-01.json:

### Added

- Operation `Decapsulate`.
- Operation `Encapsulate`.
- Class `DecapsulateRequest`.
- Class `DecapsulateResponse`.
- Class `EncapsulateRequest`.
- Class `EncapsulateResponse`.
- `CreateGrantRequest.grantee_service_principal`.
- `CreateGrantRequest.retiring_service_principal`.
- `GetPublicKeyResponse.encapsulation_algorithms`.
- `GrantConstraints.source_arn`.
- `GrantListEntry.grantee_service_principal`.
- `GrantListEntry.retiring_service_principal`.
- `KeyMetadata.encapsulation_algorithms`.
- `ListGrantsRequest.grantee_service_principal`.
- `ListKeysRequest.resource_owners`.
- `ListRetirableGrantsRequest.retiring_service_principal`.
- Enum `EncapsulationAlgorithmSpec`.
- Enum `ResourceOwnerType`.
- `DataKeyPairSpec.ML_KEM_512`.
- `DataKeyPairSpec.ML_KEM_768`.
- `DataKeyPairSpec.ML_KEM_1024`.
- `GrantOperation.Encapsulate`.
- `GrantOperation.Decapsulate`.
- `KeyLastUsageTrackingOperation.Encapsulate`.
- `KeyLastUsageTrackingOperation.Decapsulate`.
- `KeySpec.ML_KEM_512`.
- `KeySpec.ML_KEM_768`.
- `KeySpec.ML_KEM_1024`.
- `KeyUsageType.ENCAPSULATE_DECAPSULATE`.

### Changed

- `CreateGrantRequest.grantee_principal` is optional, not required; what reads it must expect `None`.
- `ListRetirableGrantsRequest.retiring_principal` is optional, not required; what reads it must expect `None`.
"""


def _write(document: Mapping[str, Any], path: Path) -> Path:
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def _generate(model: Path, folder: Path) -> None:
    """Write `aws_kms` for a model, with the part of our overlay that fits and without descriptions."""
    overlay = _write(fitting(read_json(OVERLAY), read_json(model)), folder / "overlay.json")
    arguments = ["--model", str(model), "--overlay", str(overlay), "--package", "aws_kms"]
    assert 0 == main(["generate", *arguments, "--out", str(folder / "aws_kms")])


def _changed(model: Path, change: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(model.read_text(encoding="utf-8"))
    change(document["shapes"])
    return document


def _fails_more(shapes: dict[str, Any]) -> None:
    """Add an error to ListAliases."""
    error = {"target": "com.amazonaws.kms#TagException"}
    shapes["com.amazonaws.kms#ListAliases"]["errors"].append(error)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return a folder with `aws_kms` for each model, and all programs."""
    folders: dict[str, Path] = {}
    later = _write(_changed(NEW, _fails_more), tmp_path_factory.mktemp("models") / "later.json")
    for name, model in {"old": OLD, "new": NEW, "later": later}.items():
        folder = tmp_path_factory.mktemp(name)
        _generate(model, folder)
        for title, body in WORKING.items():
            (folder / f"{title}.py").write_text(program(body), encoding="utf-8")
        all_named = EXHAUSTIVE.replace("CASE_OF_ALL", "")
        open_match = EXHAUSTIVE.replace("CASE_OF_ALL", "case kms.ServiceError(): return error.code")
        (folder / "names_all.py").write_text(program(all_named), encoding="utf-8")
        (folder / "with_service_error.py").write_text(program(open_match), encoding="utf-8")
        folders[name] = folder
    return folders


@needs_old_model
def test_one_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command describes changes, replaces the model and writes the package."""
    model = tmp_path / "kms.json"
    shutil.copyfile(OLD, model)
    out = ["--package", "aws_kms", "--out", str(tmp_path / "aws_kms")]
    code = main(["upgrade", "--model", str(model), "--to", str(NEW), *out])
    printed = capsys.readouterr().out

    assert 0 == code
    assert printed.startswith(EXPECTED)
    assert "files, 98 changed" in printed
    assert NEW.read_bytes() == model.read_bytes()
    assert (tmp_path / "aws_kms/operations/_encapsulate.py").exists()


@needs_old_model
@pytest.mark.parametrize("title", WORKING)
def test_programs_run_with_both(title: str, packages: dict[str, Path]) -> None:
    """Programs written for the older package behave the same with the newer one."""
    for name in ("old", "new", "later"):
        environment = {"PYTHONPATH": f"{packages[name]}:{ROOT}"}
        done = subprocess.run(  # noqa: S603  # our own programs
            [sys.executable, "-W", "error", str(packages[name] / f"{title}.py")],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

        assert 0 == done.returncode, f"{name}: {done.stderr}"


@needs_old_model
def test_programs_type_check_with_both(packages: dict[str, Path]) -> None:
    """They type-check as before; only a match that names all errors notices a new error."""
    old, new, later = (
        checkers.mypy(packages[name], packages[name] / ".cache") for name in ("old", "new", "later")
    )

    assert ([], []) == (old, new)
    assert ["names_all.py"] == [found.file for found in later]
    assert "TagException" in "".join(map(str, later))


def test_missing_descriptions_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Missing descriptions prevent only the writing of the package."""
    model, newer = tmp_path / "kms.json", tmp_path / "newer.json"
    shutil.copyfile(NEW, model)

    def grow(shapes: dict[str, Any]) -> None:
        member = {"target": "smithy.api#String"}
        shapes["com.amazonaws.kms#EncryptRequest"]["members"]["Flavour"] = member

    _write(_changed(NEW, grow), newer)
    out = ["--package", "aws_kms", "--out", str(tmp_path / "aws_kms")]

    assert 1 == main(["upgrade", "--model", str(model), "--to", str(newer), *out])
    printed = capsys.readouterr().out
    assert "- `EncryptRequest.flavour`." in printed
    assert "1 descriptions are missing" in printed
    assert "  EncryptRequest.Flavour" in printed
    assert "Flavour" in model.read_text(encoding="utf-8")
    assert not (tmp_path / "aws_kms").exists()
    assert () == missing_descriptions(NEW, OVERLAY, ROOT / "codegen/descriptions")


def test_newest_of_botocore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without `--to` the model is that of the installed botocore, which nothing changes from."""
    model = tmp_path / "kms.json"
    shutil.copyfile(NEW, model)
    out = ["--package", "smaws_kms._generated", "--out", str(tmp_path / "kms")]

    assert 0 == main(["upgrade", "--model", str(model), *out])
    assert ": nothing changes for users." in capsys.readouterr().out
    assert NEW.read_bytes() == model.read_bytes()
