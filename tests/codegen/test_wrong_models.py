"""Models with wrong types, endless nesting or no JSON stop the generator with a readable error."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from codegen.__main__ import main
from codegen.generate import Inputs, render
from codegen.ir.texts import Descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.output import format_files
from codegen.support.errors import GeneratorError, ModelError
from codegen.support.json_values import Json, read_json
from tests.codegen.endpoint_rules.endpoint_rule_sets import AWS
from tests.codegen.hostile_models import (
    MODEL,
    Place,
    change,
    check_harmless,
    check_readable,
    generate_from,
)


@pytest.mark.parametrize("package", ["x; canary()", "x.", "a-b", "class", "x\ny", "..", ""])
def test_package_must_be_a_name(package: str, tmp_path: Path) -> None:
    """The package on the command line is imported, so it must be a valid module name."""
    model = tmp_path / "model.json"
    model.write_text(json.dumps(MODEL), encoding="utf-8")

    with pytest.raises(GeneratorError, match="package"):
        render(Inputs(model=model), lower(load_model(MODEL), Descriptions(None)), package)


@pytest.mark.parametrize("path", ["../x.py", "/x.py", "a/../x.py", "a\\..\\x.py", "x\n.py", ""])
def test_files_stay_in_their_folder(path: str) -> None:
    """A path that leads out of the package is refused."""
    with pytest.raises(GeneratorError, match="path"):
        format_files({path: "# Generated from x\n"}, "x")


def test_nesting_without_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Deeply nested lists end in an error line, not in a traceback."""
    model = copy.deepcopy(MODEL)
    for number in range(5000):
        inner = {"target": f"example#L{number + 1}" if number < 4999 else "smithy.api#String"}
        model["shapes"][f"example#L{number}"] = {"type": "list", "member": inner}
    request = model["shapes"]["example#PutThingRequest"]["members"]
    request["deep"] = {"target": "example#L0"}
    path = tmp_path / "model.json"
    path.write_text(json.dumps(model), encoding="utf-8")
    out = ["--package", "deep", "--out", str(tmp_path / "deep")]

    assert 2 == main(["generate", "--model", str(path), *out])
    assert "error: the model nests deeper" in capsys.readouterr().err


_PLACES_OF_VALUES: Final = 10
"""Every tenth value, key or item is replaced by a value of another type."""


@pytest.mark.parametrize("value", [3, None, [], {}, True, 1e400, ["x"], {"x": 1}], ids=repr)
def test_wrong_types_in_any_place(value: Json) -> None:
    """A value of the wrong type is refused with its place, or the output is still valid Python."""
    places = [*_values(MODEL["shapes"], ("shapes",))]
    for place in places[::_PLACES_OF_VALUES]:
        try:
            files = generate_from(change(MODEL, place, value), {"partitions": [AWS]})
        except GeneratorError as refusal:
            check_readable(refusal)
        else:
            check_harmless(files)


def _values(value: Json, path: Place) -> Iterator[Place]:
    items: list[tuple[str | int, Json]] = []
    if isinstance(value, dict):
        items += value.items()
    elif isinstance(value, list):
        items += enumerate(value)
    for key, it in items:
        yield (*path, key)
        yield from _values(it, (*path, key))


@pytest.mark.parametrize(
    "text",
    ["NaN", "[1e999", '{"a": Infinity}', "9" * 5000, "[" * 100_000, "\udcff"],
    ids=["NaN", "cut", "infinity", "digits", "nesting", "no UTF-8"],
)
def test_file_that_is_no_json(text: str, tmp_path: Path) -> None:
    """A file that cannot be parsed as JSON is an error with its name."""
    path = tmp_path / "model.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))

    with pytest.raises(ModelError, match=r"^model\.json: "):
        read_json(path)
