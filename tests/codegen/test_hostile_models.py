"""No text of a model becomes code: hostile texts are tried in every place of a model.

A text either stops the generator with a readable error, or is only in string constants of the
package.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from codegen.endpoint_rules import render_endpoints_module
from codegen.generate import MODELS, render_package
from codegen.ir.texts import Descriptions
from codegen.load.descriptions import load_descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.output import format_files, write_files
from codegen.render.module import Target
from codegen.support.errors import GeneratorError
from codegen.support.json_values import Json, read_json
from tests.codegen.endpoint_rules.endpoint_rule_sets import AWS
from tests.codegen.hostile_models import (
    GOLDEN,
    KEY,
    MODEL,
    RULES,
    Place,
    change,
    check_harmless,
    check_readable,
    generate_from,
)

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


def _places(value: Json, path: Place = ()) -> Iterator[Place]:
    """Yield the place of every text in a JSON document: values, and keys of objects."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key, KEY)
            yield from _places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _places(inner, (*path, index))
    elif isinstance(value, str):
        yield path


STRIDE: Final = 1 if os.environ.get("SMAWS_KMS_TESTS") == "long" else 8
"""Each text goes into every eighth place, starting at another place than the text before."""


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_any_place_of_a_model(text: str) -> None:
    """Keys and values, names and traits, endpoint rules and defaults: none becomes code.

    `SMAWS_KMS_TESTS=long` tries every text in every place, which takes some minutes.
    """
    outcomes = {"refused": 0, "harmless": 0}
    places = [*_places(MODEL["shapes"], ("shapes",))]
    for place in places[HOSTILE.index(text) % STRIDE :: STRIDE]:
        try:
            files = generate_from(change(MODEL, place, text), {"partitions": [AWS]})
        except GeneratorError as refusal:
            check_readable(refusal)
            outcomes["refused"] += 1
        else:
            check_harmless(files)
            outcomes["harmless"] += 1

    assert min(outcomes.values()) > 3


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_any_place_of_the_partitions(text: str) -> None:
    """No text in the table of partitions becomes code."""
    for place in _places(AWS):
        if place != ("id",):
            try:
                source = render_endpoints_module(
                    RULES, {"partitions": [change(AWS, place, text), AWS]}, service_title="W"
                )
            except GeneratorError as refusal:
                check_readable(refusal)
            else:
                check_harmless({"endpoints.py": f"# x\n{source}"})


@pytest.mark.parametrize("text", [it for it in HOSTILE if it], ids=range(len(HOSTILE) - 1))
def test_hostile_name_of_the_model_file(text: str) -> None:
    """The model's name in the first line of a file stays in its comment, and sets no encoding."""
    target = Target(package="hostile", model=text)

    assert target.header.isascii()
    assert 1 == len(target.header.splitlines())
    assert ":" not in target.header.removesuffix("\n")


def test_hostile_descriptions(tmp_path: Path) -> None:
    """No description becomes code."""
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
        check_harmless(
            render_package(Target(package="hostile", model="m"), package, {"partitions": [AWS]})
        )


class _Lenient(Descriptions):
    """Descriptions that may be incomplete."""

    def check(self) -> None:
        """Accept missing descriptions."""


def test_hostile_package_can_be_imported(tmp_path: Path) -> None:
    """With hostile texts wherever they are accepted, all modules load and no text runs."""
    model = MODEL
    for place in _places(MODEL["shapes"], ("shapes",)):
        if place[-1] != KEY:
            trial = change(model, place, 'x"""\n__import__("os").mkdir("canary")  # {canary}\\')
            try:
                generate_from(trial, {"partitions": [AWS]})
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
