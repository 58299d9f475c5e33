"""No text of a model becomes code: hostile texts in every place of a model, one after the other.

Each either stops the generator with a readable error, or ends up inside string
constants of the package and nowhere else.
"""

import ast
import copy
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from codegen.__main__ import main
from codegen.endpoint_rules import render_endpoints_module
from codegen.generate import MODELS, Inputs, render, render_package
from codegen.ir.texts import Descriptions
from codegen.load.descriptions import load_descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.output import format_files, write_files
from codegen.render.module import Target
from codegen.support.errors import GeneratorError, ModelError
from codegen.support.json_values import Json, JsonObject, read_json
from tests.codegen.endpoint_rules.endpoint_rule_sets import (
    AWS,
    ELSEWHERE,
    FALSE,
    HAS_ENDPOINT,
    PARAMETERS,
    PARTITION,
    URL,
    assign,
    call,
    endpoint,
    error,
    ref,
    tree,
)

GOLDEN: Final = Path(__file__).parent / "golden/workshop-2020-01-01.json"

CANARY: Final = "canary"
"""Function that hostile texts call; a name in a syntax tree means that a text became code."""

HOSTILE: Final = (
    "canary()",
    'x"""\ncanary()\n"""',
    "x'''\ncanary()\n'''",
    'x"); canary(); ("',
    "x'); canary(); ('",
    "{canary()}",
    "{{canary()}}",
    "x: int = canary()\n    y",
    "x\r\ncanary()",
    "x\x0ccanary()",
    "x\u2028canary()",
    "x = canary()  #",
    "../../canary",
    "/canary",
    "__init__/canary",
    "x\\",
    'x"\\',
    "x\x00canary()",
    "x\ud800canary()",
    "x\u202ecanary()",
    "lambda: canary()",
    "x\n# coding: utf-7\n+AGMAYQBuAGEAcgB5-()",
    "",
)

RULES: Final[JsonObject] = {
    "version": "1.0",
    "parameters": PARAMETERS,
    "rules": [
        tree(
            [HAS_ENDPOINT, URL],
            endpoint("{url#scheme}://{url#authority}/x", authSchemes=[{"name": "sigv4"}]),
        ),
        tree(
            [call("isSet", ref("Region")), PARTITION],
            endpoint(
                "https://w.{Region}.{PartitionResult#dnsSuffix}",
                assign("first", call("substring", ref("Region"), 0, 2, FALSE)),
                call("stringEquals", ref("first"), "eu"),
                authSchemes=[{"name": "sigv4", "signingName": "w", "signingRegion": "{Region}"}],
            ),
            error("nothing for {Region}"),
        ),
        ELSEWHERE,
    ],
}

Place: TypeAlias = tuple[str | int, ...]
"""Keys that lead to a value; a last one of `KEY` means the key before it, not its value."""
KEY: Final = "<key>"


def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    shapes = model["shapes"]
    service = next(shape for shape in shapes.values() if shape["type"] == "service")
    service["traits"]["smithy.rules#endpointRuleSet"] = RULES
    ping = next(shape for name, shape in shapes.items() if name.endswith("#Ping"))
    ping.setdefault("traits", {}).update(
        {
            "smithy.api#endpoint": {"hostPrefix": "data-"},
            "smithy.api#deprecated": {"message": "Use `PutThing`", "since": "2020"},
        }
    )
    return model


def _places(value: Json, path: Place = ()) -> Iterator[Place]:
    """Yield every text in a JSON document: values, and keys of objects."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key, KEY)
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _places(inner, (*path, index))
    elif isinstance(value, str):
        yield path


def _changed(document: Any, place: Place, text: Json) -> Any:
    changed = copy.deepcopy(document)
    steps = place[:-2] if place[-1] == KEY else place[:-1]
    owner = changed
    for step in steps:
        owner = owner[step]
    if place[-1] == KEY:
        items = [(text if key == place[-2] else key, it) for key, it in owner.items()]
        owner.clear()
        owner.update(items)
    else:
        owner[place[-1]] = text
    return changed


def _generate(model: JsonObject, partitions: JsonObject) -> dict[str, str]:
    plan = lower(load_model(model), Descriptions(None))
    return render_package(Target(package="hostile", model="model.json"), plan, partitions)


def _check(files: dict[str, str]) -> None:
    for path, text in files.items():
        assert not {"..", ""} & set(path.split("/"))
        assert CANARY not in path
        text.encode()
        assert all(it.isprintable() or it == "\n" for it in text)
        assert CANARY not in "".join(_names(ast.parse(text)))
        assert "coding" not in text.splitlines()[0]


def _names(tree: ast.AST) -> Iterator[str]:
    """Yield all identifiers of a module, those of f-strings and of quoted annotations included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and isinstance(node.annotation, ast.Constant):
            yield from _names(ast.parse(str(node.annotation.value)))
        for _, value in ast.iter_fields(node):
            yield from [value] if isinstance(value, str) and _is_name(node) else []


def _is_name(node: ast.AST) -> bool:
    return not isinstance(node, ast.Constant)


def _readable(refusal: GeneratorError) -> None:
    assert str(refusal).isprintable()


MODEL: Final = _model()


STRIDE: Final = 1 if os.environ.get("SMAWS_KMS_TESTS") == "long" else 8
"""Each text goes into every eighth place, and into another eighth than the text before."""


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_any_place_of_a_model(text: str) -> None:
    """Keys and values, names and traits, endpoint rules and defaults: none of them becomes code.

    `SMAWS_KMS_TESTS=long` tries every text in every place, which takes some minutes.
    """
    outcomes = {"refused": 0, "harmless": 0}
    places = [*_places(MODEL["shapes"], ("shapes",))]
    for place in places[HOSTILE.index(text) % STRIDE :: STRIDE]:
        try:
            files = _generate(_changed(MODEL, place, text), {"partitions": [AWS]})
        except GeneratorError as refusal:
            _readable(refusal)
            outcomes["refused"] += 1
        else:
            _check(files)
            outcomes["harmless"] += 1

    assert min(outcomes.values()) > 3


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_any_place_of_the_partitions(text: str) -> None:
    """The table of partitions comes from a file too."""
    for place in _places(AWS):
        if place != ("id",):
            try:
                source = render_endpoints_module(
                    RULES, {"partitions": [_changed(AWS, place, text), AWS]}, service_title="W"
                )
            except GeneratorError as refusal:
                _readable(refusal)
            else:
                _check({"endpoints.py": f"# x\n{source}"})


@pytest.mark.parametrize("text", [it for it in HOSTILE if it], ids=range(len(HOSTILE) - 1))
def test_hostile_name_of_the_model_file(text: str) -> None:
    """The first line of every file names the model; it stays a comment, and no coding line."""
    target = Target(package="hostile", model=text)

    assert target.header.isascii()
    assert 1 == len(target.header.splitlines())
    assert ":" not in target.header.removesuffix("\n")


def test_hostile_descriptions(tmp_path: Path) -> None:
    """Our own texts are data as well."""
    plan = lower(load_model(read_json(GOLDEN)), Descriptions(None))
    texts = "\n".join(
        f"{operation.wire_name} = {{summary = {json.dumps(text)}, details = {json.dumps(text)}}}"
        for operation, text in zip(plan.operations, HOSTILE[1:], strict=False)
    )
    (tmp_path / "texts.toml").write_text(texts, encoding="utf-8")
    sections = dict(load_descriptions(tmp_path).sections or {})
    model = load_model(read_json(GOLDEN))
    for name, section in sections.items():
        package = lower(model, _Lenient({name: section}))
        _check(render_package(Target(package="hostile", model="m"), package, {"partitions": [AWS]}))


class _Lenient(Descriptions):
    """Texts of which some are missing."""

    def check(self) -> None:
        """Let everything pass."""


@pytest.mark.parametrize("package", ["x; canary()", "x.", "a-b", "class", "x\ny", "..", ""])
def test_package_must_be_a_name(package: str, tmp_path: Path) -> None:
    """The package on the command line is imported, so it must be a valid module name."""
    model = tmp_path / "model.json"
    model.write_text(json.dumps(MODEL), encoding="utf-8")

    with pytest.raises(GeneratorError, match="package"):
        render(Inputs(model=model), lower(load_model(MODEL), Descriptions(None)), package)


@pytest.mark.parametrize("path", ["../x.py", "/x.py", "a/../x.py", "a\\..\\x.py", "x\n.py", ""])
def test_files_stay_in_their_folder(path: str) -> None:
    """No path leads out of the package, whatever it was made from."""
    with pytest.raises(GeneratorError, match="path"):
        format_files({path: "# Generated from x\n"}, "x")


def test_hostile_package_can_be_imported(tmp_path: Path) -> None:
    """With a hostile text in every place that takes any, all modules load and nothing ran."""
    model = MODEL
    for place in _places(MODEL["shapes"], ("shapes",)):
        if place[-1] != KEY:
            trial = _changed(model, place, 'x"""\n__import__("os").mkdir("canary")  # {canary}\\')
            try:
                _generate(trial, {"partitions": [AWS]})
            except GeneratorError:
                continue
            model = trial
    assert str(model).count("mkdir") > 15
    files = render_package(
        Target(package="hostile", model="x\n# coding: utf-7"),
        lower(load_model(model), Descriptions(None)),
        read_json(MODELS / "partitions.json"),
    )
    write_files(format_files(files, "hostile"), tmp_path / "hostile")
    program = "import hostile; [getattr(hostile, name) for name in hostile.__all__]"
    subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", program],
        cwd=tmp_path,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert ["hostile"] == [path.name for path in tmp_path.iterdir()]


def test_nesting_without_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lists in lists in lists end in a line on standard error, not in a traceback."""
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
"""Every tenth value, key or item becomes something of another type."""


@pytest.mark.parametrize("value", [3, None, [], {}, True, 1e400, ["x"], {"x": 1}], ids=repr)
def test_wrong_types_in_any_place(value: Json) -> None:
    """A value of the wrong type is refused with its place, or the output still parses."""
    places = [*_values(MODEL["shapes"], ("shapes",))]
    for place in places[::_PLACES_OF_VALUES]:
        try:
            files = _generate(_changed(MODEL, place, value), {"partitions": [AWS]})
        except GeneratorError as refusal:
            _readable(refusal)
        else:
            _check(files)


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
