"""Fixtures: packages generated from the models of the published cases."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Final, TypeAlias

import pytest

from codegen.botocore_import import convert
from codegen.generate import MODELS, render_package
from codegen.ir.texts import Descriptions
from codegen.load.model import load_model
from codegen.lower.package import lower
from codegen.render.module import Target
from codegen.support.json_values import read_json
from tests.published.protocol_cases import Suite

PackageOf: TypeAlias = Callable[[Suite], ModuleType]

_PREFIX: Final = "published_"


@pytest.fixture(scope="session")
def package_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PackageOf]:
    """Return a function that returns the package of a suite, and generates it at its first call."""
    directory = tmp_path_factory.mktemp("published")

    def package(suite: Suite) -> ModuleType:
        name = f"{_PREFIX}{suite.name}"
        if name not in sys.modules:
            _generate(suite, name, directory / name)
        return importlib.import_module(name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(directory), *sys.path])
        yield package


def _generate(suite: Suite, name: str, directory: Path) -> None:
    plan = lower(load_model(convert(suite.model, {}, {}, {})), Descriptions(None))
    target = Target(package=name, model="service-2.json")
    for path, text in render_package(target, plan, read_json(MODELS / "partitions.json")).items():
        file = directory / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
