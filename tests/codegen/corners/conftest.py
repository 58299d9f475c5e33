"""Packages generated from the models in this folder."""

from pathlib import Path
from typing import Any

import pytest

from codegen.generate import Inputs
from tests.codegen.corners.corner_models import CORNERS, MODELS, many_shapes
from tests.models.generation import load_everything, write_package


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate all packages into a folder from which they can be imported."""
    directory = tmp_path_factory.mktemp("corners")
    for name in MODELS:
        model = many_shapes(directory) if name == "many" else CORNERS / f"{name}.json"
        write_package(Inputs(model=model), f"corner_{name}", directory)
    return directory


@pytest.fixture
def nesting(directory: Path) -> Any:
    """Return the package of nested shapes."""
    return load_everything("corner_nesting", directory)


@pytest.fixture
def clashes(directory: Path) -> Any:
    """Return the package of shapes whose names collide."""
    return load_everything("corner_clashes", directory)


@pytest.fixture
def words(directory: Path) -> Any:
    """Return the package of shapes and members named after Python's keywords and builtins."""
    return load_everything("corner_words", directory)


@pytest.fixture
def amazon(directory: Path) -> Any:
    """Return the package of a model with all constructs of Amazon's models that botocore's lack."""
    return load_everything("corner_amazon", directory)
