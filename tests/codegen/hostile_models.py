"""Change a model in one place, generate from it, and check the code."""

import ast
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias

from codegen.generate import render_package
from codegen.ir.texts import Descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.render.module import Target
from codegen.support.errors import GeneratorError
from codegen.support.json_values import Json, JsonObject
from tests.codegen.endpoint_rules.endpoint_rule_sets import (
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
"""Function that hostile texts call; if its name is in a syntax tree, a text became code."""

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
"""Keys that lead to a value; with `KEY` at the end, to the last key itself."""
KEY: Final = "<key>"


def _golden_with_rules() -> dict[str, Any]:
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


def change(document: Any, place: Place, text: Json) -> Any:
    """Return a copy of a document with another text, or other value, in one place."""
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


def generate_from(model: JsonObject, partitions: JsonObject) -> dict[str, str]:
    """Generate the files of a package named `hostile`."""
    plan = lower(load_model(model), Descriptions(None))
    return render_package(Target(package="hostile", model="model.json"), plan, partitions)


def check_harmless(files: dict[str, str]) -> None:
    """Check that no hostile text became a path, a name or other code."""
    for path, text in files.items():
        assert not {"..", ""} & set(path.split("/"))
        assert CANARY not in path
        text.encode()
        assert all(it.isprintable() or it == "\n" for it in text)
        assert CANARY not in "".join(_names(ast.parse(text)))
        assert "coding" not in text.splitlines()[0]


def _names(tree: ast.AST) -> Iterator[str]:
    """Yield all identifiers of a module, including those in f-strings and quoted annotations."""
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign | ast.arg) and isinstance(node.annotation, ast.Constant):
            yield from _names(ast.parse(str(node.annotation.value)))
        for _, value in ast.iter_fields(node):
            yield from [value] if isinstance(value, str) and _is_name(node) else []


def _is_name(node: ast.AST) -> bool:
    return not isinstance(node, ast.Constant)


def check_readable(refusal: GeneratorError) -> None:
    """Check that the text of an error is printable."""
    assert str(refusal).isprintable()


MODEL: Final = _golden_with_rules()
