"""A small model with a bit of everything, and the package that comes out.

When the generator changes on purpose, make the expected files anew and read the diff:

    python -m codegen generate --model tests/codegen/golden/workshop-2020-01-01.json \
        --package tests.codegen.golden.expected --out tests/codegen/golden/expected
"""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from codegen.__main__ import main

GOLDEN: Final = Path(__file__).parent / "golden"
MODEL: Final = str(GOLDEN / "workshop-2020-01-01.json")


def test_expected_files(capsys: pytest.CaptureFixture[str]) -> None:
    """The generator writes exactly the expected package."""
    package = ["--package", "tests.codegen.golden.expected", "--out", str(GOLDEN / "expected")]
    code = main(["generate", "--model", MODEL, *package, "--check"])

    assert "" == capsys.readouterr().out
    assert 0 == code


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package, generated and imported."""
    directory = tmp_path_factory.mktemp("golden")
    package = ["--package", "golden_workshop", "--out", str(directory / "golden_workshop")]
    assert 0 == main(["generate", "--model", MODEL, *package])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(directory), *sys.path])
        yield importlib.import_module("golden_workshop")


def test_every_public_name_loads(workshop: Any) -> None:
    """All public names exist, and their `__module__` is the package."""
    names = ["AsyncToolWorkshopClient", "Color", "PutThing", "PutThingError", "Thing"]

    assert set(names) <= set(workshop.__all__)
    for name in ("Color", "PutThingRequest", "Thing"):
        assert "golden_workshop" == getattr(workshop, name).__module__
    assert all(hasattr(workshop, name) for name in workshop.__all__)


def test_defaults(workshop: Any) -> None:
    """An omitted member has the model's default or is None; lists and maps may be empty."""
    thing = workshop.Thing()
    page = workshop.ThingPage()

    assert (1.5, workshop.Color.RED, workshop.Level.LOW) == (thing.ratio, thing.color, thing.level)
    assert ((), {}, None) == (page.things, page.counts, page.rest)


def test_lists_are_held_as_tuples_all_the_way_down(workshop: Any) -> None:
    """Nested sequences become tuples, also in recursive structures."""
    thing = workshop.Thing(parts=[workshop.Thing()], matrix=[[1.0, None], []])

    assert ((1.0, None), ()) == thing.matrix
    assert (workshop.Thing(),) == thing.parts


def test_wrong_element_of_a_recursive_list_is_a_type_error(workshop: Any) -> None:
    """Quoted references resolve when values are checked."""
    with pytest.raises(TypeError, match=r"Thing\.parts\[0\] must be Thing, not str"):
        workshop.Thing(parts=["x"])


def test_secret_is_not_shown(workshop: Any) -> None:
    """Sensitive members are redacted in reprs."""
    request = workshop.PutThingRequest(name="x", secret=b"hunter2")

    assert "hunter2" not in repr(request)


def test_facts_of_operations(workshop: Any) -> None:
    """The service's errors belong to every operation; a Unit output is None."""
    assert ("BusyException",) == tuple(error.__name__ for error in workshop.Ping.errors)
    assert workshop.Ping.output is None
    assert "name" == workshop.PutThing.creates.idempotency_member
    assert (workshop.FullException,) == workshop.PutThing.already_done_errors
    assert ("rest", "next") == workshop.ListThings.pagination.output_token


def test_golden_model_is_small() -> None:
    """The golden model stays small, so that its diffs are readable."""
    shapes = json.loads(Path(MODEL).read_text(encoding="utf-8"))["shapes"]

    assert 35 > len(shapes)
