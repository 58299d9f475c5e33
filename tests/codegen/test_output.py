"""Writing a package, and comparing it with the committed one."""

import json
from pathlib import Path
from typing import Final

import pytest

from codegen.__main__ import main
from codegen.output import difference, format_files, write_files
from codegen.support.errors import GeneratorError
from codegen.support.json_values import JsonObject
from tests.codegen.conftest import SHAPES

ROOT: Final = Path(__file__).parents[2]
MODEL: Final = Path(__file__).parent / "golden" / "workshop-2020-01-01.json"
MARKED: Final = "# Generated from a test.\n"


def _generate(out: Path, *more: str) -> int:
    arguments = ["--model", str(MODEL), "--package", "workshop", "--out", str(out), *more]
    return main(["generate", *arguments])


def _contents(out: Path) -> dict[str, bytes]:
    paths = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}


def test_generated_package_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    """The committed package equals what the generator writes for the committed model and texts."""
    code = main(["generate", "--check"])

    assert "" == capsys.readouterr().out
    assert 0 == code


def test_two_runs_make_the_same_bytes(tmp_path: Path) -> None:
    """Output depends on the input alone."""
    _generate(tmp_path / "one")
    _generate(tmp_path / "two" / "deeper")

    assert _contents(tmp_path / "one") == _contents(tmp_path / "two" / "deeper")


def test_check_writes_nothing_and_shows_the_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edited file is shown as a diff, with exit code 1."""
    _generate(tmp_path)
    edited = tmp_path / "enums" / "_color.py"
    edited.write_text(edited.read_text().replace('RED = "dark-red"', 'RED = "pink"'))
    before = _contents(tmp_path)
    capsys.readouterr()
    code = _generate(tmp_path, "--check")
    shown = capsys.readouterr().out

    assert 1 == code
    assert '-    RED = "pink"\n+    RED = "dark-red"\n' in shown
    assert f"--- {tmp_path.name}/enums/_color.py" in shown
    assert before == _contents(tmp_path)


def test_check_of_an_unchanged_package_is_silent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No drift, no output, exit code 0."""
    _generate(tmp_path)
    capsys.readouterr()

    assert 0 == _generate(tmp_path, "--check")
    assert "" == capsys.readouterr().out


def test_differences_from_the_model_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Operations left out and shapes renamed are reported in a line each, and are no errors."""
    part: JsonObject = {"type": "structure", "members": {}}
    parts: JsonObject = {"A": {"target": "a#Part"}, "B": {"target": "far.off#Part"}}
    shapes: JsonObject = {"far.off#Part": part, "a#In": {"type": "structure", "members": parts}}
    model = tmp_path / "model.json"
    model.write_text(json.dumps({"smithy": "2.0", "shapes": {**SHAPES, **shapes}}))
    code = _generate(tmp_path / "out", "--model", str(model))

    assert (
        "far.off#Part is named OffPart, because another shape is named Part\n"
        == capsys.readouterr().err
    )
    assert 0 == code


def test_stale_file_is_deleted(tmp_path: Path) -> None:
    """A generated file that is no longer written is shown in the diff, then deleted."""
    stale = tmp_path / "operations" / "_gone.py"
    stale.parent.mkdir()
    stale.write_text(MARKED)
    files = {"a.py": f"{MARKED}A = 1\n"}
    shown = difference(files, tmp_path)
    changed = write_files(files, tmp_path)

    assert "+++ /dev/null" in shown
    assert ["a.py", "operations/_gone.py"] == changed
    assert {"a.py": b"# Generated from a test.\nA = 1\n"} == _contents(tmp_path)


def test_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    """Only changed files are written, so that builds and editors see no other change."""
    files = {"a.py": MARKED}
    write_files(files, tmp_path)

    assert [] == write_files(files, tmp_path)


def test_hand_written_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A directory with hand-written Python is left unchanged."""
    (tmp_path / "precious.py").write_text("X = 1\n")
    code = _generate(tmp_path)

    assert 2 == code
    assert "expected only generated files, found precious.py" in capsys.readouterr().err
    assert {"precious.py": b"X = 1\n"} == _contents(tmp_path)


def test_own_package_is_sorted_apart_from_third_parties() -> None:
    """Imports are sorted the same way whether the package exists already or not."""
    text = f"{MARKED}from nowhere.b import B\nimport attrs\nfrom smaws_kms.none import C\n"
    (formatted,) = format_files({"a.py": text}, "nowhere._generated").values()

    assert (
        f"{MARKED}import attrs\n\nfrom nowhere.b import B\nfrom smaws_kms.none import C\n"
        == formatted
    )


def test_text_that_is_no_python_is_an_error() -> None:
    """Source with a syntax error is refused before anything is written."""
    with pytest.raises(GeneratorError, match="ruff check failed"):
        format_files({"a.py": f"{MARKED}x = = 1\n"}, "a")


def test_another_ruff_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A formatter of another version than the pinned one is refused."""
    pins = '[dependency-groups]\ncodegen = ["ruff==0.0.1"]\n'
    (tmp_path / "pyproject.toml").write_text(pins)
    monkeypatch.setattr("codegen.output.ROOT", tmp_path)
    with pytest.raises(
        GeneratorError, match=r"expected ruff==0\.0\.1 to format the package, found ruff=="
    ):
        format_files({}, "a")


def test_import_command_writes_the_committed_models(tmp_path: Path) -> None:
    """Importing the installed botocore gives the models that are committed."""
    code = main(["import-botocore", "--out", str(tmp_path / "models")])
    written = _contents(tmp_path / "models")
    committed = _contents(ROOT / "codegen" / "models")

    assert 0 == code
    assert {"kms-2014-11-01.json", "partitions.json"} == written.keys()
    assert {name: committed[name] for name in written} == written


def test_model_error_is_a_message_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A malformed model is a one-line error with the place."""
    model = tmp_path / "broken.json"
    model.write_text('{"smithy": "2.0", "shapes": {"a#S": {"type": "tuple"}}}')
    code = main(["generate", "--model", str(model), "--out", str(tmp_path / "out")])

    assert 2 == code
    assert "error: a#S: unknown shape type tuple\n" == capsys.readouterr().err
    assert not (tmp_path / "out").exists()
